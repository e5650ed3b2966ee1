"""Damages a register: the text of its files, the structure of their YAML, or the files themselves.

Each deed is drawn by a `Random` and by nothing else, so that its seed makes the same damage again.
Begin at `damaged`.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .damage_of_structure import DAY, PIECES, Bytes, change

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
        elif level < 0.3:
            said = random.choice(_FILES)(files, name, random)
        else:
            said = change(files, name, random, others or {})
        if said:
            done.append(f"{name}: {said}")
    return files, done
