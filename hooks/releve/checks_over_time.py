"""Rules on what goes on over time: meetings, decisions, follow-ups, reports and seals.

Each is a small generator, listed in `checks.CHECKS`; what holds for them all is said there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import schema
from .language import Language
from .problems import Problem, nearest
from .reading import FOLDER, File
from .register import (
    CLOSED,
    DEEDS,
    Meeting,
    Outcome,
    Register,
    Thing,
    heir_of,
    reported_on,
)
from .seals import FILE as SEALS
from .seals import NAMES, Change, changes, held, part_of, parts, seal_of

Problems = Iterator[Problem]

_MOVE_AS_OF = "To publish it, move `as_of` in data/register.yml to a later day, or take it out."

_NOT_HELD = ("cancelled", "postponed")

# --- meetings -----------------------------------------------------------------------------


def what_is_later_than_the_register_is_not_shown(register: Register) -> Problems:
    day = register.settings.as_of
    if day is None:
        return
    for meeting in register.meetings:
        if meeting.state == "planned" and meeting.holds_words:
            yield meeting.file.source.problem(
                (),
                f"this meeting is later than `as_of` ({day}), so only its agenda is shown.",
                _MOVE_AS_OF,
                warning=True,
            )


def meetings_that_were_not_held_have_no_record(register: Register) -> Problems:
    for meeting in register.meetings:
        if meeting.state not in _NOT_HELD:
            continue
        for item in meeting.items:
            for name in ("narrative", "outcomes"):
                if getattr(item.data, name):
                    yield meeting.file.source.problem(
                        (*item.location, name),
                        f"this meeting was {meeting.state}, so item {item.number} may not have "
                        f"`{name}`.",
                        "Move it to the meeting where it happened, or remove `cancelled` or "
                        "`postponed_to`.",
                    )
        if meeting.data.cancelled and meeting.data.postponed_to:
            yield meeting.file.source.problem(
                ("cancelled",),
                "this meeting was cancelled and postponed, but it can only be one of the two.",
                "Keep `postponed_to` if another was held in its place, and `cancelled` if not.",
            )


def items_are_deferred_to_later_meetings(register: Register) -> Problems:
    for item in register.of_kind("item"):
        if item.data.deferred_to is None:
            continue
        later = register.find(item.data.deferred_to.meeting)
        if isinstance(later, Meeting) and (later is item.meeting or later.date < item.meeting.date):
            which = "its own meeting" if later is item.meeting else f"`{later.key}`, an earlier one"
            yield item.file.source.problem(
                (*item.location, "deferred_to"),
                f"item {item.number} of {item.meeting.date} is deferred to {which}.",
                "Name the later meeting that it was put off to.",
            )


def no_meeting_is_held_in_place_of_itself(register: Register) -> Problems:
    for meeting in register.meetings:
        line = [meeting.key]
        here: Thing | None = meeting
        while isinstance(here, Meeting) and here.data.postponed_to:
            here = register.find(here.data.postponed_to.meeting)
            if here is meeting:
                yield meeting.file.source.problem(
                    ("postponed_to",),
                    f"this meeting is held in place of itself: {' → '.join([*line, line[0]])}.",
                    "Name the meeting that was held in the end, or remove the line.",
                )
            if here is None or here.key in line:
                break
            line.append(here.key)


# --- decisions ----------------------------------------------------------------------------


def records_are_approved_after_the_fact(register: Register) -> Problems:
    for decision in register.of_kind("decision"):
        approved = register.find(decision.data.approves or "")
        if not isinstance(approved, Meeting):
            continue
        which = ""
        if approved is decision.meeting:
            which = "its own meeting"
        elif approved.date > decision.meeting.date:
            which = f"`{approved.key}`, later"
        elif approved.state in _NOT_HELD:
            which = f"`{approved.key}`, which was {approved.state}"
        if which:
            yield decision.file.source.problem(
                (*decision.location, "approves"),
                f"this decision of {decision.meeting.date} approves the record of {which}.",
                "Name the meeting whose record was approved: an earlier one.",
            )


def decisions_act_on_earlier_ones(register: Register) -> Problems:
    order = {decision: place for place, decision in enumerate(register.decisions)}
    for decision in register.decisions:
        for deed in DEEDS:
            for index, reference in enumerate(getattr(decision.data, deed)):
                target = register.find(reference, decision.meeting)
                if not isinstance(target, Outcome) or target not in order:
                    continue  # said already
                same_body = target.meeting.body == decision.meeting.body
                is_later = target.meeting.date > decision.meeting.date or (
                    target.meeting.date == decision.meeting.date
                    and same_body
                    and order[target] > order[decision]
                )
                if target is decision or is_later:
                    which = "itself" if target is decision else f"`{target.key}`, a later one"
                    yield decision.file.source.problem(
                        (*decision.location, deed, index),
                        f"decision {decision.number} of {decision.meeting.date} {deed} {which}.",
                        "Name an earlier decision; what a later one does to this one stands there.",
                    )


def no_decision_acts_on_itself_through_others(register: Register) -> Problems:
    acts_on: dict[Outcome, list[Outcome]] = {}
    for earlier in register.decisions:
        for deed in DEEDS:
            for later in earlier.acted_on_by.get(deed, ()):
                acts_on.setdefault(later, []).append(earlier)
    told: set[frozenset[Outcome]] = set()
    for decision, others in acts_on.items():
        # A way round needs a step that does not lead back in time; there are few to begin at.
        if all(other.meeting.date < decision.meeting.date for other in others):
            continue
        loop = _way_back(decision, acts_on)
        if loop and frozenset(loop) not in told:
            told.add(frozenset(loop))
            line = " → ".join(f"`{one.key}`" for one in [*loop, decision])
            yield decision.file.source.problem(
                decision.location,
                f"decisions act on each other in a circle: {line}.",
                "Remove the one of these references that the record does not bear out.",
            )


def _way_back(start: Outcome, leads_to: Mapping[Outcome, list[Outcome]]) -> list[Outcome]:
    """The outcomes on the way from one of them back to itself, beginning with it; [] if none."""
    came_from: dict[Outcome, Outcome] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there in leads_to.get(here, ()):
            if there is start:
                way = [here]
                while way[-1] is not start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return []


def a_decision_is_superseded_once(register: Register) -> Problems:
    for decision in register.decisions:
        first, *others = decision.acted_on_by.get("supersedes", []) or [decision]
        for other in others:
            yield other.file.source.problem(
                (*other.location, "supersedes"),
                f"`{decision.key}` is superseded already, by `{first.key}`.",
                f"If this one takes the place of that one, name `{first.key}` instead.",
            )


def decisions_act_on_what_stands(register: Register) -> Problems:
    for decision in register.decisions:
        done = decision.acted_on_by
        ends = [*done.get("supersedes", ()), *done.get("rescinds", ())]
        for deed in ("amends", "rescinds"):
            for later in done.get(deed, ()):
                if ended := next((one for one in ends if one.begins < later.begins), None):
                    yield later.file.source.problem(
                        (*later.location, deed),
                        f"`{decision.key}` stands no longer: `{ended.key}` had ended it by then.",
                        "If the record says so all the same, nothing need change.",
                        warning=True,
                    )


def decisions_end_after_they_begin(register: Register) -> Problems:
    for decision in register.decisions:
        expires = decision.data.expires
        if expires and expires < decision.begins:
            yield decision.file.source.problem(
                (*decision.location, "expires"),
                f"this decision expires on {expires}, before it takes effect on {decision.begins}.",
                "Look at the two dates again.",
            )


# --- follow-ups and reports ---------------------------------------------------------------


def follow_ups_arise_from_earlier_decisions(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        for index, reference in enumerate(follow_up.data.arises_from):
            cause = register.find(reference, follow_up.meeting)
            if isinstance(cause, Outcome) and cause.meeting.date > follow_up.meeting.date:
                yield follow_up.file.source.problem(
                    (*follow_up.location, "arises_from", index),
                    f"this follow-up of {follow_up.meeting.date} arises from `{cause.key}`, "
                    "a later decision.",
                    "Name a decision of this meeting or of an earlier one.",
                )


def follow_ups_are_due_after_they_are_agreed(register: Register) -> Problems:
    for follow_up in register.follow_ups:
        due = follow_up.data.due
        agreed = follow_up.meeting.date
        meeting = register.find(due.meeting) if isinstance(due, schema.DueAtMeeting) else None
        day = meeting.date if isinstance(meeting, Meeting) else getattr(due, "date", None)
        if day and day < agreed:
            yield follow_up.file.source.problem(
                (*follow_up.location, "due"),
                f"this follow-up of {agreed} was due on {day}, before it was agreed.",
                "Look at the date again. If the record says so, correct it under `corrections`.",
                warning=True,
            )


def reports_are_on_a_follow_up(register: Register) -> Problems:
    files: dict[str, File] = {}
    for file in register.files:
        if file.kind != "follow-up":
            continue
        body, stem = file.name[1], file.name[2]
        if follow_up := reported_on(register, file):
            other = files.setdefault(follow_up.key, file)
            if other is not file:
                yield file.source.problem(
                    (),
                    f"`{follow_up.key}` has its reports in {other.path} already.",
                    "Put them all in one file, and delete the other.",
                )
        elif body in register.settings.bodies and not any(
            f"{FOLDER}/meetings/{body}/{stem}".startswith(broken.removesuffix(".yml"))
            for broken in register.broken
        ):
            known = [
                thing.key.replace("#follow-up-", "-") for thing in register.of_kind("follow_up")
            ]
            near = nearest(f"{body}/{stem}", known)
            guess = f" Did you mean {near}.yml?" if near else ""
            yield file.source.problem(
                (),
                "this file's name is not that of a follow-up.",
                f"Name it {FOLDER}/follow-ups/<body>/<date>-<number>.yml.{guess}",
            )


def _reports(register: Register) -> Iterator[tuple[Outcome, File, list[schema.Report]]]:
    for file in register.files:
        if file.kind == "follow-up" and (follow_up := reported_on(register, file)):
            yield follow_up, file, file.content.reports


def reports_stand_in_order_of_time(register: Register) -> Problems:
    for follow_up, file, reports in _reports(register):
        agreed = follow_up.meeting.date
        closed: schema.Report | None = None
        for index, report in enumerate(reports):
            location = ("reports", index, "date")
            if report.date < agreed:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} is on a follow-up that was agreed on {agreed}.",
                    "Look at the date again, and at the name of the file.",
                )
            if index and report.date < reports[index - 1].date:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} stands after one of {reports[index - 1].date}.",
                    "Put the oldest first: the last one says where the follow-up stands.",
                )
            if closed:
                yield file.source.problem(
                    location,
                    f"this report stands after the one of {closed.date}, which closed the "
                    f"follow-up (`status: {closed.status}`).",
                    "Remove it. If there is more to do, it is a new follow-up: let the earlier "
                    "report say `carried-over`, and name that one in `continued_by`.",
                )
            if report.status in CLOSED:
                closed = closed or report


def reports_are_not_of_the_future(register: Register) -> Problems:
    day = register.settings.as_of
    if register.file.path in register.broken:
        return  # the day of the register may be what is broken
    for _, file, reports in _reports(register):
        for index, report in enumerate(reports):
            if report.date > register.as_of:
                location = ("reports", index, "date")
                if day:
                    message = f"this report is later than `as_of` ({day}), so it is not shown."
                    yield file.source.problem(location, message, _MOVE_AS_OF, warning=True)
                else:
                    message = f"this report is dated {report.date}, a day still to come."
                    yield file.source.problem(location, message, "Look at the date again.")


def reports_are_made_at_meetings_that_were_held(register: Register) -> Problems:
    for _, file, reports in _reports(register):
        for index, report in enumerate(reports):
            meeting = register.find(report.meeting) if report.meeting else None
            if not isinstance(meeting, Meeting):
                continue
            location = ("reports", index, "meeting")
            if meeting.state in _NOT_HELD:
                yield file.source.problem(
                    location,
                    f"nothing was reported at `{meeting.key}`, for it was {meeting.state}.",
                    "Name the meeting where it was reported, or remove the line.",
                )
            elif meeting.date != report.date:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} cannot be made at a meeting of {meeting.date}.",
                    "Let `date` be the day of the meeting, or remove the line.",
                    warning=report.date > meeting.date,  # a meeting may last for days
                )


def follow_ups_are_carried_over_into_others(register: Register) -> Problems:
    for follow_up, file, reports in _reports(register):
        for index, report in enumerate(reports):
            heir = heir_of(register, follow_up, report)
            if heir is None:
                continue
            location = ("reports", index, "continued_by")
            if heir is follow_up:
                yield file.source.problem(
                    location,
                    "this follow-up is carried over into itself.",
                    "Name the follow-up that continues it. If it goes on under its own number, "
                    "write `status: in-progress`, and `due` if the date moves.",
                )
            elif heir.meeting.date > report.date:
                yield file.source.problem(
                    location,
                    f"this report of {report.date} names `{heir.key}`, which was agreed later.",
                    "Date the report on the day when the other follow-up was agreed, or after.",
                )
    yield from _circles_of_follow_ups(register)


def _circles_of_follow_ups(register: Register) -> Problems:
    continued_by: dict[Outcome, list[Outcome]] = {}
    for heir in register.follow_ups:
        for follow_up in heir.continues:
            if follow_up is not heir:
                continued_by.setdefault(follow_up, []).append(heir)
    told: set[Outcome] = set()
    for follow_up in continued_by:
        circle = [] if follow_up in told else _way_back(follow_up, continued_by)
        if circle:
            told |= {*circle}
            line = " → ".join(f"`{one.key}`" for one in [*circle, follow_up])
            yield follow_up.file.source.problem(
                follow_up.location,
                f"follow-ups are carried over in a circle: {line}.",
                "Mend the `continued_by` that is wrong.",
            )


# --- seals --------------------------------------------------------------------------------


def sealed_records_are_unchanged(register: Register) -> Problems:
    homes = [f"{FOLDER}/{name}.yml" for name in ("people", "organizations", "topics", "glossary")]
    nameless = any(home in register.broken for home in homes)
    for file, key, seal in _seals(register):
        meeting = register.find(key)
        if not isinstance(meeting, Meeting):
            if f"{FOLDER}/meetings/{key}.yml" not in register.broken:
                yield file.source.problem(
                    (key,),
                    f"the sealed record of `{key}` is gone.",
                    f"Put {FOLDER}/meetings/{key}.yml back as it was: a sealed record stays.",
                )
        elif meeting.file.path not in register.broken:
            places: dict[str, Thing] = {part_of(one): one for one in meeting.items}
            places |= {part_of(one): one for one in meeting.outcomes}
            for change in changes(seal, parts(register, meeting)):
                # What a thing is called is not known where its file cannot be read.
                if not nameless or (seal.parts and change.part != NAMES):
                    yield _changed(meeting, places.get(change.part), change)


def _changed(meeting: Meeting, place: Thing | None, change: Change) -> Problem:
    # Where the part or the field is no longer there, what stood around it is shown.
    field = change.fields[0].split(".") if change.fields else []
    location = (*(place.location if place else ()), *field)
    said = "; ".join(map(_field_words, change.fields)) or change.kind
    if change.renewable:
        return meeting.file.source.problem(
            location,
            f"what this sealed record shows was changed: {change.part}: {said}.",
            "If that is right, `make seal` takes it in; the record itself stays sealed.",
        )
    where = change.part if change.fields else "…"
    return meeting.file.source.problem(
        location,
        f"this record is sealed, but it was changed: {change.part}: {said}.",
        "Put it back as it was. To correct it, add under `corrections`: "
        f"`{{where: {where}, kind: typographical, says: {{…}}, should_say: {{…}}, reason: {{…}}}}`"
        "; a change of what it means is `substantive`, and names the decision that allows it.",
    )


_FIELD_WORDS = {
    "text": "wording",
    "owners": "owner",
    "due": "due date",
    "narrative": "discussion",
    "outcomes": "list of outcomes",
    "items": "list of parts",
    "agenda": "list of items",
    "chairs": "chair",
}


def _field_words(field: str) -> str:
    """What a sealed field is called: `text.fr` is the wording in French."""
    name, _, language = field.partition(".")
    said = _FIELD_WORDS.get(name, name.replace("_", " "))
    named = _ENGLISH.name_of(language).split(" (")[0] if language not in ("", "*") else ""
    return f"{said}, {named}" if named else said


_ENGLISH = Language("en")


def _seals(register: Register) -> Iterator[tuple[File, str, schema.Seal]]:
    for file in register.files:
        if file.kind == "seals":
            for key, seal in file.content.items():
                yield file, key, seal


def approved_records_are_sealed(register: Register) -> Problems:
    sealed = held(register)
    if SEALS in register.broken:
        return
    for meeting in register.meetings:
        decision = meeting.approved_by
        if not decision or not meeting.has_record or meeting.key in sealed:
            continue
        if meeting.file.path not in register.broken:
            seal = seal_of(register, meeting)
            yield decision.file.source.problem(
                (*decision.location, "approves"),
                f"this decision approves the record of `{meeting.key}`, which is not sealed.",
                f"Run `make seal`, or add to {SEALS}: "
                f"`{meeting.key}: {{fingerprint: {seal.fingerprint}}}`.",
            )


def sealed_records_are_approved(register: Register) -> Problems:
    approved = {
        decision.data.approves
        for decision in register.decisions
        if decision.is_adopted
        and decision.data.approves
        and not decision.deeds_by("rescinds", register.as_of)
    }
    for file, key, _ in _seals(register):
        meeting = register.find(key)
        if not isinstance(meeting, Meeting) or file.path in register.broken:
            continue
        if not meeting.holds_words and meeting.file.path not in register.broken:
            yield file.source.problem(
                (key,),
                f"the register does not hold the record of `{key}`, so there is nothing to seal.",
                "Remove this entry.",
            )
        elif key not in approved and not _may_be_approved_in_a_broken_file(register):
            yield file.source.problem(
                (key,),
                f"the record of `{key}` is sealed, but no decision approves it.",
                "Add `approves` to the decision that approved it, or remove this entry.",
            )


def _may_be_approved_in_a_broken_file(register: Register) -> bool:
    return any(file.startswith(f"{FOLDER}/meetings/") for file in register.broken)
