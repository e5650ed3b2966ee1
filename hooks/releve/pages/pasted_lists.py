"""Lists as people paste or type them -> lists of CommonMark.

A text pasted from Word has `•`, `o`, `➢` for bullets; and whoever types puts a point under `1.` two
columns in, where CommonMark wants three. Comes in: a text. Goes out: the same text with `- ` for
each bullet, and with each point so far in that it stays under its item. Begin at `with_lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BULLETS = "•‣◦▪▫●○■□➢➤▸►❖✓✔∙"
_PASTED = re.compile(rf"([^\S\n]*)([{_BULLETS}]|o(?=[ \t]))[ \t\u00a0]*(\S.*)")
"""A line with a bullet of Word: its indentation, the bullet, the words."""
_MAY_BE_PASTED = re.compile(rf"[{_BULLETS}]|^[^\S\n]*o[ \t]", re.MULTILINE).search
_ITEM = re.compile(r"( *)((?:[-+*]|\d{1,9}[.)]) +)(\S.*)")
"""A line that begins an item of a list: its indentation, the mark, the words."""
_HAS_NUMBER = re.compile(r"^ *\d{1,9}[.)] ", re.MULTILINE).search
_HAS_INDENT = re.compile(r"\n {2,}\S").search
_FENCE = re.compile(r" *(```|~~~)")


def with_lists(text: str) -> str:
    """The text with lists that CommonMark reads as they are meant."""
    if _MAY_BE_PASTED(text):
        text = "\n".join(_with_bullets(text.split("\n")))
    if _HAS_INDENT(text) and _HAS_NUMBER(text):
        text = "\n".join(_kept_under(text.split("\n")))
    return text


def _with_bullets(lines: list[str]) -> Iterator[str]:
    """The lines, with `- ` for the bullets of Word. Another bullet than those before begins a list
    under the last point, since Word has one for each level, and its indentation is often lost.
    """
    levels: list[str] = []
    fenced = False
    for index, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        match = None if fenced else _PASTED.fullmatch(line)
        if match and match[2] == "o" and not levels and not _is_o(lines, index + 1):
            match = None  # « o » alone is a word: "or", in Spanish
        if match is None:
            if line and not line[:1].isspace() and not (index and lines[index - 1].strip()):
                levels = []  # a paragraph after an empty line ends the list
            yield line
            continue
        bullet = match[2]
        if bullet in levels:
            del levels[levels.index(bullet) + 1 :]
        else:
            levels.append(bullet)
        yield f"{'  ' * (len(levels) - 1)}- {match[3]}"


def _is_o(lines: list[str], index: int) -> bool:
    """Whether a line is a point too, so that the `o` before it is a bullet."""
    return index < len(lines) and _PASTED.fullmatch(lines[index]) is not None


def _kept_under(lines: list[str]) -> Iterator[str]:
    """The lines; those that are two columns in from an item are moved to where its words begin."""
    above: list[tuple[int, int, int]] = []
    """Of each item that a line may belong to: its column, the column of its words in the text that
    goes out, and how far it was moved."""
    fenced = False
    for index, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        item = None if fenced else _ITEM.fullmatch(line)
        column = len(line) - len(line.lstrip(" "))
        if not line.strip():
            yield line
            continue
        if item is None and column == 0 and not (index and lines[index - 1].strip()):
            above = []
        while item and above and above[-1][0] + 2 > column:
            above.pop()
        under = next((one for one in reversed(above) if one[0] + 2 <= column), None)
        new = max(column + under[2], under[1]) if under else column
        if item:
            above.append((column, new + len(item[2]), new - column))
        yield " " * new + line.lstrip(" ") if new != column else line
