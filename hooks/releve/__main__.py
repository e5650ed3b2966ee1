"""The command line: `python -m releve check`, `seal`, `schemas`, `words`.

check     read and check data/, and print every problem; exit status 1 if there are errors
seal      write the fingerprint of every newly approved record to data/seals.yml
schemas   write the JSON Schema of each kind of file to docs/schema/
words     write the words of the interface to locales/messages.pot, and add what is new
          to each catalogue
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from .build.load import load, load_quickly
from .language import CATALOGUES, QUOTES
from .pages import ADDRESS_WORDS
from .register import seals
from .source import Problem, json_schemas, report

SCHEMAS = Path("docs") / "schema"
_KEYWORDS = {
    "_": None,
    "message": None,
    "say": None,
    "words": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}


def check(root: Path) -> int:
    """Print every problem of the register; 1 if there are errors, 0 if only warnings."""
    _, problems = load_quickly(root, {})
    if problems:
        print(report(problems), file=sys.stderr)
    else:
        print("No problem found.")
    return int(any(problem.severity == "error" for problem in problems))


def seal(root: Path) -> int:
    """Write a seal for every approved record that has none; 1 if the register has errors, else 0.

    Existing seals are never changed. A seal that no longer matches its record is an error of the
    register, and with any error nothing is sealed.
    """
    register, problems = load(root)
    seals_before = seals.seals_of(register) if register else {}
    seals_now = seals.renewed(register, seals_before) if register else {}
    path = root / seals.SEALS_FILE
    file_before = path.read_bytes() if path.is_file() else None
    if seals_now != seals_before:
        try:
            path.write_text(seals.as_text(seals_now), encoding="utf-8")
        except OSError as error:
            message = f"this file cannot be written: {error.strerror}."
            problem = Problem(seals.SEALS_FILE, 1, 1, message, "Look at its rights.")
            print(f"{report([problem])}\nNothing was sealed.", file=sys.stderr)
            return 1
        _, problems = load(root)
    if any(problem.severity == "error" for problem in problems):
        if seals_now != seals_before and file_before is None:
            path.unlink()
        elif seals_now != seals_before and file_before is not None:
            path.write_bytes(file_before)
        print(f"{report(problems)}\nNothing was sealed.", file=sys.stderr)
        return 1
    sealed = [key for key in seals_now if seals_now[key] != seals_before.get(key)]
    print(
        "\n".join(f"Sealed: the record of {key}." for key in sealed) or "Nothing was to be sealed."
    )
    return 0


def schemas(root: Path) -> int:
    """Write the JSON Schemas, for text editors and for programs that reuse the data; return 0."""
    (root / SCHEMAS).mkdir(parents=True, exist_ok=True)
    for kind, text in json_schemas().items():
        (root / SCHEMAS / f"{kind}.json").write_text(text, encoding="utf-8")
    return 0


def words(root: Path) -> int:
    """Write `messages.pot`, and bring each translation catalogue up to date with it; return 0."""
    template = extracted(root)
    (CATALOGUES / "messages.pot").write_bytes(_po(template))
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            translated = read_po(file, locale=path.stem)
        translated.update(template, no_fuzzy_matching=True)
        path.write_bytes(_po(translated))
    return 0


def extracted(root: Path) -> Catalog:
    """A catalogue of every word of the interface, from the templates in `root` and this code."""
    catalog = Catalog(fuzzy=False)
    places = [
        (root / "overrides" / "register", [("**.html", "jinja2")]),
        (Path(__file__).parent, [("**.py", "python")]),
    ]
    for folder, methods in places:
        for _, _, text, _, context in extract_from_dir(
            folder, methods, keywords=_KEYWORDS, strip_comment_tags=True
        ):
            catalog.add(text, context=context)
    for word in ADDRESS_WORDS:
        catalog.add(word, context="address")
    for quotes in QUOTES.values():
        catalog.add(quotes, context="quotes")
    return catalog


def _po(catalog: Catalog) -> bytes:
    """A catalogue as the bytes of a .po file, without dates: equal catalogues give equal files."""
    lines = ["Content-Type: text/plain; charset=utf-8"]
    if catalog.locale:
        lines += [f"Language: {catalog.locale_identifier}", f"Plural-Forms: {catalog.plural_forms}"]
    header = "".join(f'"{line}\\n"\n' for line in lines)
    buffer = io.BytesIO(f'msgid ""\nmsgstr ""\n{header}\n'.encode())
    buffer.seek(0, io.SEEK_END)
    write_po(buffer, catalog, width=100, sort_output=True, omit_header=True, ignore_obsolete=True)
    return buffer.getvalue()


COMMANDS = {"check": check, "seal": seal, "schemas": schemas, "words": words}


def main() -> int:
    """Run the command that the arguments name; its result is the exit status."""
    options = argparse.ArgumentParser(
        prog="releve", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("command", choices=COMMANDS)
    options.add_argument("root", nargs="?", type=Path, default=Path())
    arguments = options.parse_args()
    return COMMANDS[arguments.command](arguments.root)


if __name__ == "__main__":
    sys.exit(main())
