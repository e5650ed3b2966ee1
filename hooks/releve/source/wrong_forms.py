"""A value that does not have the form it needs: what is said of it, and what to write.

Comes in: an error of a date, a time, an id or another short value. Goes out: a message and a
remedy. Begin at `wrong_form`.
"""

from __future__ import annotations

import re
import unicodedata

from . import schema, values
from .blanks import DAY, DECISION, FOLLOW_UP, ID, MEETING, MONTH, QUARTER, references, what_is_meant
from .finding import Finding, in_quotes
from .mending import mended
from .messages import Message, joined, tell, thousands, write
from .problems import A_SIGN_UNSEEN, nearest, short
from .shape import kinds_at
from .slips import odd_sign, plain

_FORMS = {
    "date_form": (
        tell("%(value)s is not a date."),
        tell("Write the day as %(day)s: year, month, day.", day=DAY),
    ),
    "date_or_period_form": (
        tell("%(value)s is neither a day, a month, a quarter nor a year."),
        tell(
            "Write the day as %(day)s, the month as %(month)s, the quarter as %(quarter)s, or "
            "the year.",
            day=DAY,
            month=MONTH,
            quarter=QUARTER,
        ),
    ),
    "date_impossible": (
        tell("%(value)s is a day that does not exist."),
        tell("Look at the month and the day again."),
    ),
    "date_year": (
        tell("%(value)s is not a day in %(years)s.", years=values.YEARS),
        tell("Look at the year again."),
    ),
    "name_too_long": (
        tell("%(value)s is longer than %(most)s characters.", most=values.LONGEST_NAME),
        tell("Shorten it: it becomes a part of the addresses of pages."),
    ),
    "string_too_long": (
        tell("%(value)s is longer than %(most)s characters.", most=thousands(values.LONGEST_TEXT)),
        tell("Divide it into several texts, or publish it as a document and give its `url`."),
    ),
    "time_form": (
        tell("%(value)s is not a time."),
        tell("Write the time as 16:35: hours from 0 to 23, then minutes."),
    ),
    "time_zone": (
        tell("%(value)s is not a known time zone."),
        tell("Use a name of the IANA list, such as America/Toronto or America/Winnipeg."),
    ),
    "language_code": (
        tell("%(value)s is not a language code."),
        tell("Write fr, en, iku, or a code such as fr-CA or es-419."),
    ),
    "country": (
        tell("%(value)s is not the code of a country."),
        tell("Write two capital letters, such as CA."),
    ),
    "number": (
        tell("%(value)s cannot be a number in the record."),
        tell("Write letters and digits, as in 3, 5C or 2019-04."),
    ),
    "id": (
        tell("%(value)s is not an id."),
        tell("Write lower-case letters and digits joined by hyphens, as in %(id)s.", id=ID),
    ),
    "meeting_id": (
        tell("%(value)s is not a meeting's id."),
        tell("Write its body and its date: %(meeting)s.", meeting=MEETING),
    ),
    "reference": (
        tell("%(value)s does not refer to a decision or a follow-up."),
        tell(
            'Write "#decision-3" for one of this meeting, or %(decision)s for one of another.',
            decision=DECISION,
        ),
    ),
    "follow_up_reference": (
        tell("%(value)s does not name a follow-up."),
        tell("Write its meeting and its number: %(follow_up)s.", follow_up=FOLLOW_UP),
    ),
    "owner": (
        tell("%(value)s is not the id of a person, an organization or an office."),
        tell(
            "Write an id such as %(id)s, or an office as %(id)s#chair; or {name: …} for "
            "somebody without an entry.",
            id=ID,
        ),
    ),
    "address": (
        tell("%(value)s is not an address of the web."),
        tell(
            "Copy it whole from the browser, as in https://example.org/page; or write "
            "mailto:name@example.org for mail."
        ),
    ),
    "path": (
        tell("%(value)s is not the way to another site of the same host."),
        tell("Write it from the root of this one, as in ../comite-b/."),
    ),
    "mail": (tell("%(value)s is not an address for mail."), tell("Write it as name@example.org.")),
    "true_or_false": (tell("%(value)s is neither true nor false."), tell("Write true or false.")),
    "count": (
        tell("%(value)s is not a count."),
        tell("Write digits, with a full stop before decimals, as in 12 or 12.5."),
    ),
    "voter": (
        tell("%(value)s does not say who, or says it twice."),
        tell("Give `who`, an id, or `name`, for one who has no entry: `{who: …}` or `{name: …}`."),
    ),
    "source_unnamed": (
        tell("%(value)s does not say what it is."),
        tell("Give its `title`, its address as `url`, or both: `{title: …, url: …}`."),
    ),
    "vote_group": (
        tell("%(value)s does not say which group, or says it twice."),
        tell("Give `group`, the id of an organization, or `name`, for one that has no entry."),
    ),
    "correction_form": (
        tell("this correction does not say in one way what to change."),
        tell(
            "Write `says` and `should_say`; or `inserts` and `after`; or `deletes`; or `field` and "
            "`should_say`, for what the record left out."
        ),
    ),
    "vote_rounds": (
        tell("%(value)s has rounds, and candidates beside them."),
        tell("Put the candidates of each round into it: `rounds: [{candidates: […]}, …]`."),
    ),
    "release_undated": (
        tell("%(value)s does not say when it was released, nor by what."),
        tell(
            "Give the day, `{date: %(day)s}`, or the decision, `{by: %(decision)s}`.",
            day=DAY,
            decision=DECISION,
        ),
    ),
    "fingerprint": (
        tell("%(value)s is not a fingerprint."),
        tell("Remove this entry, and `make seal` writes it anew."),
    ),
}
"""By pydantic's name of the error, for values of a wrong form: a message and a remedy."""
_OF_TEXTS = ("string_too_long",)
"""Errors of texts, which are not quoted: there is too much of them, or nothing."""


def _if_not_so_exact(finding: Finding) -> str:
    """What may be written where the record does not say a day or a meeting."""
    if finding.error == "date_form" and "<date>" in finding.tagged_location:
        return tell("For a month, a quarter or a year, write {by: %(quarter)s}.", quarter=QUARTER)
    if finding.error == "meeting_id" and "deferred_to" in finding.location:
        return tell("Where the record does not say which, write `deferred_to: later`.")
    if finding.error == "meeting_id" and "<meeting>" in finding.tagged_location:
        return tell("For the next one, whenever it is held, write `due: next-meeting`.")
    return ""


def _in_an_address(number: str) -> str:
    """A number such as CM/19/03 in a form that can be part of an address: CM-19-03; empty if there
    is no figure in it, or if it is too long.
    """
    if len(number) > values.LONGEST_NAME:
        return ""
    letters = unicodedata.normalize("NFD", number)
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    parts = re.findall("[0-9A-Za-z]+", bare)
    return "-".join(parts) if re.search("[0-9]", bare) else ""


def wrong_form(finding: Finding) -> tuple[Message, Message]:
    """A value that does not have the form it needs, as a date or an id has."""
    other = (
        tell("%(value)s cannot be used here: %(why)s.", why=finding.details["message"]),
        tell("See the schema."),
    )
    message, remedy = _FORMS.get(finding.error, other)
    value = finding.value if isinstance(finding.value, str) else ""
    if finding.error == "time_zone" and (near := nearest(finding.value, values.time_zones())):
        remedy = tell("Did you mean %(name)s?", name=near)
    if finding.error == "count" and mended("owner", value):
        voters = references([value], schema.ACTORS)
        side = [step for step in finding.location if step != "count"][-1]
        remedy = tell(
            "Write how many, in digits, as in 12 or 12.5; or, if these are ids, put "
            "brackets: `%(side)s: [%(voters)s]`.",
            side=side,
            voters=voters,
        )
    if meant := mended(finding.error, value):
        remedy = write(meant)
    elif finding.error == "number" and (near := _in_an_address(value)):
        remedy = tell(
            "Write `%(line)s`, and below it, for the number as the record writes it, `%(shown)s`.",
            line=f"{finding.location[-1]}: {near}",
            shown=f"shown_as: {in_quotes(short(value))}",
        )
    kinds = kinds_at(finding.kind, finding.tagged_location)
    if value and kinds and finding.tagged_location[-1] != "[key]":
        guest = short(plain(value)) if "<person>" in finding.tagged_location else ""
        remedy = what_is_meant(value[:200], kinds, guest)
    remedy = joined(remedy, "" if meant else _if_not_so_exact(finding))
    sign = odd_sign(value) if meant else ""
    if sign and value.strip() == meant:
        return (
            tell("%(sign)s stands beside %(value)s.", sign=sign, value=finding.quoted),
            tell("Delete it: only a plain space may stand here."),
        )
    if sign:
        message = tell("%(value)s holds %(sign)s, which does not belong here.", sign=sign)
    elif finding.error in _OF_TEXTS:
        return message.given(value=finding.name), remedy
    elif unseen := A_SIGN_UNSEEN.search(value):
        code = f"U+{ord(unseen[0]):04X}"
        message = tell("%(value)s holds a sign that cannot be seen (%(code)s).", code=code)
        remedy = tell("Delete it, and type again what should stand there.")
    return message.given(value=finding.quoted), remedy
