"""The register as tables: CSV, one workbook, one database, and what describes them.

Begin at `TableFiles`. `columns.py` says which tables there are, `rows.py` what is in them.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

import xlsxwriter

from .columns import TABLES, Column, Table
from .export import Context, Export
from .rows import Rows
from .values import Value

FOLDER = "data/"
"""Where the files stand, from the root of the site; they are the same in every language."""
WORKBOOK, DATABASE, DESCRIPTION = "register.xlsx", "register.sqlite", "datapackage.json"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DATABASE_TYPE = "application/vnd.sqlite3"
_ACTS = ("=", "+", "-", "@")
"""How a text begins that a spreadsheet takes for a formula."""
_DAY_ZERO = date(1899, 12, 30)
"""From which workbooks count days, ever since one of them took 1900 for a leap year."""
_LONGEST_CELL, _LONGEST_LINK, _MOST_LINKS = 32_767, 2_000, 60_000
"""What a workbook can hold: characters in a cell and in a link, and links on a sheet."""


class TableFiles:
    """Makes the files of the tables."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.rows = Rows(context)

    def address_of(self, table: Table) -> str:
        """The address of the CSV of a table."""
        return f"{FOLDER}{table.name}.csv"

    def __iter__(self) -> Iterator[Export]:
        yield Export((FOLDER + WORKBOOK,), self._workbook)
        yield Export((FOLDER + DATABASE,), self._database)
        yield Export((FOLDER + DESCRIPTION,), self._description)
        for table in TABLES:
            yield Export((self.address_of(table),), partial(self._csv, table))

    # --- CSV

    def _csv(self, table: Table) -> bytes:
        """A table as CSV (RFC 4180). The mark at its head tells Excel that it is UTF-8."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        names = self.rows.names(table)
        writer.writerow(names)
        for row in self.rows.of(table):
            writer.writerow([_harmless(row[name]) for name in names])
        return text.getvalue().encode("utf-8-sig")

    # --- workbook

    def _workbook(self) -> bytes:
        """A workbook with a sheet for each table, and one that explains the columns."""
        content = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(content, options)
        as_of = self._context.register.as_of
        book.set_properties({"created": datetime(as_of.year, as_of.month, as_of.day)})
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for table in TABLES:
            names, rows = self.rows.names(table), self.rows.of(table)
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(rows), 1), len(names) - 1)
            for place, name in enumerate(names):
                wide = name.partition("_")[0] in ("text", "title", "name", "reason", "description")
                sheet.set_column(place, place, 50 if wide else 20)
                sheet.write_string(0, place, name, bold)
            links = 0
            for line, row in enumerate(rows, 1):
                for place, name in enumerate(names):
                    links += _write(sheet, line, place, row[name], day, links, name)
        sheet = book.add_worksheet("columns")
        for line, cells in enumerate(self._explained()):
            for place, cell in enumerate(cells):
                sheet.write_string(line, place, cell, None if line else bold)
        book.close()
        return content.getvalue()

    def _explained(self) -> Iterator[list[str]]:
        """A line for each column: its table, its name, and what it holds in each language."""
        tongues = self._context.tongues
        yield ["table", "column", "type", *tongues]
        for table in TABLES:
            for column in table.columns:
                for name in column.names(self.rows.codes):
                    means = [one.language.words(column.means) for one in tongues.values()]
                    yield [table.name, name, column.type, *means]

    # --- database

    def _database(self) -> bytes:
        """A database of SQLite with foreign keys, views, and a search through all texts."""
        database = sqlite3.connect(":memory:")
        try:
            for table in TABLES:
                database.execute(self._create(table))
            for table in TABLES:
                names = self.rows.names(table)
                marks = ", ".join("?" * len(names))
                rows = ([_stored(row[name]) for name in names] for row in self.rows.of(table))
                database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
            for view in _VIEWS:
                database.execute(view)
            self._fill_search(database)
            database.commit()
            database.execute("VACUUM")
            return database.serialize()
        finally:
            database.close()

    def _create(self, table: Table) -> str:
        lines = [
            f'"{name}" {_SQL_TYPES[column.type]}'
            + (f' REFERENCES "{column.to}" ("key")' if column.to else "")
            for column in table.columns
            for name in column.names(self.rows.codes)
        ]
        key = ", ".join(f'"{name}"' for name in table.key)
        inside = ",\n  ".join([*lines, f"PRIMARY KEY ({key})"])
        return f'CREATE TABLE "{table.name}" (\n  {inside}\n)'

    def _fill_search(self, database: sqlite3.Connection) -> None:
        database.execute(
            "CREATE VIRTUAL TABLE search USING fts5 (key UNINDEXED, language UNINDEXED, title, "
            "text, tokenize = 'unicode61 remove_diacritics 2')"
        )
        searched = [table for table in TABLES if table.name in _SEARCHED]
        for table in searched:
            for code, suffix in zip(self.rows.codes, _suffixes(self.rows.codes), strict=True):
                for row in self.rows.of(table):
                    title, text = row.get(f"title_{suffix}"), row.get(f"text_{suffix}")
                    if title or text:
                        key = row.get("key") or row.get("item") or row.get("meeting")
                        line = (key, code, title, text)
                        database.execute("INSERT INTO search VALUES (?, ?, ?, ?)", line)

    # --- what describes them

    def _description(self) -> bytes:
        """A Data Package (https://specs.frictionlessdata.io/) of the files of CSV."""
        context = self._context
        settings = context.register.settings
        title = {code: one.naming.plain(settings.title) for code, one in context.tongues.items()}
        package: dict[str, Any] = {
            "profile": "tabular-data-package",
            "name": "register",
            "title": title[self.rows.codes[0]],
            "titles": title,
            "version": context.register.as_of.isoformat(),
            "resources": [*map(self._resource, TABLES)],
        }
        if context.site:
            package["homepage"] = context.site
        return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()

    def _resource(self, table: Table) -> dict[str, Any]:
        foreign = [
            {"fields": [column.name], "reference": {"resource": column.to, "fields": ["key"]}}
            for column in table.columns
            if column.to
        ]
        return {
            "name": table.name.replace("_", "-"),
            "path": f"{table.name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8-sig",
            **self._said(table.means),
            "schema": {
                "fields": [
                    {"name": name, "type": column.type, **self._said(column.means)}
                    for column in table.columns
                    for name in column.names(self.rows.codes)
                ],
                "primaryKey": [*table.key],
                "foreignKeys": [_with_hyphens(one) for one in foreign],
            },
        }

    def _said(self, means: str) -> dict[str, Any]:
        tongues = self._context.tongues.items()
        said = {code: one.language.words(means) for code, one in tongues}
        return {"description": said[self.rows.codes[0]], "descriptions": said}


def _with_hyphens(key: dict[str, Any]) -> dict[str, Any]:
    reference = key["reference"]
    resource = reference["resource"].replace("_", "-")
    return {**key, "reference": {**reference, "resource": resource}}


def _harmless(value: Value) -> Value:
    """A value for CSV: before a text that a spreadsheet would work out stands an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_ACTS):
        return f"'{value}"
    return value


def _write(sheet: Any, line: int, place: int, value: Value, day: Any, links: int, name: str) -> int:
    """Write a cell of a workbook; 1 if it is a link, else 0."""
    if value is None:
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, date):
        if value < date(1900, 3, 1):  # before which workbooks have no dates
            sheet.write_string(line, place, value.isoformat())
        else:
            sheet.write_number(line, place, (value - _DAY_ZERO).days, day)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value)
    elif name.startswith("url_") and len(value) < _LONGEST_LINK and links < _MOST_LINKS:
        sheet.write_url(line, place, value)
        return int(value.startswith("http"))
    else:
        sheet.write_string(line, place, value[:_LONGEST_CELL])
    return 0


def _stored(value: Value) -> Value:
    return value.isoformat() if isinstance(value, date) else value


def _suffixes(codes: list[str]) -> list[str]:
    return [name.removeprefix("_") for name in Column("", "", is_text=True).names(codes)]


_SQL_TYPES = {
    "string": "TEXT",
    "date": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
}
_SEARCHED = ("meetings", "items", "decisions", "follow_ups", "notes", "reports", "statements")
_VIEWS = (
    "CREATE VIEW open_follow_ups AS SELECT * FROM follow_ups WHERE closed IS NULL",
    "CREATE VIEW overdue AS SELECT * FROM follow_ups WHERE days_overdue > 0",
    "CREATE VIEW in_force AS SELECT * FROM decisions WHERE state IN ('in-force', 'amended')",
)
