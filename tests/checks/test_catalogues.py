"""What is said of a translation catalogue: it is input, as the register is."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from support.paths import ROOT
from support.small_register import small_register

from releve.language import TERMINAL

SPANISH = "hooks/releve/language/locales/es.po"
HEAD = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: es\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def checked(folder: Path, catalogue: bytes) -> str:
    """What the command line says of the small register in Spanish too, with this catalogue."""
    root = small_register(
        folder,
        {
            "register.yml": (
                "[fr, en]\ndefault_language: fr",
                "[fr, en, es]\none_language_suffices: true",
            )
        },
    )
    shutil.copytree(ROOT / "hooks", root / "hooks")
    (root / SPANISH).write_bytes(catalogue)
    done = subprocess.run(
        [sys.executable, "-m", "releve", "check"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": "hooks", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stderr


def whole() -> bytes:
    """A catalogue in which each word of pages is translated by itself."""
    with (ROOT / SPANISH).with_name("messages.pot").open("rb") as file:
        template = read_po(file)
    catalogue = Catalog(locale="es")
    for message in template:
        if message.id and message.context != TERMINAL:
            catalogue.add(message.id, message.id, context=message.context)
    written = io.BytesIO()
    write_po(written, catalogue)
    return written.getvalue()


def test_a_catalogue_of_all_that_readers_see_is_whole(tmp_path: Path) -> None:
    assert checked(tmp_path, whole()) == ""


BROKEN = {
    "not UTF-8": (
        HEAD.encode() + 'msgid "Search"\nmsgstr "Búsqueda"\n'.encode("latin-1"),
        f"{SPANISH}:8:10: error: this file is not UTF-8: byte 0xfa stands here.",
    ),
    "a quotation mark that is not closed": (
        HEAD.encode() + b'msgid "Search"\nmsgstr "Busqueda\n',
        f"{SPANISH}:8:1: error: this line of the catalogue cannot be read.",
    ),
    "no translation": (
        HEAD.encode() + b'msgid "Search"\n',
        f"{SPANISH}:7:1: error: this entry has no `msgstr`, "
        "or more of them than `Plural-Forms` at the top says.",
    ),
    "a form of a plural too many": (
        HEAD.encode() + b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
        f"{SPANISH}:7:1: error: this entry has no `msgstr`, "
        "or more of them than `Plural-Forms` at the top says.",
    ),
    "a plural that is no formula": (
        HEAD.replace("(n != 1)", "open(n)").encode(),
        f"{SPANISH}:1:1: error: the head of this catalogue, which is its first entry, "
        "cannot be read.",
    ),
    "a plural beyond the last": (
        HEAD.replace("(n != 1)", "n").encode(),
        f"{SPANISH}:1:1: error: the head of this catalogue, which is its first entry, "
        "cannot be read.",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_catalogue_that_cannot_be_read_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    catalogue, problem = BROKEN[case]
    said = checked(tmp_path, catalogue).splitlines()
    assert (said[0], said[-1]) == (problem, "1 error, 0 warnings")


def test_an_almost_empty_catalogue_is_told_how_much_it_lacks(tmp_path: Path) -> None:
    words = whole().count(b"\nmsgid ") - 1
    fuzzy = b'msgid "Search"\nmsgstr "Buscar"\n\n#, fuzzy\nmsgid "Decisions"\nmsgstr "No"\n'
    assert checked(tmp_path, HEAD.encode() + fuzzy) == (
        f"{SPANISH}:1:1: warning: {words - 1} of {words} words of the interface are not "
        "translated, and show in English.\n"
        "    `make words` adds those that are not there; then fill in each empty `msgstr`, "
        "and delete each `#, fuzzy` once its words are right.\n"
        "0 errors, 1 warning\n"
    )


def test_a_translation_fills_in_what_its_original_does_in_every_form(tmp_path: Path) -> None:
    catalogue = (
        HEAD
        + r"""
msgid "Results: {n}"
msgstr "Resultados: {n.real} {m}"

msgid "decision %(number)s"
msgstr "decisión 50 %"

msgid "%(n)s decision"
msgid_plural "%(n)s decisions"
msgstr[0] "una decisión"

msgctxt "quotes"
msgid "“%s”"
msgstr "«»"

msgctxt "terminal"
msgid "unknown field `%(name)s`."
msgstr "campo desconocido"
"""
    )
    said = checked(tmp_path, catalogue.encode())
    assert [line for line in said.splitlines() if ": error: " in line] == [
        f"{SPANISH}:8:1: error: the translation of “Results: {{n}}” lacks `{{n}}` "
        "and has `{m}`, `{n.real}` too many.",
        f"{SPANISH}:11:1: error: the translation of “decision %(number)s” lacks `%(number)s` "
        "and has `%` too many.",
        f"{SPANISH}:14:1: error: the translation of “%(n)s decision” lacks `%(n)s`.",
        f"{SPANISH}:14:1: error: the translation of “%(n)s decision” lacks `msgstr[1]`.",
        f"{SPANISH}:19:1: error: the translation of ““%s”” lacks `%s`.",
        f"{SPANISH}:23:1: error: the translation of “unknown field `%(name)s`.” lacks `%(name)s`.",
    ]


UNFIT = {
    "decisions": "../..",
    "follow-ups": "a/b",
    "glossary": "a.b",
    "meetings": "a%2f",
    "organizations": "dos palabras",
    "people": "Temas",
    "search": "decision-1",
    "topics": "..",
}


def test_an_address_word_is_one_plain_word(tmp_path: Path) -> None:
    said = checked(tmp_path, with_addresses(whole(), UNFIT)).splitlines()
    errors = [line.partition(": error: ")[2] for line in said if ": error: " in line]
    assert errors == [f"“{word}” cannot stand in an address." for word in UNFIT.values()]


@pytest.mark.parametrize(
    ("word", "problem"),
    [
        ("topics", "`topics`, the address of “topics”, is that of “people” too."),
        ("en", "`en`, the address of “people”, is that of the language `en` too."),
    ],
)
def test_an_address_word_leads_to_pages_of_its_own(word: str, problem: str, tmp_path: Path) -> None:
    said = checked(tmp_path, with_addresses(whole(), {"people": word})).splitlines()
    assert said[0].endswith(f": error: {problem}")
    assert said[-1] == "1 error, 0 warnings"


def with_addresses(catalogue: bytes, words: dict[str, str]) -> bytes:
    """A catalogue that translates some words of addresses, given by their English."""
    for english, word in words.items():
        entry = f'msgid "{english}"\nmsgstr "'
        assert f'{entry}{english}"'.encode() in catalogue, english
        catalogue = catalogue.replace(f'{entry}{english}"'.encode(), f'{entry}{word}"'.encode())
    return catalogue


def test_no_translation_turns_the_direction_of_text(tmp_path: Path) -> None:
    catalogue = HEAD + 'msgid "Search"\nmsgstr "Bus\u202ecar"\n'
    assert "U+202E" in checked(tmp_path, catalogue.encode())
