"""The examples of `docs/examples.*.md`, taken from the register by-example of the tests.

There, each stands between the lines `# example: <name>` and `# end`. On the page, its name is in a
comment before it: `<!-- example: <name> -->`. `make examples` brings the pages up to date.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .paths import REGISTERS, ROOT
from .registers_at_random import sealed

BY_EXAMPLE = REGISTERS / "by-example"
PAGES = sorted((ROOT / "docs").glob("examples.*.md"))
ON_PAGE = re.compile(
    r"^<!-- example: (?P<name>[a-z-]+) -->\n```yaml\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL
)
_IN_REGISTER = re.compile(
    r"^ *# example: (?P<name>[a-z-]+)\n(?P<lines>.*?)^ *# end$", re.MULTILINE | re.DOTALL
)


class Example(NamedTuple):
    """Some lines of a file of the register, below those that say where they belong."""

    file: str
    lines: str


def examples() -> dict[str, Example]:
    """Each example of the register by its name."""
    found: dict[str, Example] = {}
    for path in sorted((BY_EXAMPLE / "data").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(BY_EXAMPLE).as_posix()
        for match in _IN_REGISTER.finditer(text):
            assert match["name"] not in found, f"Two examples are named {match['name']}."
            assert "# example:" not in match["lines"], f"{match['name']} has no `# end`."
            above = _above(text[: match.start()], match["lines"])
            found[match["name"]] = Example(name, "".join([*above, match["lines"]]))
    return found


def _above(before: str, lines: str) -> list[str]:
    """The lines that some lines of YAML stand below: what they belong to, from the outside in."""
    found: list[str] = []
    left = _indent(lines)
    for line in reversed(before.splitlines(keepends=True)):
        if line.strip() and not line.lstrip().startswith("#") and _indent(line) < left:
            found.insert(0, line)
            left = _indent(line)
    return found


def _indent(lines: str) -> int:
    return len(lines) - len(lines.lstrip(" "))


def up_to_date(page: str) -> str:
    """The text of a page, with each example as it stands in the register now."""
    known = examples()

    def shown(match: re.Match[str]) -> str:
        file, lines = known[match["name"]]
        return f"<!-- example: {match['name']} -->\n```yaml\n# {file}\n{lines}```"

    return ON_PAGE.sub(shown, page)


def write() -> None:
    """Bring the pages up to date, and seal the register anew: whatever changed in it was meant."""
    (BY_EXAMPLE / "data" / "seals.yml").unlink(missing_ok=True)
    sealed(BY_EXAMPLE)
    for path in PAGES:
        path.write_text(up_to_date(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
