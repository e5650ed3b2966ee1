"""Which forms there are, all files that they make, and what a page offers of them.

Begin at `Exports`. Another form is one more entry in `FORMS`, and one in `schema.ExportForm`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from ..pages import LISTED, PARTS, SIDE_BY_SIDE, THINGS, Offer, Page
from ..register import Meeting
from ..source import schema
from . import json_files, yaml_files
from .export import Context, Export

_JSON, _JSON_TYPE = "JSON", "application/json"

FORMS: dict[schema.ExportForm, Callable[[Context], Iterator[Export]]] = {
    "json": json_files.json_files,
    "yaml": yaml_files.yaml_files,
}
"""By the name of each form: all files that it makes."""


class Exports:
    """All files that leave the site."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._wanted = context.register.settings.exports

    def everything(self) -> Iterator[Export]:
        """Every file, form by form."""
        for form, make in FORMS.items():
            if form in self._wanted:
                yield from make(self.context)

    def offered(self, page: Page) -> list[Offer]:
        """What the page offers to take away: what it shows, as data."""
        return [*chain(self._json(page), self._yaml(page))]

    def _json(self, page: Page) -> Iterator[Offer]:
        if "json" not in self._wanted:
            return
        if page.kind == "home":
            yield Offer(_JSON, _JSON_TYPE, json_files.REGISTER)
        elif page.kind in (*LISTED, *PARTS):
            # Its size is not told: then each part of a list would have to be made anew with it all.
            export = json_files.of_list(self.context, PARTS.get(page.kind, page.kind))
            yield Offer(_JSON, _JSON_TYPE, self._address(export, page))
        elif page.thing and page.kind in (*THINGS, SIDE_BY_SIDE):
            export = json_files.of_thing(self.context, page.thing)
            yield self._beside(export, page, _JSON, _JSON_TYPE)

    def _yaml(self, page: Page) -> Iterator[Offer]:
        if "yaml" in self._wanted and page.kind in ("meeting", SIDE_BY_SIDE):
            assert isinstance(page.thing, Meeting)
            for export in yaml_files.of_meeting(self.context, page.thing):
                yield self._beside(export, page, "YAML", "application/yaml")

    def _beside(self, export: Export, page: Page, name: str, media_type: str) -> Offer:
        """An export that stands beside the page of each language, with its size."""
        size = len(self.context.content(export))
        return Offer(name, media_type, self._address(export, page), size)

    def _address(self, export: Export, page: Page) -> str:
        return export.addresses[[*self.context.tongues].index(page.language)]
