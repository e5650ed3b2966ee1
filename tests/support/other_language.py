"""What is left in English of a problem that is said in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.messages.pofile import read_po

from releve.language import CATALOGUES, TERMINAL, said
from releve.source import Message, Problem

_QUOTED = re.compile(r"`[^`]*`|«[^»]*»|\[\[.*?\]\](?:\(…\))?|\"[^\"]*\"|<[^>]*>")
_ENGLISH = re.compile(
    r"\b(?:the|is|are|was|and|that|this|it|its|stands?|here|which|does|must|first|line|has|if|at|"
    r"before|after|more|than|nothing|yet|only)\b",
    re.IGNORECASE,
)
"""Small English words, none of them one of French or a field of the format."""
with (CATALOGUES / "messages.pot").open("rb") as file:
    _KNOWN = {
        form
        for message in read_po(file)
        if message.context == TERMINAL
        for form in (message.id if isinstance(message.id, tuple) else [message.id])
    }


def left_in_english(problem: Problem) -> Iterator[str]:
    """What of a problem cannot be said, or is not said, in the language of the terminal."""
    for text in (problem.message, problem.remedy):
        if not isinstance(text, Message):
            yield f"no message: {text}"
            continue
        yield from _parts_without_words(text)
        words = said(text)
        yield from (f"lost: {value}" for value in _plain_values(text) if value not in words)
        if found := _ENGLISH.search(_QUOTED.sub("", words)):
            yield f"“{found[0]}” stands in: {words}"


def _parts_without_words(message: Message) -> Iterator[str]:
    """The sentences of a message, and of those in it, that the catalogues do not have."""
    words = re.sub(r"%\(\w+\)s", "", message.template)
    is_language = not message.values and said(message) != message.template
    if re.search(r"[^\W\d_]", words) and message.template not in _KNOWN and not is_language:
        yield f"not in the catalogues: {message.template}"
    for value in message.values.values():
        if isinstance(value, Message):
            yield from _parts_without_words(value)


def _plain_values(message: Message) -> Iterator[str]:
    """What is put into a message as it is, and stands in it."""
    for name, value in message.values.items():
        if isinstance(value, Message):
            yield from _plain_values(value) if f"%({name})s" in message.template else ()
        elif f"%({name})s" in message.template + message.plural and name != "n":
            yield str(value)
