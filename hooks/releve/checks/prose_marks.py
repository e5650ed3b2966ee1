"""Rules on Markdown that pages do not render, so that readers would see its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ..register import REFERENCE, Register, without_code
from ..source import INVISIBLE, File, Message, Problem, leads_out, short, tell
from .common import Problems, texts_of


class _Mark(NamedTuple):
    """Something of Markdown that is not rendered."""

    name: Message
    pattern: re.Pattern[str]
    remedy: Message


_TAG = (
    r"<!--|</?[A-Za-z][A-Za-z0-9-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'=<>`]+))?)*"
    r"\s*/?>"
)
_MARKS = [
    _Mark(
        tell("an image"),
        re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"),
        tell(
            "Put the file where it has an address, and name it under `documents` of the item "
            "or as [what it shows](https://…)."
        ),
    ),
    _Mark(
        tell("HTML"),
        re.compile(_TAG),
        tell(
            "Take the tags out: **bold**, *italics* and lists need none. If the words are "
            "meant as they stand, put them between backticks: `<b>`."
        ),
    ),
    _Mark(
        tell("a heading"),
        re.compile(r"^[ ]{0,3}#{1,6}[ \t]+\S.*|^\S.*\n[ ]{0,3}={2,}[ \t]*$", re.MULTILINE),
        tell(
            "Write a heading of the discussion as an entry of its own, `- heading: {…}`, or "
            "set the words in bold: **…**."
        ),
    ),
    _Mark(
        tell("a footnote"),
        re.compile(r"\[\^[^\[\]\s]+\]"),
        tell("Write what it says in brackets after the word, or as a `note` under `outcomes`."),
    ),
    _Mark(
        tell("a link without a whole address"),
        re.compile(
            r"(?<!!)\[[^\[\]\n]*\]\(\s*<?(?!\s*<?(?:https?://|mailto:))[^()\n]*\)"
            r"|^[ ]{0,3}\[[^\[\]\n^]+\]:[ \t]*<?(?!<?(?:https?://|mailto:))\S+",
            re.MULTILINE | re.IGNORECASE,
        ),
        tell(
            "Write the address whole, beginning with https:// or mailto:, or refer to what the "
            "register holds by its id: [[cm-jc/2019-09-25#decision-3]]."
        ),
    ),
    _Mark(
        tell("a list on one line"),
        re.compile(r"[•‣◦▪●➢➤][^\n•‣◦▪●➢➤]*\S[^\S\n]+[•‣◦▪●➢➤][^\S\n]*\S.*"),
        tell("Write the text as a block, `%(language)s: |`, then a line `- …` for each point."),
    ),
]
_CANNOT_FOLLOW = _Mark(
    tell("a link that no browser can follow"),
    re.compile(
        rf"(?<!!)\[[^\[\]\n]*\]\(\s*<?((?:https?://|mailto:)[^\s()<>{INVISIBLE}]*)[ \"')]",
        re.IGNORECASE,
    ),
    tell("Copy the address anew from the browser: its host or its port cannot be read."),
)
_TITLES = {"title", "name", "acronym", "place", "heading", "term", "offices"}
"""Fields that pages show on one line, as plain words."""
_EMPHASIS = _Mark(
    tell("Markdown"),
    re.compile(r"\*\*[^*\s][^*]*\*\*|~~[^~\s][^~]*~~|`[^`]+`|\[[^\[\]\n]+\]\(https?://[^()\s]+\)"),
    tell("A title or a name is plain words: take the marks out."),
)
_MAY_BE_MARK = re.compile(r"[<#=•‣◦▪●➢➤`]|\*\*|~~|\]\(|\[\^|\]:|!\[").search


def prose_holds_only_what_is_rendered(register: Register) -> Problems:
    for file in register.files:
        yield from file.remember("marks", partial(_marks_in, file))


def _marks_in(file: File) -> list[Problem]:
    return [
        file.source.problem(
            (*location, language),
            tell(
                "%(mark)s stands in this text, and pages show its marks as they are: `%(words)s`.",
                mark=mark.name,
                words=short(found),
            ),
            mark.remedy.given(language=language),
            at=found.split("\n")[0],
            warning=True,
        )
        for location, text in texts_of(file)
        for language, words in text.items()
        if _MAY_BE_MARK(words)
        for mark, found in _found(words, {*location[-2:]} & _TITLES)
    ]


def _found(words: str, in_title: object) -> Iterator[tuple[_Mark, str]]:
    """What is not rendered in a text, or in a title: once for each kind, with its first words."""
    plain = REFERENCE.sub(" ", words if in_title else without_code(words))
    for mark in [*_MARKS, _EMPHASIS] if in_title else _MARKS:
        if match := mark.pattern.search(plain):
            yield mark, match[0]
    for match in _CANNOT_FOLLOW.pattern.finditer(plain):
        if not leads_out(match[1]):
            yield _CANNOT_FOLLOW, match[0]
            return
