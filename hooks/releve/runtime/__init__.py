"""Services that know nothing of the register: timing, processes, a cache, lazily loaded values.

Comes in: values of any kind. Goes out: services that all other packages may use.
Begin at `cache`, the only module that writes lasting files.

    switches    the tricks that save time or memory, each of which can be switched off
    timing      how long each stage of a build takes, and how far it has come
    processes   worker processes, forked from this one
    lazy        long values that stay out of memory until they are read
    cache       data that one run saves for the next, in `.cache/`
"""

from .lazy import Lazy, LazyList
from .processes import copies, processors

__all__ = ["Lazy", "LazyList", "copies", "processors"]
