"""One file that leaves the site, and what all such files are made from.

Begin at `Export`. `Context` has the register, with names and addresses in each of its languages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from ..language import Language
from ..pages import Addresses, Naming, absolute, initial
from ..register import Meeting, Memo, Outcome, Register, Status, Tables, Thing, status


@dataclass(frozen=True, slots=True)
class Export:
    """One file, which may stand at several addresses."""

    addresses: tuple[str, ...]
    """Where it stands, from the root of the site. By the first it is remembered."""
    make: Callable[[], bytes]
    """Makes its content. It depends on the register alone: neither on the clock nor on chance."""
    language: str = ""
    """The code of the language that it is in; empty if it is not in one alone."""

    @property
    def address(self) -> str:
        """The address by which it is remembered."""
        return self.addresses[0]


@dataclass(frozen=True, slots=True)
class Tongue:
    """Words, names and addresses in one language."""

    language: Language
    naming: Naming
    addresses: Addresses


@dataclass(frozen=True, slots=True)
class Context:
    """What exports are made from."""

    register: Register
    tables: Tables
    tongues: dict[str, Tongue]
    """By code of language, that of the site's root first."""
    site: str
    """The address at which the site is published, with a slash at its end; empty if not known."""
    _owed: Memo[Thing, list[Outcome]] = field(default_factory=Memo)
    _statuses: Memo[Outcome, Status] = field(default_factory=Memo)

    def status(self, follow_up: Outcome) -> Status:
        """The state of a follow-up on the register's day."""
        return self._statuses(follow_up, status, self.register, follow_up, self.register.as_of)

    def owed(self, owner: Thing) -> list[Outcome]:
        """The follow-ups that somebody owes, or owed; each once."""
        return self._owed(owner, self._find_owed, owner)

    def _find_owed(self, owner: Thing) -> list[Outcome]:
        return [one for _, several in self.tables["owed"](owner) for one in several]

    @property
    def host(self) -> str:
        """What tells the ids of this site from those of others."""
        return urlsplit(self.site).netloc or "releve.invalid"

    def url(self, address: str) -> str:
        """The whole address of a page or a file of the site."""
        return absolute(self.site, address)

    def urls(self, thing: Thing) -> dict[str, str]:
        """The whole addresses of a thing, by language."""
        return {code: self.url(one.addresses.of(thing)) for code, one in self.tongues.items()}

    def names(self, thing: Thing) -> dict[str, str]:
        """The whole names of a thing, by language."""
        return {code: whole_name(one.naming, thing) for code, one in self.tongues.items()}

    def headings(self, thing: Thing) -> dict[str, str]:
        """What a thing is about, by language."""
        return {code: one.naming.heading(thing) for code, one in self.tongues.items()}

    def content(self, export: Export) -> bytes:
        """The content of an export, in which everything has its present name."""
        with ExitStack() as stack:
            for tongue in self.tongues.values():
                stack.enter_context(tongue.naming.names_of(None))
            return export.make()


_LINE_ENDS = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""All that some program takes for the end of a line."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML may not hold, and what nobody can see."""


def one_line(text: str) -> str:
    """A text without anything that could end its line, and with it the field that it is in."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub(" ", text).replace("\t", " ")).strip()


NEVER = date(1970, 1, 1)
"""The day of what has none."""


def last_known(register: Register, meeting: Meeting) -> date:
    """The day of the last thing that is known of a meeting; of one that is only announced, that of
    the last meeting of its body, for nothing says when it was.
    """
    if meeting.notice and meeting.notice.date:
        return meeting.notice.date
    if meeting.held:
        return meeting.date
    held = [one.date for one in register.meetings_of(meeting.body) if one.held]
    return max(held, default=NEVER)


def whole_name(naming: Naming, thing: Thing) -> str:
    """The name by which a thing is cited, with a capital: “Decision 3 of September 25, 2019”."""
    return initial(naming.name(thing, whole=True))


def text_day(day: date | None) -> str | None:
    """A day as 2019-09-25 (ISO 8601)."""
    return day.isoformat() if day else None


def bodies(context: Context, naming: Naming, meeting: Meeting) -> str:
    """The whole names of the bodies that met, in a row."""
    return ", ".join(naming.name(body, whole=True) for body in found(context, meeting.bodies))


def as_json(value: Any) -> bytes:
    """A value as JSON, on one line, which Python writes five times as fast as lines set in."""
    return f"{json.dumps(value, ensure_ascii=False)}\n".encode()


def found(context: Context, keys: Iterable[str]) -> list[Thing]:
    """The things that have these keys, as of the register's day."""
    return [thing for key in keys if (thing := context.register.find(key))]
