"""JSON beside each page: all that is known of what the page is about. Begin at `json_files`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from ..pages import LISTED, THINGS
from ..register import Kind, Thing
from ..source import schema
from . import format
from .export import Context, Export, found
from .plain import plain
from .things import Facts

FILE = "index.json"
"""The name of the file beside a page."""
REGISTER = "register.json"
"""The file that has the whole register in short; it stands at the root of the site."""


def json_files(context: Context) -> Iterator[Export]:
    """The JSON of the register, of its lists and of each thing that has a page."""
    yield Export((REGISTER,), partial(_register, context))
    for index in LISTED:
        yield of_list(context, index)
    for kind in THINGS:
        for thing in context.register.of_kind(kind):
            yield of_thing(context, thing)


def of_list(context: Context, index: str) -> Export:
    """The JSON beside an index, one of `pages.LISTED`."""
    pages = [tongue.addresses.index(index) for tongue in context.tongues.values()]
    return Export(tuple(f"{page}{FILE}" for page in pages), partial(_list, context, index))


def of_thing(context: Context, thing: Thing) -> Export:
    """The JSON beside the page of a thing, the same beside that of each language."""
    pages = [tongue.addresses.of(thing) for tongue in context.tongues.values()]
    return Export(tuple(f"{page}{FILE}" for page in pages), partial(_thing, context, thing))


def _thing(context: Context, thing: Thing) -> bytes:
    return _bytes(context, Facts(context).of(thing))


def _list(context: Context, index: str) -> bytes:
    tongues = context.tongues.items()
    return _bytes(
        context,
        {
            **_head(context, "list", index),
            "name": {code: one.naming.index_title(index) for code, one in tongues},
            "url": {code: context.url(one.addresses.index(index)) for code, one in tongues},
            "entries": _entries(context, LISTED[index]),
        },
    )


def _register(context: Context) -> bytes:
    settings: schema.RegisterFile = context.register.settings
    tongues = context.tongues.items()
    facts = Facts(context)
    return _bytes(
        context,
        {
            **_head(context, "register", "register"),
            "name": {code: one.naming.plain(settings.title) for code, one in tongues},
            "url": {code: context.url(one.addresses.index("home")) for code, one in tongues},
            "title": settings.title,
            "languages": context.register.languages,
            "bodies": [*map(facts.reference, found(context, context.register.bodies))],
            "settings": plain(settings),
            "lists": {index: _entries(context, kind) for index, kind in LISTED.items()},
        },
    )


def _head(context: Context, kind: str, key: str) -> dict[str, Any]:
    return {
        "schema_version": format.SCHEMA_VERSION,
        "kind": kind,
        "key": key,
        "as_of": context.register.as_of.isoformat(),
    }


def _entries(context: Context, kind: Kind) -> list[format.Entry]:
    return [*map(Facts(context).entry, context.register.of_kind(kind))]


def _bytes(context: Context, value: dict[str, Any]) -> bytes:
    named = {"$schema": context.url(format.SCHEMA), **value}
    return (json.dumps(named, ensure_ascii=False, indent=1) + "\n").encode()
