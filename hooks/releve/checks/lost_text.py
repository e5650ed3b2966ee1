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
from ..source import File, Message, Problem, joined, short, tell, tell_number
from .common import Problems, texts_of

_ONLY_DOTS = re.compile(r"[\s\[\](){}<>\"'«»“”]*(?:…|\.\.\.)[\s\[\](){}<>\"'«»“”.…]*")
_ONLY_MARKS = re.compile(r"\s*+(?:(?:[-+*>#]++|\d++[.)])\s*+)++")
"""The marks of lists, headings and quotations in Markdown, with nothing after them to show."""
_NO_WORDS = tell("Write the words in its place. If they are not known, leave the text out.")
_HALF = re.compile(r"\[\[|(?<=[\w.-])\]\]")
_OPENED = re.compile(r"\[\[[^\[\]|\s]*")
_CLOSED = re.compile(r"[^\s\[\]]*\]\]")
_LOST_LETTER = "\ufffd"


class _Loss(NamedTuple):
    """What was lost of a text."""

    message: Message
    remedy: Message
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
    more = len(of_file) - 1
    others = tell_number("%(n)s more in this file.", "%(n)s more in this file.", more)
    return [
        file.source.problem(
            location,
            joined(loss.message, others if loss.whole_file and more else ""),
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
            tell("this text is only `%(words)s`, as in an example.", words=short(words)),
            _NO_WORDS,
        )
    elif _ONLY_MARKS.fullmatch(words):
        yield _Loss(
            tell("this text has no words, only `%(words)s`.", words=short(words)), _NO_WORDS
        )
    if "[[" in words or "]]" in words:
        yield from _half_references(words)


def _losses_of_letters(words: str) -> Iterator[_Loss]:
    if _LOST_LETTER in words:
        yield _Loss(
            tell(
                "a letter was lost here: `%(sign)s` (U+FFFD) stands in its place.",
                sign=_LOST_LETTER,
            ),
            tell("Type the letter again, and save the file as UTF-8."),
            _LOST_LETTER,
            whole_file=True,
        )
    elif found := garbled(words):
        misread, meant = found
        word = next(word for word in words.split() if misread in word or misread[0] in word)
        yield _Loss(
            tell(
                "this text was read in the wrong encoding: `%(word)s` stands for `%(mended)s`.",
                word=short(word),
                mended=short(mended(word)),
            ),
            tell(
                "Type it again (`%(misread)s` is `%(meant)s`), or copy it anew from a file "
                "saved as UTF-8.",
                misread=misread,
                meant=meant,
            ),
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
            message = tell("the reference `%(at)s` is not closed by `]]`, so it is no link.")
        else:
            ended = [match for match in _CLOSED.finditer(rest) if match.end() == half.end()]
            at = ended[0][0] if ended else half[0]
            target = at.removesuffix("]]")
            message = tell("the reference `%(at)s` is not opened by `[[`, so it is no link.")
        yield _Loss(
            message.given(at=short(at)),
            tell("Write [[%(target)s]], or [[%(target)s|words]].", target=short(target)),
            at,
        )


def is_spoilt(words: str) -> bool:
    """Whether something of a text was lost, so that it cannot be compared with another."""
    return next(losses(words), None) is not None
