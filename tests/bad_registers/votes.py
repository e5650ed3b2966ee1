"""Votes and motions whose sets and sums disagree: warnings, which the record may answer."""

from __future__ import annotations

from support.small_register import SUMMER, Cases, meeting_with

_PLACE = "data/meetings/cbf-hc/2031-06-04.yml"
_YES = "text: {fr: Oui., en: Yes.}"


def _answer(warning: str, about: str = "decision 1") -> str:
    return (
        "If the record is right, say so at the end of this file: "
        f'`accepted: [{{warning: {warning}, about: {about}, reason: "…"}}]`.'
    )


def _warned(column: int, message: str, remedy: str, answer: str) -> str:
    return f"""\
{_PLACE}:6:{column}: warning: {message}
    {remedy} {_answer(answer)}
0 errors, 1 warning
"""


def _decision(words: str) -> dict[str, str]:
    return {SUMMER: meeting_with(f"decision: 1, {_YES}, {words}")}


_COUNTS = "Look at the counts, or write `outcome: rejected`."
CASES: Cases = {
    "The same person on two sides of a vote": (
        _decision("vote: {for: [anne-exemple, paul-modele], against: [anne-exemple]}"),
        _warned(
            102,
            "`anne-exemple` is listed both for and against.",
            "Take the name out where it does not belong.",
            "two-sides",
        ),
    ),
    "The same person twice on one side": (
        _decision("vote: {recused: [{who: anne-exemple}, anne-exemple]}"),
        _warned(
            89,
            "`anne-exemple` is listed twice recused.",
            "Take the name out where it does not belong.",
            "two-sides",
        ),
    ),
    "A count that disagrees with the names beside it": (
        _decision("vote: {for: {count: 5, members: [anne-exemple, paul-modele]}}"),
        _warned(
            64,
            "the count for is 5, but beside it stand 2 names.",
            "Correct the one or the other; a `count` may be left out where all are named.",
            "count",
        ),
    ),
    "A decision adopted against its vote": (
        _decision("vote: {for: 2, against: 30}"),
        _warned(51, "this decision is adopted, with 2 for and 30 against.", _COUNTS, "outcome"),
    ),
    "A decision adopted on a tie": (
        _decision("vote: {for: 2, against: 2}"),
        _warned(
            51,
            "this decision is adopted, with 2 for and 2 against.",
            f"{_COUNTS} `casting` names whoever broke a tie.",
            "outcome",
        ),
    ),
    "A decision adopted by less than it took": (
        _decision("vote: {for: 3, against: 2, required: two-thirds}"),
        _warned(
            51,
            "this decision is adopted, with 3 for and 2 against, where it took two-thirds.",
            _COUNTS,
            "outcome",
        ),
    ),
    "A motion rejected by a majority in favour": (
        _decision("outcome: rejected, vote: {for: 3, against: 2}"),
        _warned(
            70,
            "this motion is rejected, with 3 for and 2 against.",
            "Look at the counts; if it took more to carry it, write `required: two-thirds`.",
            "outcome",
        ),
    ),
    "Somebody who seconds their own motion": (
        _decision("moved_by: anne-exemple, seconded_by: [paul-modele, anne-exemple]"),
        _warned(
            102,
            "`anne-exemple` moves this motion and seconds it.",
            "Name somebody else, or leave `seconded_by` out.",
            "own-seconder",
        ),
    ),
    "A voter who sent regrets, and one whom nobody saw": (
        {
            SUMMER: "attendance: {present: [anne-exemple], regrets: [paul-modele]}\n"
            + meeting_with(
                f"decision: 1, {_YES}, vote: {{for: [anne-exemple, paul-modele, lea-specimen]}}"
            )
        },
        f"""\
{_PLACE}:7:78: warning: `paul-modele` voted, but sent regrets.
    Look at `attendance` and at the vote. {_answer("absent-voter")}
{_PLACE}:7:91: warning: `lea-specimen` voted, but is not among those present.
    Look at `attendance` and at the vote. {_answer("absent-voter")}
0 errors, 2 warnings
""",
    ),
    "A vote at a meeting whose chair has no entry": (
        {
            SUMMER: "chairs: [Zoé Exemple, {said: {fr: La doyenne, en: The eldest}}]\n"
            "attendance: {present: [anne-exemple]}\n"
            + meeting_with(f"decision: 1, {_YES}, vote: {{for: [anne-exemple]}}")
        },
        "0 errors, 0 warnings\n",
    ),
    "A voter who was absent, and one whose proxy was held": (
        {
            SUMMER: "attendance: {present: [{who: anne-exemple, proxy_for: lea-specimen}], "
            "regrets: [lea-specimen], absent: [{who: paul-modele}]}\n"
            + meeting_with(
                f"decision: 1, {_YES}, vote: {{for: [anne-exemple, paul-modele, lea-specimen]}}"
            )
        },
        f"""\
{_PLACE}:7:78: warning: `paul-modele` voted, but was absent.
    Look at `attendance` and at the vote. {_answer("absent-voter")}
0 errors, 1 warning
""",
    ),
    "A vote whose every doubt is answered": (
        {
            SUMMER: "attendance: {regrets: [paul-modele]}\n"
            + meeting_with(
                f"decision: 1, {_YES}, moved_by: anne-exemple, seconded_by: anne-exemple, "
                "vote: {for: {count: 1, members: [paul-modele, paul-modele]}, against: 7}"
            )
            + "accepted:\n"
            + "".join(
                f"  - {{warning: {warning}, about: decision 1, reason: So it is.}}\n"
                for warning in ("two-sides", "count", "outcome", "own-seconder", "absent-voter")
            )
        },
        "0 errors, 0 warnings\n",
    ),
    "A vote that a threshold or a casting vote explains": (
        {
            SUMMER: meeting_with(
                f"decision: 1, {_YES}, outcome: rejected, vote: {{for: 3, against: 2, required: two-thirds}}",
                f"decision: 2, {_YES}, vote: {{for: 2, against: 2, casting: anne-exemple}}",
            )
        },
        "0 errors, 0 warnings\n",
    ),
    "A decision adopted with one that was rejected": (
        {
            SUMMER: meeting_with(
                f"decision: 1, {_YES}, outcome: rejected",
                f'decision: 2, {_YES}, adopted_with: "#decision-1"',
            )
        },
        f"""\
{_PLACE}:7:51: warning: this decision is adopted with `cbf-hc/2031-06-04#decision-1`, which is rejected.
    Write `outcome: rejected` here too, or correct that one. {_answer("outcome", "decision 2")}
0 errors, 1 warning
""",
    ),
    "A motion that amends itself": (
        _decision('amendment_to: "#decision-1"'),
        f"""\
{_PLACE}:6:51: error: decision 1 of 2031-06-04 is to amend itself.
    Name another motion, or remove the line.
1 error, 0 warnings
""",
    ),
    "A voter of whom neither id nor name is given": (
        _decision("vote: {recused: [{reason: {fr: Parent., en: Kin.}}]}"),
        f"""\
{_PLACE}:6:68: error: entry 1 of `recused` does not say who, or says it twice.
    Give `who`, an id, or `name`, for one who has no entry: `{{who: …}}` or `{{name: …}}`.
1 error, 0 warnings
""",
    ),
}
