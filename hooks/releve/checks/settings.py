"""Rules on data/register.yml: its languages and its bodies."""

from __future__ import annotations

from ..language import has_words
from ..register import Register
from ..source import FOLDER, listed
from .common import Problems, home_is_broken, is_hidden


def default_language_is_one_of_the_languages(register: Register) -> Problems:
    default = register.settings.default_language
    if default and default not in register.settings.languages and not home_is_broken(register):
        yield register.file.source.problem(
            ("default_language",),
            f"`{default}` is not one of the register's languages.",
            f"Expected: {listed(register.settings.languages)}.",
        )


def languages_and_bodies_stand_once(register: Register) -> Problems:
    for field, names in (("languages", register.settings.languages), ("bodies", register.bodies)):
        for index, name in enumerate(names):
            if name in names[:index]:
                yield register.file.source.problem(
                    (field, index), f"`{name}` stands twice here.", "Keep one of them."
                )


def languages_have_interface_words(register: Register) -> Problems:
    for index, language in enumerate(register.settings.languages):
        if not has_words(language):
            yield register.file.source.problem(
                ("languages", index),
                f"the interface has no words in `{language}`, so its pages show English ones.",
                f"Translate messages.pot in hooks/releve/language/locales/ as {language}.po.",
                warning=True,
            )


def bodies_have_meetings(register: Register) -> Problems:
    for body in dict.fromkeys(register.bodies):
        folder = f"{FOLDER}/meetings/{body}/"
        organization = register.find(body)
        if organization is None or organization.kind != "organization":
            continue  # reported by `fields_refer_to_something`
        if any(body in meeting.bodies for meeting in register.meetings):
            continue
        if not is_hidden(register, folder):
            yield register.file.source.problem(
                ("bodies", register.bodies.index(body)),
                f"`{body}` has no meeting yet.",
                f"Add its first one as {folder}<date>.yml.",
                warning=True,
            )
