"""Slips of the keyboard: signs that look like others, a space too few, a quote never closed.

A word processor puts “ for ", – for - and a no-break space for a space, and YAML then reads
something else, or reports it far below. Comes in: text as it was typed. Goes out: what is wrong,
where it stands, and the line as it should be. Begin at `slip`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from .messages import Message, tell, write
from .problems import Problem, listed, short

_SPACES = "\u00a0\u202f\u2007\u2009\u3000"
_NAMES = {
    "\u00a0": tell("a no-break space"),
    "\u202f": tell("a narrow no-break space"),
    "\u2007": tell("a no-break space"),
    "\u2009": tell("a thin space"),
    "\u3000": tell("a wide space"),
    "\u00ad": tell("an invisible soft hyphen"),
    "\u200b": tell("an invisible space"),
    "\u200c": tell("an invisible sign"),
    "\u200d": tell("an invisible sign"),
    "\u2060": tell("an invisible sign"),
    "\u2010": tell("a hyphen of another kind"),
    "\u2011": tell("a no-break hyphen"),
    "\u2012": tell("a dash"),
    "\u2013": tell("an en dash"),
    "\u2014": tell("an em dash"),
    "\u2212": tell("a minus sign"),
    "“": tell("a curly quotation mark"),
    "”": tell("a curly quotation mark"),
    "„": tell("a curly quotation mark"),
    "«": tell("a quotation mark"),
    "»": tell("a quotation mark"),
    "‘": tell("a curly quotation mark"),
    "’": tell("a curly apostrophe"),
    "：": tell("a wide colon"),
}
"""Signs that a word processor or another keyboard puts where YAML needs a plain one."""
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060“”„«»‘", ""),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "’": "'",
        "：": ":",
    }
)
_MARK_OF_GIT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( .*)?$", re.MULTILINE)
_KEY = r"[A-Za-z_][\w-]*"
_BEFORE_KEY = r"[ \t]*(?:-[ \t]+)*"
_OPENED_BY_WORD = re.compile(
    rf"(?P<before>.*?(?:{_KEY}|-)[:]?[ \t]+|.*?[,{{\[][ \t]*)(?P<open>[“„‘«])(?P<words>.*)"
)
FIELD_ON_A_LINE = re.compile(r"\n[ \t]*(?:- )?([a-z_]{2,20}):(?=[ \t\n])")
"""A line that begins as a field does."""

_LONGEST_SHOWN = 120
LONGEST_LINE = 5_000
"""Longer lines are not looked at: it would take long, and nobody has typed them."""
_Slip = tuple[int, Message, Message]
"""A place in a line, from 0: what is wrong there, and the remedy."""
_Found = Iterator[_Slip]


def plain(text: str) -> str:
    """A value with a plain sign in place of each odd one, and without spaces around it."""
    return text.translate(_PLAIN).strip(" \t\"'")


def odd_sign(text: str) -> str:
    """The name of the first sign in a value that a keyboard's plain one should replace; or ""."""
    sign = next((sign for sign in text if sign in _NAMES), "")
    if not sign:
        return ""
    return tell("%(sign)s (%(code)s)", sign=_NAMES[sign], code=f"U+{ord(sign):04X}")


def marks_of_git(file: str, text: str) -> list[Problem]:
    """A problem for each place where git left two versions of the same lines."""
    if "<<<<<<<" not in text and "=======" not in text and ">>>>>>>" not in text:
        return []
    problems = []
    marks = [(text.count("\n", 0, mark.start()) + 1, mark) for mark in _MARK_OF_GIT.finditer(text)]
    while marks:
        line, mark = marks.pop(0)
        lines = {mark[1][0]: line}
        message = tell("git left this mark of two versions (`%(mark)s`).", mark=short(mark[0]))
        remedy = tell("Delete this line, and look whether those around it say what they should.")
        while mark[1][0] == "<" and marks and marks[0][1][1][0] not in "<" and ">" not in lines:
            line_below, below = marks.pop(0)
            lines[below[1][0]] = line_below
        if {"<", "=", ">"} <= lines.keys():
            first, middle, last = (lines[sign] for sign in "<=>")
            end = lines.get("|", middle)
            message = tell(
                "git found two versions of these lines, and nobody has chosen between them."
            )
            remedy = tell(
                "Keep %(first)s, or %(second)s, or what is right of both; then delete the marks on "
                "lines %(marks)s.",
                first=_range(first, end),
                second=_range(middle, last),
                marks=_marks(lines),
            )
        problems.append(Problem(file, line, 1, message, remedy))
    return problems


def _marks(lines: dict[str, int]) -> str:
    """The lines of the marks, for a sentence; with the lines as they were before, if there."""
    numbers = listed(map(str, sorted(lines.values())))
    if "|" not in lines:
        return numbers
    return tell("%(lines)s and what follows the second one", lines=numbers)


def _range(mark: int, next_mark: int) -> Message:
    """The lines between two marks, for a sentence."""
    if next_mark - mark == 1:
        return tell("nothing")
    if next_mark - mark == 2:
        return tell("line %(line)s", line=mark + 1)
    return tell("lines %(first)s to %(last)s", first=mark + 1, last=next_mark - 1)


def slip(file: str, text: str, stopped: int, shown: int) -> Problem | None:
    """The slip that made YAML give up, if one is to be seen there or just above it.

    `stopped` is the place where YAML gave up, and `shown` the one that its error is about.
    """
    if unclosed := _quote_closed_too_late(file, text, stopped):
        return unclosed
    lines = text.split("\n")
    number = text.count("\n", 0, stopped)
    there = {number, text.count("\n", 0, shown)}
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), number)
    for at in dict.fromkeys((above, number)):
        looks = [*_ANYWHERE, *(_WHERE_IT_STOPPED if at in there else ())]
        if found := slip_in_line(lines[at], looks):
            column, message, remedy = found
            return Problem(file, at + 1, column + 1, message, remedy)
    return None


def slip_in_line(line: str, looks: Iterable[Callable[[str], _Found]] = ()) -> _Slip | None:
    """The first slip in a line: its place, what is wrong, and the remedy."""
    if len(line) > LONGEST_LINE:
        return None
    return next((found for look in looks or _ANYWHERE for found in look(line)), None)


def _odd_space(line: str) -> _Found:
    structure = re.match(rf"[ ]*([{_SPACES}])", line) or re.match(rf"[ ]*-([{_SPACES}])", line)
    structure = structure or re.match(rf"{_BEFORE_KEY}{_KEY}:([{_SPACES}])", line)
    structure = structure or re.search(rf"[{{,\[] *{_KEY}:([{_SPACES}])", line)
    structure = structure or re.search(rf"[{{,\[] *([{_SPACES}])", line)
    if structure:
        name = _NAMES[structure[1]]
        message = tell("%(sign)s stands here, which YAML does not take for a space.")
        if not line[: structure.start(1)].strip():
            message = tell(
                "%(sign)s stands in the indentation of this line, which YAML does not take for a "
                "space."
            )
        elif line[: structure.start(1)].endswith(":"):
            message = tell("%(sign)s stands after the colon, which YAML does not take for a space.")
        yield (
            structure.start(1),
            message.given(sign=name),
            tell(
                "Delete it, and type an ordinary space: `%(line)s`.",
                line=_shown(line, structure.start(1)),
            ),
        )


def _odd_dash(line: str) -> _Found:
    if found := re.match(r"[ ]*([\u2010-\u2014\u2212•·*])[ \u00a0]+(?=\S)", line):
        mended = f"{line[: found.start(1)]}- {line[found.end() :]}"
        name = _NAMES.get(found[1], f"`{found[1]}`")
        yield (
            found.start(1),
            tell("%(sign)s begins this line, where a list needs a plain hyphen.", sign=name),
            write(_shown(mended)),
        )
    elif found := re.match(rf"[ ]*-(?={_KEY}:[ \t])", line):
        mended = f"{found[0]} {line[found.end() :]}"
        message = tell("a space is missing after the dash.")
        yield found.end(), message, write(_shown(mended))


def _word_quotes(line: str) -> _Found:
    found = _OPENED_BY_WORD.match(line)
    if found:
        words = found["words"].strip()
        inner, closed, rest = words.partition("»" if found["open"] == "«" else "”")
        if found["open"] == "‘":
            inner, closed, rest = words.partition("’")
        inner = inner.strip(_SPACES + " ").replace('"', "'") if closed else words
        quoted = f"« {inner} »" if found["open"] == "«" else inner
        before = found["before"].rstrip()
        before += "" if before.endswith(("{", "[")) else " "
        mended = f'{before.lstrip()}"{quoted}"{rest.rstrip()}'
        yield (
            found.start("open"),
            tell(
                "`%(sign)s` is not a quotation mark of YAML, so what follows is not held together.",
                sign=found["open"],
            ),
            tell(
                "Write `%(line)s`, with plain quotation marks.",
                line=_shown(mended, found.start("open")),
            ),
        )


def _no_space(line: str) -> _Found:
    found = re.match(rf"({_BEFORE_KEY}(?!https?:|mailto:){_KEY}:)(?=[^\s:/])", line)
    if not found:
        found = re.match(r"(.*?[{,] *(?!https?:|mailto:)[a-z_]+:)(?=[^\s:/\"'])", line)
    if found:
        rest = re.sub(
            r"([{,] *(?!https?:|mailto:)[a-z_]+:)(?=[^\s:/\"'])", r"\1 ", line[found.end() :]
        )
        mended = f"{found[1]} {rest}"
        message = tell("a space is missing after the colon.")
        yield found.end(), message, write(_shown(mended, found.end()))


def _number_sign(line: str) -> _Found:
    if found := re.search(r"[\[,] *(#[\w-]+)", line):
        mended = f'{line[: found.start(1)]}"{found[1]}"{line[found.end() :]}'
        yield (
            found.start(1),
            tell("`#` begins a comment here, so that the rest of the line does not count."),
            write(_shown(mended, found.start(1))),
        )


def comment_in_braces(line: str) -> str:
    """A line with quotes around the text in which `#` began a comment inside braces; or ""."""
    found = re.match(r"(.*?[:,{\[] +)([^,{}\[\]:\"']* #[^,{}\[\]\"']*)([,}\]].*)", line)
    return _shown(f'{found[1]}"{found[2].strip()}"{found[3]}', found.end(1)) if found else ""


def _other_comment(line: str) -> _Found:
    if found := re.match(r"\s*(//+|<!--) *(.*?) *(?:-->)?$", line):
        mended = f"# {found[2]}"
        yield (
            found.start(1),
            tell("a comment begins with `#`."),
            write(_shown(mended)),
        )


def _no_comma(line: str) -> _Found:
    found = re.search(
        r"[{,] *[a-z_]+: +(?:[^\"'{},;:]+|\"[^\"]*\"|'[^']*')(;?) +(?=[a-z]{2}(?:-[A-Z]{2})?: )",
        line,
    )
    if found:
        at = found.start(1)
        what = (
            tell("`%(sign)s` stands where a comma is needed.", sign=found[1])
            if found[1]
            else tell("a comma is missing.")
        )
        mended = f"{line[:at].rstrip()}, {line[found.end() :]}"
        yield at, what, write(_shown(mended, at))


def _other_sign_for_colon(line: str) -> _Found:
    found = re.match(rf"({_BEFORE_KEY}{_KEY}) ?(=|：|;) ?(?=\S)", line)
    if found:
        yield (
            found.start(2),
            tell("`%(sign)s` stands where a field needs a colon.", sign=found[2]),
            write(_shown(f"{found[1]}: {line[found.end() :]}")),
        )


_ANYWHERE = (_odd_space, _odd_dash, _no_space, _number_sign)
_WHERE_IT_STOPPED = (_word_quotes, _no_comma, _other_comment, _other_sign_for_colon)
WORD_QUOTES = (_word_quotes,)


def _shown(line: str, at: int = 0) -> str:
    """A line, mended, to be written; of a long one, what is around the mended place."""
    line = line.strip().translate({ord(sign): " " for sign in _SPACES})
    if len(line) <= _LONGEST_SHOWN:
        return line
    start = max(0, at - 30)
    return f"{'…' if start else ''}{line[start : start + 80]}…"


def _last_quoted(text: str, index: int) -> Any:
    """The last text in quotes that begins before a place; None if there is none."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            if token.start_mark.index > index:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.MarkedYAMLError:
        pass
    return last


def quoted_anew(text: str, index: int) -> str:
    """The text in quotes after which something follows at a place, in quotes that hold it all.

    Empty if that cannot be told.
    """
    last = _last_quoted(text, index)
    if last is None or last.end_mark.line != text.count("\n", 0, index):
        return ""
    line = text[last.start_mark.index :].partition("\n")[0]
    before = text[: last.start_mark.index].rpartition("\n")[2]
    field = before.strip() + " " if re.fullmatch(rf"{_BEFORE_KEY}{_KEY}: +", before) else ""
    end = "$" if field else r" *(?:[,}\]]|$)"
    whole = re.match(rf"{last.style}(.*?)(?:{last.style}(?={end})|$)", line.rstrip())
    if whole is None or (last.style == "'" and re.search(r'["\\]', whole[1])):
        return ""
    if last.style == "'":
        return f'{field}"{whole[1]}"'
    doubled = whole[0].replace("'", "''")
    return f"{field}'{doubled}'"


def _quote_closed_too_late(file: str, text: str, index: int) -> Problem | None:
    """A quotation mark that nobody closed, so that another one, lines below, seems to close it."""
    last = _last_quoted(text, index)
    if (
        last is None
        or last.end_mark.index > index
        or last.end_mark.line != text.count("\n", 0, index)
    ):
        return None
    start, end = last.start_mark, last.end_mark
    if start.line == end.line or not FIELD_ON_A_LINE.search(text, start.index, end.index):
        return None
    line = text[: text.find("\n", start.index)].rpartition("\n")[2].strip()
    return Problem(
        file,
        start.line + 1,
        start.column + 1,
        tell(
            "the quotation mark that is opened here is not closed on its line: the next one, "
            "on line %(line)s, closes it.",
            line=end.line + 1,
        ),
        tell(
            "Close it where the text ends: `%(line)s%(text)s`.",
            line=short(line),
            text=text[start.index],
        ),
    )
