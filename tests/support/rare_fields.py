"""What few records have, added by chance to a register made at random.

`registers_at_random` makes what a register is about: meetings, decisions, follow-ups and what joins
them. Here come the fields that may stand on any of these without changing the others. A test makes
sure that the two of them together write every field of the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

Yaml = dict[str, Any]

_CHANCE = 0.12
_SIDES = ("for", "against", "abstained", "not_voting", "recused", "absent", "invalid")
_MAJORITIES = (
    "majority", "absolute-majority", "three-fifths", "two-thirds", "three-quarters", "unanimity",
)  # fmt: skip


class RareFields:
    """Adds them to the files of one register, which it changes."""

    def __init__(self, random: Random, languages: list[str], files: dict[str, Any]) -> None:
        self._random = random
        self._languages = languages
        self._files = files
        self._items: list[tuple[date, str]] = []
        """Items of the meetings before."""
        self._waiting: list[str] = []
        """Decisions that somebody else is to ratify, and has not."""
        self._carried: list[tuple[date, str]] = []
        """Decisions that were adopted, and by which something may be corrected or released."""

    def add(self) -> None:
        self._add_to_settings()
        self._add_to_directories()
        meetings = sorted(
            (date.fromisoformat(name[-14:-4]), name)
            for name in self._files
            if name.startswith("meetings/")
        )
        for day, name in meetings:
            self._add_to_meeting(day, name.removeprefix("meetings/")[:-4], self._files[name])
        for _, name in meetings:
            self._add_later_decisions(self._files[name])

    # --- chance, and small pieces

    def _maybe(self, chance: float = _CHANCE) -> bool:
        return self._random.random() < chance

    def _give(self, record: Yaml, **fields: Any) -> None:
        """Give a record each of these fields, or not; `from_` stands for `from`."""
        for name, value in fields.items():
            if self._maybe():
                record.setdefault(name.rstrip("_"), value)

    def _text(self, words: str) -> dict[str, str]:
        return {code: f"{words} ({code})" for code in self._languages}

    def _days(self, day: date, *choices: int) -> str:
        return f"{day + timedelta(days=self._random.choice(choices))}"

    def _anyone(self) -> Any:
        """Somebody with an entry or without one, or whom the record does not name."""
        guest = {"name": "Flo Exemple", "organization": "gamma"}
        return self._random.choice(["bob", guest, {"said": self._text("A member")}])

    def _documents(self) -> list[Yaml]:
        address = "https://x.example/a"
        document: Yaml = {"title": self._text("Report")}
        self._give(document, tab="2A")
        where: list[Yaml] = [
            {"url": address, "language": self._languages[0]},
            {"url": dict.fromkeys(self._languages, address)},
            {},
        ]
        return [document | self._random.choice(where)]

    def _sources(self) -> list[Yaml]:
        return [{"title": self._text("Act"), "url": "https://x.example/act"}]

    # --- the register, and what it refers to

    def _add_to_settings(self) -> None:
        settings = self._files["register.yml"]
        called = {
            "decisions_called": self._text("Motion"),
            "several_decisions_called": self._text("Motions"),
        }
        self._give(
            settings,
            description=self._text("What two bodies decide."),
            default_language=self._random.choice(self._languages),
            time_zone="America/Toronto",
            contact={
                "name": self._text("Clerk"),
                "email": "clerk@x.example",
                "url": "https://x.example",
            },
            licence={"name": self._text("Free"), "url": "https://x.example/free"},
            sisters=[{"title": self._text("Sister"), "path": "../sister/"}],
            **called,
        )
        if self._maybe():
            beta: Yaml = {"id": "beta", "records": "as-published"}
            beta |= self._random.choice([{}, {"languages": self._languages[:1]}])
            settings["bodies"] = ["alpha", beta]
        self._give(self._files["organizations.yml"]["alpha"], **called)

    def _add_to_directories(self) -> None:
        files = self._files
        for key, organization in files["organizations.yml"].items():
            self._give(
                organization,
                acronym=key[:3].upper(),
                former_name=self._text(f"Old {key}"),
                other_names=[f"The {key}"],
                names=self._names(key, acronym=key[:2].upper()),
                jurisdiction=self._text("Town"),
                description=self._text(f"What {key} does."),
                not_named=["clerk"],
                website="https://x.example",
            )
        gamma = files["organizations.yml"]["gamma"]
        self._give(gamma, parent="alpha", ended="2032-06-30", successor="beta")
        for key, person in files["people.yml"].items():
            self._give(person, names=self._names(key))
            if self._maybe():
                person["offices"].append({"of": "gamma", "title": self._text("Expert")})
        for topic in files["topics.yml"].values():
            self._give(topic, description=self._text("It is sticky."))
        term: Yaml = {"term": self._text("Cost per metre")}
        self._give(term, acronym="CPM", definition=self._text("What a metre costs."))
        self._give(files, **{"glossary.yml": {"cpm": term}})

    def _names(self, key: str, **more: str) -> list[Yaml]:
        """One or two names that somebody or something had before."""
        days = sorted(self._random.sample(["2030-12-31", "2031-09-30", "2032-09-30"], 2))
        return [
            {"name": f"{word} {key}", "to": day, **more}
            for word, day in zip(("First", "Second"), days, strict=True)
        ][: self._random.randint(1, 2)]

    # --- a meeting

    def _add_to_meeting(self, day: date, key: str, meeting: Yaml) -> None:
        for notice in ("cancelled", "postponed_to"):
            if notice in meeting:
                self._give(meeting[notice], reason=self._text("Snow"))
                return
        self._give(
            meeting,
            format=self._random.choice(["in-person", "teleconference", "hybrid", "written"]),
            place=self._text("Hall"),
            time_zone="Europe/Paris",
            starts="9:00",
            ends_at="17:00",
            starts_before="8:30",
            ends=self._days(day, 1, 2),
            opened=self._days(day, -10, 0),
            chairs=["ann", self._anyone()],
            documents=self._documents(),
            opening=self._entries(),
            attendance=self._attendance(),
            languages=self._languages[:1],
            accepted=[{"warning": "count", "about": "decision 1", "reason": "So it was."}],
        )
        self._move_apart(meeting)
        self._notes = 0
        for _, item in _items(meeting["agenda"]):
            self._add_to_item(item)
            for outcome in _outcomes(item):
                self._add_to_outcome(day, key, outcome)
            before = [earlier for when, earlier in self._items if when < day]
            if before and _is_open(item):
                self._give(item, continues=[self._random.choice(before)])
        for outcome in meeting.get("outcomes", ()):
            self._add_to_outcome(day, key, outcome)
        self._items += [(day, f"{key}#item-{number}") for number, _ in _items(meeting["agenda"])]

    def _move_apart(self, meeting: Yaml) -> None:
        """Make the last item a part of the one before it, and put its outcomes under no item."""
        *others, last = meeting["agenda"] or [None]
        if last and "outcomes" in last and "withheld" not in last and self._maybe():
            meeting["outcomes"] = last.pop("outcomes")
        if others and "withheld" not in others[-1] and self._maybe(0.3):
            meeting["agenda"] = others
            others[-1]["items"] = [last | {"item": "A"}]

    def _entries(self) -> list[Yaml]:
        reply = {"text": self._text("No."), "speaker": self._anyone()}
        statement: Yaml = {"text": self._text("Said."), "speaker": self._anyone()}
        self._give(statement, replies=[reply], see=["#item-1"])
        heading: Yaml = {"heading": self._text("Comments")}
        self._give(heading, added="true")
        return self._random.choice([[statement], [heading, statement]])

    def _attendance(self) -> Yaml:
        def more(who: Yaml) -> Yaml:
            self._give(
                who,
                role=self._text("Scribe"),
                represents="gamma",
                proxy_for=["dot"],
                arrived="9:10",
                left="16:00",
            )
            return who

        quorum: Yaml = {}
        self._give(quorum, needed="3", met=self._random.choice(["true", "false"]))
        return {
            "present": [
                "ann",
                more({"who": "bob"}),
                more({"name": "Gil", "organization": "gamma"}),
            ],
            "regrets": ["cid"],
            "absent": ["dot"],
            "observers": ["gamma"],
            "presenters": [{"name": "Hal"}],
        } | ({"quorum": quorum} if quorum else {})

    def _add_to_item(self, item: Yaml) -> None:
        if "withheld" in item:
            self._give(item["withheld"], outcomes_public="true")
        if isinstance(item.get("deferred_to"), str) and self._maybe(0.5):
            item["deferred_to"] = {"meeting": item["deferred_to"], "reason": self._text("Late")}
        self._give(item, shown_as=f"X/{item['item']}")
        self._give(
            item,
            **_open(
                item,
                documents=self._documents(),
                presenters=["ann", self._anyone()],
                narrative=self._entries(),
            ),
        )
        if _is_open(item) and "deferred_to" not in item and self._maybe():
            self._notes += 1
            note: Yaml = {"note": f"{self._notes}", "text": self._text("Added.")}
            self._give(note, shown_as="X/n")
            item.setdefault("outcomes", []).append(note)

    # --- what came of it

    def _add_to_outcome(self, day: date, key: str, outcome: Yaml) -> None:
        if "note" in outcome:
            return
        self._give(outcome, title=self._text("In short"), shown_as="X/1")
        if _is_open(outcome):
            self._give(outcome, topics=["tar"], documents=self._documents())
        due = outcome.get("due", [])
        if not isinstance(due, list) and self._maybe():
            outcome["due"] = [due, "2033-12-31"]
        if "decision" in outcome:
            self._add_to_decision(day, key, outcome)

    def _add_to_decision(self, day: date, key: str, decision: Yaml) -> None:
        others = [f"#decision-{number}" for number in range(1, int(decision["decision"]))]
        if others:
            self._give(
                decision,
                amendment_to=self._random.choice(others),
                adopted_with=self._random.choice(others),
            )
        self._give(decision, vote=self._vote())
        if "expires" not in decision:
            self._give(decision, subject_to="gamma")
        if decision.get("outcome") in ("tabled", "deferred") and self._maybe(0.5):
            decision |= {"outcome": "referred", "referred_to": ["gamma", self._anyone()]}
        if "appoints" in decision:
            self._give(decision["appoints"], from_=self._days(day, 0, 30), to=self._days(day, 400))
        if _is_open(decision):
            self._give(decision, grounds=self._sources(), amends_document=self._sources())
            self._give(decision, appoints={"person": "cid", "of": "gamma"})
        if self._waiting and self._maybe(0.3):
            decision["ratifies"] = [self._waiting.pop(0)]
        own = f"{key}#decision-{decision['decision']}"
        if "subject_to" in decision:
            self._waiting.append(own)
        elif "outcome" not in decision:
            self._carried.append((day, own))

    def _vote(self) -> Any:
        if self._maybe():
            return self._random.choice(["consensus", "unanimous"])
        vote = self._sides()
        candidates: list[Yaml] = [
            {"who": "ann", "votes": "3", "elected": "true"},
            {"name": self._text("None of them"), "votes": "1"},
        ]
        group = self._random.choice([{"group": "gamma"}, {"name": self._text("Tenants")}])
        self._give(
            vote,
            required=self._random.choice(_MAJORITIES),
            casting="alpha#chair",
            by_group=[group | self._sides()],
        )
        of_election = [{"candidates": candidates}, {"rounds": [self._sides()]}, {}]
        return vote | self._random.choice(of_election)

    def _sides(self) -> Yaml:
        voter: Yaml = {"who": "bob"}
        self._give(voter, weight="1.5", reason=self._text("A cousin"))
        named = [voter, "Ida Exemple", {"name": self._text("A guest"), "weight": "2"}]
        choices = ["3", named, {"count": "4", "members": ["cid"]}]
        there = self._random.sample(_SIDES, self._random.randint(1, 4))
        return {side: self._random.choice(choices) for side in there}

    # --- what a later decision allows

    def _add_later_decisions(self, meeting: Yaml) -> None:
        for correction in meeting.get("corrections", ()):
            self._give(correction, reason=self._text("A slip"))
            if self._carried and self._maybe(0.3):
                correction["decision"] = self._random.choice(self._carried)[1]
                correction["kind"] = "substantive"
        supplied = [one["where"] for one in meeting.get("corrections", ()) if "field" in one]
        for _, item in _items(meeting.get("agenda", [])):
            for thing in (item, *_outcomes(item)):
                own = f"decision {thing.get('decision')}"
                if "decision" in thing and "text" in thing and own not in supplied:
                    self._give(thing, reason=self._text("It was due."))
                release = thing.get("withheld", {}).get("released")
                later = release and [
                    key for day, key in self._carried if f"{day}" >= release["date"]
                ]
                if later and self._maybe(0.3):
                    release["by"] = self._random.choice(later)


def _items(agenda: list[Yaml], above: str = "") -> Iterator[tuple[str, Yaml]]:
    """The items of an agenda and their parts, each after its number."""
    for item in agenda:
        number = above + item["item"]
        yield number, item
        yield from _items(item.get("items", []), number)


def _outcomes(item: Yaml) -> list[Yaml]:
    outcomes: list[Yaml] = item.get("outcomes", [])
    return outcomes


def _is_open(thing: Yaml) -> bool:
    """Whether nothing of a thing is withheld, so that it may hold more."""
    return "withheld" not in thing or "released" in thing["withheld"]


def _open(thing: Yaml, **fields: Any) -> Yaml:
    """These fields, for a thing that may hold them."""
    return fields if _is_open(thing) else {}
