"""Changes the structure of a file of YAML: its fields, its entries, and the texts in them.

Begin at `change`.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

import yaml

from .projects import HOSTILE_WORDS

Bytes = dict[str, bytes]
"""What stands in each file, by its path below `data/`; bytes of a name that are not UTF-8 are
surrogates, as Python gives them."""

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

PIECES = (
    *HOSTILE_WORDS,
    *("[[", "]]", "[[#decision-1]]", "[[#1]]", "[[ ]]", "[[x|", "[[a|b|c]]", "[a](b)", "[](x:y)"),
    *("{", "}", "[", "]", "'", '"', "''", '"\\u', "`", "```\n", "~~~", "***", "__", "> ", "- "),
    *("|", "&x ", "*x", "!!python ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", ": ", " #", ",", "?"),
    *("\t", "\r", "\r\n", "\n\n", "\u00a0", "\ufeff", "\x00", "\x1b[31m", "\u2028", "\u0085"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ue002", "\ufffd", "e\u0301", "# "),
    *("<b>", "</p>", "<a href='javascript:alert(1)'>", "<!--", "-->", "&amp;", "&#x202e;", "&"),
    *("https://a.example/?a=1&b=<x>", "javascript:alert(1)", "../..", "1 000", "12,5 %", "« x »"),
    *("|a|b|\n|-|-|\n|c|d|\n", "1. a\n   - b\n", "![x](data:,x)", "\\", "\\[", "<https://x>"),
)
_WORDS = ("", " ", "~", "null", "true", "false", "0", "-1", "1e9", "999999", "١", "xx", "a" * 101)
_LONG = (3_000, 30_000)


@lru_cache(maxsize=500)
def _pickled(text: bytes) -> bytes:
    try:
        return pickle.dumps(yaml.load(text, Loader=yaml.CBaseLoader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return pickle.dumps(None)


def parsed(text: bytes) -> Any:
    """The map or the list that some YAML is, for the caller alone; empty if it is neither."""
    value = pickle.loads(_pickled(text))
    return value if isinstance(value, dict | list) else {}


def _write(files: Bytes, name: str, value: Any) -> None:
    text = yaml.dump(
        value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000
    )
    files[name] = text.encode("utf-8", "replace")


Place = tuple[Any, Any]
"""A map with a key, or a list with an index."""


def _places(value: Any) -> Iterator[Place]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in [*inside]:
        yield value, key
        if isinstance(one, dict | list):
            yield from _places(one)


def _some_place(value: Any, random: Random, wanted: Callable[[Any], bool] | None = None) -> Place:
    """Any place in a file, or any that holds what is wanted; an IndexError where there is none."""
    places = [*_places(value)]
    if wanted:
        places = [(inside, key) for inside, key in places if wanted(inside[key])]
    return random.choice(places)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and bool(DAY.fullmatch(value))


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[a-z0-9/#.-]+", value))


def _delete(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random)
    del inside[key]
    return f"delete {key}"


def _repeat(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, lambda one: isinstance(one, list) and bool(one))
    entries = inside[key]
    times = random.choice([1, 1, 2, 30])
    # The dumper writes one object in two places as `&name` and `*name`.
    one = random.choice(entries)
    new = [one] * times if random.random() < 0.3 else [_copy(one) for _ in range(times)]
    place = random.randrange(len(entries) + 1)
    entries[place:place] = new
    return f"repeat an entry of {key} {times} times"


def _copy(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


def _reorder(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, lambda one: isinstance(one, list) and len(one) > 1)
    random.shuffle(inside[key])
    return f"another order of {key}"


def _rename_key(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, lambda one: isinstance(one, dict) and bool(one))
    fields = inside[key]
    old = random.choice(list(fields))
    other = _some_place(_any_file(files, random), random)[1]
    spelt = [old[:-1], old.upper(), f" {old}", f"{old}\u00a0", "", "en", "fr", "x" * 200]
    new = random.choice([*spelt, str(other), str(other), str(other)])
    inside[key] = {new if one == old else one: content for one, content in fields.items()}
    return f"rename {old} to {new[:40]}"


def _any_file(files: Bytes, random: Random) -> Any:
    return parsed(files[random.choice(list(files))])


def _swap(value: Any, files: Bytes, random: Random) -> str:
    one, key = _some_place(value, random)
    places = [(some, name) for some, name in _places(value) if type(some[name]) is type(one[key])]
    alike = [(some, name) for some, name in places if name == key and some is not one]
    other, place = random.choice(alike if alike and random.random() < 0.7 else places)
    one[key], other[place] = _copy(other[place]), _copy(one[key])
    return f"swap {key} and {place}"


def _from_elsewhere(value: Any, files: Bytes, random: Random) -> str:
    """Take the value of a field of the same name, from anywhere in the register."""
    inside, key = _some_place(value, random)
    fields = [(some, place) for some, place in _places(_any_file(files, random)) if place == key]
    some, place = random.choice(fields)
    inside[key] = some[place]
    return f"another {key}"


def _add(value: Any, files: Bytes, random: Random) -> str:
    """Add a field or an entry that stands elsewhere in the register, mostly among its like."""
    some, key = _some_place(_any_file(files, random), random)
    places = [one for one in _places(value) if isinstance(one[0][one[1]], type(some))]
    if isinstance(some, dict):
        alike = [(inside, place) for inside, place in places if some.keys() & inside[place].keys()]
    else:
        alike = [(inside, place) for inside, place in places if inside[place] == some]
    inside, place = random.choice(alike if alike and random.random() < 0.8 else places)
    into = inside[place]
    if isinstance(into, dict):
        into[key] = some[key]
    else:
        into.append(some[key])
    return f"add {key} to {place}"


def _other_type(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random)
    old = inside[key]
    new = [[], {}, "", [old], {"fr": old}, {key: old}, str(old), list(old), *_WORDS]
    inside[key] = random.choice(new)
    return f"{key} becomes {str(inside[key])[:40]}"


def _nest(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random)
    levels = random.choice([2, 10, 59, 60, 61, 200])
    for _ in range(levels):
        inside[key] = random.choice([[inside[key]], {"items": [inside[key]]}, {"x": inside[key]}])
    return f"nest {key} {levels} levels deep"


def _words(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, _is_text)
    old, piece = inside[key], random.choice(PIECES)
    place = random.randrange(len(old) + 1)
    inside[key] = random.choice(
        [piece, old + piece, piece + old, old[:place] + piece + old[place:], random.choice(_WORDS)]
    )
    return f"{piece[:20]!r} in {key}"


def _long_words(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, _is_text)
    piece = random.choice([*PIECES, "a", "mot ", "mot\n\n", "a-", "1. ", "> "])
    inside[key] = (piece * (random.choice(_LONG) // len(piece)))[: max(_LONG)]
    return f"{key} becomes {piece[:20]!r}, many times over"


def _refer(value: Any, files: Bytes, random: Random) -> str:
    """Replace what may be a reference by another id of the register, or of its own file."""
    inside, key = _some_place(value, random, _is_key)
    inside[key] = random.choice(ids(files))
    if random.random() < 0.3:
        inside[key] = f"{inside[key]}#{random.choice(['decision', 'follow-up', 'item'])}-1"
    return f"{key} refers to {inside[key]}"


def _refer_in_words(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, lambda one: _is_text(one) and " " in one)
    target = random.choice([*ids(files), "#1", "#decision-1", "#item-1"])
    shown = random.choice(["", "", "|x", "|*x*", "|[[x]]", "|"])
    inside[key] = f"{inside[key]} [[{target}{shown}]]"
    return f"{key} mentions {target}"


def ids(files: Bytes) -> list[str]:
    """The ids of a register: of meetings by their files, of other things by their keys."""
    found = []
    for name in files:
        kind, _, key = name.removesuffix(".yml").partition("/")
        if kind == "meetings":
            found.append(key)
        elif kind in ("people", "organizations", "topics", "glossary"):
            value = parsed(files[name])
            found += [str(one) for one in value] if isinstance(value, dict) else []
    return found or ["nobody"]


def _another_day(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, _is_day)
    old = inside[key]
    nonsense = ["2031-02-29", "2031-13-01", "0000-00-00", "9999-12-31", "1000-01-01", "31/12/2031"]
    try:
        days = random.choice([1, -1, 7, 31, -31, 365, -365, 3_650, -3_650, 36_500, 365_000])
        new = (date.fromisoformat(old) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        new = random.choice(nonsense)
    inside[key] = random.choice([new, new, new, random.choice(nonsense)])
    return f"{key} becomes {inside[key]}"


_SETTINGS: dict[str, list[Any]] = {
    "languages": [
        ["fr"],
        ["en", "fr"],
        ["fr", "en", "ar"],
        ["he", "en"],
        ["de-CH", "zh-Hant", "en"],
    ],
    "default_language": ["fr", "en", "es"],
    "country": ["CA", "CH", "US", "SA", "ZZ", "FR", ""],
    "one_language_suffices": ["true", "false"],
    "time_zone": [
        "America/St_Johns",
        "Pacific/Apia",
        "UTC",
        "Etc/GMT+12",
        "Europe/Paris",
        "Factory",
    ],
    "as_of": ["1000-01-01", "2019-10-01", "2031-05-07", "2034-02-28", "8999-12-31"],
    "contact": [
        {"email": "a@b.example"},
        {"url": "mailto:a@b.example"},
        {"name": {"fr": "<b>"}},
        {},
    ],
    "licence": [{"name": {"fr": "CC"}, "url": "https://a.example/#x"}, {"name": {"fr": "[[a]]"}}],
    "sisters": [[{"title": {"fr": "B", "en": "B"}, "path": "../b/"}], [{"path": "../../c/"}], []],
    "description": [{"fr": "**a** [[b]]", "en": "- c\n- d"}, {"fr": "> e\n\n1. f"}, {"fr": "`g`"}],
}


def _set(value: Any, files: Bytes, random: Random) -> str:
    fields = next(iter(value.values()))
    if not isinstance(fields, dict):
        return ""
    key = random.choice(list(_SETTINGS))
    fields[key] = _copy(random.choice(_SETTINGS[key]))
    return f"{key} becomes {fields[key]}"


def _markdown(value: Any, files: Bytes, random: Random) -> str:
    inside, key = _some_place(value, random, lambda one: _is_text(one) and " " in one)
    own = [f"[[{one}]]" for one in ids(files)]
    signs = [*_MARKDOWN, *own[:5], *own[:5], "[[", "]]", inside[key][:30]]
    words = random.choices(signs, k=random.choice([4, 8, 16, 40]))
    inside[key] = "".join(words) + random.choice(["", "x"])
    return f"{key} becomes {inside[key][:40]!r}"


_MARKDOWN = (
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "[",
        "](https://x.example)",
        "](",
        ")",
        "![",
        "<https://x.example>",
    ),
    *("<", ">", "&amp;", "&lt;", "&", "\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n    ", "\n***\n"),
    *("\\", "|", "[x]: https://x.example\n", "[x]", "[x][]", "~~~\n", "```\n", "\n===\n", "# "),
    *(
        "word ",
        "l'",
        " : ",
        "« ",
        " »",
        '"',
        "'",
        "1 234,5",
        "CBF",
        "CM",
        "é",
        "\u00a0",
        "\u200b",
        "--",
    ),
)


Change = Callable[[Any, Bytes, Random], str]
_CHANGES: tuple[Change, ...] = (
    *(_delete, _delete, _repeat, _reorder, _reorder, _rename_key, _swap, _swap, _other_type, _nest),
    *(
        _from_elsewhere,
        _from_elsewhere,
        _add,
        _add,
        _refer,
        _refer,
        _refer_in_words,
        _refer_in_words,
    ),
    *(
        _words,
        _words,
        _words,
        _markdown,
        _markdown,
        _long_words,
        _another_day,
        _another_day,
        _another_day,
    ),
)


_OF_SETTINGS: tuple[Change, ...] = (_set,) * 20


def change(files: Bytes, name: str, random: Random, others: Bytes) -> str:
    """Change something in the structure of a file; says what, or nothing if nothing could be.

    What is put into it is taken from the same register, and now and then from `others`.
    """
    if not (value := parsed(files[name])):
        return ""
    whole = {name: value}  # in a map, so that the whole can be changed as well
    pool = others if others and random.random() < 0.25 else files
    deed = random.choice(_CHANGES if name != "register.yml" else (*_CHANGES, *_OF_SETTINGS))
    try:
        done = deed(whole, pool, random)
    except IndexError:  # nothing of the kind stands in this file
        return ""
    try:
        _write(files, name, whole.get(name, ""))
    except (yaml.YAMLError, RecursionError, ValueError):
        return ""
    return done
