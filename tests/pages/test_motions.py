"""A register of motions and votes in, a site out: each fate by its name, each vote in place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.built_site import Site

RECORD = "en/csq-sqb/2031-03-04/"
LATER = "en/csq-sqb/2031-05-06/"


@pytest.fixture
def motions(site_of: Callable[[str], Site]) -> Site:
    return site_of("motions")


@pytest.mark.parametrize(
    ("number", "state", "etat"),
    [
        (1, "Adopted", "Adoptée"),  # it only approves an agenda
        (2, "In force", "En vigueur"),
        (4, "Adopted", "Adoptée"),  # an amendment, which changed the motion and is spent
        (5, "Withdrawn", "Retirée"),
        (6, "Lapsed", "Caduque"),
        (7, "Tabled", "Mise en suspens"),
        (8, "Referred", "Renvoyée"),
        (9, "Superseded", "Remplacée"),  # deferred at first
        (10, "Adopted", "Adoptée"),  # it only adopts others
        (11, "In force", "En vigueur"),
        (12, "Adopted", "Adoptée"),  # an appointment, whose term has ended
        (13, "Adopted", "Adoptée"),  # it says that it does not last
    ],
)
def test_a_decision_is_in_the_state_that_is_true_of_it(
    motions: Site, number: int, state: str, etat: str
) -> None:
    for prefix, said in (("en/", state), ("", etat)):
        page = motions.pages[f"{prefix}csq-sqb/2031-03-04/decision-{number}/"].content
        draft = "Draft record" if prefix else "Compte rendu provisoire"
        assert page.all("div", class_="states")[0].text == f"{said} {draft}"
        anchor = f"decision-{number}"
        (states,) = (
            motions.pages[f"{prefix}csq-sqb/2031-03-04/"]
            .root.one(id=anchor)
            .all("p", class_="states")
        )
        assert states.text == said


def test_the_home_page_counts_only_what_lasts_as_in_force(motions: Site) -> None:
    assert "3 decisions in force" in motions.pages["en/"].text


def test_an_appointment_for_a_term_ends_the_tenure_and_does_not_expire(motions: Site) -> None:
    page = motions.pages[f"{RECORD}decision-12/"].text
    assert "End of the term March 4, 2032" in page
    assert "Last day of the term" in page
    assert "Expire" not in page
    assert "Treasurer, Square Board (SQB) from March 4, 2031 to March 4, 2032 (decision 12)" in (
        motions.pages["en/people/kim-imaginaire/"].text
    )


def test_a_rejected_motion_has_changed_nothing(motions: Site) -> None:
    target = motions.pages[f"{RECORD}decision-11/"].text
    assert "Decision 2 of May 6, 2031 (proposed to rescind it)" in target
    assert "Rescinded" not in target
    assert "Proposed to rescind Decision 11 of March 4, 2031" in (
        motions.pages[f"{LATER}decision-2/"].text
    )


@pytest.mark.parametrize(
    ("record", "number", "said"),
    [
        (
            RECORD,
            2,
            "Moved by Jon Inexistant Seconded by Kim Imaginaire, Lou Supposée "
            "For 2 — Jon Inexistant, Kim Imaginaire Against 1 — Max Passager Abstained 0 "
            "Not voting 1 — Ida Fictive Recused 1 — Lou Supposée (sells paint) "
            "Needed to carry Two thirds",
        ),
        (RECORD, 3, "To amend Decision 2 of March 4, 2031 For 1 Against 3"),
        (RECORD, 4, "For 2 Against 2 Casting vote Chair, Square Board (SQB)"),
        (RECORD, 8, "Referred to Garden Committee"),
        (RECORD, 10, "Adopted by the same vote Decision 11 of March 4, 2031 In force"),
        (RECORD, 11, "Adopted with Decision 10 of March 4, 2031"),
        (
            LATER,
            1,
            "For 12.5 Against 3.25 Tenants’ college For 9.5 · Against 3.25 Owners’ college For 3",
        ),
        (
            LATER,
            2,
            "For 2 Against 3.5 — Jon Inexistant (1.5), Kim Imaginaire (2) Absent 1 Invalid 1",
        ),
        (LATER, 3, "Candidates Lou Supposée (3) elected, Max Passager (1)"),
    ],
)
def test_how_a_decision_was_voted_stands_in_the_record_and_on_its_page(
    motions: Site, record: str, number: int, said: str
) -> None:
    assert said in motions.pages[record].root.one(id=f"decision-{number}").text
    assert said in motions.pages[f"{record}decision-{number}/"].text


def test_amendments_are_shown_with_the_motion_that_they_would_amend(motions: Site) -> None:
    said = (
        "Amendments proposed Decision 3 of March 4, 2031 Rejected "
        "Decision 4 of March 4, 2031 Adopted"
    )
    assert said in motions.pages[RECORD].root.one(id="decision-2").text


def test_the_page_of_a_person_tells_how_the_person_voted(motions: Site) -> None:
    assert (
        "Votes Decision 2 of March 4, 2031 — voted for it In force "
        "Decision 2 of May 6, 2031 — voted against it Rejected"
    ) in motions.pages["en/people/jon-inexistant/"].text
    assert "Decision 2 of March 4, 2031 — recused (sells paint)" in (
        motions.pages["en/people/lou-supposee/"].text
    )
