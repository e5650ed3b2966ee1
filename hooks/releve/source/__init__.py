"""YAML in `data/` -> typed records, or problems that say how to mend it.

Comes in: the folder `data/`, as people typed it. Goes out: a `File` for each file, with its typed
content and the place of everything in it; and a `Problem` for all that cannot be understood.
Begin at `reading`, which goes through the folder; the format itself is `schema`.

    problems      what is wrong with a register, where, and how to mend it
    syntax        what the YAML parser complains of, in plain words
    parser        YAML text -> maps, lists and text, in which nothing is guessed
    source_file   one file as it was read, and where each value stands in it
    values        the kinds of value that a field may hold: texts, dates, ids
    schema        the shape of each file: which fields there are, and what each is for
    shape         what that shape says of itself: fields at a place, texts, references
    json_schema   the same as JSON Schema, for editors
    folder        which files the register has, by their names
    explain       what is wrong with the shape of a file, in plain words
    typed         plain values -> typed records
    file          one file, typed
    reading       the whole folder, read at once
"""

from .file import File
from .folder import FOLDER, day_in
from .json_schema import json_schemas
from .parser import LARGEST, Location
from .problems import Problem, listed, nearest, report, short
from .reading import Entry, Known, Place, places, read_folder
from .shape import DIRECTORIES, leaves
from .source_file import Source, read
from .values import ANY_LANGUAGE

__all__ = [
    "ANY_LANGUAGE",
    "DIRECTORIES",
    "FOLDER",
    "LARGEST",
    "Entry",
    "File",
    "Known",
    "Location",
    "Place",
    "Problem",
    "Source",
    "day_in",
    "json_schemas",
    "leaves",
    "listed",
    "nearest",
    "places",
    "read",
    "read_folder",
    "report",
    "short",
]
