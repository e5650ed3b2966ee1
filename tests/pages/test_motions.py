"""A register of motions and votes in, a site out: each fate by its name, each vote in place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from support.built_site import Site
from support.small_register import SUMMER, meeting_with, problems_of, small_register
from support.small_site import pages_of, search_entries

RECORD = "en/csq-sqb/2031-03-04/"
LATER = "en/csq-sqb/2031-05-06/"
LAST = "en/csq-sqb/2032-04-06/"


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
        assert page.all("div", class_="states")[0].text == said
        anchor = f"decision-{number}"
        (states,) = (
            motions.pages[f"{prefix}csq-sqb/2031-03-04/"]
            .root.one(id=anchor)
            .all("p", class_="states")
        )
        assert states.text == said


def test_the_home_page_counts_only_what_lasts_as_in_force(motions: Site) -> None:
    assert "7 resolutions in force" in motions.pages["en/"].text


def test_an_appointment_for_a_term_ends_the_tenure_and_does_not_expire(motions: Site) -> None:
    page = motions.pages[f"{RECORD}decision-12/"].text
    assert "End of the term March 4, 2032" in page
    assert "Last day of the term" in page
    assert "Expire" not in page
    assert "Treasurer, Square Board (SQB) from March 4, 2031 to March 4, 2032 (resolution 12)" in (
        motions.pages["en/people/kim-imaginaire/"].text
    )


def test_a_rejected_motion_has_changed_nothing(motions: Site) -> None:
    target = motions.pages[f"{RECORD}decision-11/"].text
    assert "The fence is removed Resolution 2 of May 6, 2031 (proposed to rescind it)" in target
    assert "Rescinded" not in target
    assert "Proposed to rescind The fence is mended Resolution 11 of March 4, 2031" in (
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
        (
            RECORD,
            3,
            "To amend The benches are painted green Resolution 2 of March 4, 2031 For 1 Against 3",
        ),
        (RECORD, 4, "For 2 Against 2 Casting vote Chair, Square Board (SQB)"),
        (RECORD, 8, "Referred to Garden Committee"),
        (
            RECORD,
            10,
            "Adopted by the same vote The fence is mended Resolution 11 of March 4, 2031 In force",
        ),
        (
            RECORD,
            11,
            "Adopted with The following items are adopted together Resolution 10 of March 4, 2031",
        ),
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
        (
            LAST,
            4,
            "Moved by Max Passager Seconded by Ana Voisine (Tenants’ college), Kim Imaginaire "
            "For 3 — Max Passager, Ana Voisine (Tenants’ college), a member "
            "Recused 1 — Zoé Lointaine (raises pigeons) Referred to Friends of the Pigeons",
        ),
    ],
)
def test_how_a_decision_was_voted_stands_in_the_record_and_on_its_page(
    motions: Site, record: str, number: int, said: str
) -> None:
    assert said in motions.pages[record].root.one(id=f"decision-{number}").text
    assert said in motions.pages[f"{record}decision-{number}/"].text


def test_amendments_are_shown_with_the_motion_that_they_would_amend(motions: Site) -> None:
    said = (
        "Amendments proposed Read “blue” instead of “green” Resolution 3 of March 4, 2031 Rejected "
        "The benches are numbered Resolution 4 of March 4, 2031 Adopted"
    )
    assert said in motions.pages[RECORD].root.one(id="decision-2").text


def test_the_page_of_a_person_tells_how_the_person_voted(motions: Site) -> None:
    assert (
        "Votes The benches are painted green Resolution 2 of March 4, 2031 — voted for it In force "
        "The fence is removed Resolution 2 of May 6, 2031 — voted against it Rejected"
    ) in motions.pages["en/people/jon-inexistant/"].text
    assert "painted green Resolution 2 of March 4, 2031 — recused (sells paint)" in (
        motions.pages["en/people/lou-supposee/"].text
    )


NAMED = "csq-sqb/2031-09-02/"


def test_what_the_record_does_not_number_is_called_by_its_subject(motions: Site) -> None:
    for prefix, decision, follow_up, item in (
        ("en/", "Resolution “Summer hours”", "Follow-up “Make the signs”", "Opening hours"),
        ("", "Résolution « Horaire d’été »", "Suivi « Faire les panneaux »", "Heures"),
    ):
        record = motions.pages[prefix + NAMED]
        name = "suivi" if not prefix else "follow-up"
        point = "point" if not prefix else "item"
        assert record.root.one(id="decision-open-hours").one("h3").text == decision
        assert record.root.one(id=f"{name}-new-signs").one("h3").text == follow_up
        title = record.root.one(id=f"{point}-opening-hours").all("h2")[0].text
        assert title.startswith(item), "no number before it"
        assert "open-hours" not in record.content.text.replace("#", " ").split()
    page = motions.pages[f"en/{NAMED}decision-thanks/"]
    assert page.content.one("hgroup").text == (
        "Resolution of September 2, 2031 "
        "The Board thanks the volunteers who planted the trees of the square…"
    )


def test_a_number_is_shown_as_the_record_writes_it(motions: Site) -> None:
    page = motions.pages[f"en/{NAMED}decision-2031-09/"]
    assert page.content.one("p", class_="reference").text == (
        "Resolution CSQ/31/09 of September 2, 2031"
    )


def test_a_reference_finds_a_thing_by_its_short_name(motions: Site) -> None:
    said = "See resolution “Summer hours”, item “Welcome” and resolution “The Board thanks"
    assert said in motions.pages[f"en/{NAMED}"].text


# --- reasons, ratification, appointments ----------------------------------------------------


RULES = "en/csq-sqb/2032-02-03/"


@pytest.mark.parametrize(
    ("number", "state"),
    [(2, "Awaiting ratification"), (3, "In force"), (4, "Not ratified")],
)
def test_a_decision_subject_to_ratification_has_effect_once_it_is_ratified(
    motions: Site, number: int, state: str
) -> None:
    outcome = motions.pages[RULES].root.one(id=f"decision-{number}")
    assert outcome.one("p", class_="states").text == state
    assert "Subject to ratification by Tenants’ college" in outcome.text


def test_a_ratification_stands_in_the_life_of_the_decision(motions: Site) -> None:
    for number, said in (
        (3, "Ratified by: The College ratifies the letting Resolution 1"),
        (
            4,
            "Ratification refused by: The College refuses to have the gate taken down Resolution 2",
        ),
    ):
        life = motions.pages[f"en/csq-sqb/2032-02-03/decision-{number}/"].root
        assert f"April 6, 2032 {said} of April 6, 2032" in life.one("ol", class_="timeline").text


def test_what_awaits_ratification_has_changed_nothing_yet(motions: Site) -> None:
    page = motions.pages[f"en/{NAMED}decision-open-hours/"].text
    assert "Resolution 2 of February 3, 2032 (proposed to supersede it)" in page
    assert "Superseded by" not in page


def test_a_decision_says_why_and_on_what_it_rests(motions: Site) -> None:
    said = (
        "Reason The complaints, three in a year, are well founded. "
        "Grounds Squares Act, Code 12 Amends the document https://reglements.example/7"
    )
    for page in (RULES, f"{RULES}decision-1/"):
        assert said in motions.pages[page].text
        links = {link.attributes["href"] for link in motions.pages[page].content.all("a")}
        assert {"https://lois.example/squares", "https://reglements.example/7"} <= links


def test_a_membership_begins_and_ends_on_its_own_days(motions: Site) -> None:
    tenure = "from March 1, 2032 to September 30, 2032"
    assert f"Garden Committee {tenure}" in motions.pages["en/people/jon-inexistant/"].text
    assert f"Jon Inexistant {tenure}" in motions.pages["en/organizations/jardins-gardens/"].text


def test_one_decision_approves_several_records(motions: Site) -> None:
    said = "Approves the record of March sitting, March 4, 2031, May sitting, May 6, 2031"
    assert said in motions.pages["en/csq-sqb/2032-04-06/decision-3/"].text
    said = "Record approved by The records of March and May 2031 are approved Resolution 3 of April"
    for record in (RECORD, LATER):
        assert said in motions.pages[record].text


# --- elections of several rounds --------------------------------------------------------------

ROUNDS = """\
title: {fr: Réunion d'été, en: Summer meeting}
outcomes:
  - decision: 1
    text: {fr: Ada est élue., en: Ada is elected.}
    vote:
      rounds:
        - candidates: [{who: anne-exemple, votes: 4}, {name: Ada, votes: 4}]
          invalid: 1
        - candidates: [{who: anne-exemple, votes: 3}, {name: Ada, votes: 6, elected: true}]
"""


def test_an_election_shows_each_of_its_rounds(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {SUMMER: ROUNDS})
    assert problems_of(tmp_path) == []
    said = pages["en/cbf-hc/2031-06-04/decision-1/"].text
    assert "Round 1 Anne Exemple (4), Ada (4) · Invalid 1 Round 2 Anne Exemple (3), Ada (6)" in said
    assert "Tour 2" in pages["cbf-hc/2031-06-04/decision-1/"].text
    person = pages["en/people/anne-exemple/"].text
    assert "Decision 1 of June 4, 2031 (candidate)" in person
    assert "Ada" in search_entries(tmp_path)["en/cbf-hc/2031-06-04/decision-1/"].words


def test_candidates_belong_to_a_round_where_there_are_rounds(tmp_path: Path) -> None:
    twice = ROUNDS.replace("      rounds:", "      candidates: [{name: Eve}]\n      rounds:")
    (problem,) = problems_of(small_register(tmp_path, {SUMMER: twice}))
    assert problem.message == "`vote` has rounds, and candidates beside them."


# --- the word for a decision ------------------------------------------------------------------


def test_lists_and_choices_call_decisions_what_the_register_calls_them(motions: Site) -> None:
    for prefix, one in (("en/", "Resolution"), ("", "Résolution")):
        page = motions.pages[f"{prefix}decisions/"].root
        assert page.one("h1").text == f"{one}s"
        assert page.all("th", scope="col")[0].text == one
    search = motions.pages["en/search/"].root
    assert [one.text for one in search.all("option", value="decision")] == ["Resolution"]
    assert search.all("optgroup")[0].attributes["label"] == "Resolutions"


def test_no_page_says_decision_where_the_register_says_resolution(motions: Site) -> None:
    foreign = re.compile(r"(?<![/\w])d[ée]cisions?\b(?![-/])", re.IGNORECASE)
    told = ("aria-label", "data-label", "title", "alt", "placeholder", "content")
    for page in motions.pages.values():
        if page.source.startswith("docs/"):
            continue
        said = [one.attributes.get(name, "") for one in page.elements for name in told]
        assert foreign.findall("\n".join([page.root.text, *said])) == [], page.address


def test_a_body_has_words_of_its_own_for_its_decisions(tmp_path: Path) -> None:
    outcomes = [f"decision: {n}, text: {{fr: A, en: A}}" for n in (1, 2)]
    called = """\
  kind: committee
  decisions_called: {fr: Avis, en: Recommendation}
  several_decisions_called: {fr: Avis, en: Recommendations}
"""
    pages = pages_of(
        tmp_path,
        {
            "organizations.yml": ("  kind: committee\n", called),
            SUMMER: meeting_with(*outcomes),
        },
    )
    assert "2 recommendations, 0 follow-ups" in pages["en/"].text
    assert "2 avis, 0 suivi" in pages[""].text
    assert "Show recommendations and follow-ups only" in pages["en/cbf-hc/2031-06-04/"].text
