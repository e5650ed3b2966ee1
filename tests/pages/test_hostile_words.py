"""A register that wishes its readers ill."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args, get_origin
from urllib.parse import urlsplit

from support.built_site import Element, Page, Site
from support.golden import register_of
from support.paths import REGISTERS
from support.projects import HOSTILE_WORDS

from releve.source import schema

SiteOf = Callable[[str], Site]


def shape(root: Element) -> list[tuple[str, list[str]]]:
    """The elements of a page and the names of their attributes, in order."""
    return [(element.tag, sorted(element.attributes)) for element in root.all()]


def test_hostile_words_bring_no_element_and_no_attribute_into_a_page(site_of: SiteOf) -> None:
    hostile, tame = site_of("hostile"), site_of("tame")
    assert set(hostile.pages) == set(tame.pages)
    changed = [
        address
        for address, page in hostile.pages.items()
        if shape(page.root) != shape(tame.pages[address].root)
    ]
    assert changed == []
    wrong, right = (Page("404.html", site.folder / "404.html").root for site in (hostile, tame))
    assert shape(wrong) == shape(right)


def test_hostile_words_bring_no_script_no_handler_no_image_into_a_record(site_of: SiteOf) -> None:
    for page in site_of("hostile").pages.values():
        for element in page.content.all():
            assert element.tag not in ("script", "img", "style", "iframe", "object", "u", "base")
            assert not [name for name in element.attributes if name.startswith("on")]
        for element, url in page.links():
            assert urlsplit(url).scheme in ("https", "mailto", "webcal"), (
                page.address,
                element.tag,
                url,
            )


def test_hostile_words_come_out_as_the_words_they_are(site_of: SiteOf) -> None:
    site = site_of("hostile")
    shown = [
        words.replace("\u202e", "[U+202E]").replace("\u2066", "[U+2066]").replace("'", "\u2019")
        for words in HOSTILE_WORDS
    ]
    record = site.pages["en/corps-hostile/2031-05-06/"]
    for text in (
        record.content.one("h1").text,
        site.pages["en/people/une-personne/"].content.one("h1").text,
        site.pages["en/topics/un-theme/"].content.one("h1").text,
        site.pages["en/organizations/corps-hostile/"].content.one("h1").text,
        site.pages["en/"].content.one("h1").text,
        site.pages["en/"].root.one("title").text,
        record.root.one("title").text,
    ):
        for words in shown:
            assert words in text.replace("'", "\u2019"), text
    prose = site.pages["en/corps-hostile/2031-05-06/decision-1/"].content.one(class_="quoted").text
    # In prose `&lt;` is a sign like any other, and an image becomes a link to it.
    for words in shown:
        if "&lt;" not in words and "![x]" not in words:
            assert words in prose.replace("'", "\u2019"), prose


def test_signs_that_turn_the_direction_of_text_never_reach_a_reader(site_of: SiteOf) -> None:
    turning = re.compile("[\u202a-\u202e\u2066-\u2069]")
    named = re.compile(r"&(?:#x20(?:2[a-e]|6[6-9])|#82(?:3[4-8]|9[4-7]));", re.IGNORECASE)
    for address, page in site_of("hostile").pages.items():
        assert not turning.search(page.html), address
        assert not named.search(page.html), address


# --- whether nothing was left out ---------------------------------------------------------------

Field = tuple[str, str]
"""A field that holds words: the name of its record in the format, and its own."""


def _holds_words(annotation: Any) -> bool:
    """Whether a type is a text in each language, or is made of such texts."""
    if get_origin(annotation) is dict:
        return True
    return any(map(_holds_words, get_args(annotation)))


def _fields_of_words(record: type[schema.Record]) -> Iterator[str]:
    for name, field in record.model_fields.items():
        is_other = any(isinstance(one, schema.NoText) for one in field.metadata)
        if not is_other and _holds_words(field.annotation):
            yield name


def _filled(value: Any) -> Iterator[Field]:
    if isinstance(value, schema.Record):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner and name in _fields_of_words(type(value)):
                yield from ((kind.__name__, name) for kind in type(value).__mro__)
            yield from _filled(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _filled(inner)
    elif hasattr(value, "__iter__") and not isinstance(value, str):
        for inner in value:
            yield from _filled(inner)


def test_every_field_of_the_format_that_holds_words_is_in_the_hostile_register() -> None:
    register = register_of(REGISTERS / "hostile")
    there = {field for file in register.files for field in _filled(file.content)}
    records = [one for one in map(schema.__dict__.get, schema.__all__) if isinstance(one, type)]
    expected = {
        (record.__name__, name)
        for record in records
        if issubclass(record, schema.Record)
        for name in _fields_of_words(record)
    }
    assert len(expected) > 50
    assert expected - there == set()
