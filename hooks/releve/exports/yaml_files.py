"""The YAML of each record, as it stands in the register. Begin at `YamlFiles`.

What its editors keep for themselves, the answers to warnings (`accepted`), is left out. Where the
register is shown as of an earlier day than the file tells of, it is not offered: it would tell
what came later.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..register import Meeting
from .export import Context, Export
from .plain import NOT_PUBLISHED

FILE = "record.yml"
"""The name of the file beside the page of a meeting."""


class YamlFiles:
    """Makes the YAML of each meeting."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __iter__(self) -> Iterator[Export]:
        for meeting in self._context.register.meetings:
            yield from self.of_meeting(meeting)

    def of_meeting(self, meeting: Meeting) -> Iterator[Export]:
        """The YAML of a meeting, beside its page in each language; none if it is not published."""
        if _text(self._context, meeting) is not None:
            pages = [tongue.addresses.of(meeting) for tongue in self._context.tongues.values()]
            yield Export(tuple(f"{page}{FILE}" for page in pages), partial(self._make, meeting))

    def _make(self, meeting: Meeting) -> bytes:
        return (_text(self._context, meeting) or "").encode()


def _text(context: Context, meeting: Meeting) -> str | None:
    """What may be published of the file of a meeting; None if it cannot be told apart."""
    text: str | None = context.tables["text"](meeting)
    if text is None or not {*NOT_PUBLISHED} & meeting.data.model_fields_set:
        return text
    source = meeting.file.source
    keys = source.keys_at(())
    lines = text.splitlines(keepends=True)
    starts = [source.place((key,))[0] - 1 for key in keys] + [len(lines)]
    for key, start, end in zip(keys, starts, starts[1:], strict=False):
        if key in NOT_PUBLISHED:
            if start == end or starts.count(start) > 1:
                return None  # several fields on one line
            lines[start:end] = [""] * (end - start)
    return "".join(lines)
