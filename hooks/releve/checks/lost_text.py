"""Rules on words that were lost or spoilt on their way into a file, which nobody may notice later.

Each is an error: the page would say less than the secretary has typed, and look right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ..language import garbled, mended
from ..register import REFERENCE, Register, without_code
from ..source import File, Problem, short
from .common import Problems, texts_of

_ONLY_DOTS = re.compile(r"[\s\[\](){}<>\"'«»“”]*(?:…|\.\.\.)[\s\[\](){}<>\"'«»“”.…]*")
_HALF = re.compile(r"\[\[|(?<=[\w.-])\]\]")
_OPENED = re.compile(r"\[\[[^\[\]|\s]*")
_CLOSED = re.compile(r"[^\s\[\]]*\]\]")
_LOST_LETTER = "\ufffd"


class _Loss(NamedTuple):
    """What was lost of a text."""

    message: str
    remedy: str
    at: str = ""
    """The words at whose place to say so."""
    whole_file: bool = False
    """Whether what did it has done the same to other texts of the file."""


def nothing_is_lost(register: Register) -> Problems:
    for file in register.files:
        yield from file.remember("lost", partial(_losses_in, file))


def _losses_in(file: File) -> list[Problem]:
    found = [
        ((*location, language), loss)
        for location, text in texts_of(file)
        for language, words in text.items()
        for loss in losses(words)
    ]
    # A file that was read in the wrong encoding has hundreds of such words, and one cause.
    of_file = [location for location, loss in found if loss.whole_file]
    others = f" {len(of_file) - 1} more in this file." if len(of_file) > 1 else ""
    return [
        file.source.problem(
            location,
            loss.message + (others if loss.whole_file else ""),
            loss.remedy,
            at=loss.at,
        )
        for location, loss in found
        if not loss.whole_file or location == of_file[0]
    ]


def losses(words: str) -> Iterator[_Loss]:
    """What was lost of a text, or spoilt in it."""
    if not words.isascii():
        yield from _losses_of_letters(words)
    if _ONLY_DOTS.fullmatch(words):
        yield _Loss(
            f"this text is only `{short(words)}`, as in an example.",
            "Write the words in its place. If they are not known, leave the text out.",
        )
    if "[[" in words or "]]" in words:
        yield from _half_references(words)


def _losses_of_letters(words: str) -> Iterator[_Loss]:
    if _LOST_LETTER in words:
        yield _Loss(
            f"a letter was lost here: `{_LOST_LETTER}` (U+FFFD) stands in its place.",
            "Type the letter again, and save the file as UTF-8.",
            _LOST_LETTER,
            whole_file=True,
        )
    elif found := garbled(words):
        misread, meant = found
        word = next(word for word in words.split() if misread in word or misread[0] in word)
        yield _Loss(
            f"this text was read in the wrong encoding: `{short(word)}` stands for "
            f"`{short(mended(word))}`.",
            f"Type it again (`{misread}` is `{meant}`), or copy it anew from a file saved as "
            "UTF-8.",
            misread,
            whole_file=True,
        )


def _half_references(words: str) -> Iterator[_Loss]:
    """References of which only one end is written: `[[council]` or `council]]`."""
    # What is whole is blotted out, by as many characters.
    rest = REFERENCE.sub(lambda match: " " * len(match[0]), without_code(words))
    for half in _HALF.finditer(rest):
        if half[0] == "[[":
            begun = _OPENED.match(rest, half.start())
            at = begun[0] if begun else half[0]
            target = at.removeprefix("[[") or "cm-jc/2019-09-25#decision-3"
            lacks = "is not closed by `]]`"
        else:
            ended = [match for match in _CLOSED.finditer(rest) if match.end() == half.end()]
            at = ended[0][0] if ended else half[0]
            target = at.removesuffix("]]")
            lacks = "is not opened by `[[`"
        yield _Loss(
            f"the reference `{short(at)}` {lacks}, so it is no link.",
            f"Write [[{short(target)}]], or [[{short(target)}|words]].",
            at,
        )


def is_spoilt(words: str) -> bool:
    """Whether something of a text was lost, so that it cannot be compared with another."""
    return next(losses(words), None) is not None
