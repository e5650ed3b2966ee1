"""JSON stands beside each page, in the form that is published, and the YAML beside each record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from support.built_site import SITE_URL, Site
from support.exported import TRIAL, exported, exports_of, trial
from support.small_register import WINTER, small_register

from releve.build.load import load
from releve.exports import json_schema
from releve.source import File

SCHEMA = json.loads(json_schema())
CLASSES = {
    kind: name
    for name, one in SCHEMA["$defs"].items()
    if (kind := one["properties"].get("kind", {}).get("const"))
}


@cache
def validator(kind: str) -> Draft202012Validator:
    """Judges the objects of a kind."""
    return Draft202012Validator({"$ref": f"#/$defs/{CLASSES[kind]}", "$defs": SCHEMA["$defs"]})


def objects(register: str, day: str = "") -> dict[str, Any]:
    """What each file of JSON says, by its address."""
    files = exported(register, day).items()
    return {address: json.loads(file) for address, file in files if is_json(address)}


def is_json(address: str) -> bool:
    return address.endswith("/index.json") or address == "register.json"


@pytest.mark.parametrize("register", TRIAL)
def test_each_file_of_json_has_the_published_form(register: str) -> None:
    seen = {id(one): one for one in objects(register).values()}
    for one in seen.values():
        assert one.pop("$schema").endswith("/schema/export.json")
        assert [*validator(one["kind"]).iter_errors(one)] == [], one["key"]


def leaves(value: Any) -> Iterator[str]:
    """Every text, number and truth in some plain values, as text."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    elif value is not None:
        yield str(value).lower() if isinstance(value, bool) else str(value)


def facts_of(file: File) -> set[str]:
    """All that is said in a file, but for what its editors keep for themselves."""
    value: Any = dict(file.source.value)  # type: ignore[call-overload]
    value.pop("accepted", None)
    return {*leaves(value)}


@pytest.mark.parametrize("register", TRIAL)
def test_json_says_all_that_the_records_and_directories_say(register: str) -> None:
    said = {*leaves([*objects(register).values()])}
    said |= {f"{float(one):g}" for one in said if one.endswith(".0")}
    missing = set()
    for file in trial(register).files:
        if file.kind != "seals" and file.path not in trial(register).shortened:
            missing |= facts_of(file) - said
    # What is short for something, or written in another way: an id in place of a map.
    ways = {"true", "later", *(one for one in missing if one in "".join(said))}
    assert {one for one in missing - ways if not is_number_or_time(one)} == set()


def is_number_or_time(text: str) -> bool:
    return text.replace(":", "").replace(".", "").isdigit()


def test_json_stands_beside_every_page_about_a_thing_and_is_the_same_in_each_language(
    site: Site,
) -> None:
    for address, page in site.pages.items():
        files = [link for link in page.root.all("a") if link.attributes.get("type")]
        for link in files:
            assert site.leads_somewhere(SITE_URL + address_of(page.address, link)), address
        named = {link.text for link in files}
        if (site.folder / address / "index.json").is_file():
            assert "JSON" in named, address
            twins = page.alternates.values()
            copies = {
                (site.folder / twin.removeprefix(SITE_URL) / "index.json").read_bytes()
                for twin in twins
            }
            assert len(copies) == 1
    size = len((site.folder / "cm-jc/2019-09-25/decision-3/index.json").read_bytes())
    words = site.pages["en/cm-jc/2019-09-25/decision-3/"].content.one("p", class_="files").text
    assert f"JSON ({-(-size // 1000)} kB)" in words


def address_of(page: str, link: Any) -> str:
    href: str = link.attributes["href"]
    while href.startswith("../"):
        href = href[3:]
    return href.removeprefix("./")


def test_the_yaml_of_a_record_is_its_file_without_what_editors_keep_for_themselves() -> None:
    files = exported("by-example")
    records = {
        address: content.decode() for address, content in files.items() if "record.yml" in address
    }
    assert records
    for meeting in trial("by-example").meetings:
        typed = yaml.safe_load(meeting.file.source.text)
        kept = typed.pop("accepted", None)
        assert yaml.safe_load(records[f"{meeting.key}/record.yml"]) == typed
        if not kept:
            assert records[f"{meeting.key}/record.yml"] == meeting.file.source.text
    assert any("accepted:" in meeting.file.source.text for meeting in trial("by-example").meetings)
    assert not any("accepted" in text for text in objects("by-example"))


def test_as_of_an_earlier_day_nothing_tells_what_came_later() -> None:
    now, then = exported("long-history"), exported("long-history", "2032-06-15")
    assert "cgp-lkc/2032-11-08/decision-1/index.json" in now
    assert "cgp-lkc/2032-11-08/decision-1/index.json" not in then
    assert "cgp-lkc/2032-11-08/record.yml" in now
    assert "cgp-lkc/2032-11-08/record.yml" not in then
    assert "cgp-lkc/2031-02-03/record.yml" in then


@pytest.mark.parametrize("forms", [[], ["json"], ["yaml"]])
def test_the_register_says_in_which_forms_it_can_be_taken_away(
    forms: list[str], tmp_path: Path
) -> None:
    settings = ("languages: [fr, en]", f"languages: [fr, en]\nexports: {forms}")
    register = load(small_register(tmp_path, {"register.yml": settings}))[0]
    assert register
    made = {address.rpartition(".")[2] for address in exports_of(register)}
    assert made == {"json": {"json"}, "yaml": {"yml"}}.get("".join(forms), set())


def test_a_change_of_a_comment_is_in_the_yaml_and_changes_no_fact(tmp_path: Path) -> None:
    before = exports_of(_good(small_register(tmp_path / "a")))
    after_ = small_register(tmp_path / "b")
    path = after_ / "data" / WINTER
    path.write_text(path.read_text("utf-8") + "# A remark.\n", "utf-8")
    after = exports_of(_good(after_))
    assert {address for address in before if before[address] != after[address]} == {
        address for address in before if address.endswith("2031-02-05/record.yml")
    }


def _good(root: Path) -> Any:
    return load(root)[0]
