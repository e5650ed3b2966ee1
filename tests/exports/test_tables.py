"""The tables hold the register again, in each form, and nothing in them acts on who opens them."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from support.built_site import Site
from support.exported import SITE_URL, TRIAL, exported, exports_of, trial
from support.golden import site as site_for
from support.small_register import small_register

from releve.build.load import load
from releve.exports.columns import TABLES
from releve.exports.plain import plain

ACTING = ("=", "+", "-", "@", "\t", "\r")


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    """The rows of a table, as CSV has them."""
    content = files[f"data/{name}.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [*csv.DictReader(text, strict=True)]


def database(files: dict[str, bytes]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["data/register.sqlite"])
    return connection


@pytest.mark.parametrize("register", TRIAL)
def test_the_tables_have_every_thing_of_the_register(register: str) -> None:
    files, known = exported(register), trial(register)
    kinds = {
        "meeting": "meetings", "item": "items", "decision": "decisions", "note": "notes",
        "follow_up": "follow_ups", "person": "people", "organization": "organizations",
        "office": "offices", "topic": "topics", "term": "terms",
    }  # fmt: skip
    for kind, name in kinds.items():
        keys = [thing.key for thing in known.of_kind(kind)]  # type: ignore[arg-type]
        assert [row["key"] for row in table(files, name)] == keys
    reports = [one for follow_up in known.follow_ups for one in follow_up.reports]
    assert len(table(files, "reports")) == len(reports)


LEFT_OUT = {
    "names", "former_name", "other_names", "grounds", "amends_document", "candidates", "rounds",
    "referred_to", "presenters", "not_named", "decisions_called", "several_decisions_called",
    "until", "proxy_for", "deferred_to", "withheld", "chairs", "jurisdiction", "appoints",
}  # fmt: skip
"""Fields whose words are in the JSON of each page alone: the page of data says so."""


def texts(value: Any) -> Iterator[dict[str, str]]:
    """Every text in some plain values, by language."""
    if isinstance(value, dict) and value and {*value} <= {"fr", "en", "es", "iu", "de"}:
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner) if name not in LEFT_OUT else ()
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("register", TRIAL)
def test_the_tables_have_all_words_of_the_records(register: str) -> None:
    files, known = exported(register), trial(register)
    cells = "\n".join(
        value for one in TABLES for row in table(files, one.name) for value in row.values()
    )
    renderers = site_for(known).renderers
    missing = [
        words
        for file in known.files
        if file.kind in ("meeting", "follow-up", "topics", "organizations", "people", "glossary")
        for text in texts(plain(file.content))
        for code, words in text.items()
        if code in renderers
        and " ".join(renderers[code].naming.summary({code: words}).split())
        not in " ".join(cells.split())
    ]
    assert missing == []


@pytest.mark.parametrize("register", TRIAL)
def test_the_workbook_and_the_database_have_the_rows_of_the_files_of_csv(register: str) -> None:
    files = exported(register)
    book = load_workbook(io.BytesIO(files["data/register.xlsx"]))
    with closing(database(files)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for one in TABLES:
            rows, sheet = table(files, one.name), book[one.name]
            assert sheet.freeze_panes == "A2"
            assert sheet.auto_filter.ref
            head, *cells = sheet.iter_rows()
            found = connection.execute(f'SELECT * FROM "{one.name}"').fetchall()
            assert len(cells) == len(rows) == len(found)
            names = [cell.value for cell in head]
            assert all(cell.data_type != "f" for line in cells for cell in line)
            for row, line, stored in zip(rows, cells, found, strict=True):
                as_text = [said(value) for value in row.values()]
                assert [said(cell.value) for cell in line] == as_text, one.name
                assert [said(value) for value in stored] == [
                    {"true": "1", "false": "0"}.get(text, text) for text in as_text
                ]
                assert names == [*row]


def said(value: object) -> str:
    """A value as any of the forms has it, as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return f"{value:g}"
    text = "" if value is None else str(value)
    return text[1:] if text.startswith("'") and text[1:2] in ACTING else re.sub(r"\.0$", "", text)


@pytest.mark.parametrize("register", ["hostile", "long-history", "motions", "joint-councils"])
def test_the_data_package_is_valid(register: str, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for address, content in exported(register).items():
        if address.startswith("data/"):
            (tmp_path / Path(address).name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert [*field["descriptions"]] == trial(register).languages
    first = package["resources"][0]["descriptions"]
    assert len({*first.values()}) > 1, "said in each language"


WORDS = ("=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(1)", "=cmd|A0", "a\u2028=1\u0085=2")


def test_nothing_that_was_typed_can_act_in_what_opens_it(tmp_path: Path) -> None:
    outcomes = "".join(
        f"      - decision: {number}\n        text: {{fr: {json.dumps(words)}, en: One}}\n"
        for number, words in enumerate(WORDS, 1)
    )
    title = "title: {fr: '=1', en: One}\n"
    record = f"{title}agenda:\n  - item: 1\n    {title}    outcomes:\n{outcomes}"
    register = load(small_register(tmp_path, {"meetings/cbf-hc/2031-06-21.yml": record}))[0]
    assert register
    files = exports_of(register)
    for address, content in files.items():
        if address.endswith(".csv"):
            rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
            for row in rows:
                assert not [value for value in row if value.startswith(ACTING)]
                assert not [
                    value for value in row if re.search("[\n\r\v\f\x85\u2028\u2029]", value)
                ]
    found = {row["text_fr"] for row in table(files, "decisions")}
    assert {f"'{words}" for words in WORDS[:5]} <= found
    sheet = load_workbook(io.BytesIO(files["data/register.xlsx"]))["decisions"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {WORDS[0], WORDS[4]} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b"}


@pytest.mark.parametrize("register", ["long-history", "hostile"])
def test_made_again_the_files_are_the_same_bytes(register: str) -> None:
    assert exports_of(trial(register)) == exported(register)


def test_the_database_answers_what_people_ask() -> None:
    with closing(database(exported("joint-councils"))) as connection:
        for view in ("open_follow_ups", "overdue", "in_force"):
            connection.execute(f"SELECT key FROM {view}").fetchall()
        found = connection.execute("SELECT key FROM search WHERE search MATCH 'numerique'")
        assert found.fetchall()


# --- the page that explains them --------------------------------------------------------------


def test_a_page_in_each_language_leads_to_each_file_with_its_size(site: Site) -> None:
    for address in ("donnees/", "en/data/"):
        page = site.pages[address]
        linked = {
            url.removeprefix(SITE_URL): element.text
            for element, url in page.links()
            if url.startswith(f"{SITE_URL}data/")
        }
        files = {path.name for path in (site.folder / "data").iterdir() if path.is_file()}
        assert {path.removeprefix("data/") for path in linked} == files
        size = (site.folder / "data" / "register.xlsx").stat().st_size
        unit = "ko" if address == "donnees/" else "kB"
        assert f"XLSX ({-(-size // 1000)} {unit})" in page.text
        for one in TABLES:
            assert one.name in page.ids


def test_the_questions_of_that_page_are_answered(site: Site, tmp_path: Path) -> None:
    sql, python = (code.text for code in site.pages["en/data/"].content.all("pre"))
    with closing(sqlite3.connect(site.folder / "data" / "register.sqlite")) as connection:
        assert connection.execute(sql).fetchall()
    code = next(
        one for one in re.findall("<pre[^>]*><code>(.*?)</code>", site.pages["en/data/"].html, re.S)
        if "import csv" in one
    ).replace("&#34;", '"').replace("&quot;", '"')  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=site.folder / "data", capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    years = Counter(
        str(decision.meeting.date.year) for decision in trial("joint-councils").decisions
    )
    assert done.stdout.strip() == str(years)
    assert python
