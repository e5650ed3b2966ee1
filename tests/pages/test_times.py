"""When a meeting was: planned and real ends, several days, a procedure in writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_register import SUMMER, problems_of, report_of, small_register
from support.small_site import pages_of

from releve.__main__ import seal

TITLE = "title: {fr: Réunion d'été, en: Summer meeting}\n"
MEETING = "en/cbf-hc/2031-06-04/"


def test_planned_and_real_times_stand_beside_each_other(tmp_path: Path) -> None:
    times = "starts: 10:00\nstarts_before: 9:00\nends_at: 16:00\nadjourned: 16:35\n"
    pages = pages_of(tmp_path, {SUMMER: TITLE + times})
    facts = pages[MEETING].one("dl", class_="facts--wide").text
    assert "Starts 10:00 a.m., Eastern Daylight Saving Time moved from 9:00 a.m." in facts
    assert "Planned end 4:00 p.m., Eastern Daylight Saving Time Adjourned 4:35 p.m." in facts
    french = pages["cbf-hc/2031-06-04/"].one("dl", class_="facts--wide").text
    assert "Fin prévue 16 h, heure avancée de l’Est" in french


def test_a_meeting_of_several_days_says_its_last(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: TITLE + "ends: 2031-06-06\n"})
    assert "June 4, 2031 to June 6, 2031" in pages[MEETING].one("p", class_="lead").text
    assert "June 4, 2031 to June 6, 2031 Summer meeting" in pages["en/meetings/"].text
    french = pages["cbf-hc/2031-06-04/"].one("p", class_="lead").text
    assert "4 juin 2031 au 6 juin 2031" in french


def test_a_procedure_in_writing_says_when_it_opened(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: TITLE + "format: written\nopened: 2031-05-28\n"})
    assert "Format In writing Opened on May 28, 2031" in pages[MEETING].text


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("ends: 2031-06-04", "this meeting ends on 2031-06-04, and the file's name says"),
        ("opened: 2031-06-05", "this procedure opens on 2031-06-05, and the file's name says"),
        ("starts: 22:00\nadjourned: 1:00", "starts at 22:00, and `adjourned` is earlier: 01:00"),
        ("time_zone: localtime", "`localtime` is not a known time zone"),
    ],
)
def test_days_and_times_that_cannot_be_are_told(field: str, message: str, tmp_path: Path) -> None:
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: f"{TITLE}{field}\n"}))
    assert message in problem.message


def test_a_meeting_that_goes_on_after_midnight_says_so_by_its_last_day(tmp_path: Path) -> None:
    times = "starts: 22:00\nadjourned: 1:00\nends: 2031-06-05\n"
    assert problems_of(small_register(tmp_path, {SUMMER: TITLE + times})) == []


def test_the_zone_of_every_time_is_sealed(tmp_path: Path) -> None:
    later = "meetings/cbf-hc/2031-06-20.yml"
    approval = """\
title: {fr: Suite, en: Sequel}
outcomes:
  - {decision: 1, text: {fr: Approuvé., en: Approved.}, approves: cbf-hc/2031-06-04}
"""
    record = f"{TITLE}ends_at: 16:00\nopening: [{{text: {{fr: Bonjour., en: Hello.}}}}]\n"
    root = small_register(tmp_path, {SUMMER: record, later: approval})
    seal(root)
    assert problems_of(root) == []
    settings = root / "data" / "register.yml"
    settings.write_text(settings.read_text("utf-8").replace("America/Toronto", "Europe/Paris"))
    assert "`cbf-hc/2031-06-04` gives its times in another zone" in report_of(root)
