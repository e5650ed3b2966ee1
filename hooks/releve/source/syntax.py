"""Errors of the YAML parser -> problems, in words for somebody who writes records.

libyaml's messages are written for programmers, and their place is often where the parser gave up
rather than where the mistake is. Begin at `syntax_problem`.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from .blanks import LANGUAGE, text_in_each_language
from .problems import Problem, short
from .slips import quoted_anew, slip

BLOCK_FORM = (
    f"write the text as a block: `{LANGUAGE}: |`, then the text on the next line, indented further."
)
IN_QUOTES = f"Put the text in quotes, or {BLOCK_FORM}"
IF_TEXT = f"If it is text, put it in quotes, or {BLOCK_FORM}"


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character of a text at an index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


_SYNTAX = [
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside unquoted text, or the indentation is off.",
        f"Line it up with the fields above it; if it is text, put it in quotes, or {BLOCK_FORM}",
    ),
    (
        "block sequence entries are not allowed",
        "a text may not begin with `- ` here.",
        IN_QUOTES,
    ),
    (
        "mapping keys are not allowed",
        "a text may not begin with `? ` here.",
        IN_QUOTES,
    ),
    (
        "did not find expected ',' or '}'",
        "these braces cannot be read: a colon or a quote in the text must be quoted, "
        "or a comma or the closing `}` is missing.",
        f"Put each text in quotes, as in {text_in_each_language()}.",
    ),
    (
        "did not find expected ',' or ']'",
        "this list in brackets cannot be read: a comma or the closing `]` is missing.",
        "Write [first, second], with quotes around a text that holds a comma.",
    ),
    (
        "did not find expected node content",
        "inside brackets or braces, a text is missing here or begins with a sign of YAML's own.",
        "Remove the comma that is too many, or put the text in quotes.",
    ),
    (
        "end of stream",
        "a quotation mark is opened here and never closed.",
        "Close it, or double it if it belongs to the text ('l''eau').",
    ),
    (
        "document indicator",
        "the quotation mark that is opened here is not closed before `---` or `...`.",
        "Close it, or double it if it belongs to the text ('l''eau').",
    ),
    (
        "escape c",
        "a backslash inside double quotes must be doubled.",
        "Write `\\\\`, or use single quotes.",
    ),
    (
        "hexdecimal number",
        "a backslash inside double quotes must be doubled.",
        "Write `\\\\`, or use single quotes.",
    ),
    (
        "did not find expected comment or line break",
        "nothing may follow `|` or `>` on its line.",
        "Begin the text on the next line, indented further.",
    ),
    (
        "did not find expected '-' indicator",
        "this line is not an entry of the list that began above.",
        "Begin it with `- `, or set it back to the indentation of its own field.",
    ),
    (
        "did not find expected key",
        "this line is not a field of the map that began above: its indentation is off, or it "
        "closes what was never opened.",
        f"Line it up with the fields above it; if it is text, {BLOCK_FORM}",
    ),
    (
        "could not find expected ':'",
        "this line is neither a field nor the rest of a text.",
        "Write `name: text`, or indent it so that it continues the text above.",
    ),
    (
        "incompatible YAML document",
        "this line asks for another version of YAML.",
        "Remove it: a register needs no line that begins with `%`.",
    ),
    (
        "did not find expected <document start>",
        "something follows `...`, which ends the file.",
        "Remove the line `...`.",
    ),
]
"""Words of libyaml's messages; and for the first that occur in one: our message and remedy."""
_ABOUT_THE_OPENING = ("end of stream", "document indicator", "expected ':'")
"""Words of libyaml's messages about something that is opened and never closed. Such a problem is
shown where the thing is opened: the parser notices it only where the file or the map ends."""


def syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem that explains an error of the YAML parser.

    `file` is the path to show, and `text` all of what the parser read.
    """
    complaint, context = error.problem or "it cannot be read", error.context or ""
    stopped: Any = error.problem_mark or error.context_mark
    opened: Any = error.context_mark or stopped
    # The text begins with one of * & ! %, which the parser takes for its own sign.
    begins = re.search(r"\b(alias|anchor|tag|directive)\b", context)
    is_about_opening = begins or any(words in complaint for words in _ABOUT_THE_OPENING)
    # Braces that are never closed are read to the end of the file.
    is_about_braces = complaint.endswith(("'}'", "']'"))
    unclosed = is_about_braces and not text[stopped.index :].strip()
    index = (opened if is_about_opening or unclosed else stopped).index
    line, column = line_and_column(text, index)
    line_text = text.split("\n")[line - 1]
    if line_text[column - 1 : column] != "\t" and (found := slip(file, text, stopped.index, index)):
        return found
    before = line_text[: column - 1]
    message = f"this is not valid YAML: {complaint}."
    remedy = "Look at the indentation and the quotes."
    if line_text[column - 1 : column] == "\t":
        message = "a tab stands in the indentation of this line."
        spaces = short(line_text.strip())
        indent = line_text[: len(line_text) - len(line_text.lstrip())].replace("\t", "  ")
        remedy = f"Use spaces, two for each level: `{indent}{spaces}`."
    elif begins or "cannot start any token" in complaint:
        message, remedy = f"a text may not begin with `{text[index : index + 1]}`.", IN_QUOTES
    elif before.rstrip().endswith(("'", '"')) and "did not find expected" in complaint:
        message = "something follows a closing quotation mark."
        mended = quoted_anew(text, stopped.index)
        instead = f"write `{short(mended)}`." if mended else BLOCK_FORM
        remedy = f"If the mark belongs to the text, {instead}"
    elif line_text[column - 1 : column] in [*",}]"] and before.rstrip().endswith((*"}]",)):
        message = f"`{line_text[column - 1]}` stands here, after what is closed already."
        remedy = f"Delete it: `{short(before.strip())}`."
    elif re.search(r"^[ ]*(?:- +)*[\w-]+: +\[\[", line_text):
        message, remedy = "a text may not begin with `[`.", IN_QUOTES
    elif out_of_line := _out_of_line(text, line, complaint) or _beside_a_block(text, line):
        column, message, remedy = out_of_line
    elif "mapping values" in complaint and re.search(r":\s", before):
        message, remedy = "a colon followed by a space stands inside unquoted text.", IN_QUOTES
    else:
        for words, *explanation in _SYNTAX:
            if words in complaint:
                message, remedy = explanation
                break
        if "end of stream" in complaint and (typed := line_text[column:].strip()):
            quote = line_text[column - 1]
            remedy = f"Close it where the text ends: `{short(line_text.strip())}{quote}`."
            if quote in typed:
                remedy = f"If the mark belongs to the text, {BLOCK_FORM}"
            elif "{" in before:
                remedy = f"Close it with the same mark, `{quote}`, where its text ends."
        if is_about_braces and opened.line + 1 < line:
            message = f"{message[:-1]}; the opening one stands on line {opened.line + 1}."
    if remedy == IN_QUOTES:
        remedy = in_quotes_on_its_line(text, line) or remedy
    return Problem(file, line, column, message, remedy)


_ONE_LINE = re.compile(r"([ ]*(?:- +)*[A-Za-z_][\w-]*: +)([^\s{\"'|].*)")


def in_quotes_on_its_line(text: str, number: int) -> str:
    """The remedy for a line whose text must be put in quotes; empty if that cannot be told."""
    lines = text.split("\n")
    typed = _ONE_LINE.fullmatch(lines[number - 1])
    if typed is None:
        return ""
    below = next((line for line in lines[number:] if line.strip()), "")
    if len(below) - len(below.lstrip(" ")) > len(typed[1]) - len(typed[1].lstrip(" -")):
        return ""  # the text goes on there
    words = json.dumps(short(typed[2].strip()), ensure_ascii=False)
    return f"Write `{typed[1].strip()} {words}`."


_FIELD = re.compile(r"((?: |- )*)([A-Za-z_][\w-]*):(?: |$)")
_ABOUT_INDENTATION = ("did not find expected key", "mapping values", "expected '-' indicator")


def _out_of_line(text: str, number: int, complaint: str) -> tuple[int, str, str] | None:
    """What is said of a line that begins where none of those above it does; None of any other.

    Its column is given, a message and a remedy.
    """
    lines = text.split("\n")
    line = lines[number - 1]
    begins = len(line) - len(line.lstrip(" "))
    is_entry = line.lstrip().startswith("- ")
    if not any(words in complaint for words in _ABOUT_INDENTATION):
        return None
    if not is_entry and not _FIELD.match(line):
        return None
    name_here = "" if is_entry else line.strip().partition(":")[0]
    if "'-' indicator" in complaint and (dash := _missing_dash(lines, number)):
        return dash
    columns: dict[int, tuple[int, str]] = {}
    for at in range(number - 2, max(number - 1000, -1), -1):
        above = lines[at]
        indent = len(above) - len(above.lstrip(" "))
        field = _FIELD.match(above)
        # A language stands beside languages, and a field beside fields.
        if field and not is_entry and (len(field[2]) == 2) != (len(name_here) == 2):
            continue
        if above.strip() and indent < min(columns, default=len(above)):
            if is_entry and above.lstrip().startswith("- "):
                columns[indent] = (at + 1, "the dash")
            elif field and not is_entry:
                # A field after a dash begins where its name does.
                columns[len(field[1])] = (at + 1, f"`{field[2]}`")
    if "'-' indicator" in complaint:
        columns = {column: name for column, name in columns.items() if column < begins}
    if not columns or begins in columns:
        return None
    nearest_column = min(columns, key=lambda column: (abs(column - begins), -column))
    line_above, name = columns[nearest_column]
    side = "right" if begins > nearest_column else "left"
    return (
        begins + 1,
        f"this line begins too far to the {side}: in column {begins + 1}, where none above does.",
        f"Begin it in column {nearest_column + 1}, as {name} does on line {line_above}.",
    )


def _missing_dash(lines: list[str], number: int) -> tuple[int, str, str] | None:
    """What is said of a line that begins an entry of a list without its dash; None of any other."""
    line = lines[number - 1]
    begins = len(line) - len(line.lstrip(" "))
    name = line.strip().partition(":")[0]
    for at in range(number - 2, max(number - 1000, -1), -1):
        if lines[at].startswith(f"{' ' * begins}- "):
            if lines[at].strip().startswith(f"- {name}:"):
                return (
                    begins + 1,
                    f"a dash is missing before `{name}`, which begins an entry of the list.",
                    f"Write `{' ' * begins}- {short(line)}`, with the dash below the one on line "
                    f"{at + 1}.",
                )
            return None
    return None


def _beside_a_block(text: str, number: int) -> tuple[int, str, str] | None:
    """What is said of text beside the bar that begins its block, or not further right than it."""
    lines = text.split("\n")
    line = lines[number - 1]
    beside = re.match(r"([ ]*(?:- +)*[A-Za-z_][\w-]*: +)([|>].*\w.*)", line)
    if beside:
        words = json.dumps(short(beside[2].strip()), ensure_ascii=False)
        return (
            len(beside[1]) + 3,
            "nothing may follow `|` or `>` on its line.",
            "Begin the text on the next line, indented further; or, if the sign belongs to the "
            f"text, write `{beside[1].strip()} {words}`.",
        )
    above = lines[number - 2] if number > 1 else ""
    block = re.match(r"([ ]*(?:- +)*)([A-Za-z_][\w-]*): +[|>][-+]?\s*$", above)
    begins = len(line) - len(line.lstrip(" "))
    if block is None or begins > len(block[1]):
        return None
    indent = " " * (len(block[1]) + 2)
    return (
        begins + 1,
        f"the text of `{block[2]}` must begin further to the right than `{block[2]}` itself.",
        f"Write `{indent}{short(line.strip())}`, and the rest of the text below it.",
    )
