"""Measures the build beside two yardsticks: writing its files, and Hugo. See `__main__.py`."""
