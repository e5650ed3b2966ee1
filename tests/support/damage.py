"""Damages a register: the text of its files, the structure of their YAML, or the files themselves.

Each deed is drawn by a `Random` and by nothing else, so that its seed makes the same damage again.
Begin at `damaged`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from .damage_of_structure import DAY, PIECES, Bytes, change, ids

Deed = Callable[[Bytes, str, Random], str]
"""Damages one file, or more, in place; says what was done, or nothing if nothing could be."""

# --- text -----------------------------------------------------------------------------------------


def _cut(files: Bytes, name: str, random: Random) -> str:
    text, start = files[name], random.randrange(len(files[name]))
    length = random.choice([1, 1, 2, 5, 40, len(text)])
    files[name] = text[:start] + text[start + length :]
    return f"drop {length} bytes at {start}"


def _double(files: Bytes, name: str, random: Random) -> str:
    text, start = files[name], random.randrange(len(files[name]))
    end = start + random.choice([1, 2, 10, 80, 500])
    files[name] = text[:end] + text[start:end] * random.choice([1, 1, 3, 50]) + text[end:]
    return f"repeat bytes {start} to {end}"


def _swap_bytes(files: Bytes, name: str, random: Random) -> str:
    text = bytearray(files[name])
    one, other = random.randrange(len(text)), random.randrange(len(text))
    text[one], text[other] = text[other], text[one]
    files[name] = bytes(text)
    return f"swap the bytes {one} and {other}"


def _other_byte(files: Bytes, name: str, random: Random) -> str:
    text, place = bytearray(files[name]), random.randrange(len(files[name]))
    text[place] = random.choice([0, 9, 10, 32, 127, 128, 195, 237, 254, 255, *b"[]{}:#&*!|>'\"%@`"])
    files[name] = bytes(text)
    return f"another byte at {place}"


def _insert(files: Bytes, name: str, random: Random) -> str:
    text = files[name].decode("utf-8", "surrogateescape")
    place, piece = random.randrange(len(text) + 1), random.choice(PIECES)
    if random.random() < 0.1:
        piece *= random.choice([100, 2_000])
    text = text[:place] + piece + text[place:]
    files[name] = text.encode("utf-8", "surrogateescape")
    return f"{piece[:20]!r} at {place}"


def _lines(files: Bytes, name: str, random: Random) -> str:
    lines = files[name].splitlines(keepends=True)
    place, other = random.randrange(len(lines)), random.randrange(len(lines) + 1)
    deed = random.choice(["delete", "repeat", "move", "indent", "outdent", "comment", "join"])
    match deed:
        case "delete":
            del lines[place : place + random.choice([1, 1, 1, 3, 10])]
        case "repeat":
            lines.insert(other, lines[place])
        case "move":
            lines.insert(min(other, len(lines) - 1), lines.pop(place))
        case "indent":
            lines[place] = random.choice([b" ", b"  ", b"\t", "\u00a0".encode()]) + lines[place]
        case "outdent":
            lines[place] = lines[place].removeprefix(b" ").removeprefix(b" ")
        case "comment":
            lines[place] = b"# " + lines[place]
        case "join":
            lines[place] = lines[place].rstrip(b"\n") + b" "
    files[name] = b"".join(lines)
    return f"{deed} line {place + 1}"


def _other_form(files: Bytes, name: str, random: Random) -> str:
    text, form = files[name], random.choice(["BOM", "CRLF", "CR", "UTF-16", "tabs", "Latin-1"])
    match form:
        case "BOM":
            text = b"\xef\xbb\xbf" + text
        case "CRLF" | "CR":
            text = text.replace(b"\n", b"\r\n" if form == "CRLF" else b"\r")
        case "tabs":
            text = text.replace(b"  ", b"\t")
        case _:
            text = text.decode("utf-8", "replace").encode(form, "replace")
    files[name] = text
    return f"write it as {form}"


# --- files ----------------------------------------------------------------------------------------


def _elsewhere(files: Bytes, name: str, random: Random) -> str:
    """Another name for a file: near to its own, or to that of another, or odd."""
    folder, _, last = name.rpartition("/")
    stem = last.removesuffix(".yml")
    day = DAY.search(stem)
    around = random.choice(list(files)).rpartition("/")[0]
    odd = ["2031-02-30.yml", "1000-01-01.yml", "A b.yml", "é.yml", "\udcff.yml", "a\nb.yml", ".yml"]
    odd += [f"{last}~", f".{last}", f"{stem}.yaml", f"{stem}.YML", f"{stem}-2.yml"]
    odd += ["x" * 200 + ".yml"]
    if day:
        later = random.choice(["2031-12-31", "2019-01-01", "2034-01-01", "8999-01-01"])
        odd += [last.replace(day[0], later)] * 6
    new = random.choice([last, random.choice(odd), random.choice(list(files)).rpartition("/")[2]])
    where = random.choice([folder, folder, around, "", f"{folder}/{stem}", f"meetings/{stem}"])
    return "/".join(part for part in (*where.split("/"), new) if part not in ("", ".", ".."))


def _rename(files: Bytes, name: str, random: Random) -> str:
    new = _elsewhere(files, name, random)
    files[new] = files.pop(name)
    return f"rename it to {new}"


def _twin(files: Bytes, name: str, random: Random) -> str:
    new = _elsewhere(files, name, random)
    files[new] = files[name]
    return f"copy it to {new}"


def _remove(files: Bytes, name: str, random: Random) -> str:
    del files[name]
    return "remove it"


def _empty(files: Bytes, name: str, random: Random) -> str:
    files[name] = random.choice([b"", b"\n", b"---\n", b"# x\n", b"{}\n", b"[]\n", b"~\n", b"x\n"])
    return "empty it"


def _exchange(files: Bytes, name: str, random: Random) -> str:
    other = random.choice(list(files))
    files[name], files[other] = files[other], files[name]
    return f"exchange it with {other}"


# --- everywhere at once ---------------------------------------------------------------------------

_NEW_IDS = (
    *(
        "en",
        "fr",
        "es",
        "404",
        "1",
        "a",
        "x-y-z",
        "index",
        "sitemap",
        "search",
        "recherche",
        "assets",
    ),
    *("meetings", "reunions", "decisions", "suivis", "follow-ups", "topics", "themes", "people"),
    *("organizations", "organisations", "glossary", "glossaire", "about", "a-propos", "pagefind"),
    *("decision-1", "follow-up-1", "suivi-1", "item-1", "annexe", "2031-05-06", "a" * 99),
)
_NEW_LANGUAGES = ("de", "ar", "he", "zh-Hant", "pt-BR", "fr-CA", "en-GB", "xx", "ja", "sr-Latn-RS")
_NEW_NUMBERS = ("0", "1A", "1a", "99999", "a.b", "A-1", "01", "1.1", "c" * 60)


def _everywhere(files: Bytes, name: str, random: Random) -> str:
    """Another id, language, day or number, or other years, in all files and names: so that all that
    refers to it still does.
    """
    kind = random.choice(["id", "id", "language", "day", "years", "number"])
    text = files[name].decode("utf-8", "replace")
    new, pattern = "", ""
    if kind == "id" and (known := ids(files)):
        old = random.choice(known).split("/")[0]
        new = random.choice([*_NEW_IDS, random.choice(known).split("/")[0]])
        pattern = rf"(?<![\w-]){re.escape(old)}(?![\w-])"
    elif kind == "language":
        old, new = random.choice(["fr", "en", "es"]), random.choice([*_NEW_LANGUAGES, "fr", "en"])
        pattern = rf"(?<![\w-]){old}(?=:)|(?<=[\[ ]){old}(?=[,\]])|(?<=^- ){old}$"
    elif kind == "day" and (days := DAY.findall(text + name)):
        old, new = random.choice(days), random.choice([*days, *_NEW_DAYS])
        pattern = re.escape(old)
    elif kind == "number" and (numbers := re.findall(r"(?:decision|follow_up|item): (\w+)", text)):
        new = random.choice([*numbers, *_NEW_NUMBERS])
        # After `decision: `, `follow_up: ` or `item: `, and where they are referred to.
        pattern = rf"(?:(?<=[nmp]: )|(?<=[nmp]-)){random.choice(numbers)}\b"
    elif kind == "years":
        later = random.choice([1, -1, 4, 100, -1_000, 969, 6_000])
        return _later(files, later)
    if pattern:
        _replace(files, re.compile(pattern, re.MULTILINE), lambda match: new)
    return f"{kind} {new} everywhere" if pattern else ""


_NEW_DAYS = ("2031-05-06", "2031-05-07", "1000-01-01", "9000-12-31", "2032-02-29", "2019-11-20")


def _later(files: Bytes, years: int) -> str:
    def moved(match: re.Match[str]) -> str:
        return f"{min(max(int(match[0]) + years, 1), 9_999):04}"

    _replace(files, re.compile(r"(?<!\d)\d{4}(?=-\d\d-\d\d)"), moved)
    return f"all {years} years later"


def _replace(files: Bytes, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> None:
    for name, content in list(files.items()):
        del files[name]
        text = content.decode("utf-8", "surrogateescape")
        files[pattern.sub(new, name)] = pattern.sub(new, text).encode("utf-8", "surrogateescape")


_TEXT: tuple[Deed, ...] = (_cut, _double, _swap_bytes, _other_byte, _insert, _insert)
_TEXT += (_lines, _lines, _other_form)
_FILES: tuple[Deed, ...] = (_rename, _twin, _twin, _remove, _empty, _exchange)


def damaged(files: Bytes, random: Random, others: Bytes | None = None) -> tuple[Bytes, list[str]]:
    """A register with some damage, and what was done to which file.

    Fields of `others`, the files of other registers, may come into it.
    """
    files, done = dict(files), []
    for _ in range(random.choice([1, 1, 1, 1, 2, 2, 3, 8])):
        if not files:
            break
        name = random.choice(list(files))
        level = random.random()
        if level < 0.22 and files[name]:
            said = random.choice(_TEXT)(files, name, random)
        elif level < 0.37:
            said = _everywhere(files, name, random)
        elif level < 0.43:
            said = random.choice(_FILES)(files, name, random)
        else:
            said = change(files, name, random, others or {})
        if said:
            done.append(f"{name}: {said}")
    return files, done
