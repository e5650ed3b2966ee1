"""Rules on seals: an approved record is sealed, and a sealed one stays as it was."""

from __future__ import annotations

from collections.abc import Iterator

from ..register import (
    NAMES,
    SEALS_FILE,
    Change,
    Meeting,
    Register,
    Thing,
    changes,
    part_of,
    parts,
    seal_of,
    seals_of,
)
from ..source import FOLDER, File, Problem, schema, tell
from .common import Problems, is_hidden
from .field_words import changed_words, part_words


def sealed_records_are_unchanged(register: Register) -> Problems:
    homes = [f"{FOLDER}/{name}.yml" for name in ("people", "organizations", "topics", "glossary")]
    names_missing = any(home in register.broken for home in homes)
    for file, key, seal in _seals(register):
        meeting = register.find(key)
        if not isinstance(meeting, Meeting):
            if not is_hidden(register, f"{FOLDER}/meetings/{key}.yml"):
                yield file.source.problem(
                    (key,),
                    tell("the sealed record of `%(key)s` is gone.", key=key),
                    tell(
                        "Put %(file)s back as it was: a sealed record stays.",
                        file=f"{FOLDER}/meetings/{key}.yml",
                    ),
                )
        elif meeting.file.path not in register.broken:
            things: dict[str, Thing] = {part_of(item): item for item in meeting.items}
            things |= {part_of(outcome): outcome for outcome in meeting.outcomes}
            for change in changes(seal, parts(register, meeting)):
                # A file with errors hides names. Then a difference of names means nothing, nor
                # does any difference from a seal that cannot tell what was changed.
                if not names_missing or (seal.parts and change.part != NAMES):
                    home = next(file for file in register.files if file.kind == "register")
                    yield _changed(meeting, things.get(change.part), change, home)


def _changed(meeting: Meeting, thing: Thing | None, change: Change, home: File) -> Problem:
    """The problem of a change in a sealed record; `thing` is the part that was changed, or None
    if the record has no such part now. `home` is the file of the register's settings.
    """
    if [*change.fields] == ["time_zone"] and meeting.data and not meeting.data.time_zone:
        return home.source.problem(
            ("time_zone",),
            tell(
                "the sealed record of `%(meeting)s` gives its times in another zone than this one.",
                meeting=meeting.key,
            ),
            tell(
                "Put `time_zone` back as it was; a later meeting in another zone may have its own."
            ),
        )
    # If the part or the field is gone, `problem` points to what is around that location.
    field = change.fields[0].split(".") if change.fields else []
    location = (*(thing.location if thing else ()), *field)
    described = {"part": part_words(change.part), "changed": changed_words(change)}
    if change.renewable:
        return meeting.file.source.problem(
            location,
            tell(
                "what this sealed record shows was changed: %(part)s: %(changed)s.",
                **described,
            ),
            tell("If that is right, `make seal` takes it in; the record itself stays sealed."),
        )
    where = change.part if change.fields else "…"
    if "withheld" in change.fields and thing and thing.data.withheld is None:
        return meeting.file.source.problem(
            location,
            tell(
                "%(part)s of this sealed record is no longer `withheld`.",
                part=part_words(change.part),
            ),
            tell(
                "Put `withheld` back as it was, and add to it `released: {date: …}`, or "
                "`released: {by: …}` with the decision that allows it."
            ),
        )
    return meeting.file.source.problem(
        location,
        tell(
            "this record is sealed, but it was changed: %(part)s: %(changed)s.",
            **described,
        ),
        tell(
            "Put it back as it was. To correct it, add under `corrections`: `%(line)s`; a change "
            "of what it means is `substantive`, and names the decision that allows it.",
            line=f"{{where: {where}, kind: typographical, says: {{…}}, should_say: {{…}}, "
            "reason: {…}}",
        ),
    )


def _seals(register: Register) -> Iterator[tuple[File, str, schema.Seal]]:
    """Every seal, with its file and the key of its meeting."""
    for file in register.files:
        if file.kind == "seals":
            for key, seal in file.content.items():
                yield file, key, seal


def approved_records_are_sealed(register: Register) -> Problems:
    sealed = seals_of(register)
    if SEALS_FILE in register.broken:
        return
    for meeting in register.meetings:
        decision = meeting.approved_by
        if not decision or not meeting.has_record or meeting.key in sealed:
            continue
        if meeting.file.path not in register.broken:
            seal = seal_of(register, meeting)
            yield decision.file.source.problem(
                (*decision.location, "approves"),
                tell(
                    "this decision approves the record of `%(meeting)s`, which is not sealed.",
                    meeting=meeting.key,
                ),
                tell(
                    "Run `make seal`, or add to %(seals_file)s: `%(meeting)s: {fingerprint: "
                    "%(fingerprint)s}`.",
                    seals_file=SEALS_FILE,
                    meeting=meeting.key,
                    fingerprint=seal.fingerprint,
                ),
            )


def sealed_records_are_approved(register: Register) -> Problems:
    approved = {
        approved
        for decision in register.decisions
        for approved in decision.data.approves
        if decision.has_effect and not decision.deeds_by("rescinds", register.as_of)
    }
    for file, key, _ in _seals(register):
        meeting = register.find(key)
        if not isinstance(meeting, Meeting) or file.path in register.broken:
            continue
        if not meeting.holds_words and meeting.file.path not in register.broken:
            yield file.source.problem(
                (key,),
                tell(
                    "the register does not hold the record of `%(key)s`, so there is nothing "
                    "to seal.",
                    key=key,
                ),
                tell("Remove this entry."),
            )
        elif key not in approved and not _may_be_approved_in_a_broken_file(register):
            yield file.source.problem(
                (key,),
                tell("the record of `%(key)s` is sealed, but no decision approves it.", key=key),
                tell("Add `approves` to the decision that approved it, or remove this entry."),
            )


def _may_be_approved_in_a_broken_file(register: Register) -> bool:
    return any(file.startswith(f"{FOLDER}/meetings/") for file in register.broken)
