"""What tests share: registers to begin with, their sites, and ways to look at them."""
