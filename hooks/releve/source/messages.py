"""Sentences for whoever edits a register, each of which can be said in any language.

Comes in: an English sentence, and what is to be put into it. Goes out: a `Message`, which is the
English text, and keeps what it was made of until it is printed: only the program that prints it
knows the language of the terminal. Begin at `tell`. `joined` and the functions after it put several
texts into one.

The catalogues translate whole sentences, for another language has its own order of words. So what
is put into one is a name, a number, a piece of YAML, or another message.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import reduce
from typing import Any

Values = Mapping[str, "str | int"]


class Message(str):
    """A text in English that can be said in other languages."""

    __slots__ = ("plural", "template", "values")
    template: str
    """The English words, with `%(name)s` for each of the values: the key of the catalogues."""
    plural: str
    """The same for another number than one; empty where no number matters. It is that of `n`."""
    values: Values

    def __new__(cls, template: str, plural: str = "", values: Values | None = None) -> Message:
        """Where values are still to be `given`, the template is the text."""
        values = values or {}
        words = plural if plural and values["n"] != 1 else template
        with suppress(KeyError):
            words = words % values if values else words
        message = super().__new__(cls, words)
        message.template, message.plural, message.values = template, plural, values
        return message

    def given(self, **values: object) -> Message:
        """The message with these values, besides those that it has."""
        return Message(self.template, self.plural, {**self.values, **_plain(values)})

    def said(self, translate: Translate) -> str:
        """The text in another language."""
        if not self.values:
            return translate(self)
        values = {name: said(value, translate) for name, value in self.values.items()}
        try:
            return translate(self) % values
        except (KeyError, TypeError, ValueError):  # a translation with places for other values
            return self

    def __reduce__(self) -> Any:
        return type(self), (self.template, self.plural, self.values)


Translate = Callable[[Message], str]
"""Gives the words of a message in a language, with places for its values."""


def in_english(message: Message) -> str:
    """The words of a message as they are in the code: see `Translate`."""
    if not message.values:
        return str(message)
    return message.plural if message.plural and message.values["n"] != 1 else message.template


def tell(template: str, **values: object) -> Message:
    """A message, with `values` for its `%(name)s`. The catalogues are made from these calls."""
    return Message(template, "", _plain(values))


def tell_number(singular: str, plural: str, n: int, **values: object) -> Message:
    """A message that depends on a number, which it holds as `%(n)s`."""
    return Message(singular, plural, {"n": n, **_plain(values)})


def said(text: str | int, translate: Translate) -> str:
    """A text in another language if it is a message; otherwise as it is."""
    return text.said(translate) if isinstance(text, Message) else str(text)


def _plain(values: Mapping[str, object]) -> Values:
    """Values as they are kept: a day, for one, as it is written in a message; and whatever was
    typed on several lines, on one, as a message is.
    """
    return {
        name: value if isinstance(value, Message | int) else " ".join(str(value).splitlines())
        for name, value in values.items()
    }


def joined(*parts: str, between: str = " ") -> Message:
    """Several texts in one, without those that are empty."""
    parts = tuple(filter(None, parts))
    if len(parts) == 1 and isinstance(parts[0], Message):
        return parts[0]
    template = between.join(f"%(part_{number})s" for number in range(len(parts)))
    return Message(template, "", {f"part_{number}": part for number, part in enumerate(parts)})


def both(texts: Iterable[str]) -> Message:
    """Texts of which each counts: “a and b”."""
    return joined(reduce(lambda one, two: tell("%(one)s and %(two)s", one=one, two=two), texts))


def either(texts: Iterable[str]) -> Message:
    """Texts of which one counts: “a or b”."""
    return joined(reduce(lambda one, two: tell("%(one)s or %(two)s", one=one, two=two), texts))


def thousands(number: int) -> str:
    """A number below a million, as each language writes it."""
    if number < 1000:
        return str(number)
    return tell("%(thousands)s,%(rest)s", thousands=number // 1000, rest=f"{number % 1000:03}")


_REASONS = {
    errno.EACCES: tell("Permission denied"),
    errno.EPERM: tell("Operation not permitted"),
    errno.ENOENT: tell("No such file or directory"),
    errno.EISDIR: tell("Is a directory"),
    errno.ENOTDIR: tell("Not a directory"),
    errno.ENAMETOOLONG: tell("File name too long"),
    errno.ENOSPC: tell("No space left on device"),
    errno.EROFS: tell("Read-only file system"),
    errno.EIO: tell("Input/output error"),
}


def reason(error: OSError) -> str:
    """Why the system could not do something; for what is rare, in the system's own words."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


def write(line: str) -> Message:
    """The remedy that says what to write."""
    return tell("Write `%(line)s`.", line=line)


def did_you_mean(name: str | None) -> str:
    """The question whether a name was meant; empty if none is likely."""
    return tell("Did you mean `%(name)s`?", name=name) if name else ""
