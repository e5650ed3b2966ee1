"""JSON beside each page: all that is known of what the page is about. Begin at `JsonFiles`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ..pages import LISTED, THINGS
from ..register import Kind, Thing
from ..source import schema
from . import format
from .export import Context, Export, as_json, found
from .plain import plain
from .things import Facts

FILE = "index.json"
"""The name of the file beside a page."""
REGISTER = "register.json"
"""The file that has the whole register in short; it stands at the root of the site."""


class JsonFiles:
    """Makes the JSON of the register, of its lists, and of each thing that has a page."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._facts = Facts(context)

    def __iter__(self) -> Iterator[Export]:
        yield Export((REGISTER,), self._register)
        for index in LISTED:
            yield self.of_list(index)
        for kind in THINGS:
            for thing in self._context.register.of_kind(kind):
                yield self.of_thing(thing)

    def of_list(self, index: str) -> Export:
        """The JSON beside an index, one of `pages.LISTED`."""
        pages = [tongue.addresses.index(index) for tongue in self._context.tongues.values()]
        return Export(tuple(f"{page}{FILE}" for page in pages), partial(self._list, index))

    def of_thing(self, thing: Thing) -> Export:
        """The JSON beside the page of a thing, the same beside that of each language."""
        pages = [tongue.addresses.of(thing) for tongue in self._context.tongues.values()]
        return Export(tuple(f"{page}{FILE}" for page in pages), partial(self._thing, thing))

    def _thing(self, thing: Thing) -> bytes:
        return self._bytes(self._facts.of(thing))

    def _list(self, index: str) -> bytes:
        tongues = self._context.tongues.items()
        titles = {code: one.naming.index_title(index) for code, one in tongues}
        return self._bytes(
            {
                **self._head("list", index, titles, index),
                "entries": self._entries(LISTED[index]),
            }
        )

    def _register(self) -> bytes:
        context, tongues = self._context, self._context.tongues.items()
        settings: schema.RegisterFile = context.register.settings
        bodies = found(context, context.register.bodies)
        titles = {code: one.naming.plain(settings.title) for code, one in tongues}
        return self._bytes(
            {
                **self._head("register", "register", titles, "home"),
                "title": settings.title,
                "languages": context.register.languages,
                "bodies": [*map(self._facts.reference, bodies)],
                "settings": plain(settings),
                "lists": {index: self._entries(kind) for index, kind in LISTED.items()},
            }
        )

    def _head(self, kind: str, key: str, titles: dict[str, str], page: str) -> dict[str, Any]:
        context, tongues = self._context, self._context.tongues.items()
        return {
            "schema_version": format.SCHEMA_VERSION,
            "kind": kind,
            "key": key,
            "name": titles,
            "heading": titles,
            "as_of": context.register.as_of.isoformat(),
            "url": {code: context.url(one.addresses.index(page)) for code, one in tongues},
        }

    def _entries(self, kind: Kind) -> list[format.Entry]:
        return [*map(self._facts.entry, self._context.register.of_kind(kind))]

    def _bytes(self, value: dict[str, Any]) -> bytes:
        return as_json({"$schema": self._context.url(format.SCHEMA), **value})
