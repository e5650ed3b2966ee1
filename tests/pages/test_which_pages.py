"""Which pages a register has: that of the Joint Councils, and one that holds nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from support.built_site import Site

SiteOf = Callable[[str], Site]


def test_a_register_has_every_page_that_was_promised(site: Site) -> None:
    record = "cm-jc/2019-09-25/"
    decisions = [f"{record}decision-{number}/" for number in range(1, 7)]
    follow_ups = ["1a", "1b", "1c", "1d", "1e", "2", "3", "4", "5a", "5b", "5c", "6", "7"]
    french = ["", "reunions/", "decisions/", "suivis/", "themes/", "organisations/", "personnes/"]
    french += ["glossaire/", record, *decisions]
    french += [f"{record}suivi-{number}/" for number in follow_ups]
    english = ["", "meetings/", "decisions/", "follow-ups/", "topics/", "organizations/", "people/"]
    english += ["glossary/", record, *decisions]
    english += [f"{record}follow-up-{number}/" for number in follow_ups]
    promised = [*french, *(f"en/{address}" for address in english)]
    assert [address for address in promised if address not in site.pages] == []


def test_the_record_says_what_was_decided_in_both_languages(site: Site) -> None:
    decisions = [f"decision-{number}" for number in range(1, 7)]
    for address in ("cm-jc/2019-09-25/", "en/cm-jc/2019-09-25/"):
        ids = site.pages[address].ids
        assert [found for found in ids if found in decisions] == decisions
    assert "16 h 35" in site.pages["cm-jc/2019-09-25/"].text
    assert "4:35 p.m." in site.pages["en/cm-jc/2019-09-25/"].text


def test_an_empty_register_says_that_there_is_nothing_yet(site_of: SiteOf) -> None:
    site = site_of("empty")
    assert "No record yet." in site.pages["en/"].text
    assert "Nothing has been decided yet." in site.pages["en/decisions/"].text
    assert "No follow-up yet." in site.pages["en/follow-ups/"].text
    assert "No meeting yet." in site.pages["en/meetings/"].text
    assert "Comité à venir" in site.pages["organisations/"].text
    assert len(site.of_register) == 2 * (10 + 1)
