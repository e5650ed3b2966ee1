"""What a page offers to take away. The package `exports` makes these files and says which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .addresses import Page


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that a page links to."""

    name: str
    """The name of its form, such as JSON, the same in every language."""
    media_type: str
    address: str
    """From the root of the site."""
    size: int | None = None
    """In bytes; None where that is not told."""
    is_followed: bool = False
    """Whether programs ask for it again and again, to tell what is new."""
    subscribe: str = ""
    """The whole address by which a program does that, where it needs one of its own."""


Offers = Callable[[Page], list[Offer]]
"""What a page offers."""


def nothing(page: Page) -> list[Offer]:
    """What a page offers where nothing can be taken away."""
    return []
