"""What holds for every register, whatever is in it and as of whichever day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from support.chance import AS_IT_IS, RANDOM, examples
from support.golden import bodies, register_of
from support.registers_at_random import (
    FIRST,
    LAST,
    Files,
    good,
    strings,
    wild,
    written,
)
from support.what_is_later import without_what_is_later

from releve import register as derived
from releve.build.load import load
from releve.register import CLOSED, DEEDS, Register, Thing
from releve.source import Known

DAYS = st.integers(0, (LAST - FIRST).days).map(lambda days: FIRST + timedelta(days=days))


def _errors(root: Path) -> list[str]:
    return [str(problem) for problem in load(root)[1] if problem.severity == "error"]


def _without_files(pages: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Pages without the files that they offer: of a record that was written on since, the YAML is
    not given away.
    """
    offered = re.compile(r'\s*<p class="files">.*?</p>', re.DOTALL)
    return {
        language: {address: offered.sub("", html) for address, html in by_address.items()}
        for language, by_address in pages.items()
    }


@examples(6, **AS_IT_IS)
@given(good(), DAYS)
def test_as_of_a_day_the_site_is_that_of_a_register_with_nothing_later(
    files: Files, day: date
) -> None:
    with TemporaryDirectory() as whole, TemporaryDirectory() as past:
        written(files, Path(whole))
        written(without_what_is_later(files, day), Path(past))
        assert _errors(Path(whole)) == []
        asked = register_of(Path(whole), day.isoformat())
        cut = register_of(Path(past), day.isoformat())
        assert _without_files(bodies(asked)) == _without_files(bodies(cut))


@examples(5, **AS_IT_IS)
@given(good(), st.lists(good() | wild(), min_size=1, max_size=3), RANDOM)
def test_a_register_read_again_and_again_is_what_it_is_when_read_from_nothing(
    first: Files, later: list[Files], random: Random
) -> None:
    before: Known = {}
    with TemporaryDirectory() as folder:
        load(written(first, Path(folder)), before)
        for files in later:  # some files are kept, some edited, some added, some taken away
            for path in sorted(Path(folder, "data").rglob("*.yml")):
                if random.random() < 0.3:
                    path.unlink()
            kept = {name: content for name, content in files.items() if random.random() < 0.7}
            written(kept, Path(folder))
            register, problems = load(Path(folder), before)
            anew, found = load(Path(folder))
            assert problems == found
            if register and anew and not register.broken:
                assert bodies(register) == bodies(anew)


@examples(10, **AS_IT_IS)
@given(good(), DAYS)
def test_every_follow_up_is_open_or_has_one_closing_event(files: Files, day: date) -> None:
    with TemporaryDirectory() as folder:
        register = register_of(written(files, Path(folder)), day.isoformat())
        for follow_up in register.follow_ups:
            status = derived.status(register, follow_up, day)
            closing = [report for report in follow_up.reports if report.status in CLOSED]
            reopened = [report for report in follow_up.reports if report.status == "reopened"]
            assert len(closing) - len(reopened) == int(status.is_closed)
            assert status.is_closed == (status.progress in CLOSED)
            assert not (status.is_closed and status.overdue)
            last = derived.heirs(follow_up)[-1]
            assert derived.status(register, last, day).progress != "carried-over"


@examples(10, **AS_IT_IS)
@given(wild())
def test_every_link_that_is_derived_has_the_reference_that_it_comes_from(files: Files) -> None:
    with TemporaryDirectory() as folder:
        register, _ = load(written(files, Path(folder)))
        assert register is not None
        for decision in register.decisions:
            for deed in DEEDS:
                for later in decision.acted_on_by.get(deed, ()):
                    assert _refers(register, later, getattr(later.data, deed), decision)
            for follow_up in decision.follow_ups:
                assert _refers(register, follow_up, follow_up.data.arises_from, decision)
        for follow_up in register.follow_ups:
            for before in follow_up.continues:
                heirs = [getattr(report.continued_by, "key", None) for report in before.reports]
                assert _refers(register, before, heirs, follow_up)
        for meeting in register.meetings:
            if meeting.approved_by:
                approved = meeting.approved_by.data.approves
                assert meeting in [register.find(key) for key in approved]
            for report in meeting.reported:
                assert report.meeting is meeting
                assert report.item is None
            for item in meeting.items:
                for report in item.reviewed:
                    assert report.item is item
                    assert report in report.follow_up.reports
            for item in meeting.deferred_here:
                assert item.data.deferred_to
            for other in meeting.replaces:
                assert other.data.postponed_to


def _refers(register: Register, thing: Thing, references: list[str | None], target: Thing) -> bool:
    meeting = getattr(thing, "meeting", None)
    return any(register.find(one or "", meeting) is target for one in references)


_REFERENCES = {
    "speaker", "owners", "approves", "amends", "supersedes", "rescinds", "arises_from", "person",
    "replaces", "of", "topics", "meeting", "continued_by", "deferred_to", "postponed_to",
    "follow_up",
}  # fmt: skip


@examples(10, **AS_IT_IS)
@given(wild())
def test_whatever_is_referred_to_knows_what_refers_to_it(files: Files) -> None:
    with TemporaryDirectory() as folder:
        register, _ = load(written(files, Path(folder)))
        assert register is not None
        for name, content in without_what_is_later(files, register.as_of).items():
            if f"data/{name}" in register.broken:
                continue  # what it holds is known in part
            for field, text in strings(content):
                named = [text] if field in _REFERENCES else re.findall(r"\[\[(.*?)\]\]", text)
                targets = filter(None, map(register.find, named))
                for target in targets:
                    there = f"meetings/{_meeting_of(name)}.yml" if "/" in name else name
                    if f"data/{there}" in register.broken:
                        continue
                    sources = {other.file.path for _, other in target.mentioned_in}
                    own = target.file.path == f"data/{there}"
                    assert own or f"data/{there}" in sources, f"{name}: {field}: {target.key}"


def _meeting_of(name: str) -> str:
    """The meeting that a file under meetings/ or follow-ups/ belongs to."""
    body, stem = Path(name).parts[1:]
    return f"{body}/{stem[: len('2031-01-06')]}"


@examples(5, **AS_IT_IS)
@given(good(), RANDOM)
def test_the_order_of_files_and_of_fields_changes_nothing(files: Files, random: Random) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        first = register_of(written(files, Path(one)))
        second = register_of(written(files, Path(other), random))
        assert bodies(first) == bodies(second)


@examples(20, **AS_IT_IS)
@given(wild(), DAYS)
def test_no_contradiction_makes_it_stumble(files: Files, day: date) -> None:
    with TemporaryDirectory() as folder:
        root = written(files, Path(folder))
        if not _errors(root):
            bodies(register_of(root, day.isoformat()))
