"""A register that keeps its owners busy, so that its site has every kind of picture."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import yaml

from .projects import HOSTILE_WORDS

HOSTILE = " ".join(HOSTILE_WORDS)
BODIES = ("first-body", "second-body")
LONG_NAME = "C" + 61 * "o" + "mittee"
LONG_ADDRESS = f"https://documents.example/{'a' * 62}"
# Addresses of pages that have a picture, or tell what it counts, by their language.
HOMES = {"fr": "", "en": "en/"}
LISTS = {"fr": "suivis/", "en": "en/follow-ups/"}
TOPICS = {"fr": "themes/bridges/", "en": "en/topics/bridges/"}
CHAINS = {
    language: f"{prefix}first-body/2029-08-20/decision-1/"
    for language, prefix in (("fr", ""), ("en", "en/"))
}


def _both(words: str) -> dict[str, str]:
    return {"fr": f"{words} (français)", "en": f"{words} (English)"}


def write_busy_register(data: Path) -> None:
    """Two bodies that met twelve times in three years, and owners who owe much, late and little.

    The first decision was amended twice, then superseded; one alone was rescinded.
    """

    def write(name: str, content: object) -> None:
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")

    owners = ["hostile", "long-name", "first-body#chair", "p-1", "p-2", "p-3", "p-4"]
    people = {"hostile": HOSTILE, "long-name": "Marie-Antoinette Longue-Épée de la Très-Haute-Rive"}
    people |= {f"p-{number}": f"Person {number}" for number in range(1, 5)}
    write("people.yml", {key: {"name": name} for key, name in people.items()})
    offices = {"offices": {"chair": _both("Chair")}}
    bodies = {key: {"name": _both(key), "kind": "council", **offices} for key in BODIES}
    bodies[BODIES[1]]["name"] = _both(LONG_NAME)
    write("organizations.yml", bodies)
    write("topics.yml", {"bridges": {"name": _both("Bridges")}, "rare": {"name": _both("Rare")}})
    settings = {"languages": ["fr", "en"], "country": "CA", "bodies": list(BODIES)}
    write("register.yml", {"title": _both("Busy"), **settings, "as_of": date(2031, 12, 31)})
    days = [date(year, month, 20) for year, month in product((2029, 2030, 2031), (2, 5, 8, 11))]
    keys = [f"{BODIES[place % 2]}/{day}" for place, day in enumerate(days)]
    deeds = {
        4: {"amends": f"{keys[2]}#decision-1"},
        6: {"amends": f"{keys[2]}#decision-1"},
        8: {"supersedes": [f"{keys[2]}#decision-1", f"{keys[4]}#decision-1"]},
        9: {"rescinds": f"{keys[1]}#decision-1"},
    }
    for place, (key, day) in enumerate(zip(keys, days, strict=True)):
        outcomes: list[dict[str, object]] = [
            {"decision": "1", "text": _both(f"So, <{LONG_ADDRESS}>."), **deeds.get(place, {})}
        ]
        for number in range(1, 4):
            owed = [owners[place * number % 7]] * (number < 3)
            outcomes.append(
                {
                    "follow_up": str(number),
                    "text": _both("Do."),
                    "owners": [*owed, *["long-name"] * (place == 7 and number == 1)],
                    "due": {"date": day.replace(year=day.year + 1)},
                    **({"arises_from": "#decision-1"} if place == 2 else {}),
                }
            )
            if place < 6 and number > 1:
                report = {"date": day.replace(year=day.year + 1), "status": "done"}
                write(f"follow-ups/{key}-{number}.yml", {"reports": [report]})
        item = {"item": "1", "title": _both("One"), "topics": ["bridges"], "outcomes": outcomes}
        other = {"item": "2", "title": _both("Two"), "topics": ["rare"]}
        agenda = [item, other] if place == 3 else [item]
        write(f"meetings/{key}.yml", {"title": _both("Meeting"), "agenda": agenda})
