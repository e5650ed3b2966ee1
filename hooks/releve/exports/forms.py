"""Which forms there are, all files that they make, and what a page offers of them.

Begin at `Exports`. Another form is one more entry there, and one in `schema.ExportForm`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ..pages import DATA, FOLDERS, LISTED, PARTS, SIDE_BY_SIDE, THINGS, Offer, Page
from ..register import Meeting, Memo
from ..source import schema
from . import calendars, feeds, json_files, tables
from .calendars import Calendars
from .columns import LEFT_OUT, TABLES
from .export import Context, Export
from .feeds import Feeds
from .json_files import JsonFiles
from .tables import TableFiles
from .yaml_files import YamlFiles

_JSON, _JSON_TYPE = "JSON", "application/json"


@dataclass(frozen=True, slots=True)
class Explained:
    """A table, as the page of data explains it."""

    name: str
    means: str
    file: Offer
    columns: list[tuple[str, str, str, str]]
    """Names, type, meaning, and the table whose key it holds."""


class Exports:
    """All files that leave the site."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._wanted = context.register.settings.exports
        self._json, self._yaml = JsonFiles(context), YamlFiles(context)
        self._calendars, self._feeds = Calendars(context), Feeds(context)
        self._tables = TableFiles(context)
        self.sizes: dict[str, int] = {}
        """The sizes of files, by address, as far as they are written: the page of data tells them.
        """
        self._lengths: Memo[str, int] = Memo()
        self._forms: dict[schema.ExportForm, Iterable[Export]] = {
            "json": self._json,
            "yaml": self._yaml,
            "calendars": self._calendars,
            "feeds": self._feeds,
            "tables": self._tables,
        }

    def everything(self) -> Iterator[Export]:
        """Every file, form by form."""
        return chain.from_iterable(map(self.of_form, self._forms))

    def of_form(self, form: schema.ExportForm) -> Iterable[Export]:
        """The files of one form; none if the register is not to leave its site in it."""
        return self._forms[form] if form in self._wanted else ()

    def share(self, code: str) -> Iterator[Export]:
        """The files that one process makes, so that it makes once what is in several of them: those
        in a language; the tables with the first one, and all others with the last.
        """
        codes = [*self.context.tongues]
        for form in self._forms:
            at_home = codes[0 if form == "tables" else -1]
            for export in self.of_form(form):
                if code == (export.language or at_home):
                    yield export

    def offered(self, page: Page) -> list[Offer]:
        """What the page offers to take away: what it shows, as data."""
        return [
            *self._as_json(page),
            *self._as_yaml(page),
            *self._as_calendar(page),
            *self._as_feed(page),
            *self._as_table(page),
        ]

    def _as_json(self, page: Page) -> Iterator[Offer]:
        if "json" not in self._wanted:
            return
        if page.kind == "home":
            yield Offer(_JSON, _JSON_TYPE, json_files.REGISTER)
        elif page.kind in (*LISTED, *PARTS):
            # Its size is not told: then each part of a list would have to be made anew with it all.
            export = self._json.of_list(PARTS.get(page.kind, page.kind))
            yield Offer(_JSON, _JSON_TYPE, self._address(export, page))
        elif page.thing and page.kind in (*THINGS, SIDE_BY_SIDE):
            export = self._json.of_thing(page.thing)
            yield self._beside(export, page, _JSON, _JSON_TYPE)

    def _as_yaml(self, page: Page) -> Iterator[Offer]:
        if "yaml" in self._wanted and page.kind in ("meeting", SIDE_BY_SIDE):
            assert isinstance(page.thing, Meeting)
            for export in self._yaml.of_meeting(page.thing):
                yield self._beside(export, page, "YAML", "application/yaml")

    def _as_calendar(self, page: Page) -> Iterator[Offer]:
        if "calendars" not in self._wanted:
            return
        code, thing = page.language, page.thing
        if page.kind in ("home", "meetings", "follow-ups"):
            yield self._to_follow(
                self._calendars.of_register(code), calendars.MEDIA_TYPE, "iCalendar"
            )
        elif thing and page.kind in ("meeting", "organization", "person"):
            export = self._calendars.of_thing(code, thing)
            yield self._to_follow(export, calendars.MEDIA_TYPE, "iCalendar")

    def _as_feed(self, page: Page) -> Iterator[Offer]:
        if "feeds" in self._wanted and page.kind in ("home", "follow_up", *FOLDERS):
            atom, as_json = self._feeds.about(page.language, page.thing)
            yield self._to_follow(atom, feeds.ATOM_TYPE, "Atom")
            yield self._to_follow(as_json, feeds.JSON_TYPE, "JSON Feed")

    def _as_table(self, page: Page) -> Iterator[Offer]:
        if "tables" in self._wanted and page.kind == DATA:
            for name, file, media_type in (
                ("XLSX", tables.WORKBOOK, tables.WORKBOOK_TYPE),
                ("SQLite", tables.DATABASE, tables.DATABASE_TYPE),
                ("Data Package", tables.DESCRIPTION, _JSON_TYPE),
            ):
                yield self._table(name, media_type, tables.FOLDER + file)

    def _table(self, name: str, media_type: str, address: str) -> Offer:
        return Offer(name, media_type, address, self.sizes.get(address))

    def explained(self, code: str) -> list[Explained]:
        """Each table, with its file and its columns, in the language `code`."""
        if "tables" not in self._wanted:
            return []
        say, codes = self.context.tongues[code].language.words, [*self.context.tongues]
        return [
            Explained(
                table.name,
                say(table.means),
                self._table("CSV", "text/csv", self._tables.address_of(table)),
                [
                    (", ".join(column.names(codes)), column.type, say(column.means), column.to)
                    for column in table.columns
                ],
            )
            for table in TABLES
        ]

    def left_out(self, code: str) -> list[str]:
        """What is not in the tables, and where it is, in the language `code`."""
        return [*map(self.context.tongues[code].language.words, LEFT_OUT)]

    def _to_follow(self, export: Export, media_type: str, name: str) -> Offer:
        """What programs ask for again and again: its size is of no interest."""
        site = self.context.site
        subscribe = ""
        if media_type == calendars.MEDIA_TYPE and site:
            subscribe = f"webcal:{self.context.url(export.address).partition(':')[2]}"
        return Offer(name, media_type, export.address, is_followed=True, subscribe=subscribe)

    def _beside(self, export: Export, page: Page, name: str, media_type: str) -> Offer:
        """An export that stands beside the page of each language, with its size."""
        size = self._lengths(export.address, self._length, export)
        return Offer(name, media_type, self._address(export, page), size)

    def _length(self, export: Export) -> int:
        return len(self.context.content(export))

    def _address(self, export: Export, page: Page) -> str:
        return export.addresses[[*self.context.tongues].index(page.language)]
