"""A folder of YAML -> typed records, or problems of shape, all at once."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path, PurePath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from . import clock, schema, shape, values
from .aside import Aside, Map, Passage
from .problems import Problem, listed, nearest, short
from .source import BLOCK_FORM, Kept, Location, Source, read

FOLDER = "data"
SINGLE_FILES = ("register", "people", "organizations", "topics", "glossary", "seals")
REQUIRED_FILES = ("register", "organizations")

_MEETING_FILE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[0-9]+)?")
_FOLLOW_UP_FILE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9A-Za-z.-]+")


_Answer = TypeVar("_Answer")


@dataclass(frozen=True, eq=False, slots=True)
class File:
    """One file of the register, read and typed. It is itself as long as it is not written anew."""

    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """Its path below `data/` without the ending: ("meetings", "cm-jc", "2019-09-25")."""
    path: str
    """Path from the project's folder, with slashes."""
    content: Any
    """What the file holds, typed as `schema.FILES` says, without what could not be understood."""
    _source: Source | Aside = field(repr=False)
    _worked_out: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def source(self) -> Source:
        """The file as it was read."""
        return self._source[_SOURCE] if isinstance(self._source, Aside) else self._source

    def put_aside(self) -> File:
        """The same file, with what it says at length put aside, and what was worked out of it."""
        aside = Aside()
        at_length: list[Any] = [self.source]
        content = self.content
        if self.kind == "meeting":
            agenda = [_outline(item, aside, at_length) for item in content.agenda]
            content = content.model_copy(update={"agenda": agenda})
        elif self.kind == "follow-up":
            reports = [_without_text(report) for report in content.reports]
            content = content.model_copy(update={"reports": reports})
        elif self.kind == "seals" and content:
            content = Map(content)
        aside.put(at_length)
        found = replace(self, content=content, _source=aside)
        for question, answer in self._worked_out.items():
            if question != "leaves":
                found._worked_out[question] = answer or ()
        return found

    def once(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """What follows from this file alone: worked out once, and kept as long as the file is."""
        if question not in self._worked_out:
            self._worked_out[question] = answer()
        return self._worked_out[question]  # type: ignore[no-any-return]

    def seldom(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """The same of what is bulky: it is kept as bytes."""
        packed = self.once(question, lambda: pickle.dumps(answer(), pickle.HIGHEST_PROTOCOL))
        return pickle.loads(packed)  # type: ignore[no-any-return]

    @property
    def leaves(self) -> list[shape.Leaf]:
        """Every text and every reference in the file."""
        return self.once("leaves", lambda: list(shape.leaves(self.content)))

    def __reduce__(self) -> Any:
        said = (self.kind, self.name, self.path, self.content, self._source)
        return _unpickled, (self._worked_out, *said)


def _unpickled(
    worked_out: dict[Hashable, Any], kind: str, name: tuple[str, ...], *rest: Any
) -> File:
    """A file as it was; files share the words that they have in common."""
    file = File(_same(kind), (*map(_same, name[:-1]), *name[-1:]), *rest)
    for question, answer in worked_out.items():
        file._worked_out[_same(question)] = answer
    return file


@cache
def _same(value: _Answer) -> _Answer:
    return value


_SOURCE = 0
"""Where the source of a file stands among what it has put aside."""


def _outline(item: schema.Item, aside: Aside, at_length: list[Any]) -> schema.Item:
    """An item of an agenda without what was said, which is then to be put aside."""
    narrative: Any = item.narrative
    if narrative:
        narrative = Passage(aside, len(at_length), len(narrative))
        at_length.append(item.narrative)
    items = [_outline(part, aside, at_length) for part in item.items]
    outcomes: Any = item.outcomes
    if outcomes != "none":
        outcomes = [_without_text(outcome) for outcome in item.outcomes]
    return item.model_copy(update={"items": items, "narrative": narrative, "outcomes": outcomes})


def _without_text(record: Any) -> Any:
    """A decision, a follow-up, a note or a report, with its text put aside."""
    return record.model_copy(update={"text": Map(record.text)}) if record.text else record


Entry = tuple[bytes, "File | None", list[Problem]]
Known = dict[str, Entry]
"""What was made of each file when it was read before, with a digest of what it held: whoever reads
a register again and again passes the same, and only what was written since is read anew."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file of the register is."""

    path: Path
    file: str
    """Path from the project's folder, with slashes."""
    kind: str
    """A key of `schema.FILES`."""
    name: tuple[str, ...]
    """As `File.name`."""

    def digest(self) -> bytes:
        """Of what it holds now; of what cannot be read, of nothing."""
        try:
            return hashlib.sha256(self.path.read_bytes()).digest()
        except OSError:
            return b""

    def size(self) -> int:
        """How many bytes it holds now; of what cannot be read, none."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def read(self) -> Entry:
        digest = self.digest()
        source, problems = read(self.path, self.file)
        clock.lap("reading YAML")
        if source is None:
            return digest, None, problems
        content, kept, shapeless = _typed(self.kind, source)
        clock.lap("typed records")
        source = replace(source, kept=kept)
        typed = None
        if content is not None:
            typed = File(self.kind, self.name, self.file, content, source)
        return digest, typed, problems + shapeless


def places(root: Path) -> Iterator[Place | Problem]:
    """Every file of `root/data`, in the order of names, or why it cannot be of the register."""
    for path, steps, unreadable in _walk(str(root / FOLDER)):
        # A name that is not UTF-8 is shown as far as it can be.
        file = os.fsencode("/".join((FOLDER, *steps))).decode("utf-8", "replace")
        if unreadable:
            yield Problem(file, 1, 1, *unreadable)
            continue
        *folders, last = steps
        ending = PurePath(last)
        name = (*folders, ending.stem)
        kind, misplaced = _kind_of(ending.suffix, name, file)
        if misplaced:
            yield misplaced
        if kind:
            yield Place(Path(path), file, kind, name)


def read_folder(root: Path, known: Known | None = None) -> tuple[list[File], list[Problem]]:
    """Read all of `root/data`, in the order of names.

    Files that cannot be understood are left out, and the problems say why. Of a file that
    can be understood in part, the rest is kept, so that what refers to it is still checked.
    """
    folder = root / FOLDER
    if not folder.is_dir():
        remedy = f"Create it, with {FOLDER}/register.yml in it; README.md shows how."
        return [], [Problem(FOLDER, 1, 1, "there is no folder of this name here.", remedy)]
    files: list[File] = []
    problems: list[Problem] = []
    seen: Known = {}
    known = {} if known is None else known
    for place in places(root):
        if isinstance(place, Problem):
            problems.append(place)
            continue
        entry = known.get(place.file)
        if entry is None or not entry[0] or entry[0] != place.digest():
            entry = place.read()
        seen[place.file] = entry
        problems += entry[2]
        if entry[1]:
            files.append(entry[1])
    known.clear()
    known.update(seen)
    for required in REQUIRED_FILES:
        if not os.path.lexists(folder / f"{required}.yml"):
            file = f"{FOLDER}/{required}.yml"
            remedy = "Create it; README.md shows what it holds."
            problems.append(Problem(file, 1, 1, "this file is missing.", remedy))
    return files, problems


_ANYTHING_ELSE = "Remove it, or move it out of the register."


_Steps = tuple[str, ...]
"""A path below `data/`, as the names on the way."""


def _walk(folder: str, above: _Steps = ()) -> Iterator[tuple[str, _Steps, tuple[str, str] | None]]:
    """Every file in `folder` in the order of names, or why it cannot be one of the register's.

    What begins with a dot belongs to the system or to an editor.
    """
    try:
        with os.scandir(folder) as inside:
            entries = sorted(inside, key=lambda entry: entry.name)
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror}."
        yield folder, above, (message, "Look at its rights.")
        return
    for entry in entries:
        steps = (*above, entry.name)
        if entry.name.startswith("."):
            continue
        if entry.is_file(follow_symlinks=False) or Path(entry).is_file():
            yield entry.path, steps, None
        elif not Path(entry).is_dir():
            # A link that leads nowhere or in a circle, a pipe, a device.
            yield entry.path, steps, ("this is not a file that can be read.", _ANYTHING_ELSE)
        elif entry.is_symlink():
            message = "links to folders are not followed."
            yield entry.path, steps, (message, "Put the folder itself here.")
        elif entry.name.endswith(".yml"):
            message = "this is a folder, though its name is that of a file."
            remedy = "Rename it, or put its files where they belong."
            yield entry.path, steps, (message, remedy)
        else:
            yield from _walk(entry.path, steps)


def _kind_of(suffix: str, name: tuple[str, ...], file: str) -> tuple[str, Problem | None]:
    """The kind of a file from where it stands, or the problem with its name."""
    if suffix == ".yml":
        match name:
            case (single,) if single in SINGLE_FILES:
                return single, None
            case ("meetings", _, stem) if match := _MEETING_FILE.fullmatch(stem):
                return "meeting", _impossible_date(file, match[1])
            case ("follow-ups", _, stem) if _FOLLOW_UP_FILE.fullmatch(stem):
                return "follow-up", None
            case ("meetings", *_):
                message = "this file's name says neither whose meeting it is nor when."
                remedy = f"Name it {FOLDER}/meetings/<body>/<date>.yml, as in cm-jc/2019-09-25.yml."
                return "", Problem(file, 1, 1, message, remedy)
            case ("follow-ups", *_):
                message = "this file's name does not say which follow-up it reports on."
                remedy = (
                    f"Name it {FOLDER}/follow-ups/<body>/<date>-<number>.yml, "
                    "as in cm-jc/2019-09-25-5C.yml."
                )
                return "", Problem(file, 1, 1, message, remedy)
    expected = [f"{single}.yml" for single in SINGLE_FILES]
    near = nearest(Path(file).name, expected)
    if suffix != ".yml" and suffix.lower() in (".yaml", ".yml"):
        remedy = "Let its name end in .yml."
    else:
        remedy = (
            f"A register holds {listed(expected)}, and .yml files under meetings/ and "
            "follow-ups/. Rename the file or move it elsewhere."
        )
    if near and len(name) == 1:
        remedy = f"Did you mean {FOLDER}/{near}?"
    return "", Problem(file, 1, 1, "nothing reads a file of this name.", remedy)


def day_in(stem: str) -> date | None:
    """The day with which the name of a meeting's file begins; None if there is no such day."""
    try:
        return values.day_of(stem)
    except ValueError:
        return None


def _impossible_date(file: str, day: str) -> Problem | None:
    if day_in(day) is None:
        message = f"this file's name holds a day that does not exist: {day}."
        return Problem(file, 1, 1, message, "Rename the file with the day of the meeting.")
    return None


# --- from plain values to typed ones ------------------------------------------------------


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(schema.FILES[kind])


def _typed(kind: str, source: Source) -> tuple[Any, Kept, list[Problem]]:
    """The typed content of a file, as far as it can be understood, and its problems of shape."""
    try:
        return _adapter(kind).validate_python(source.value), {}, []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        # A field whose name is mistyped is unknown; it is not missing as well.
        meant = {_meant(kind, found) for found in errors if found["type"] == "extra_forbidden"}
        problems = [
            _explain(kind, source, found)
            for found in errors
            if not (found["type"] == "missing" and found["loc"] in meant)
        ]
        return *_what_can_be_kept(kind, source, error), problems


def _meant(kind: str, found: Any) -> Location:
    """Where an unknown field would stand if its name were the nearest known one."""
    *holder, name = found["loc"]
    return (*holder, nearest(str(name), shape.fields_at(kind, tuple(holder))) or name)


def _what_can_be_kept(kind: str, source: Source, error: ValidationError) -> tuple[Any, Kept]:
    """The content without its broken parts, so that one slip does not hide the next.

    Taking a part out may leave its holder without a field that it needs; then that goes too.
    """
    cuts: set[Location] = set()
    rest = source
    for _ in range(8):
        for found in error.errors(include_url=False, include_input=False):
            place = tuple(_steps(rest.value, found["loc"]))
            cuts.add(rest.in_file(place[:-1] if found["type"] == "missing" else place))
        if () in cuts:
            break
        kept: dict[Location, list[int]] = {}
        rest = replace(source, value=_without(source.value, cuts, (), (), kept), kept=kept)
        try:
            return _adapter(kind).validate_python(rest.value), kept
        except ValidationError as again:
            error = again
    return None, {}


def _without(
    value: Any, cuts: set[Location], here: Location, now: Location, kept: dict[Location, list[int]]
) -> Any:
    """A copy of `value`, which stands at `here`, without what stands at any of the `cuts`.

    The copy will stand at `now`; `kept` learns which entries of its lists are left.
    """
    if isinstance(value, dict):
        return {
            key: _without(inner, cuts, (*here, key), (*now, key), kept)
            for key, inner in value.items()
            if (*here, key) not in cuts
        }
    if isinstance(value, list):
        left = [index for index in range(len(value)) if (*here, index) not in cuts]
        if len(left) < len(value):
            kept[now] = left
        return [
            _without(value[index], cuts, (*here, index), (*now, place), kept)
            for place, index in enumerate(left)
        ]
    return value


def _steps(value: Any, location: Location) -> Iterator[str | int]:
    """A location of pydantic's without what it adds: tags of unions, `<like this>`, and `[key]`."""
    for step in location:
        found = isinstance(value, dict) and step in value
        if not found and isinstance(step, str) and (step == "[key]" or step.startswith("<")):
            continue
        yield step
        if found or (isinstance(value, list) and isinstance(step, int)):
            value = value[step]


# --- what pydantic finds, in plain words --------------------------------------------------

_FORMS = {
    "date_form": ("is not a date.", "Write the day as 2019-09-25: year, month, day."),
    "date_impossible": ("is a day that does not exist.", "Look at the month and the day again."),
    "time_form": ("is not a time.", "Write the time as 16:35: hours from 0 to 23, then minutes."),
    "time_zone": (
        "is not a known time zone.",
        "Use a name of the IANA list, such as America/Toronto or America/Winnipeg.",
    ),
    "language_code": ("is not a language code.", "Write fr, en, or a code such as fr-CA."),
    "country": ("is not the code of a country.", "Write two capital letters, such as CA."),
    "number": (
        "cannot be a number in the record.",
        "Write letters and digits, as in 3, 5C or 2019-04.",
    ),
    "id": ("is not an id.", "Write lower-case letters and digits joined by hyphens, as in cm-jc."),
    "meeting_id": ("is not a meeting's id.", "Write its body and its date: cm-jc/2019-09-25."),
    "reference": (
        "does not refer to a decision or a follow-up.",
        'Write "#decision-3" for this meeting, or cm-jc/2019-09-25#decision-3 for another.',
    ),
    "owner": (
        "is not the id of a person, an organization or an office.",
        "Write an id such as isac-iccs, or an office as isac-iccs#chair.",
    ),
    "address": (
        "is not an address of the web.",
        "Write it whole, beginning with https:// (or mailto: for mail).",
    ),
    "path": (
        "is not the way to another site of the same host.",
        "Write it from the root of this one, as in ../comite-b/.",
    ),
    "mail": ("is not an address for mail.", "Write it as name@example.org."),
    "true_or_false": ("is neither true nor false.", "Write true or false."),
    "count": ("is not a count.", "Write digits only."),
    "fingerprint": (
        "is not a fingerprint.",
        "Remove this entry, and `make seal` writes it anew.",
    ),
}
_GUEST = "For somebody who is not in people.yml, write {{name: {}}}."
_DUE = "Write {date: 2019-10-24}, or {meeting: cm-jc/2019-11-20}."
_CUT_AT_A_COMMA = "If a comma cut it off the text before it, put that whole text in quotes."


def _explain(kind: str, source: Source, found: Any) -> Problem:
    """A problem of shape, worded for the person who wrote the file."""
    location = tuple(_steps(source.value, found["loc"]))
    message, remedy = _worded(kind, source, found, location)
    return source.problem(location, message, remedy)


def _worded(kind: str, source: Source, found: Any, location: Location) -> tuple[str, str]:
    what, value = found["type"], found["input"]
    name = _name(location)
    shown = f"`{short(value)}`" if isinstance(value, str) and value else name
    if what == "extra_forbidden":
        return _unknown_field(kind, found, str(location[-1]))
    if what == "missing":
        if location[-2:-1] == ("due",):
            return "`due` does not say when.", _DUE
        fields = shape.fields_at(kind, found["loc"][:-1])
        return f"the field {name} is missing.", f"Add it. Fields here: {listed(fields, 30)}."
    if value == "" and found["loc"][-1:] != ("[key]",):
        if shape.is_text_at(kind, found["loc"][:-1]) and not re.match(
            "[a-z]{2}(-|$)", str(location[-1])
        ):
            return f"{name} stands here as a language without words.", _CUT_AT_A_COMMA
        return f"{name} is empty.", "Fill it in, or remove it if it may be left out."
    if what == "too_short":
        return f"{name} is empty.", "Give at least one."
    if what == "union_tag_not_found":
        return (
            f"{name} is not a decision, a follow-up or a note.",
            "Begin it with its number: `decision: 3`, `follow_up: 5C` or `note: 1`.",
        )
    if what == "carried_over":
        return (
            "a follow-up is carried over to another one, and `continued_by` says to which.",
            "Give both `status: carried-over` and `continued_by: cm-jc/2019-11-20#follow-up-2`, "
            "or neither.",
        )
    if what == "string_type":
        return _not_text(source, location, name, value)
    if what in ("dict_type", "model_type"):
        return _not_a_map(kind, found, name, value)
    if what == "list_type":
        return f"{name} must be a list.", "Write [first, second], or a line `- …` for each."
    if what == "literal_error":
        expected = re.findall(r"'([^']+)'", found["ctx"]["expected"])
        near = nearest(str(value), expected)
        guess = f"Did you mean `{near}`? " if near else ""
        others = ", or a list" if expected == ["none"] else ""
        return (
            f"{shown} is not one of the words expected here.",
            f"{guess}Expected: {listed(expected)}{others}.",
        )
    said, remedy = _FORMS.get(what, (f"cannot be used here: {found['msg']}.", "See the schema."))
    if what == "time_zone" and (near := nearest(value, values.time_zones())):
        remedy = f"Did you mean {near}?"
    if what == "id" and "<person>" in found["loc"]:
        remedy = f"{remedy} {_GUEST.format(short(value))}"
    return f"{shown} {said}", remedy


def _name(location: Location) -> str:
    """What stands at a location, for a sentence."""
    if not location:
        return "this file"
    if isinstance(location[-1], str):
        return f"`{short(location[-1])}`"
    return f"entry {location[-1] + 1} of `{location[-2]}`"


def _unknown_field(kind: str, found: Any, name: str) -> tuple[str, str]:
    fields = shape.fields_at(kind, found["loc"][:-1])
    if kind == "meeting" and len(found["loc"]) == 1 and name in ("body", "date", "id"):
        return (
            f"`{name}` is not a field: the folder and the file's name say it.",
            "Remove the line. If it disagrees with the file's name, rename the file.",
        )
    near = nearest(name, fields)
    guess = f"Did you mean `{near}`? " if near else ""
    comma = f" {_CUT_AT_A_COMMA}" if found["input"] == "" and not near else ""
    return f"unknown field `{short(name)}`.", f"{guess}Fields here: {listed(fields, 30)}.{comma}"


def _not_text(source: Source, location: Location, name: str, value: Any) -> tuple[str, str]:
    if isinstance(value, dict) and len(value) == 1:
        (before,) = value
        typed = short(source.typed(location))
        return (
            f"{name} must be text, but a colon made a field of `{short(before)}`.",
            f"Put the text in quotes, {_quoted(typed)}, or {BLOCK_FORM}",
        )
    if isinstance(value, list):
        return f"{name} must be text, not a list.", "Write words, in quotes if they hold brackets."
    return f"{name} must be text, not fields.", "Write words, in quotes if they hold a colon."


def _not_a_map(kind: str, found: Any, name: str, value: Any) -> tuple[str, str]:
    fields = shape.fields_at(kind, found["loc"])
    if name == "`due`":
        return "`due` does not say when.", _DUE
    if shape.is_text_at(kind, found["loc"]):
        words = value if isinstance(value, str) else "…"
        return (
            f"{name} must give its text by language.",
            f'Write {{fr: {_quoted(short(words))}, en: "…"}}, with the languages of '
            f"{FOLDER}/register.yml.",
        )
    kinds = "a list" if isinstance(value, list) else "text"
    if fields:
        return f"{name} must hold fields, not {kinds}.", f"Fields here: {listed(fields, 30)}."
    return f"{name} must hold fields, not {kinds}.", "Write `id: …` for each, without a dash."


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
