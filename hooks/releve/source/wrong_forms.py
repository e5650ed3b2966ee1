"""A value that does not have the form it needs: what is said of it, and what to write.

Comes in: an error of a date, a time, an id or another short value. Goes out: a message and a
remedy. Begin at `wrong_form`.
"""

from __future__ import annotations

from . import schema, values
from .blanks import DAY, DECISION, FOLLOW_UP, ID, MEETING, MONTH, QUARTER, references, what_is_meant
from .finding import Finding
from .mending import mended
from .problems import A_SIGN_UNSEEN, nearest, short
from .shape import kinds_at
from .slips import odd_sign, plain

_FORMS = {
    "date_form": ("is not a date.", f"Write the day as {DAY}: year, month, day."),
    "date_or_period_form": (
        "is neither a day, a month, a quarter nor a year.",
        f"Write the day as {DAY}, the month as {MONTH}, the quarter as {QUARTER}, or the year.",
    ),
    "date_impossible": ("is a day that does not exist.", "Look at the month and the day again."),
    "date_year": (f"is not a day in {values.YEARS}.", "Look at the year again."),
    "name_too_long": (
        f"is longer than {values.LONGEST_NAME} characters.",
        "Shorten it: it becomes a part of the addresses of pages.",
    ),
    "string_too_long": (
        f"is longer than {values.LONGEST_TEXT:,} characters.",
        "Divide it into several texts, or publish it as a document and give its `url`.",
    ),
    "time_form": ("is not a time.", "Write the time as 16:35: hours from 0 to 23, then minutes."),
    "time_zone": (
        "is not a known time zone.",
        "Use a name of the IANA list, such as America/Toronto or America/Winnipeg.",
    ),
    "language_code": (
        "is not a language code.",
        "Write fr, en, iku, or a code such as fr-CA or es-419.",
    ),
    "country": ("is not the code of a country.", "Write two capital letters, such as CA."),
    "number": (
        "cannot be a number in the record.",
        "Write letters and digits, as in 3, 5C or 2019-04.",
    ),
    "id": ("is not an id.", f"Write lower-case letters and digits joined by hyphens, as in {ID}."),
    "meeting_id": ("is not a meeting's id.", f"Write its body and its date: {MEETING}."),
    "reference": (
        "does not refer to a decision or a follow-up.",
        f'Write "#decision-3" for one of this meeting, or {DECISION} for one of another.',
    ),
    "follow_up_reference": (
        "does not name a follow-up.",
        f"Write its meeting and its number: {FOLLOW_UP}.",
    ),
    "owner": (
        "is not the id of a person, an organization or an office.",
        f"Write an id such as {ID}, or an office as {ID}#chair; or {{name: …}} for somebody "
        "without an entry.",
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
    "count": (
        "is not a count.",
        "Write digits, with a full stop before decimals, as in 12 or 12.5.",
    ),
    "voter": (
        "does not say who, or says it twice.",
        "Give `who`, an id, or `name`, for one who has no entry: `{who: …}` or `{name: …}`.",
    ),
    "source_unnamed": (
        "does not say what it is.",
        "Give its `title`, its address as `url`, or both: `{title: …, url: …}`.",
    ),
    "vote_group": (
        "does not say which group, or says it twice.",
        "Give `group`, the id of an organization, or `name`, for one that has no entry.",
    ),
    "vote_rounds": (
        "has rounds, and candidates beside them.",
        "Put the candidates of each round into it: `rounds: [{candidates: […]}, …]`.",
    ),
    "release_undated": (
        "does not say when it was released, nor by what.",
        f"Give the day, `{{date: {DAY}}}`, or the decision, `{{by: {DECISION}}}`.",
    ),
    "fingerprint": (
        "is not a fingerprint.",
        "Remove this entry, and `make seal` writes it anew.",
    ),
}
"""By pydantic's name of the error, for values of a wrong form: a message, which follows the value,
and a remedy."""
_OF_TEXTS = ("string_too_long",)
"""Errors of texts, which are not quoted: there is too much of them, or nothing."""
_GUEST = "For somebody who is not in people.yml, write {{name: {}}}."


def _if_not_so_exact(finding: Finding) -> str:
    """What may be written where the record does not say a day or a meeting."""
    if finding.error == "date_form" and "<date>" in finding.tagged_location:
        return f" For a month, a quarter or a year, write {{by: {QUARTER}}}."
    if finding.error == "meeting_id" and "deferred_to" in finding.location:
        return " Where the record does not say which, write `deferred_to: later`."
    if finding.error == "meeting_id" and "<meeting>" in finding.tagged_location:
        return " For the next one, whenever it is held, write `due: next-meeting`."
    return ""


def wrong_form(finding: Finding) -> tuple[str, str]:
    """A value that does not have the form it needs, as a date or an id has."""
    other = f"cannot be used here: {finding.details['message']}.", "See the schema."
    message, remedy = _FORMS.get(finding.error, other)
    value = finding.value if isinstance(finding.value, str) else ""
    if finding.error == "time_zone" and (near := nearest(finding.value, values.time_zones())):
        remedy = f"Did you mean {near}?"
    if finding.error == "count" and mended("owner", value):
        voters = references([value], schema.ACTORS)
        side = [step for step in finding.location if step != "count"][-1]
        remedy = (
            f"Write how many, in digits, as in 12 or 12.5; or, if these are ids, put brackets: "
            f"`{side}: [{voters}]`."
        )
    if meant := mended(finding.error, value):
        remedy = f"Write `{meant}`."
    kinds = kinds_at(finding.kind, finding.tagged_location)
    if value and kinds and finding.tagged_location[-1] != "[key]":
        guest = _GUEST.format(short(plain(value))) if "<person>" in finding.tagged_location else ""
        remedy = what_is_meant(value[:200], kinds, guest)
    remedy += "" if meant else _if_not_so_exact(finding)
    sign = odd_sign(value) if meant else ""
    if sign and value.strip() == meant:
        return (
            f"{sign} stands beside {finding.quoted}.",
            "Delete it: only a plain space may stand here.",
        )
    if sign:
        return f"{finding.quoted} holds {sign}, which does not belong here.", remedy
    if finding.error in _OF_TEXTS:
        return f"{finding.name} {message}", remedy
    if unseen := A_SIGN_UNSEEN.search(value):
        message = f"holds a sign that cannot be seen (U+{ord(unseen[0]):04X})."
        remedy = "Delete it, and type again what should stand there."
    return f"{finding.quoted} {message}", remedy
