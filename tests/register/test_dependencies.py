"""A page depends on what it reads, also on what other files say of the things that it shows."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
from support.registers_at_random import Files, written
from support.trial_build import build_of, files_of

from releve.build.site import SiteBuild
from releve.register import LINKS, Item, Meeting, Office, Outcome, Thing

FIRST, SECOND, THIRD = "com/2031-01-10", "com/2031-02-10", "com/2032-01-10"
REVIEWING, LATER, PUT_OFF = "com/2031-12-01", "com/2031-11-01", "com/2031-12-15"


def _meeting(*outcomes: dict[str, Any], **more: Any) -> dict[str, Any]:
    item = {"item": 1, "title": {"fr": "Un"}, "outcomes": [*outcomes]} | more
    return {"title": {"fr": "Réunion"}, "agenda": [item]}


def _decision(number: int, **more: Any) -> dict[str, Any]:
    return {"decision": number, "text": {"fr": "Décidé."}, **more}


def _follow_up(number: int, **more: Any) -> dict[str, Any]:
    return {"follow_up": number, "text": {"fr": "Agir."}, **more}


BEFORE: Files = {
    "register": {
        "title": {"fr": "Registre"},
        "languages": ["fr"],
        "bodies": ["com"],
        "as_of": "2031-12-31",
    },
    "organizations": {"com": {"name": {"fr": "Comité"}, "kind": "committee"}},
    "people": {"ann": {"name": "Ann Exemple"}},
    f"meetings/{FIRST}": _meeting(_decision(1), _follow_up(1)),
    f"meetings/{LATER}": _meeting(
        _decision(1), _follow_up(1, due="next-meeting"), deferred_to=PUT_OFF
    ),
    f"meetings/{PUT_OFF}": {"title": {"fr": "Remise"}, "postponed_to": THIRD},
    f"meetings/{SECOND}": _meeting(_decision(1), _follow_up(1)),
    f"meetings/{REVIEWING}": _meeting(
        outcomes="none", reviewed=[{"follow_up": f"{FIRST}#2", "status": "done"}]
    ),
    f"meetings/{THIRD}": {"title": {"fr": "À venir"}},
}
_REPORTS = f"follow-ups/{FIRST}-1"


def _report(**more: Any) -> dict[str, Any]:
    return {"reports": [{"date": "2031-02-10", "status": "in-progress", **more}]}


EDITS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "mentioned_in": (
        "ann",
        f"meetings/{SECOND}",
        _meeting(_decision(1), _follow_up(1), narrative=[{"text": {"fr": "Voir [[ann]]."}}]),
    ),
    "approved_by": (
        FIRST,
        f"meetings/{SECOND}",
        _meeting(_decision(1, approves=FIRST), _follow_up(1)),
    ),
    "held_as": (
        PUT_OFF,
        f"meetings/{THIRD}",
        {"title": {"fr": "À venir"}, "postponed_to": SECOND},
    ),
    "due": (
        THIRD,
        f"meetings/{SECOND}",
        _meeting(_decision(1), _follow_up(1, due={"meeting": THIRD})),
    ),
    "reported": (SECOND, _REPORTS, _report(meeting=SECOND)),
    "deferred_here": (
        THIRD,
        f"meetings/{SECOND}",
        _meeting(_decision(1), _follow_up(1), deferred_to=THIRD),
    ),
    "replaces": (
        THIRD,
        f"meetings/{REVIEWING}",
        {"title": {"fr": "Réunion"}, "postponed_to": THIRD},
    ),
    "follow_ups": (
        f"{FIRST}#decision-1",
        f"meetings/{SECOND}",
        _meeting(_decision(1), _follow_up(1, arises_from=f"{FIRST}#decision-1")),
    ),
    "acted_on_by": (
        f"{FIRST}#decision-1",
        f"meetings/{SECOND}",
        _meeting(_decision(1, amends=f"{FIRST}#decision-1"), _follow_up(1)),
    ),
    "amendments": (
        f"{FIRST}#decision-1",
        f"meetings/{SECOND}",
        _meeting(_decision(1, amendment_to=f"{FIRST}#decision-1"), _follow_up(1)),
    ),
    "adopted_together": (
        f"{FIRST}#decision-1",
        f"meetings/{SECOND}",
        _meeting(_decision(1, adopted_with=f"{FIRST}#decision-1"), _follow_up(1)),
    ),
    "ratifications": (
        f"{FIRST}#decision-1",
        f"meetings/{SECOND}",
        _meeting(_decision(1, ratifies=f"{FIRST}#decision-1"), _follow_up(1)),
    ),
    "agreed_due": (
        f"{LATER}#follow-up-1",
        f"meetings/{REVIEWING}",
        {"title": {"fr": "Réunion"}, "cancelled": "true"},
    ),
    "reviewed": (
        f"{REVIEWING}#item-1",
        f"meetings/{FIRST}",
        _meeting(_decision(1), _follow_up(1), _follow_up(2)),
    ),
    "reports": (f"{FIRST}#follow-up-1", _REPORTS, _report()),
    "continues": (
        f"{SECOND}#follow-up-1",
        _REPORTS,
        _report(status="carried-over", continued_by=f"{SECOND}#follow-up-1"),
    ),
    "continued_by": (
        f"{FIRST}#item-1",
        f"meetings/{SECOND}",
        _meeting(_decision(1), _follow_up(1), continues=f"{FIRST}#item-1"),
    ),
}
"""For each link of a thing: the thing, and the edit of another file that alone changes the link."""


def test_each_field_that_is_filled_by_linking_says_whether_other_files_fill_it() -> None:
    """Else a new one would be taken for a part of its thing's own file."""
    unsaid = {
        f"{kind.__name__}.{field.name}"
        for kind in (Thing, Office, Meeting, Item, Outcome)
        for field in fields(kind)
        if (field.default is not MISSING or field.default_factory is not MISSING)
        and "link" not in field.metadata
    }
    assert unsaid == set()
    assert set(EDITS) == LINKS, "Add an edit that changes the new link alone."


Built = Callable[[Files], SiteBuild]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Builds a register from nothing, in a folder of its own."""

    def build(files: Files) -> SiteBuild:
        root = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        named = {f"{name}.yml": content for name, content in files.items()}
        build = build_of(written(named, root / "project"), root / "site")
        for _ in build.write_pages():
            pass
        return build

    return build


@pytest.mark.parametrize("link", EDITS)
def test_a_page_that_reads_a_link_is_made_again_when_another_file_changes_it(
    link: str, built: Built, tmp_path: Path
) -> None:
    key, name, content = EDITS[link]
    before = built(BEFORE)
    after = built({**deepcopy(BEFORE), name: content})
    dependency = ("link", key, link)
    assert dependency in before.page_dependencies.numbered, "no page depends on it"
    number = before.page_dependencies.numbered.index(dependency)
    readers = [
        at
        for at, page in before.page_dependencies.by_address.items()
        if number in page.dependencies
    ]
    assert readers
    assert before.values([dependency]) != after.values([dependency])
    after.unchanged = before.as_previous().unchanged(after.values, after.by_address)
    assert after.unchanged.keys().isdisjoint(readers)
    theirs, ours = files_of(before.site), files_of(after.site)
    for address in after.unchanged:
        path = f"{address}index.html"
        assert theirs[path] == ours[path], "a page was kept that has changed"
