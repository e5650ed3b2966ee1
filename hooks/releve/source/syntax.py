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
from .messages import Message, tell, write
from .problems import Problem, short
from .slips import quoted_anew, slip

BLOCK_FORM = tell(
    "write the text as a block: `%(language)s: |`, then the text on the next line, "
    "indented further.",
    language=LANGUAGE,
)
IN_QUOTES = tell("Put the text in quotes, or %(write_a_block)s", write_a_block=BLOCK_FORM)
IF_TEXT = tell("If it is text, put it in quotes, or %(write_a_block)s", write_a_block=BLOCK_FORM)
_IF_PART_OF_TEXT = tell(
    "If the mark belongs to the text, %(write_a_block)s", write_a_block=BLOCK_FORM
)


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character of a text at an index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


_BRACES_OF_LINE = tell(
    "these braces cannot be read: a colon or a quote in the text must be quoted, or a comma or the "
    "closing `}` is missing; the opening one stands on line %(line)s."
)
_BRACKETS_OF_LINE = tell(
    "this list in brackets cannot be read: a comma or the closing `]` is missing; the opening one "
    "stands on line %(line)s."
)
_SYNTAX = {
    "mapping values are not allowed": (
        tell("a colon followed by a space stands inside unquoted text, or the indentation is off."),
        tell(
            "Line it up with the fields above it; if it is text, put it in quotes, or "
            "%(write_a_block)s",
            write_a_block=BLOCK_FORM,
        ),
    ),
    "block sequence entries are not allowed": (
        tell("a text may not begin with `- ` here."),
        IN_QUOTES,
    ),
    "mapping keys are not allowed": (
        tell("a text may not begin with `? ` here."),
        IN_QUOTES,
    ),
    "did not find expected ',' or '}'": (
        tell(
            "these braces cannot be read: a colon or a quote in the text must be quoted, or a "
            "comma or the closing `}` is missing."
        ),
        tell(
            "Put each text in quotes, as in %(text)s.",
            text=text_in_each_language(),
        ),
    ),
    "did not find expected ',' or ']'": (
        tell("this list in brackets cannot be read: a comma or the closing `]` is missing."),
        tell("Write [first, second], with quotes around a text that holds a comma."),
    ),
    "did not find expected node content": (
        tell(
            "inside brackets or braces, a text is missing here or begins with a sign of YAML's own."
        ),
        tell("Remove the comma that is too many, or put the text in quotes."),
    ),
    "end of stream": (
        tell("a quotation mark is opened here and never closed."),
        tell("Close it, or double it if it belongs to the text ('l''eau')."),
    ),
    "document indicator": (
        tell("the quotation mark that is opened here is not closed before `---` or `...`."),
        tell("Close it, or double it if it belongs to the text ('l''eau')."),
    ),
    "escape c": (
        tell("a backslash inside double quotes must be doubled."),
        tell("Write `\\\\`, or use single quotes."),
    ),
    "hexdecimal number": (
        tell("a backslash inside double quotes must be doubled."),
        tell("Write `\\\\`, or use single quotes."),
    ),
    "did not find expected comment or line break": (
        tell("nothing may follow `|` or `>` on its line."),
        tell("Begin the text on the next line, indented further."),
    ),
    "did not find expected '-' indicator": (
        tell("this line is not an entry of the list that began above."),
        tell("Begin it with `- `, or set it back to the indentation of its own field."),
    ),
    "did not find expected key": (
        tell(
            "this line is not a field of the map that began above: its indentation is off, or "
            "it closes what was never opened."
        ),
        tell(
            "Line it up with the fields above it; if it is text, %(write_a_block)s",
            write_a_block=BLOCK_FORM,
        ),
    ),
    "could not find expected ':'": (
        tell("this line is neither a field nor the rest of a text."),
        tell("Write `name: text`, or indent it so that it continues the text above."),
    ),
    "incompatible YAML document": (
        tell("this line asks for another version of YAML."),
        tell("Remove it: a register needs no line that begins with `%`."),
    ),
    "did not find expected <document start>": (
        tell("something follows `...`, which ends the file."),
        tell("Remove the line `...`."),
    ),
}
"""Words of libyaml's messages; and for the first that occur in one: our message and remedy."""
_ABOUT_THE_OPENING = ("end of stream", "document indicator", "expected ':'")
"""Words of libyaml's messages about something that is opened and never closed. Such a problem is
shown where the thing is opened: the parser notices it only where the file or the map ends."""


def syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem that explains an error of the YAML parser.

    `file` is the path to show, and `text` all of what the parser read.
    """
    complaint, context = error.problem or tell("it cannot be read"), error.context or ""
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
    message = tell("this is not valid YAML: %(complaint)s.", complaint=complaint)
    remedy = tell("Look at the indentation and the quotes.")
    if line_text[column - 1 : column] == "\t":
        message = tell("a tab stands in the indentation of this line.")
        spaces = short(line_text.strip())
        indent = line_text[: len(line_text) - len(line_text.lstrip())].replace("\t", "  ")
        remedy = tell("Use spaces, two for each level: `%(line)s`.", line=f"{indent}{spaces}")
    elif begins or "cannot start any token" in complaint:
        message = tell("a text may not begin with `%(sign)s`.", sign=text[index : index + 1])
        remedy = IN_QUOTES
    elif before.rstrip().endswith(("'", '"')) and "did not find expected" in complaint:
        message = tell("something follows a closing quotation mark.")
        mended = quoted_anew(text, stopped.index)
        remedy = _IF_PART_OF_TEXT
        if mended:
            remedy = tell("If the mark belongs to the text, write `%(line)s`.", line=short(mended))
    elif line_text[column - 1 : column] in [*",}]"] and before.rstrip().endswith((*"}]",)):
        sign = line_text[column - 1]
        message = tell("`%(sign)s` stands here, after what is closed already.", sign=sign)
        remedy = tell("Delete it: `%(line)s`.", line=short(before.strip()))
    elif re.search(r"^[ ]*(?:- +)*[\w-]+: +\[\[", line_text):
        message, remedy = tell("a text may not begin with `[`."), IN_QUOTES
    elif out_of_line := _out_of_line(text, line, complaint) or _beside_a_block(text, line):
        column, message, remedy = out_of_line
    elif "mapping values" in complaint and re.search(r":\s", before):
        message = tell("a colon followed by a space stands inside unquoted text.")
        remedy = IN_QUOTES
    else:
        told = (_SYNTAX[words] for words in _SYNTAX if words in complaint)
        message, remedy = next(told, (message, remedy))
        if "end of stream" in complaint and line_text[column:].strip():
            remedy = _quote_to_close(line_text, column)
        if is_about_braces and opened.line + 1 < line:
            braces = complaint.endswith("'}'")
            message = (_BRACES_OF_LINE if braces else _BRACKETS_OF_LINE).given(line=opened.line + 1)
    if remedy == IN_QUOTES:
        remedy = in_quotes_on_its_line(text, line) or remedy
    return Problem(file, line, column, message, remedy)


def _quote_to_close(line: str, column: int) -> Message:
    """The remedy for a quotation mark, at a column of a line, that is never closed."""
    quote = line[column - 1]
    if quote in line[column:]:
        return _IF_PART_OF_TEXT
    if "{" in line[: column - 1]:
        return tell("Close it with the same mark, `%(quote)s`, where its text ends.", quote=quote)
    whole = f"{short(line.strip())}{quote}"
    return tell("Close it where the text ends: `%(line)s`.", line=whole)


_ONE_LINE = re.compile(r"([ ]*(?:- +)*[A-Za-z_][\w-]*: +)([^\s{\"'|].*)")


def in_quotes_on_its_line(text: str, number: int) -> Message | None:
    """The remedy for a line whose text must be put in quotes; None if that cannot be told."""
    lines = text.split("\n")
    typed = _ONE_LINE.fullmatch(lines[number - 1])
    if typed is None:
        return None
    below = next((line for line in lines[number:] if line.strip()), "")
    if len(below) - len(below.lstrip(" ")) > len(typed[1]) - len(typed[1].lstrip(" -")):
        return None  # the text goes on there
    words = json.dumps(short(typed[2].strip()), ensure_ascii=False)
    return write(f"{typed[1].strip()} {words}")


_FIELD = re.compile(r"((?: |- )*)([A-Za-z_][\w-]*):(?: |$)")
_ABOUT_INDENTATION = ("did not find expected key", "mapping values", "expected '-' indicator")


def _out_of_line(text: str, number: int, complaint: str) -> tuple[int, Message, Message] | None:
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
                columns[indent] = (at + 1, tell("the dash"))
            elif field and not is_entry:
                # A field after a dash begins where its name does.
                columns[len(field[1])] = (at + 1, f"`{field[2]}`")
    if "'-' indicator" in complaint:
        columns = {column: name for column, name in columns.items() if column < begins}
    if not columns or begins in columns:
        return None
    nearest_column = min(columns, key=lambda column: (abs(column - begins), -column))
    line_above, name = columns[nearest_column]
    message = tell(
        "this line begins too far to the left: in column %(column)s, where none above does."
    )
    if begins > nearest_column:
        message = tell(
            "this line begins too far to the right: in column %(column)s, where none above does."
        )
    return (
        begins + 1,
        message.given(column=begins + 1),
        tell(
            "Begin it in column %(column)s, as %(name)s does on line %(line)s.",
            column=nearest_column + 1,
            name=name,
            line=line_above,
        ),
    )


def _missing_dash(lines: list[str], number: int) -> tuple[int, Message, Message] | None:
    """What is said of a line that begins an entry of a list without its dash; None of any other."""
    line = lines[number - 1]
    begins = len(line) - len(line.lstrip(" "))
    name = line.strip().partition(":")[0]
    for at in range(number - 2, max(number - 1000, -1), -1):
        if lines[at].startswith(f"{' ' * begins}- "):
            if lines[at].strip().startswith(f"- {name}:"):
                return (
                    begins + 1,
                    tell(
                        "a dash is missing before `%(name)s`, which begins an entry of the list.",
                        name=name,
                    ),
                    tell(
                        "Write `%(line)s`, with the dash below the one on line %(above)s.",
                        line=f"{' ' * begins}- {short(line)}",
                        above=at + 1,
                    ),
                )
            return None
    return None


def _beside_a_block(text: str, number: int) -> tuple[int, Message, Message] | None:
    """What is said of text beside the bar that begins its block, or not further right than it."""
    lines = text.split("\n")
    line = lines[number - 1]
    beside = re.match(r"([ ]*(?:- +)*[A-Za-z_][\w-]*: +)([|>].*\w.*)", line)
    if beside:
        words = json.dumps(short(beside[2].strip()), ensure_ascii=False)
        return (
            len(beside[1]) + 3,
            tell("nothing may follow `|` or `>` on its line."),
            tell(
                "Begin the text on the next line, indented further; or, if the sign belongs to "
                "the text, write `%(line)s`.",
                line=f"{beside[1].strip()} {words}",
            ),
        )
    above = lines[number - 2] if number > 1 else ""
    block = re.match(r"([ ]*(?:- +)*)([A-Za-z_][\w-]*): +[|>][-+]?\s*$", above)
    begins = len(line) - len(line.lstrip(" "))
    if block is None or begins > len(block[1]):
        return None
    indent = " " * (len(block[1]) + 2)
    return (
        begins + 1,
        tell(
            "the text of `%(field)s` must begin further to the right than `%(field)s` itself.",
            field=block[2],
        ),
        tell(
            "Write `%(line)s`, and the rest of the text below it.",
            line=f"{indent}{short(line.strip())}",
        ),
    )
