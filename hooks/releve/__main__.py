"""The command line: `python -m releve check`, `changes`, `meeting`, `seal` and more; see `_HELP`.

All of it speaks the language of the terminal.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from .build.at_commit import NoRegisterError, register_at
from .build.begin_file import NotBegunError, begin_meeting, begin_report
from .build.load import load, load_quickly
from .changes import as_markdown, changes
from .language import CATALOGUES, QUOTES, TERMINAL, annotated, reported, said
from .pages import ADDRESS_WORDS
from .register import seals
from .source import Problem, json_schemas, reason, tell

SCHEMAS = Path("docs") / "schema"
_OF_PAGES = {
    "_": None,
    "message": None,
    "say": None,
    "words": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}
_OF_TERMINAL = {"tell": None, "tell_number": (1, 2)}
"""The functions whose arguments are words to be translated, and which of the arguments are."""


def check(root: Path, *, at_length: bool = False, for_github: bool = False) -> int:
    """Print every problem of the register; 1 if there are errors, 0 if only warnings.

    `for_github` has GitHub show each of them at its line in a pull request.
    """
    _, problems = load_quickly(root, {}, at_length=at_length)
    if problems and for_github:
        print(annotated(problems))
    elif problems:
        print(reported(problems), file=sys.stderr)
    else:
        print(said(tell("No problem found.")))
    return int(any(problem.severity == "error" for problem in problems))


def changes_since(root: Path, base: str, *, for_github: bool = False) -> int:
    """Print what the register in `root` changes in that of the commit `base`; 1 if one of the two
    cannot be read, else 0. `for_github` has it said as Markdown, in both languages of the project.
    """
    register, problems = load(root)
    is_whole = register is not None and not register.broken
    if not is_whole and not for_github:
        print(reported(problems), file=sys.stderr)
        return 1
    try:
        if register is None or not is_whole:  # `check` shows its errors at their lines
            raise NoRegisterError(
                tell("Some files cannot be read yet: nothing can be said of this change.")
            )
        found = changes(register_at(root, base), register)
    except NoRegisterError as error:
        if for_github:
            print(as_markdown([error.message]))
        else:
            print(said(error.message), file=sys.stderr)
        return 1
    print(as_markdown(found) if for_github else "\n".join(map(said, found)))
    return 0


def begin(begun: Callable[[], Path]) -> int:
    """Have a file begun, and print which; 1 if there is none, with what it could hold, else 0."""
    try:
        path = begun()
    except NotBegunError as error:
        if error.problems:
            print(reported(error.problems), file=sys.stderr)
        print(said(error.message), file=sys.stderr)
        print(error.text, end="")
        return 1
    print(said(tell("Begun: %(file)s. Fill it in, then check it.", file=path.as_posix())))
    return 0


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
            message = tell("this file cannot be written: %(why)s.", why=reason(error))
            return _not_sealed(
                [Problem(seals.SEALS_FILE, 1, 1, message, tell("Look at its rights."))]
            )
        _, problems = load(root)
    if any(problem.severity == "error" for problem in problems):
        if seals_now != seals_before and file_before is None:
            path.unlink()
        elif seals_now != seals_before and file_before is not None:
            path.write_bytes(file_before)
        return _not_sealed(problems)
    sealed = [key for key in seals_now if seals_now[key] != seals_before.get(key)]
    for key in sealed:
        print(said(tell("Sealed: the record of %(meeting)s.", meeting=key)))
    if not sealed:
        print(said(tell("Nothing was to be sealed.")))
    return 0


def _not_sealed(problems: list[Problem]) -> int:
    nothing = said(tell("Nothing was sealed."))
    print(f"{reported(problems)}\n{nothing}", file=sys.stderr)
    return 1


def schemas(root: Path) -> int:
    """Write the JSON Schemas, for text editors and for programs that reuse the data; return 0."""
    from .exports import json_schema  # which a check has no use for

    (root / SCHEMAS).mkdir(parents=True, exist_ok=True)
    for kind, text in {**json_schemas(), "export": json_schema()}.items():
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
    """A catalogue of every word of the interface and of the terminal, from the templates in `root`
    and this code.
    """
    catalog = Catalog(fuzzy=False)
    code = Path(__file__).parent.parent, [("**.py", "python")]
    pages = root / "overrides" / "register", [("**.html", "jinja2")]
    for (folder, methods), keywords, context in (
        (pages, _OF_PAGES, None),
        (code, _OF_PAGES, None),
        (code, _OF_TERMINAL, TERMINAL),
    ):
        for _, _, text, _, _ in extract_from_dir(folder, methods, keywords=keywords):
            catalog.add(text, context=context)
    for word in ADDRESS_WORDS:
        catalog.add(word, context="address")
    for quotes in QUOTES.values():
        catalog.add(quotes, context="quotes")
    return catalog


def _po(catalog: Catalog) -> bytes:
    """A catalogue as the bytes of a .po file, without dates: equal catalogues give equal files.

    What the terminal says comes last, for whoever translates the interface alone.
    """
    lines = ["Content-Type: text/plain; charset=utf-8"]
    if catalog.locale:
        lines += [f"Language: {catalog.locale_identifier}", f"Plural-Forms: {catalog.plural_forms}"]
    header = "".join(f'"{line}\\n"\n' for line in lines)
    buffer = io.BytesIO(f'msgid ""\nmsgstr ""\n{header}\n'.encode())
    buffer.seek(0, io.SEEK_END)
    of_pages, of_terminal = Catalog(catalog.locale), Catalog(catalog.locale)
    for message in filter(attrgetter("id"), catalog):
        part = of_terminal if message.context == TERMINAL else of_pages
        part[message.id] = message
    for part in (of_pages, of_terminal):
        write_po(buffer, part, width=100, sort_output=True, omit_header=True, ignore_obsolete=True)
        buffer.write(b"\n")
    return buffer.getvalue().rstrip(b"\n") + b"\n"


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": lambda given: check(given.root, at_length=given.all, for_github=given.github),
    "changes": lambda given: changes_since(given.root, given.base, for_github=given.github),
    "meeting": lambda given: begin(lambda: begin_meeting(given.root, given.body, given.date)),
    "report": lambda given: begin(lambda: begin_report(given.root, given.follow_up)),
    "seal": lambda given: seal(given.root),
    "schemas": lambda given: schemas(given.root),
    "words": lambda given: words(given.root),
}
_HELP = (
    tell("Usage: releve COMMAND [FOLDER] [OPTIONS]"),
    tell("check: read and check data/, and print every problem; exit status 1 if there are errors"),
    tell("--all: with check, tell a missing translation for each text, not once for each file"),
    tell("changes: say what changed in the record since a commit, in the words of minutes"),
    tell("--base: with changes, the commit to compare with; main if none is given"),
    tell("--github: with check, have GitHub show each problem at its line in a pull request"),
    tell("--github: with changes, write Markdown for a pull request, in both languages"),
    tell("meeting: begin the file of a meeting, with what the register knows of it"),
    tell("--body, --date: with meeting, the id of the body that meets, and the day, 2020-02-26"),
    tell("report: begin the file of reports on a follow-up"),
    tell("--follow-up: with report, the follow-up, as in cm-jc/2019-09-25#5C"),
    tell("seal: write the fingerprint of every newly approved record to data/seals.yml"),
    tell("schemas: write the JSON Schema of each kind of file to docs/schema/"),
    tell(
        "words: write the words of the interface to locales/messages.pot, and add what is new to "
        "each catalogue"
    ),
)


def main() -> int:
    """Run the command that the arguments name; its result is the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # an old terminal may lack a letter or a quote
        sys.stdout.reconfigure(errors="replace")
    options = argparse.ArgumentParser(prog="releve", add_help=False, allow_abbrev=False)
    options.add_argument("command", nargs="?", default="")
    options.add_argument("root", nargs="?", type=Path, default=Path())
    options.add_argument("--base", default="main")
    for name in ("--body", "--date", "--follow-up"):
        options.add_argument(name, default="")
    for flag in ("--all", "--github", "--help", "-h"):
        options.add_argument(flag, action="store_true", dest=flag.lstrip("-"))
    arguments, others = options.parse_known_intermixed_args()
    if arguments.help or arguments.h:
        print("\n".join(map(said, _HELP)))
        return 0
    if others or arguments.command not in COMMANDS:
        refusal = tell("there is no command `%(name)s`.", name=arguments.command)
        if others:
            refusal = tell("there is no option `%(name)s`.", name=others[0])
        print("\n".join([said(refusal), *map(said, _HELP)]), file=sys.stderr)
        return 2
    return COMMANDS[arguments.command](arguments)


if __name__ == "__main__":
    sys.exit(main())
