"""A linked register -> the files in which it leaves the site: JSON, YAML and others.

Comes in: a `Register` that may be published, with the names and addresses that its pages have. Goes
out: for each file its addresses and its bytes, which are the same each time. Nothing is written
here, and nothing remembered: `build` does that once for all of them. Begin at `forms`.

    export       one file, and what all files are made from
    plain        a typed record -> plain values
    format       the form of the JSON beside pages, and its JSON Schema
    things       what that JSON says of each thing
    json_files   JSON beside each page, and of the whole register
    yaml_files   the YAML of each record
    calendars    meetings and due dates, for calendars
    happenings   what happened, by the register's own dates
    feeds        what is new, for programs that ask again and again
    columns      the columns of the tables, and what they mean
    values       what stands in the cells of the tables
    rows         the rows of each table
    tables       the tables as CSV, a workbook and a database
    forms        the list of all forms, and what each page offers of them
"""

from .export import Context, Export, Tongue
from .format import json_schema
from .forms import Exports

__all__ = ["Context", "Export", "Exports", "Tongue", "json_schema"]
