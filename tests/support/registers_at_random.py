"""Whole registers made at random: good ones, and others that refer to whatever they like."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hypothesis.strategies import SearchStrategy

from releve.__main__ import seal

from .chance import RANDOM
from .rare_fields import RareFields

Files = dict[str, Any]
"""What stands in each file, by its path below `data/`."""

FIRST, LAST = date(2031, 1, 6), date(2033, 12, 19)

_PEOPLE = ("ann", "bob", "cid", "dot")
_TOPICS = ("tar", "wax")


@dataclass
class _Maker:
    """Makes one register. With `wild`, a reference may lead anywhere, or nowhere."""

    random: Random
    wild: bool
    files: Files = field(default_factory=dict)
    decisions: list[tuple[date, str]] = field(default_factory=list)
    follow_ups: list[tuple[date, str]] = field(default_factory=list)
    superseded: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    held: list[tuple[date, str]] = field(default_factory=list)
    approved: set[str] = field(default_factory=set)

    def make(self) -> Files:
        languages = self.random.choice([["en"], ["fr", "en"], ["fr", "en", "es"]])
        self.languages = languages
        self.files["register.yml"] = {
            "title": self.text("Register"),
            "languages": languages,
            "one_language_suffices": "true",
            "country": "CA",
            "bodies": ["alpha", "beta"],
            "as_of": LAST.isoformat(),
            "exports": self.random.choice([["json", "yaml", "calendars", "feeds", "tables"], []]),
        }
        self.files["organizations.yml"] = {
            key: {
                "name": self.text(key.title()),
                "kind": "committee",
                "offices": {"chair": self.text("Chair"), "clerk": self.text("Clerk")},
            }
            for key in ("alpha", "beta", "gamma")
        }
        self.files["people.yml"] = {key: self.person(key) for key in _PEOPLE}
        self.files["topics.yml"] = {key: {"name": self.text(key.title())} for key in _TOPICS}
        days = [FIRST + timedelta(days=7 * week) for week in range(0, 154, 11)]
        plan = sorted(
            (day, body)
            for body in ("alpha", "beta")
            for day in self.random.sample(days, self.random.randint(1, 6))
        )
        self.plan = [(day, f"{body}/{day}") for day, body in plan]
        for day, key in self.plan:
            self.files[f"meetings/{key}.yml"] = self.meeting(day, key)
        for day, key in self.follow_ups:
            self.report(day, key)
        RareFields(self.random, languages, self.files).add()
        return self.files

    def text(self, words: str) -> dict[str, str]:
        return {code: f"{words} ({code})" for code in self.languages}

    def maybe(self, chance: float = 0.3) -> bool:
        return self.random.random() < chance

    def day(self, after: date) -> date:
        return after + timedelta(days=self.random.choice([0, 1, 30, 200, 600]))

    def any_key(self) -> str:
        """Something that may exist, or not, at any time."""
        keys = [key for _, key in (*self.decisions, *self.follow_ups, *self.plan)]
        return self.random.choice([*keys, *_PEOPLE, "alpha", "#decision-1", "#1", "nobody", "#"])

    def one_of(self, known: list[str], else_: str = "") -> str:
        if self.wild and self.maybe(0.4):
            return self.any_key()
        return self.random.choice(known) if known else else_

    def person(self, key: str) -> dict[str, Any]:
        offices = []
        if self.maybe(0.5):
            start = self.day(FIRST)
            offices.append({"of": "alpha", "office": "chair", "from": start.isoformat()})
            if self.maybe(0.5):
                offices[0]["to"] = self.day(start).isoformat()
        return {"name": key.title(), "offices": offices}

    def meeting(self, day: date, key: str) -> dict[str, Any]:
        body = key.partition("/")[0]
        later = [other for when, other in self.plan if when > day and other.startswith(body)]
        found: dict[str, Any] = {"title": self.text(f"Meeting of {body}")}
        if self.maybe(0.1):
            return found | {"cancelled": {"date": (day - timedelta(days=3)).isoformat()}}
        if later and self.maybe(0.1):
            return found | {
                "postponed_to": {"meeting": self.one_of(later), "date": day.isoformat()}
            }
        if self.maybe(0.2):
            found["with"] = "beta" if body == "alpha" else "alpha"
        self.held.append((day, key))
        self.numbers = {"decision": 0, "follow_up": 0}
        found["agenda"] = [
            self.item(day, key, number, later) for number in range(1, self.random.randint(2, 4))
        ]
        if self.maybe():
            found |= {"adjourned": "16:35", "closing": [{"text": self.text("Closed.")}]}
        outcomes = [one for item in found["agenda"] for one in item.get("outcomes", ())]
        said = [one["decision"] for one in outcomes if "decision" in one and "withheld" not in one]
        if said and self.maybe(0.5):
            decided = said[-1]
            found["corrections"] = [
                {
                    "where": f"decision {decided}",
                    "kind": "typographical",
                    "date": self.day(day).isoformat(),
                    **self.random.choice(
                        [
                            {
                                "says": dict.fromkeys(self.languages, "Decided"),
                                "should_say": self.text("Resolved"),
                            },
                            {
                                "inserts": self.text("at last"),
                                "after": dict.fromkeys(self.languages, "Decided"),
                            },
                            {"deletes": self.text("Decided.")},
                            {"field": "reason", "should_say": self.text("Because.")},
                        ]
                    ),
                }
            ]
        return found

    def item(self, day: date, key: str, number: int, later: list[str]) -> dict[str, Any]:
        found: dict[str, Any] = {"item": str(number), "title": self.text(f"Item {number}")}
        if self.maybe(0.1):
            found["withheld"] = {"reason": self.text("Secret.")}
            found["withheld"] |= self.released(day)
            if "released" not in found["withheld"]:
                return found
        if self.maybe(0.5):
            found["topics"] = [self.random.choice(_TOPICS)]
        if self.maybe(0.6):
            seen = [other for when, other in (*self.decisions, *self.follow_ups) if when <= day]
            target = self.one_of([*seen, *_PEOPLE])
            found["narrative"] = [{"speaker": "ann", "text": self.text(f"See [[{target}]].")}]
        if later and self.maybe(0.15):
            return found | {"deferred_to": self.one_of([*later, "later"])}
        outcomes = [self.outcome(day, key) for _ in range(self.random.randint(0, 3))]
        return found | ({"outcomes": outcomes} if outcomes else {})

    def released(self, day: date) -> dict[str, Any]:
        """When something withheld was released, if it was."""
        on = self.day(day)
        if on > LAST or self.maybe(0.3):
            return {}
        return {"until": on.isoformat(), "released": {"date": on.isoformat()}}

    def outcome(self, day: date, key: str) -> dict[str, Any]:
        kind = self.random.choice(["decision", "follow_up"])
        self.numbers[kind] += 1
        number = str(self.numbers[kind])
        own = f"{key}#{kind.replace('_', '-')}-{number}"
        found = {kind: number} | (
            self.decision(day, key) if kind == "decision" else self.follow_up(day)
        )
        (self.decisions if kind == "decision" else self.follow_ups).append((day, own))
        return found

    def decision(self, day: date, key: str) -> dict[str, Any]:
        found: dict[str, Any] = {"text": self.text("Decided.")}
        if self.maybe(0.1):
            withheld = {"reason": self.text("Secret.")} | self.released(day)
            found = {"withheld": withheld} | (found if "released" in withheld else {})
        if self.maybe(0.2):
            words = ["rejected", "noted", "adopted-in-principle", "withdrawn", "tabled", "deferred"]
            found["outcome"] = self.random.choice(words)
        if self.maybe(0.2):
            found["lasting"] = self.random.choice(["true", "false"])
        if self.maybe(0.3):
            sides = self.random.sample(_PEOPLE, 2)
            found["moved_by"], found["seconded_by"] = sides[0], sides[1:]
            rounds = [{"candidates": [{"name": "Eve", "votes": "2"}, {"who": sides[0]}]}]
            found["vote"] = {
                "rounds": rounds,
                "for": sides[:1],
                "recused": [{"who": sides[1]}],
                "against": "0.5",
            }
        adopted = found.get("outcome") in (None, "adopted-in-principle")
        begins = day
        if self.maybe(0.2):
            begins = self.day(day)
            found["effective"] = begins.isoformat()
        if self.maybe(0.2):
            found["expires"] = self.day(begins).isoformat()
        standing = [other for _, other in self.decisions if other not in self.ended]
        if standing and adopted and self.maybe(0.5):
            deed = self.random.choice(["amends", "supersedes", "rescinds"])
            target = self.one_of(standing)
            found[deed] = target if "#" in target else f"#{target}"
            if deed != "amends":
                self.ended.add(target)
        body = key.partition("/")[0]
        waiting = [
            other
            for when, other in self.held
            if when < day and other.startswith(body) and other not in self.approved
        ]
        if waiting and adopted and self.maybe(0.5):
            found["approves"] = self.one_of(waiting)
            self.approved.add(found["approves"])
        if "text" in found and self.maybe(0.2):
            person, replaced = self.random.sample(_PEOPLE, 2)
            found["appoints"] = {"person": person, "office": "chair", "of": "alpha"}
            found["appoints"] |= {"replaces": replaced} if self.maybe(0.5) else {}
        return found

    def follow_up(self, day: date) -> dict[str, Any]:
        found: dict[str, Any] = {"text": self.text("Do it.")}
        if self.maybe(0.2):
            found = {"tasks": [self.text("Do one part."), self.text("Do the other.")]}
        owners = ["ann", "bob", "alpha#chair", "gamma", "alpha", "All client teams"]
        found["owners"] = self.random.sample(owners, self.random.randint(0, 2))
        if self.decisions and self.maybe(0.4):
            target = self.one_of([other for _, other in self.decisions])
            found["arises_from"] = target if "#" in target else f"#{target}"
        if self.maybe(0.6):
            found["due"] = self.due(day)
        return found

    def due(self, day: date) -> Any:
        if self.maybe(0.3):
            later = self.day(day)
            quarter = f"{later.year}-Q{(later.month + 2) // 3}"
            choices = ["next-meeting", f"{later:%Y-%m}", f"{later:%Y}", quarter]
            return self.random.choice([*choices, choices, {"said": self.text("Soon.")}])
        later = [key for when, key in self.plan if when >= day]
        if later and self.maybe(0.5):
            return {"meeting": self.random.choice(later)}
        return {"date": self.day(day).isoformat()}

    def report(self, agreed: date, key: str) -> None:
        reports: list[dict[str, Any]] = []
        in_records = self.maybe(0.4)
        day = agreed
        for _ in range(self.random.randint(0, 3)):
            day = self.day(day)
            if self.wild and self.maybe(0.2):
                day -= timedelta(days=self.random.choice([1, 400]))
            if day > LAST and not self.wild:
                break
            heirs = [
                other
                for when, other in self.follow_ups
                if when <= day and (when, other) > (agreed, key)
            ]
            words = ["in-progress", "in-progress", "done", "dropped"] + ["carried-over"] * bool(
                heirs
            )
            said = {"date": day.isoformat(), "status": self.random.choice(words)}
            if self.maybe(0.5):
                said["text"] = self.text("Reported.")
            if said["status"] == "carried-over":
                said["continued_by"] = self.one_of(heirs)
                if "#" not in said["continued_by"]:
                    said["continued_by"] = "#follow-up-1"
            if at := [other for when, other in self.held if when == day]:
                said["meeting"] = self.random.choice(at)
            if reports and reports[-1]["status"] in ("done", "dropped"):
                said = {"date": day.isoformat(), "status": "reopened"}
            if said["status"] == "in-progress" and self.maybe(0.3):
                said["due"] = self.due(day)
            if not ("meeting" in said and in_records):
                reports.append(said)
            elif not self.reviewed(key, said):
                continue
            if not in_records and said["status"] in ("done", "dropped") and self.maybe(0.5):
                continue  # it may be reopened
            if said["status"] not in ("in-progress", "reopened") and not (
                self.wild and self.maybe(0.3)
            ):
                break
        if reports:
            name = key.replace("#follow-up-", "-")
            self.files[f"follow-ups/{name}.yml"] = {"reports": reports}

    def reviewed(self, key: str, report: dict[str, Any]) -> bool:
        """Write a report into the record of its meeting, where that has an item to hold it."""
        items = self.files[f"meetings/{report['meeting']}.yml"].get("agenda") or []
        open_items = [item for item in items if "withheld" not in item]
        if not open_items:
            return False
        said = {name: value for name, value in report.items() if name not in ("date", "meeting")}
        if said.get("continued_by", "").startswith("#"):
            said["continued_by"] = key.partition("#")[0] + said["continued_by"]
        review = {"follow_up": key, **said}
        # What is said of one follow-up at one meeting stays in its order.
        before = [
            item
            for item in open_items
            if any(key == one["follow_up"] for one in item.get("reviewed", ()))
        ]
        self.random.choice(before or open_items).setdefault("reviewed", []).append(review)
        return True


def make(random: Random, wild: bool = False) -> Files:
    """One register made by this chance; `good` and `wild` say what becomes of it."""
    return _Maker(random, wild).make()


def good() -> SearchStrategy[Files]:
    """Registers without an error, over three years."""
    return RANDOM.map(make)


def wild() -> SearchStrategy[Files]:
    """Registers whose references, dates and reports may contradict each other."""
    return RANDOM.map(partial(make, wild=True))


def written(files: Files, folder: Path, random: Random | None = None) -> Path:
    """The register on disk, its approved records sealed; with `random`, in any order."""
    names = list(files)
    if random:
        random.shuffle(names)
    for name in names:
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = _shuffled(files[name], random) if random else files[name]
        text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        path.write_text(text, "utf-8")
    return sealed(folder)


def sealed(folder: Path) -> Path:
    """The register with its approved records sealed, as `make seal` does it."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        seal(folder)
    return folder


def _shuffled(value: Any, random: Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        random.shuffle(keys)
        return {key: _shuffled(value[key], random) for key in keys}
    return [_shuffled(one, random) for one in value] if isinstance(value, list) else value


def strings(value: Any, field_: str = "") -> Iterator[tuple[str, str]]:
    """Every text in some YAML, with the name of the field in which it stands."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from strings(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one, field_)
    else:
        yield field_, value
