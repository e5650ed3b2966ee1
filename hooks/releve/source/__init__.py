"""YAML files in `data/` -> typed records, and a problem for each mistake in the files.

Comes in: the folder `data/`, with files that people typed. Goes out: a `File` for each file, with
its typed content and the line and column of each value; and a `Problem`, with a remedy, for each
thing that cannot be understood. Begin at `reading`, which reads the folder; the format of the
files is defined in `schema`.

    messages      sentences that can be said in any language
    problems      a mistake in a register: where it is, and how to mend it
    blanks        what only the whole register can say in a problem of one file
    slips         signs that look like others, a space too few, a quote never closed
    syntax        errors of the YAML parser -> problems in plain words
    parser        YAML text -> maps, lists and text; nothing is converted to other types
    source_file   one file as it was read, with the line and column of each value
    addresses     which addresses of the web a browser can follow
    values        the types of values: texts, dates, ids
    periods       dates that are known in part: a month, a quarter, a year
    other_words   words that people type for those of the format
    mending       a value of a wrong form -> the value that was likely meant
    schema        the format of each kind of file: its fields, and what each is for
    shape         questions about the format: the fields at a location, texts, references
    json_schema   the format as JSON Schema, for editors
    folder        the files of a register, and the kind of each, by their names
    places        what stands too far to the right or to the left, and the field it belongs to
    finding       one error of pydantic, and the line that would mend it
    wrong_forms   a value that does not have the form it needs
    explain       errors of pydantic -> problems in plain words
    typed         plain values -> typed records
    file          one file of the register, with its typed content
    reading       the whole folder
"""

from .addresses import leads_out
from .blanks import filled
from .file import File
from .folder import FOLDER, LEADS_OUTSIDE, day_in, leads_outside, may_hold
from .json_schema import json_schemas
from .mending import as_id, mended
from .messages import (
    Message,
    Translate,
    both,
    did_you_mean,
    either,
    in_english,
    joined,
    reason,
    tell,
    tell_number,
)
from .parser import LARGEST, Location
from .periods import Period, first_day, last_day
from .places import field_elsewhere
from .problems import INVISIBLE, Problem, listed, nearest, report, short
from .reading import Entry, Known, Place, places, read_folder
from .shape import DIRECTORIES, dates, guests, leaves
from .slips import plain
from .source_file import Source, read, read_text
from .values import ANY_LANGUAGE, is_blank

__all__ = [
    "ANY_LANGUAGE",
    "DIRECTORIES",
    "FOLDER",
    "INVISIBLE",
    "LARGEST",
    "LEADS_OUTSIDE",
    "Entry",
    "File",
    "Known",
    "Location",
    "Message",
    "Period",
    "Place",
    "Problem",
    "Source",
    "Translate",
    "as_id",
    "both",
    "dates",
    "day_in",
    "did_you_mean",
    "either",
    "field_elsewhere",
    "filled",
    "first_day",
    "guests",
    "in_english",
    "is_blank",
    "joined",
    "json_schemas",
    "last_day",
    "leads_out",
    "leads_outside",
    "leaves",
    "listed",
    "may_hold",
    "mended",
    "nearest",
    "places",
    "plain",
    "read",
    "read_folder",
    "read_text",
    "reason",
    "report",
    "short",
    "tell",
    "tell_number",
]
