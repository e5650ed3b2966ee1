"""Makes the index of the search, with Pagefind. Begin at `write_index`.

Pagefind (https://pagefind.app) makes an index of HTML pages, in many small files, of which a
browser loads only those that a search needs. Each meeting, agenda item, decision and so on is given
to it as a page of its own, which is not published: only the words by which it can be found.

Beside it lie the words of each language (`WORDS`), by which the browser knows what the index holds.

Pagefind takes a word that it does not hold for a shorter one, "phare" for "a". The browser hence
asks for each word in quotes, which Pagefind takes as it is, before it asks what comes first.

Pagefind divides words at spaces only, and treats all kinds of spaces alike. So signs are added,
which `search-words.js` takes out again: `_prepared` says which.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup

from ..language import NBSP
from ..runtime import copies, processors
from .pagefind import index_pages
from .search_entries import SearchEntry
from .search_words import name_key, plain_words, vocabulary

INDEX_FOLDER = "assets/search"
"""The folder of the index in the site."""
WORDS = "words.{}.txt"
"""A file of that folder for each language. Its first line says in JSON how many entries there are,
the ids of those that are `past`, and by `name_key` those of entries that are asked for by name. The
other lines are the words of the index, in alphabetical order.
"""
TIED, KEPT, LIGATED = "\x1e", "\x1f", "\u0364"
"""See `_prepared`. No text of a register may contain control characters."""
NO_WORDS = "ƿ"
"""Stands for the words of an entry that has none, and is not shown."""
_WEIGHTS = {"decision": 8, "follow_up": 8, "meeting": 0.5, "page": 0.5}
"""The weight of the words of a kind in the ranking, 0 to 10, where it is not 1."""
NAMED = ("topic", "organization", "person", "term")
"""Kinds of things that a reader asks for by name."""
Group = Callable[[], Iterable[SearchEntry]]
"""Makes all entries in one language, when it is called."""


def write_index(groups: Sequence[Group], folder: Path, in_parallel: bool = False) -> None:
    """Write the index of all `groups` to `folder`; it replaces an older index once it is complete.

    With `in_parallel`, other processes make the entries of all groups but the first. This process
    makes those of the first, because it has remembered most texts of that language.

    Raises `RuntimeError` if Pagefind fails.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as name:
        temporary = Path(name)
        pages, words, new_index = (temporary / part for part in ("pages", "words", "index"))
        pages.mkdir()
        words.mkdir()
        _write_pages(groups, pages, in_parallel)
        # One language at a time, because Pagefind holds all pages that it is given in memory.
        ids = [index_pages(group, new_index) for group in sorted(pages.iterdir())]
        for path in new_index.iterdir():
            if path.name.startswith(_UNUSED):
                path.unlink()
        for of_group, path in zip(ids, sorted(words.iterdir()), strict=True):
            known = json.loads(path.read_bytes())
            text = _list_of_words(of_group, **known["list"])
            (new_index / WORDS.format(known["language"])).write_text(text, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        new_index.rename(folder)


_groups: Sequence[Group] = ()
"""Set before other processes are forked, which inherit it."""


def _write_pages(groups: Sequence[Group], pages: Path, in_parallel: bool) -> None:
    """Write the entries of each group as pages, to a folder in `pages` with the group's number."""
    global _groups
    _groups = groups
    if in_parallel and processors() > 1:
        with copies(processors() - 1) as pool:
            others = pool.map(_write_group, range(1, len(groups)), repeat(pages))
            _write_group(0, pages)
            list(others)
    else:
        for number in range(len(groups)):
            _write_group(number, pages)
    _groups = ()


def _write_group(number: int, pages: Path) -> None:
    """Write the pages of a group, and what `_list_of_words` needs to know of them."""
    (pages / str(number)).mkdir()
    pieces: set[str] = set()
    past, names, language = [], {}, ""
    for place, entry in enumerate(_groups[number]()):
        file = f"{_order(entry)}-{place:06}.html"
        (pages / str(number) / file).write_text(_prepared(_page(entry)), encoding="utf-8")
        if _PAST.intersection(entry.states):
            past.append(file)
        called: tuple[str, ...] = (entry.title,)
        if entry.kind in NAMED:
            called = entry.names
            names[file] = [name_key(name, entry.language) for name in called]
        pieces.update(plain_words(entry.words))
        pieces.update(word for name in called for word in name.split())
        language = entry.language
    files = sorted(path.name for path in (pages / str(number)).iterdir())
    known = {"files": files, "past": past, "names": names, "words": vocabulary(pieces)}
    path = pages.parent / "words" / f"{number}.json"
    path.write_text(json.dumps({"language": language, "list": known}), encoding="utf-8")


def _list_of_words(
    ids: Sequence[str],
    files: Sequence[str],
    past: Sequence[str],
    names: Mapping[str, Sequence[str]],
    words: Sequence[str],
) -> str:
    """The content of the file `WORDS`, from the `ids` that Pagefind has given to the `files`."""
    id_of = dict(zip(files, ids, strict=True))
    ids_by_name: dict[str, list[str]] = {}
    for file, keys in sorted(names.items()):
        for key in filter(None, dict.fromkeys(keys)):
            ids_by_name.setdefault(key, []).append(id_of[file])
    head = {
        "size": len(files),
        "past": [id_of[file] for file in sorted(past)],
        "names": ids_by_name,
    }
    first = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return "".join(f"{line}\n" for line in (first, *words))


def _order(entry: SearchEntry) -> str:
    """What tells the order of entries: the latest first, and those without a day last."""
    return f"{date.max.toordinal() - (entry.day or date.min).toordinal():07}"


_UNUSED = (
    "pagefind-component",
    "pagefind-highlight",
    "pagefind-modular",
    "pagefind-ui",
    "pagefind-worker",
)
"""Files of Pagefind that the site does not need: it has a user interface of its own."""


def _page(entry: SearchEntry) -> Markup:
    # The words of a name weigh more than those of another title.
    titled = "name" if entry.kind in NAMED else "title"
    others = [name for name in entry.names if name != entry.title]
    fields = [
        ("meta", titled, entry.title),
        ("meta", "names", ", ".join(others) if entry.kind in NAMED else ""),
        ("meta", "subject", entry.subject),
        ("meta", "address", entry.address),
        ("meta", "date", entry.dated),
        ("meta", "tongue", entry.tongue),
        ("meta", "marks", " ".join(_marks(entry))),
    ]
    tags = Markup("").join(_TAG.format(*field) for field in fields if field[2])
    weight = _WEIGHTS.get(entry.kind, 1)
    # Pagefind leaves out a page without words.
    words = entry.words if any(map(str.isalnum, entry.words.striptags())) else NO_WORDS
    return _PAGE.format(entry.language, tags, weight, words)


_TAG = Markup('<meta data-pagefind-{}="{}[content]" content="{}">')
_PAGE = Markup(
    '<!doctype html><html lang="{}"><body>{}<div data-pagefind-weight="{}">{}</div></body></html>'
)


def _marks(entry: SearchEntry) -> Iterator[str]:
    """The filters of an entry, as words that nobody types.

    Pagefind has filters of its own, but writes them in another order each time, so that two builds
    would not be the same bytes.
    """
    yield _mark("kind", entry.kind)
    if entry.number:
        yield _mark("number", entry.number.lower())
    for body in entry.bodies:
        yield _mark("body", body)
    if entry.day:
        yield _mark("year", f"{entry.day.year}")
        yield _mark("day", f"{entry.day}")
    for state in entry.states:
        yield _mark("state", state)
        if state in _AMONG:
            yield _mark("among", _AMONG[state])
    for topic in entry.topics:
        yield _mark("topic", topic)
    for organization in entry.organizations:
        yield _mark("organization", organization)


_AMONG = {
    "in-force": "standing",
    "amended": "standing",
    "open": "unclosed",
    "in-progress": "unclosed",
}
"""The groups of states by which results can be filtered, too."""
_PAST = {"superseded", "rescinded", "expired", "not-ratified", "rejected", "withdrawn", "lapsed"}
"""States of what does not stand: it comes after what does."""


def _mark(name: str, value: str) -> str:
    """A filter as one word, which `search.js` makes in the same way.

    It begins and ends with a letter that no living language uses: Pagefind finds a word by its
    beginning. Pagefind would divide it at digits and punctuation, so other letters replace these.
    """
    return f"ƿ{name}ƿ{value.translate(_LETTERS)}ƿ"


_LETTERS = str.maketrans("0123456789-_", "абвгдежзиклм")


def _prepared(html: str) -> str:
    """The HTML, so that Pagefind divides its words as they are searched.

    After the apostrophe of « l’identité » come `TIED` and a space, so that « identité » is a word,
    and after a dash between two words; a no-break space becomes `KEPT` and a space; « œ » becomes
    « oe » and `LIGATED`, a sign that Pagefind does not read; all kinds of hyphens become one.
    """
    html = unicodedata.normalize("NFC", html).translate(_SIGNS)
    html = _APOSTROPHE.sub(f"'{TIED} ", html)
    return _DASH.sub(rf"\g<0>{TIED} ", html).replace(NBSP, f"{KEPT} ")


_APOSTROPHE = re.compile(r"(?<=\w)\u2019(?=\w)")
_DASH = re.compile(r"(?<=\w)[\u2013\u2014](?=\w)")
_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "Œ": "OE", "Æ": "AE"}
_SIGNS = str.maketrans(
    {sign: letters + LIGATED for sign, letters in _LIGATURES.items()}
    | {"\u2010": "-", "\u2011": "-", "\ufb01": "fi", "\ufb02": "fl", "\u00ad": None}
)
