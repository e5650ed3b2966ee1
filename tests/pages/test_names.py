"""Names on pages: of any script, alike or not, in a language that the interface does not speak."""

from __future__ import annotations

from pathlib import Path

from support.built_site import Element, read_html
from support.golden import bodies, register_of
from support.small_register import SUMMER, Change, small_register

RECORD = "title: {fr: Un, en: One}\n"


def pages_of(folder: Path, changes: dict[str, Change]) -> dict[str, dict[str, Element]]:
    """The middle of each page of the small register, changed, by language and address."""
    made = bodies(register_of(small_register(folder, changes)))
    return {
        code: {address: read_html(html)[0] for address, html in pages.items()}
        for code, pages in made.items()
    }


def language_of(element: Element, default: str) -> str:
    """The language in which an element is marked to be, by itself or by what it stands in."""
    place: Element | None = element
    while place is not None:
        if "lang" in place.attributes:
            return str(place.attributes["lang"])
        place = place.parent
    return default


def test_names_that_run_from_right_to_left_are_set_apart(tmp_path: Path) -> None:
    people = "un: {name: يوسف (3)}\ndeux: {name: Zoé (3)}\n"
    page = pages_of(
        tmp_path,
        {
            "people.yml": ("paul-modele:", people + "paul-modele:"),
            SUMMER: RECORD + "attendance: {present: [un, deux, {name: שרה (1)}]}\n",
        },
    )["en"]["en/cbf-hc/2031-06-04/"]
    assert [one.text for one in page.all("bdi")] == ["يوسف (3)", "שרה (1)"]


def test_two_people_of_one_name_are_told_apart_wherever_they_are_named(tmp_path: Path) -> None:
    people = """\
un: {name: Jean Tremblay, offices: [{of: cbf-hc, office: chair}]}
deux: {name: Jean Tremblay, offices: [{of: cbf-hc, title: {fr: Commis, en: Clerk}}]}
trois: {name: Jean Tremblay, offices: [{of: cbf-hc}]}
paul-modele:"""
    pages = pages_of(
        tmp_path,
        {
            "people.yml": ("paul-modele:", people),
            SUMMER: RECORD + "attendance: {present: [un, deux, trois]}\n",
        },
    )["en"]
    named = [
        link.text
        for link in pages["en/cbf-hc/2031-06-04/"].all("a")
        if link.text.startswith("Jean Tremblay")
    ]
    assert len({*named}) == 3
    assert named[1:] == ["Jean Tremblay (Clerk, HC)", "Jean Tremblay (HC)"]
    assert pages["en/people/trois/"].one("h1").text == "Jean Tremblay (HC)"
    assert "Paul Modèle" in [link.text for link in pages["en/people/"].all("a")]


def test_oe_stands_where_its_two_letters_would(tmp_path: Path) -> None:
    topics = "a: {name: Œuvre}\nb: {name: Office}\nc: {name: Ogive}\nd: {name: Odeur}\n"
    topics = topics.replace("{name: ", "{name: {fr: ").replace("}", ", en: x}}")
    pages = pages_of(tmp_path, {"topics.yml": ("hiver:", topics + "hiver:")})
    shown = [link.text for link in pages["fr"]["themes/"].all("a")]
    ours = [name for name in shown if name in ("Œuvre", "Office", "Ogive", "Odeur")]
    assert ours == ["Odeur", "Œuvre", "Office", "Ogive"]


def test_texts_are_marked_where_the_interface_does_not_speak_their_language(tmp_path: Path) -> None:
    """The body of such a page is marked as English, and so everything else in it must be marked."""
    pages = pages_of(
        tmp_path,
        {
            "register.yml": (
                "languages: [fr, en]",
                "languages: [fr, en, iu]\none_language_suffices: true",
            ),
            SUMMER: "title: {fr: Un, en: One, iu: ᐊᑕᐅᓯᖅ}\n"
            "opening:\n  - text: {fr: x, en: y, iu: ᓯᕗᓪᓕᖅ}\n",
        },
    )
    page = pages["iu"]["iu/cbf-hc/2031-06-04/"]
    assert language_of(page.one("h1").all()[0], "en") == "iu"
    (said,) = [one for one in page.all("p") if one.text == "ᓯᕗᓪᓕᖅ"]
    assert language_of(said, "en") == "iu"
    assert pages["en"]["en/cbf-hc/2031-06-04/"].one("h1").all() == []
