"""Rules on data/register.yml: its languages and its bodies."""

from __future__ import annotations

from ..language import has_words
from ..register import Register
from ..source import FOLDER, listed, tell
from .common import Problems, home_is_broken, is_hidden


def default_language_is_one_of_the_languages(register: Register) -> Problems:
    default = register.settings.default_language
    if default and default not in register.settings.languages and not home_is_broken(register):
        yield register.file.source.problem(
            ("default_language",),
            tell("`%(default)s` is not one of the register's languages.", default=default),
            tell("Expected: %(languages)s.", languages=listed(register.settings.languages)),
        )


def languages_and_bodies_stand_once(register: Register) -> Problems:
    for field, names in (("languages", register.settings.languages), ("bodies", register.bodies)):
        for index, name in enumerate(names):
            if name in names[:index]:
                yield register.file.source.problem(
                    (field, index),
                    tell("`%(name)s` stands twice here.", name=name),
                    tell("Keep one of them."),
                )


def languages_have_interface_words(register: Register) -> Problems:
    for index, language in enumerate(register.settings.languages):
        if not has_words(language):
            yield register.file.source.problem(
                ("languages", index),
                tell(
                    "the interface has no words in `%(language)s`, so its pages show English ones.",
                    language=language,
                ),
                tell(
                    "Translate messages.pot in hooks/releve/language/locales/ as %(language)s.po.",
                    language=language,
                ),
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
                tell("`%(body)s` has no meeting yet.", body=body),
                tell("Add its first one as %(folder)s<date>.yml.", folder=folder),
                warning=True,
            )
