"""Does word for word what the report of a register says, as a secretary would."""

from __future__ import annotations

import re
from pathlib import Path

from releve.source import Problem

_WRITE = re.compile(r"(?:[Ww]rite|ordinary space:|text ends:|each level:|as in) `([^`]+)`")
_MEANT = re.compile(r"Did you mean \[*`?([^`?\]]+)`?\]*\?")
_FIELD = re.compile(r" *(?:- +)*[a-z_]+: ")
_ENTRY = re.compile(r"[^,\]}]+|$")


def obey(root: Path, problem: Problem) -> None:
    """Change the register in `root` as the remedy of a problem says."""
    path = root / problem.file
    if rename := re.match(
        r"(?:.*, )?(?:[Rr]ename it|Move it to) ([^ <]+?)(?:\.$|, or)", problem.remedy
    ):
        (root / rename[1]).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / rename[1])
        return
    lines = path.read_text("utf-8").split("\n")
    line = lines[problem.line - 1]
    if column := re.match(r"Begin (?:it|its line|their lines) in column (\d+)", problem.remedy):
        _indent(lines, problem.line - 1, int(column[1]) - 1)
    elif meant := _MEANT.match(problem.remedy):
        lines[problem.line - 1] = _replaced(line, problem, meant[1])
    elif left := re.match(r"Delete it: `([^`…]+)`", problem.remedy):
        lines[problem.line - 1] = left[1]
    elif problem.remedy.startswith("Delete it:"):
        lines[problem.line - 1] = line.replace("\u00a0", " ")
    elif written := _WRITE.search(problem.remedy):
        if _FIELD.match(written[1]) or written[1].startswith("- "):
            indent = "" if written[1].startswith(" ") else line[: len(line) - len(line.lstrip())]
            dash = "- " if line.lstrip().startswith("- ") and "- " not in written[1] else ""
            lines[problem.line - 1] = indent + dash + written[1]
        else:
            lines[problem.line - 1] = _replaced(line, problem, written[1])
    else:
        raise AssertionError(f"It is not said what to write: {problem}")
    path.write_text("\n".join(lines), "utf-8")


def _replaced(line: str, problem: Problem, by: str) -> str:
    """A line of a file with the value that a problem is about replaced."""
    before, after = line[: problem.column - 1], line[problem.column - 1 :]
    value = re.match(r"(?:\[\[|unknown \w+(?:,? \w+)* `|`)([^`\]]+)", problem.message)
    if value and value[1] in after:
        return before + after.replace(value[1], by, 1)
    if field := _FIELD.match(after):
        return before + field[0] + by
    return before + _ENTRY.sub(lambda _: by, after, count=1)


def _indent(lines: list[str], first: int, column: int) -> None:
    """Let a line begin in a column, and move the lines that belong to it as far."""
    begins = len(lines[first]) - len(lines[first].lstrip(" "))
    for at in range(first, len(lines)):
        indent = len(lines[at]) - len(lines[at].lstrip(" "))
        if at > first and lines[at].strip() and indent < begins:
            break
        lines[at] = " " * (indent + column - begins) + lines[at].lstrip(" ") if lines[at] else ""
