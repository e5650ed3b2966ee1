"""A register made at random without what is dated later than a day, cut out by hand.

What `register/as_of.py` does to a register that was read, this does to its files.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from releve.source.schema import WITHHELD_WITH_DECISION

from .registers_at_random import Files

RECORD = (
    "narrative", "outcomes", "opening", "closing", "adjourned", "attendance", "reviewed",
    "accepted",
)  # fmt: skip
"""Fields that say what happened at a meeting."""


def without_what_is_later(files: Files, day: date) -> Files:
    """The register with everything dated after a day removed, by hand."""
    return {name: kept for name, content in files.items() if (kept := _kept(name, content, day))}


def _kept(name: str, content: Any, day: date) -> Any:
    limit = day.isoformat()
    if name.startswith("follow-ups/"):
        reports = [report for report in content["reports"] if report["date"] <= limit]
        return {"reports": reports} if reports else None
    if name == "people.yml":
        return {key: _person_by(person, limit) for key, person in content.items()}
    if name == "organizations.yml":
        return {key: _organization_by(one, limit) for key, one in content.items()}
    if not name.startswith("meetings/"):
        return content
    kept = dict(content)
    for field_ in ("cancelled", "postponed_to"):
        if field_ in kept and kept[field_]["date"] > limit:
            del kept[field_]
    if name.rpartition("/")[2].removesuffix(".yml") > limit:
        kept = {key: value for key, value in kept.items() if key not in (*RECORD, "corrections")}
        kept["agenda"] = [_announced(item) for item in kept.get("agenda", [])]
    else:
        kept["corrections"] = [one for one in kept.get("corrections", []) if _day_of(one) <= limit]
        for field_ in {"agenda", "outcomes"} & kept.keys():
            kept[field_] = [_withheld_again(one, limit) for one in kept[field_]]
    return {key: value for key, value in kept.items() if value != []}


def _day_of(told: dict[str, Any]) -> str:
    """The day of a correction or a release: its own, or that of the decision if that is later."""
    decided = told.get("decision") or told.get("by") or ""
    return max(str(told["date"]), decided.partition("#")[0].rpartition("/")[2])


def _announced(item: dict[str, Any]) -> dict[str, Any]:
    """An item of a meeting to come."""
    kept = {key: value for key, value in item.items() if key not in (*RECORD, "deferred_to")}
    return kept | {"items": [_announced(part) for part in item.get("items", [])]}


def _withheld_again(thing: dict[str, Any], limit: str) -> dict[str, Any]:
    """An item or an outcome without what was released after a day."""
    withheld = thing.get("withheld", {})
    if _day_of(withheld.get("released", {"date": ""})) > limit:
        still = {"item", "title", "shown_as"}
        still |= {"outcomes"} if "outcomes_public" in withheld else set()
        told = WITHHELD_WITH_DECISION if "decision" in thing else thing.keys() - still
        thing = {name: value for name, value in thing.items() if name not in told}
        thing["withheld"] = {name: withheld[name] for name in withheld if name != "released"}
    for field_ in {"outcomes", "items"} & thing.keys():
        inner = [_withheld_again(one, limit) for one in thing[field_]]
        thing = thing | {field_: inner}
    return thing


def _person_by(person: dict[str, Any], limit: str) -> dict[str, Any]:
    offices = [office for office in person["offices"] if office.get("from", "") <= limit]
    return _named_by(person, limit) | {
        "offices": [
            {key: value for key, value in office.items() if key != "to" or value <= limit}
            for office in offices
        ]
    }


def _organization_by(organization: dict[str, Any], limit: str) -> dict[str, Any]:
    later = ("ended", "successor") if organization.get("ended", "") >= limit else ()
    kept = {name: value for name, value in organization.items() if name not in later}
    return _named_by(kept, limit)


def _named_by(entry: dict[str, Any], limit: str) -> dict[str, Any]:
    """Somebody or something by the name that it had on a day."""
    names = entry.get("names", [])
    then = next((former for former in names if former["to"] >= limit), None)
    if then is None:
        return entry
    kept = {name: value for name, value in entry.items() if name not in ("names", "acronym")}
    before = [former for former in names if former["to"] < then["to"]]
    told = {name: value for name, value in then.items() if name != "to"}
    return kept | told | {"names": before}
