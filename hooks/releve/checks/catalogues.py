"""Rules on the translations of the interface, in the catalogues of the register's languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel.messages.catalog import Catalog, Message

from ..language import catalogue_of, wanted
from ..register import Register
from ..source import Message as Told
from ..source import Problem, listed, short, tell
from .common import DIRECTION_SIGNS, Problems


def catalogues_can_be_read(register: Register) -> Problems:
    for language in register.languages:
        if found := catalogue_of(language):
            yield from found.problems


def catalogues_are_in_order(register: Register) -> Problems:
    """What is wrong with a catalogue by itself, whatever the register."""
    for file, entries in _catalogues(register):
        yield from _out_of_order(file, entries)


@cache
def _out_of_order(file: str, entries: Catalog) -> list[Problem]:
    # Found once: a catalogue has over a thousand entries, and a served register is checked often.
    return [problem for rule in _OF_ONE_CATALOGUE for problem in rule(file, entries)]


def _every_word_is_translated(file: str, entries: Catalog) -> Problems:
    missing = [
        message.id
        for message in wanted()
        if not _translated(entries.get(message.id, message.context))
    ]
    if missing:
        yield Problem(
            file,
            1,
            1,
            tell(
                "%(count)s of %(all)s words of the interface are not translated, "
                "and show in English.",
                count=len(missing),
                all=len(wanted()),
            ),
            tell(
                "`make words` adds those that are not there; then fill in each empty "
                "`msgstr`, and delete each `#, fuzzy` once its words are right."
            ),
            severity="warning",
        )


def _plurals_have_every_form(file: str, entries: Catalog) -> Problems:
    for message in _translations(entries):
        forms = _forms(message.string)
        if message.pluralizable and not all(forms):
            empty = [f"`msgstr[{index}]`" for index, form in enumerate(forms) if not form]
            yield Problem(
                file,
                _line(message),
                1,
                tell(
                    "the translation of “%(words)s” lacks %(lacks)s.",
                    words=_quoted(message),
                    lacks=listed(empty),
                ),
                tell(
                    "Write it; `Plural-Forms`, at the top of the file, asks for %(count)s forms.",
                    count=len(forms),
                ),
            )


def _placeholders_are_kept(file: str, entries: Catalog) -> Problems:
    for message in _translations(entries):
        originals = [_placeholders(form, message) for form in _forms(message.id)]
        for form in filter(None, _forms(message.string)):
            found = _placeholders(form, message)
            # A plural may leave its number out where the word says it: « aucun suivi ».
            if found not in (originals[0], originals[-1]):
                lacks, extra = originals[-1] - found, found - originals[-1]
                yield Problem(
                    file,
                    _line(message),
                    1,
                    _other_placeholders(lacks, extra).given(words=_quoted(message)),
                    tell("A page puts a number or a name there: write the same as the original."),
                )


def _other_placeholders(lacks: Counter[str], extra: Counter[str]) -> Told:
    """What is said of a translation that has other placeholders than the `words` it translates."""
    if not extra:
        return tell("the translation of “%(words)s” lacks %(lacks)s.", lacks=_coded(lacks))
    if not lacks:
        return tell("the translation of “%(words)s” has %(extra)s too many.", extra=_coded(extra))
    return tell(
        "the translation of “%(words)s” lacks %(lacks)s and has %(extra)s too many.",
        lacks=_coded(lacks),
        extra=_coded(extra),
    )


def _no_invisible_signs(file: str, entries: Catalog) -> Problems:
    for message in _translations(entries):
        for sign in dict.fromkeys(DIRECTION_SIGNS.findall("".join(_forms(message.string)))):
            yield Problem(
                file,
                _line(message),
                1,
                tell(
                    "an invisible sign that turns the direction of text stands in the "
                    "translation of “%(words)s” (%(code)s).",
                    words=_quoted(message),
                    code=f"U+{ord(sign):04X}",
                ),
                tell("Delete it."),
            )


def _address_words_are_plain(file: str, entries: Catalog) -> Problems:
    for message in _translations(entries):
        word = str(message.string)
        if message.context != "address":
            continue
        if not _ADDRESS_WORD.fullmatch(word) or word != word.lower():
            yield Problem(
                file,
                _line(message),
                1,
                tell("“%(word)s” cannot stand in an address.", word=short(word)),
                tell(
                    "Write one word, or several with hyphens: lower-case letters and digits, "
                    "and a letter first and after each hyphen."
                ),
            )


_ADDRESS_WORD = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W\d_][^\W_]*)*")
"""No digit follows a hyphen, for the pages of a meeting are called `decision-1`."""


_OF_ONE_CATALOGUE = (
    _every_word_is_translated,
    _plurals_have_every_form,
    _placeholders_are_kept,
    _no_invisible_signs,
    _address_words_are_plain,
)


def address_words_differ(register: Register) -> Problems:
    for file, entries in _catalogues(register):
        taken: dict[str, str] = {
            language.casefold(): tell("the language `%(language)s`", language=language)
            for language in register.languages
        }
        for template in wanted():
            if template.context != "address":
                continue
            message = entries.get(template.id, "address")
            said = message.string if message and _translated(message) else template.id
            word = str(said).casefold()
            if other := taken.get(word):
                yield Problem(
                    file,
                    _line(message) if message else 1,
                    1,
                    tell(
                        "`%(word)s`, the address of “%(english)s”, is that of %(other)s too.",
                        word=short(word),
                        english=template.id,
                        other=other,
                    ),
                    tell("Translate one of them otherwise: each page needs an address of its own."),
                )
            taken.setdefault(word, tell("“%(words)s”", words=template.id))


def _catalogues(register: Register) -> Iterator[tuple[str, Catalog]]:
    """The file and the entries of each catalogue that can be read."""
    for language in register.languages:
        found = catalogue_of(language)
        if found and found.entries:
            yield found.file, found.entries


def _translations(entries: Catalog) -> Iterator[Message]:
    """Each message that is translated."""
    return (message for message in entries if message.id and _translated(message))


def _translated(message: Message | None) -> bool:
    return message is not None and not message.fuzzy and any(_forms(message.string))


def _forms(words: object) -> list[str]:
    """The forms of a plural; of anything else, its only one."""
    return [str(one) for one in words] if isinstance(words, list | tuple) else [str(words)]


def _placeholders(form: str, message: Message) -> Counter[str]:
    """What is filled in when the words are shown: `%(n)s`, `{name}`."""
    filled = message.pluralizable or "%" in message.id
    return Counter(one for one in _PLACEHOLDER.findall(form) if filled or one[0] != "%")


_PLACEHOLDER = re.compile(r"%(?:\(\w*\))?.?|\{[^{}]*\}|[{}]", re.DOTALL)


def _coded(placeholders: Counter[str]) -> str:
    return listed(f"`{one}`" for one in sorted(placeholders))


def _quoted(message: Message) -> str:
    return short(_forms(message.id)[0])


def _line(message: Message) -> int:
    return message.lineno or 1
