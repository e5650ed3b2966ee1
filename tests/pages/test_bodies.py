"""Bodies with ways of their own: those that approve no record, those of one language."""

from __future__ import annotations

from pathlib import Path

from support.small_register import problems_of, small_register
from support.small_site import pages_of

AS_PUBLISHED = ("bodies: [cbf-hc]", "bodies: [{id: cbf-hc, records: as-published}]")
LATER = "meetings/cbf-hc/2031-09-03.yml"
PLANNED = "title: {fr: Réunion d'automne, en: Autumn meeting}\n"


def test_a_record_of_a_body_that_approves_none_is_never_a_draft(tmp_path: Path) -> None:
    usual = pages_of(tmp_path / "usual", {LATER: PLANNED})
    pages = pages_of(tmp_path / "published", {"register.yml": AS_PUBLISHED, LATER: PLANNED})
    assert "Draft record" in usual["en/cbf-hc/2031-04-02/"].text
    assert "Record to approve" in usual["en/cbf-hc/2031-09-03/"].text
    spring = pages["en/cbf-hc/2031-04-02/"].one("p", class_="lead")
    assert spring.text == "April 2, 2031 Record published"
    assert "Compte rendu publié" in pages["cbf-hc/2031-04-02/"].text
    assert "Record to approve" not in pages["en/cbf-hc/2031-09-03/"].text
    told = {address for address, page in pages.items() if "Draft record" in page.text}
    assert told <= {"en/search/"}, "only as a choice of the search"
    body = pages["en/organizations/cbf-hc/"]
    assert "Final as published: this body approves none" in body.text


def test_a_record_that_such_a_body_approves_nonetheless_is_approved(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {"register.yml": AS_PUBLISHED})
    assert "Record approved" in pages["en/cbf-hc/2031-02-05/"].one("p", class_="lead").text


def test_only_a_register_with_such_a_body_offers_its_state_to_the_search(tmp_path: Path) -> None:
    offered = {
        name: "Record published" in pages_of(tmp_path / name, changes)["en/search/"].text
        for name, changes in {"usual": {}, "published": {"register.yml": AS_PUBLISHED}}.items()
    }
    assert offered == {"usual": False, "published": True}


def test_the_ids_of_bodies_are_checked_in_either_form(tmp_path: Path) -> None:
    wrong = ("bodies: [cbf-hc]", "bodies: [{id: cbf-ch, records: as-published}]")
    told = [str(one) for one in problems_of(small_register(tmp_path, {"register.yml": wrong}))]
    assert any("unknown organization `cbf-ch`. " in one.replace("\n", " ") for one in told), told
