"""The file of a meeting: what is known before it, and where to write what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..language import day_of, text_of
from ..register import (
    Item,
    Meeting,
    Office,
    Outcome,
    Owned,
    Register,
    Thing,
    binders,
    draft_agenda,
)
from ..source import Message, joined, tell
from .lines import comments, first_words, in_each_language, inline, text_of_register, to_fill

_SCHEMA = "# yaml-language-server: $schema=../../../docs/schema/meeting.json"


def meeting_stub(register: Register, body: str) -> str:
    """The least that a file of a meeting of a body holds: its title, as its meetings are called.

    A title that only one of them has, such as that of a summer meeting, is no custom: then the
    meeting is called by the name of its body.
    """
    organization = register.find(body)
    title = organization.data.name if organization else {}
    titles = [meeting.data.title for meeting in register.meetings_of(body)]
    for called, number in Counter(repr(sorted(one.items())) for one in titles).most_common(1):
        if number > 1:
            title = next(one for one in reversed(titles) if repr(sorted(one.items())) == called)
    return f"{_SCHEMA}\ntitle: {text_of_register(title)}\n"


def meeting_draft(register: Register, meeting: Meeting) -> str:
    """What the record of a meeting can begin with; `register` holds the meeting, if only by name.

    Its title, its chairs and its usual items are those of the meetings before; the records to
    approve, the items put off to it and the follow-ups that are due come from the whole register.
    """
    before = [
        one
        for one in register.meetings_of(meeting.body)
        if one.date < meeting.date and one.state not in ("cancelled", "postponed")
    ]
    lines = [_SCHEMA, f"title: {text_of_register(meeting.data.title)}"]
    lines += _circumstances(register, meeting, before)
    items = [*_items(register, meeting, before)]
    if items:
        lines += ["", "agenda:"]
        for number, (first, *more) in enumerate(items, 1):
            lines += [f"  - item: {number}", f"    {first}", *more]
    lines += _how_to_go_on(register)
    return "\n".join([*lines, ""])


def _circumstances(register: Register, meeting: Meeting, before: list[Meeting]) -> Iterator[str]:
    last = before[-1].data if before else None
    yield from comments(
        0, tell("Delete `# ` before a line to keep it; correct what was otherwise this time.")
    )
    form = meeting.data.format or (last.format if last else None) or "in-person"
    yield f"# format: {form}  # in-person, teleconference, hybrid, written"
    starts = last.starts if last and last.starts else None
    yield f"# starts: {f'{starts:%H:%M}' if starts else '9:00'}"
    place = last.place if last else None
    yield f"# place: {text_of_register(place) if place else to_fill(register)}"
    ids = [one for one in (last.chairs if last else []) if isinstance(one, str)]
    yield f"# chairs: {inline(ids)}"
    yield f"# attendance: {{present: {inline(ids)}, regrets: []}}"


def _items(register: Register, meeting: Meeting, before: list[Meeting]) -> Iterator[list[str]]:
    """The lines of each item but its number, the first being that of its title."""
    agenda = draft_agenda(register, meeting, binders(register, meeting.body)[meeting])
    for other in reversed(agenda.unapproved):
        title = tell("Approval of the record of %(day)s", day=day_of(other.date))
        yield [
            f"title: {in_each_language(register, title)}",
            *comments(4, tell("Once it is approved:"), "outcomes:", "  - decision: 1"),
            *comments(4, f"    text: {to_fill(register)}", f"    approves: {other.key}"),
        ]
    for item in (*agenda.deferred, *agenda.undated):
        yield [_title(item), f"    continues: {inline(item.key)}"]
    for item in _usual(before):
        yield [_title(item)]
    if agenda.due:
        title = tell("Review of follow-ups")
        asked = tell("Keep a line for each that was gone over, with where it stands now:")
        yield [
            f"title: {in_each_language(register, title)}",
            *comments(4, asked, "reviewed:"),
            *_owed(agenda.due),
        ]


def _title(item: Item) -> str:
    title = item.data.title
    return f"title: {text_of_register(title)}" if title else "# title:"


def _usual(before: list[Meeting]) -> list[Item]:
    """The items of the last record that the one before has too, by their titles."""
    records = [meeting for meeting in before if meeting.items]
    if len(records) < 2:
        return []
    named = {_name(item) for item in records[-2].items}
    return [
        item
        for item in records[-1].items
        if len(item.location) == 2 and item.data.title and _name(item) in named
    ]


def _name(item: Item) -> tuple[str, ...]:
    return tuple(words.casefold() for words in (item.data.title or {}).values())


def _owed(due: list[Owned]) -> Iterator[str]:
    """A line for each follow-up, under the names of those who owe it."""
    owners: dict[Outcome, list[Message]] = {}
    for owner, owed in due:
        for follow_up in owed:
            owners.setdefault(follow_up, []).append(_called(owner))
    above = None
    for follow_up, names in owners.items():
        name = joined("  #", joined(*names, between="; "))
        if name != above:
            yield from comments(4, name)
        above = name
        number = f"{follow_up.meeting.key}#{follow_up.number}"
        line = f"  - {{follow_up: {inline(number)}, status: in-progress}}"
        words = first_words(follow_up.data.text)
        yield from comments(4, f"{line}  # {words}" if words else line)


def _called(owner: object) -> Message:
    """The name of whoever owes something."""
    if owner is None:
        return tell("Nobody is named")
    if isinstance(owner, Office):
        return joined(text_of(owner.organization.data.name), text_of(owner.data), between=", ")
    if isinstance(owner, Thing):
        name = getattr(owner.data, "name", None) or getattr(owner.data, "title", None)
    else:
        name = getattr(owner, "name", None)
    return text_of(name) if isinstance(name, dict) else joined(str(name or owner))


def _how_to_go_on(register: Register) -> list[str]:
    return [
        "",
        *comments(
            0,
            tell("Under an item, once the meeting was held, what was said and what came of it:"),
            "narrative:",
            f"  - {{speaker: {next(iter(register.bodies), 'id')}, text: {to_fill(register)}}}",
            "outcomes:",
            f"  - {{decision: 1, text: {to_fill(register)}}}",
            f"  - {{follow_up: 1, owners: [], due: next-meeting, text: {to_fill(register)}}}",
            "documents:",
            f"  - {{tab: 1, title: {to_fill(register)}}}",
            tell("All that a record can hold stands in docs/examples."),
        ),
    ]
