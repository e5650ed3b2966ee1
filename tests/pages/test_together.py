"""Bodies that meet together, matters that go on, offices whose holder nobody names, and what the
register adds to a record.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.built_site import Site
from support.small_register import SUMMER, WINTER, problems_of, small_register
from support.small_site import pages_of

RECORD = "en/groupe-imagine/2031-04-08/"


def test_a_joint_meeting_is_listed_under_each_body(several: Site) -> None:
    listed = several.pages["en/meetings/"].root
    for body in ("groupe-imagine", "comite-fictif"):
        (row,) = (
            row
            for row in listed.all("tr")
            if row.attributes.get("data-day") == "2031-04-08"
            and body in row.attributes["data-body"].split()
        )
        assert row.text.startswith("April 8, 2031 to April 9, 2031 Group meeting")
        address = f"en/organizations/{body}/"
        assert "Group meeting, April 8, 2031" in several.pages[address].text
    assert "Together with Fable Committee" in several.pages[RECORD].text
    assert (
        "Group meeting, April 8, 2031 (present, met together)"
        in several.pages["en/organizations/comite-fictif/"].text
    )


def test_a_joint_meeting_stands_between_the_meetings_of_each_of_its_bodies(several: Site) -> None:
    group, committee = several.pages[RECORD].root.all("nav", class_="neighbours")
    assert group.text == "Imagined Group Next Called-off meeting, May 6, 2031"
    assert committee.text == "Fable Committee Next Committee meeting, May 6, 2031"
    assert group.attributes["aria-label"] != committee.attributes["aria-label"]
    after = several.pages["en/comite-fictif/2031-05-06/"].root
    assert "Previous Group meeting, April 8, 2031" in after.one("nav", class_="neighbours").text
    decision = several.pages["en/comite-fictif/2031-05-06/decision-1/"].root
    assert (
        "Previous · Decision 2 of April 8, 2031 (Imagined Group, Fable Committee) The group goes on"
        in decision.one("nav", class_="neighbours").text
    )


def test_what_a_joint_meeting_agreed_is_in_the_binder_and_the_lists_of_each_of_its_bodies(
    several: Site,
) -> None:
    for meeting in ("comite-fictif/2031-05-06", "groupe-imagine/2031-05-06"):
        binder = several.pages[f"en/{meeting}/follow-ups/"].text
        assert "Send the guide." in binder
    rows = several.pages["en/follow-ups/"].root.all("tr")
    (row,) = (row for row in rows if "Send the guide." in row.text)
    assert row.attributes["data-body"] == "groupe-imagine comite-fictif"
    agenda = several.pages["en/comite-fictif/2031-07-15/"].root.one(class_="draft-agenda")
    assert "Group meeting, April 8, 2031" in agenda.text


def test_the_binder_of_a_joint_meeting_has_what_each_of_its_bodies_has_open(tmp_path: Path) -> None:
    other = "meetings/autre-other/2031-04-10.yml"
    joint = "meetings/cbf-hc/2031-07-08.yml"
    changes = {
        "register.yml": ("bodies: [cbf-hc]", "bodies: [cbf-hc, autre-other]"),
        "organizations.yml": (
            "cbf-hc:\n",
            "autre-other: {name: {fr: Autre, en: Other}, kind: committee}\ncbf-hc:\n",
        ),
        other: OTHER,
        joint: TITLE.replace("Summer", "Joint") + "with: autre-other\n",
    }
    page = pages_of(tmp_path, changes)["en/cbf-hc/2031-07-08/"]
    agenda = page.one(class_="draft-agenda").text
    assert "Wash the windows." in agenda
    assert "Other meeting, April 10, 2031" in agenda
    assert "Spring meeting, April 2, 2031" in agenda


OTHER = """\
title: {fr: Autre réunion, en: Other meeting}
outcomes:
  - follow_up: 1
    text: {fr: Laver les vitres., en: Wash the windows.}
    due: next-meeting
"""


def test_a_matter_that_goes_on_says_so_at_both_ends(several: Site) -> None:
    later = several.pages[RECORD].root.one(id="item-2").text
    assert "Goes on from: Item 4A, Nothing to follow, March meeting, March 4, 2031" in later
    earlier = several.pages["en/conseil-exemple/2031-03-04/"].root.one(id="item-4a").text
    assert "Goes on at: Item 2, Tools, Group meeting, April 8, 2031" in earlier


def test_an_office_whose_holder_is_not_named_is_never_vacant(several: Site) -> None:
    page = several.pages["en/organizations/conseil-exemple/"].text
    assert "Treasurer Held by somebody whom the records do not name" in page
    assert "Vacant" not in page


def test_an_office_of_several_says_that_one_of_them_is_not_named(tmp_path: Path) -> None:
    named = "    chair: {fr: Présidence, en: Chair}\n"
    pages = pages_of(tmp_path, {"organizations.yml": (named, f"{named}  not_named: [chair]\n")})
    held = pages["en/organizations/cbf-hc/"].one(id="offices").parent
    assert held is not None
    holder, other, *_ = (one.text for one in held.all("p"))
    assert holder.startswith("Lea Specimen since")
    assert other == "Also held by somebody whom the records do not name"
    assert "Autre titulaire, que les comptes rendus ne nomment pas" in (
        pages["organisations/cbf-hc/"].text
    )


@pytest.mark.parametrize(
    ("record", "item", "headings", "references"),
    [
        (
            RECORD,
            "item-2",
            ["The guide (heading added by the register)", "Follow-through"],
            "References added by the register: Send the guide Follow-up 1; "
            "Note of no item Note 1; The correction is allowed Decision 2 of May 6, 2031 (EXC)",
        ),
        (
            RECORD.removeprefix("en/"),
            "point-2",
            ["Le guide (intertitre ajouté par le registre)", "Suite"],
            "Renvois ajoutés par le registre : Envoyer le guide Suivi 1; "
            "Note sans point Remarque 1; "
            "La correction est permise Décision 2 du 6 mai 2031 (CEX)",
        ),
    ],
)
def test_what_the_register_adds_to_a_discussion_is_told_from_what_the_record_says(
    several: Site, record: str, item: str, headings: list[str], references: str
) -> None:
    discussion = several.pages[record].root.one(id=item)
    assert [one.text for one in discussion.all("h3", class_="discussion__heading")] == headings
    assert references in discussion.text.replace("\xa0", " ")


def test_what_a_reference_added_by_the_register_leads_to_tells_of_it(several: Site) -> None:
    sent = several.pages[f"{RECORD}follow-up-1/"].text
    assert "Item 2, Tools Group meeting, April 8, 2031 (refers to it)" in sent


def test_a_reference_to_what_is_later_than_the_day_of_the_register_is_left_out(
    tmp_path: Path,
) -> None:
    closing = (
        "  - text: {fr: La présidente lève la séance., en: The chair adjourned the meeting.}\n"
    )
    see = f"{closing}    see: cbf-hc/2031-04-02#decision-1\n"
    page = pages_of(tmp_path, {WINTER: (closing, see)}, "2031-03-01")["en/cbf-hc/2031-02-05/"]
    assert "The chair adjourned the meeting." in page.text
    assert "added by the register" not in page.text


def test_offices_of_one_organization_that_owe_a_follow_up_are_named_before_it_once(
    several: Site,
) -> None:
    owes = "Chair, Secretary, Example Council (EXC); Ben Modèle"
    assert f"Owner {owes}" in several.pages[f"{RECORD}follow-up-1/"].text
    row = next(
        row.text
        for row in several.pages["en/follow-ups/"].content.all("tr")
        if "Send the guide." in row.text
    )
    assert owes in row


def test_a_follow_up_that_is_due_twice_on_the_next_day_says_both(several: Site) -> None:
    meeting = several.pages["en/comite-fictif/2031-07-15/"]
    next_two = f"{meeting.content.one('h1').text}, July 15, 2031; July 15, 2031"
    page = several.pages[f"{RECORD}follow-up-1/"].text
    assert f"Due {next_two} also due: September meeting, September 10, 2031" in page
    owed = meeting.content.one("section", **{"aria-labelledby": "draft-agenda"}).text
    assert f"Send the guide. {next_two} Not started" in owed


TITLE = "title: {fr: Réunion d'été, en: Summer meeting}\n"
OFFICE = (
    "    chair: {fr: Présidence, en: Chair}",
    "    chair: {fr: Présidence, en: Chair}\n  not_named: [chiar]",
)
AGENDA = "agenda: [{item: 1, title: {fr: Un, en: One}, continues: %s}]\n"


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        (SUMMER, f"{TITLE}with: cbf-hc\n", "`cbf-hc` met together with itself."),
        (SUMMER, f"{TITLE}with: [nobody]\n", "unknown organization `nobody`."),
        (
            SUMMER,
            TITLE + AGENDA % "cbf-hc/2031-06-20#item-1",
            "unknown item `cbf-hc/2031-06-20#item-1`.",
        ),
        (
            SUMMER,
            TITLE + AGENDA % '"#item-1"',
            "item 1 of 2031-06-04 goes on from an item of its own meeting.",
        ),
        (
            "organizations.yml",
            OFFICE,
            "`cbf-hc` has no office `chiar`.",
        ),
    ],
)
def test_what_they_name_must_be_there(
    name: str, change: str | tuple[str, str], message: str, tmp_path: Path
) -> None:
    problems = problems_of(small_register(tmp_path, {name: change}))
    assert message in {problem.message for problem in problems if problem.severity == "error"}
