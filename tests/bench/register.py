"""Writes registers of any size that read like a committee's, the same for the same seed.

Three bodies meet every seventeen days, each, and the last time just before `AS_OF`: 1,280
meetings are twenty years of a busy council. A meeting has ten items, six decisions and twelve
follow-ups, hence twenty pages in each language with its record and its list of follow-ups;
a follow-up is reported on at each meeting until it is closed, after eight meetings at most.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from releve.__main__ import seal

from .prose import (
    CLOSINGS,
    DECISIONS,
    FOLLOW_UPS,
    QUESTIONS,
    REPORTS,
    SENTENCES,
    THINGS,
    TITLES,
    Speaker,
    Text,
    initial,
)

AS_OF = date(2026, 6, 30)
DECISIONS_EACH, FOLLOW_UPS_EACH = 6, 12

_EVERY = timedelta(days=17)
_BODIES = ("conseil-services", "comite-donnees", "table-finances")
_WIDTH = 92
"""Characters on a line of prose, as people type it."""

_NAMES = {
    "conseil-services": ("Conseil de la prestation des services", "Service Delivery Council"),
    "comite-donnees": ("Comité des données communes", "Common Data Committee"),
    "table-finances": ("Table des finances et de la vérification", "Finance and Audit Table"),
    "scgi-imsc": ("Sous-comité de gestion de l'identité", "Identity Management Sub-Committee"),
    "isc-ics": ("Institut des services aux citoyens", "Institute for Citizen Service"),
}
_ACRONYMS = {"scgi-imsc": ("SCGI", "IMSC"), "isc-ics": ("ISC", "ICS")}
_TERMS = {
    "ccpc-pctf": ("Cadre de confiance pancanadien", "Pan-Canadian Trust Framework", "CCPC", "PCTF"),
    "dpi-cio": ("dirigeant principal de l'information", "chief information officer", "DPI", "CIO"),
    "pe-mou": ("protocole d'entente", "memorandum of understanding", "PE", "MOU"),
    "sm-dm": ("sous-ministre", "deputy minister", "SM", "DM"),
}
_FIRST = """
Amélie Benoît Chantal David Émilie François Geneviève Hassan Isabelle Jasmine Karim Louise Mathieu
Nadia Olivier Priya Renée Samuel Thérèse Victor Wendy Yasmine Zachary Alice Brian
"""
_LAST = """
Arsenault Bouchard Chen Desrosiers Ellis Fortin Gagnon Hébert Ibrahim Joseph Kowalski Landry MacLeod
Nguyen O'Brien Pelletier Quirion Roy Singh Tremblay Underhill Vachon White Xu Young
"""
_GROUPS = 24


def _text(pair: tuple[str, ...]) -> Text:
    return {"fr": pair[0], "en": pair[1]}


class _Maker:
    def __init__(self, meetings: int, seed: int, folder: Path) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.people = [f"{first} {last}" for last in _LAST.split() for first in _FIRST.split()][
            : 40 + meetings // 4
        ]
        self.ids = [f"membre-{number}" for number in range(1, len(self.people) + 1)]
        self.groups = [f"groupe-{number}" for number in range(1, _GROUPS + 1)]
        organizations = [*_NAMES, *self.groups]
        self.speaker = Speaker(self.random, organizations)
        self.standing: dict[str, list[str]] = {body: [] for body in _BODIES}
        """Decisions of each body that another may still change."""
        self.open: dict[str, list[tuple[str, list[dict[str, Any]], int]]] = {
            body: [] for body in _BODIES
        }
        """Follow-ups of each body that are not closed: key, reports, meetings until the last."""
        self.before: dict[str, str] = {}
        """The key of the last meeting of each body."""

    def make(self, meetings: int) -> None:
        self.single_files()
        rounds = -(-meetings // len(_BODIES))
        plan = [
            (AS_OF - _EVERY * (rounds - at) + timedelta(days=place * 5), body)
            for at in range(rounds)
            for place, body in enumerate(_BODIES)
        ][:meetings]
        for day, body in plan:
            self.meeting(day, body)
        for place, body in enumerate(_BODIES):
            day = AS_OF + timedelta(days=5 + place)
            self.write(
                f"meetings/{body}/{day}", {"title": _text(("Prochaine réunion", "Next meeting"))}
            )
        for waiting in self.open.values():
            for key, reports, _ in waiting:
                self.reports(key, reports)

    def single_files(self) -> None:
        self.write(
            "register",
            {
                "title": _text(("Registre des trois conseils", "Register of the three councils")),
                "description": self.speaker.say(SENTENCES[3:5]),
                "languages": ["fr", "en"],
                "country": "CA",
                "bodies": [*_BODIES],
                "as_of": AS_OF.isoformat(),
            },
        )
        offices = {"chair": _text(("Présidence", "Chair")), "clerk": _text(("Greffe", "Clerk"))}
        self.write("organizations", self.organizations(offices))
        self.write("people", self.persons(offices))
        self.subjects()

    def organizations(self, offices: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, pair in _NAMES.items():
            found[key] = {"name": _text(pair), "kind": "council" if key in _BODIES else "institute"}
            if key in _ACRONYMS:
                found[key]["acronym"] = _text(_ACRONYMS[key])
            found[key]["offices"] = offices
        for number, key in enumerate(self.groups):
            french, english = THINGS[number % len(THINGS)]
            found[key] = {
                "name": {
                    "fr": f"Groupe de travail {number + 1} sur {french}",
                    "en": f"Working group {number + 1} on {english}",
                },
                "kind": "working-group",
                "parent": self.random.choice(_BODIES),
                "description": self.speaker.say(SENTENCES, number % len(THINGS)),
                "offices": offices,
            }
        return found

    def persons(self, offices: dict[str, Any]) -> dict[str, Any]:
        choose = self.random.choice
        return {
            key: {
                "name": name,
                "offices": [
                    {"of": choose(self.groups)},
                    {
                        "of": choose(self.groups),
                        "office": choose([*offices]),
                        "from": (AS_OF - timedelta(days=400 + 30 * at)).isoformat(),
                    },
                ],
            }
            for at, (key, name) in enumerate(zip(self.ids, self.people, strict=True))
        }

    def subjects(self) -> None:
        self.write(
            "topics",
            {
                f"theme-{number}": {
                    "name": {code: initial(said) for code, said in _text(pair).items()},
                    "description": self.speaker.say(SENTENCES, number),
                }
                for number, pair in enumerate(THINGS)
            },
        )
        self.write(
            "glossary",
            {
                key: {
                    "term": _text((french, english)),
                    "acronym": _text((short_french, short_english)),
                    "definition": self.speaker.say(SENTENCES),
                }
                for key, (french, english, short_french, short_english) in _TERMS.items()
            },
        )

    # --- a meeting

    def meeting(self, day: date, body: str) -> None:
        choose, speaker = self.random.choice, self.speaker
        self.day, self.body, self.key = day, body, f"{body}/{day}"
        self.decisions = self.follow_ups = 0
        self.new: list[str] = []
        present = self.random.sample(self.ids, 16)
        self.present = present
        items = [self.administration()]
        decided = self.random.sample(range(8), DECISIONS_EACH - 2)
        for at in range(8):
            items.append(self.item(at + 2, at in decided, 2 if at % 2 else 1))
        items.append(
            {
                "item": "10",
                "title": _text(("Questions diverses", "Other business")),
                "narrative": [{"text": speaker.paragraph(2, 0)}],
                "outcomes": "none",
            }
        )
        self.write(
            f"meetings/{self.key}",
            {
                "title": _text(("Réunion ordinaire", "Regular meeting")),
                "format": choose(["in-person", "teleconference", "hybrid"]),
                "time_zone": "America/Toronto",
                "starts": "09:00",
                "adjourned": "16:35",
                "chairs": present[:2],
                "attendance": {"present": present[:14], "regrets": present[14:]},
                "opening": [{"text": speaker.paragraph(2, 0)}],
                "agenda": items,
            },
        )
        self.take_up()
        self.before[body] = self.key
        speaker.earlier += self.new

    def administration(self) -> dict[str, Any]:
        parts = []
        if before := self.before.get(self.body):
            approval = self.decision(
                {
                    "fr": f"Le compte rendu de la réunion précédente ([[{before}]]) est approuvé.",
                    "en": f"The record of the meeting before ([[{before}]]) was approved.",
                }
            )
            parts.append((("Compte rendu", "Record"), [approval | {"approves": before}]))
        agenda = self.decision(
            _text(
                (
                    "L'ordre du jour est adopté sans modification.",
                    "The agenda was adopted without change.",
                )
            )
        )
        parts.append((("Ordre du jour", "Agenda"), [agenda | {"approves": "agenda"}]))
        return {
            "item": "1",
            "title": _text(("Questions administratives", "Administrative matters")),
            "items": [
                {
                    "item": letter,
                    "title": _text(pair),
                    "narrative": [{"text": self.speaker.say(SENTENCES)}],
                    "outcomes": outcomes,
                }
                for letter, (pair, outcomes) in zip("AB", parts, strict=False)
            ],
        }

    def item(self, number: int, decides: bool, follow_ups: int) -> dict[str, Any]:
        choose, speaker = self.random.choice, self.speaker
        thing = self.random.randrange(len(THINGS))
        narrative: list[dict[str, Any]] = [{"text": speaker.paragraph(3, thing)}]
        narrative.append({"heading": speaker.say(TITLES, thing)})
        for _ in range(self.random.randrange(2, 6)):
            narrative.append(
                {
                    "speaker": choose(self.present),
                    "text": speaker.paragraph(choose([1, 2, 3]), thing),
                }
            )
        narrative.append({"speaker": choose(self.groups), "text": speaker.list_of_points(thing)})
        narrative.append(
            {
                "speaker": choose(self.present),
                "text": speaker.say(QUESTIONS, thing),
                "replies": [{"speaker": choose(self.present), "text": speaker.paragraph(2, thing)}],
            }
        )
        outcomes = []
        if decides:
            outcomes.append(self.decision(speaker.say(DECISIONS, thing), changes=True))
        for _ in range(follow_ups):
            outcomes.append(self.follow_up(thing, self.decisions if decides else 0))
        return {
            "item": str(number),
            "title": speaker.say(TITLES, thing),
            "documents": [{"tab": str(number)}],
            "topics": [f"theme-{thing}"],
            "presenters": [choose(self.present)],
            "narrative": narrative,
            "outcomes": outcomes,
        }

    def decision(self, text: Text, changes: bool = False) -> dict[str, Any]:
        self.decisions += 1
        found: dict[str, Any] = {"decision": str(self.decisions), "text": text}
        own = f"{self.key}#decision-{self.decisions}"
        self.new.append(own)
        if not changes:
            return found
        moved, seconded = self.random.sample(self.present, 2)
        found |= {"moved_by": moved, "seconded_by": seconded, "vote": "consensus"}
        standing = self.standing[self.body]
        if standing and self.random.random() < 0.15:
            deed = self.random.choice(["amends", "amends", "supersedes", "rescinds"])
            earlier = self.random.choice(standing[-60:])
            found[deed] = earlier
            if deed != "amends":
                standing.remove(earlier)
        elif self.random.random() < 0.05:
            found["expires"] = (self.day + timedelta(days=700)).isoformat()
            return found
        standing.append(own)
        return found

    def follow_up(self, thing: int, decision: int) -> dict[str, Any]:
        self.follow_ups += 1
        owner = self.random.choice(
            [
                self.random.choice(self.present),
                self.random.choice(self.groups),
                f"{self.random.choice(self.groups)}#chair",
            ]
        )
        due = self.day + timedelta(days=self.random.randrange(15, 150))
        found: dict[str, Any] = {
            "follow_up": str(self.follow_ups),
            "text": self.speaker.say(FOLLOW_UPS, thing),
            "owners": [owner],
            "due": {"date": due.isoformat()},
        }
        if decision:
            found["arises_from"] = f"#decision-{decision}"
        return found

    # --- what is reported at a meeting on what was agreed before

    def take_up(self) -> None:
        """Reports at this meeting on what its body still had open; then what it agreed."""
        waiting = self.open[self.body]
        still = []
        for key, reports, left in waiting:
            if left == 0:
                self.close(reports)
                self.reports(key, reports)
                continue
            if self.random.random() < 0.6:
                reports.append(self.report("in-progress", self.speaker.say(REPORTS)))
                if self.random.random() < 0.3:
                    moved = self.day + timedelta(days=self.random.randrange(20, 90))
                    reports[-1]["due"] = {"date": moved.isoformat()}
            still.append((key, reports, left - 1))
        for number in range(1, self.follow_ups + 1):
            left = self.random.choice([0, 0, 1, 1, 2, 3, 5, 8])
            still.append((f"{self.key}-{number}", [], left))
        self.open[self.body] = still

    def report(self, status: str, text: Text) -> dict[str, Any]:
        return {"date": self.day.isoformat(), "meeting": self.key, "status": status, "text": text}

    def close(self, reports: list[dict[str, Any]]) -> None:
        chance = self.random.random()
        if chance < 0.1:
            heir = f"{self.key}#follow-up-{self.random.randrange(1, self.follow_ups + 1)}"
            reports.append(self.report("carried-over", self.speaker.say(REPORTS)))
            reports[-1]["continued_by"] = heir
        else:
            status = "dropped" if chance < 0.15 else "done"
            reports.append(self.report(status, self.speaker.say(CLOSINGS)))

    def reports(self, key: str, reports: list[dict[str, Any]]) -> None:
        if reports:
            self.write(f"follow-ups/{key}", {"reports": reports})

    def write(self, name: str, content: dict[str, Any]) -> None:
        path = self.folder / "data" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_lines(content, "")) + "\n", encoding="utf-8")


# --- YAML as people write it: blocks, and long texts on several lines -----------------------

_PLAIN = re.compile(r"[\w#/.-]+(?: [\w'’/.-]+)*")


def _lines(value: dict[str, Any], indent: str) -> list[str]:
    lines = []
    for key, one in value.items():
        if isinstance(one, dict):
            lines += [f"{indent}{key}:", *_lines(one, f"{indent}  ")]
        elif isinstance(one, list) and one and isinstance(one[0], dict):
            lines.append(f"{indent}{key}:")
            for entry in one:
                inner = _lines(entry, f"{indent}    ")
                lines += [f"{indent}  - {inner[0].lstrip()}", *inner[1:]]
        elif isinstance(one, list):
            lines.append(f"{indent}{key}: [{', '.join(map(_scalar, one))}]")
        elif len(one) > 60:
            lines.append(f"{indent}{key}: |")
            for line in one.split("\n"):
                lines += _folded(line, f"{indent}  ")
        else:
            lines.append(f"{indent}{key}: {_scalar(one)}")
    return lines


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not text.startswith(("#", "-", "'"))
    return text if plain else json.dumps(text, ensure_ascii=False)


def _folded(text: str, indent: str) -> list[str]:
    """Lines of at most `_WIDTH` characters; a point of a list stays on one."""
    if not text or text.startswith("- "):
        return [f"{indent}{text}".rstrip()]
    lines, line = [], indent
    for word in text.split(" "):
        if len(line) + len(word) > _WIDTH and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += f"{word} "
    return [*lines, line.rstrip()]


def make(folder: Path, meetings: int, seed: int = 1) -> None:
    """Write a register of so many meetings into `folder/data`, its approved records sealed."""
    shutil.rmtree(folder / "data", ignore_errors=True)
    _Maker(meetings, seed, folder).make(meetings)
    with contextlib.redirect_stdout(io.StringIO()):
        failed = seal(folder)
    if failed:
        raise ValueError("The register that was made has errors, listed above.")
