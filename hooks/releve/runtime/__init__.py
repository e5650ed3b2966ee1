"""What any program needs, whatever it is about: time, processes, a cache, lazily loaded text.

Comes in: nothing of the register. Goes out: services that all other packages may use.
Begin at `cache`, the only one that leaves files behind.

    switches    the tricks of speed, each of which can be switched off
    timing      where the time of a build goes, and how far it has come
    processes   other processes, born as copies of this one
    lazy        what is said at length, kept out of memory until it is asked for
    cache       what one run leaves to the next, in `.cache/`
"""

from .lazy import Lazy, LazyList
from .processes import copies, processors

__all__ = ["Lazy", "LazyList", "copies", "processors"]
