"""The rules that hold across files. Each is a small generator; `CHECKS` lists them all.

A check yields every problem that it finds. What a file with errors may hold is not known, so
nothing is said to be missing from it (`Register.broken`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from . import checks_over_time as over_time
from . import schema, shape, values
from .language import Language, has_words
from .problems import Problem, listed, nearest, short
from .reading import FOLDER, File
from .register import (
    REFERENCE,
    Meeting,
    Register,
    Thing,
    corrected,
    meeting_of,
    references,
)
from .source import Location
from .values import ANY_LANGUAGE

Problems = Iterator[Problem]

_HOMES = {
    "person": f"{FOLDER}/people.yml",
    "organization": f"{FOLDER}/organizations.yml",
    "office": f"{FOLDER}/organizations.yml",
    "topic": f"{FOLDER}/topics.yml",
    "term": f"{FOLDER}/glossary.yml",
}
_NAMES = {
    "person": "a person",
    "organization": "an organization",
    "office": "an office",
    "topic": "a topic",
    "term": "a term",
    "meeting": "a meeting",
    "item": "an item",
    "decision": "a decision",
    "follow_up": "a follow-up",
    "note": "a note",
}


def check(register: Register) -> list[Problem]:
    """Every problem that the rules find in a register, in the order of the rules."""
    return [problem for rule in CHECKS for problem in rule(register)]


def _home_is_broken(register: Register) -> bool:
    """Whether languages or bodies may be missing from what could be read of register.yml."""
    return register.file.path in register.broken


def _texts_in_other_languages(register: Register) -> Iterator[tuple[File, Location, values.Text]]:
    """Texts that do not stand in each language of the register, or in others too."""
    languages = {*register.settings.languages}
    for file in register.files:
        for location, text in file.once(
            ("texts not in", *sorted(languages)), partial(_texts_not_in, languages, file)
        ):
            yield file, location, text


def _texts_not_in(languages: set[str], file: File) -> list[tuple[Location, values.Text]]:
    return [(location, text) for location, text in _texts_of(file) if text.keys() != languages]


def _texts_of(file: File) -> Iterator[tuple[Location, values.Text]]:
    return ((location, text) for location, text, refers in file.leaves if not refers)


# --- the register itself ------------------------------------------------------------------


def default_language_is_one_of_the_languages(register: Register) -> Problems:
    default = register.settings.default_language
    if default and default not in register.settings.languages and not _home_is_broken(register):
        yield register.file.source.problem(
            ("default_language",),
            f"`{default}` is not one of the register's languages.",
            f"Expected: {listed(register.settings.languages)}.",
        )


def languages_and_bodies_stand_once(register: Register) -> Problems:
    for field in ("languages", "bodies"):
        names = getattr(register.settings, field)
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
                f"Translate messages.pot in hooks/releve/locales/ as {language}.po.",
                warning=True,
            )


def bodies_have_meetings(register: Register) -> Problems:
    for body in dict.fromkeys(register.settings.bodies):
        folder = f"{FOLDER}/meetings/{body}/"
        organization = register.find(body)
        if organization is None or organization.kind != "organization":
            continue  # said already
        if any(meeting.body == body for meeting in register.meetings):
            continue
        if not any(file.startswith(folder) for file in register.broken):
            yield register.file.source.problem(
                ("bodies", register.settings.bodies.index(body)),
                f"`{body}` has no meeting yet.",
                f"Add its first one as {folder}<date>.yml.",
                warning=True,
            )


def folders_are_named_for_bodies(register: Register) -> Problems:
    bodies = register.settings.bodies
    if _home_is_broken(register) or not all(map(register.find, bodies)):
        return  # a folder may be right where the list of bodies is wrong
    for file in register.files:
        if file.kind in ("meeting", "follow-up") and file.name[1] not in bodies:
            near = nearest(file.name[1], bodies)
            guess = f"Did you mean {near}? " if near else ""
            yield file.source.problem(
                (),
                f"this file's folder is named `{file.name[1]}`, which is not a body.",
                f"{guess}Bodies in {FOLDER}/register.yml: {listed(bodies)}.",
            )


# --- names, numbers and references --------------------------------------------------------


def numbers_and_ids_stand_once(register: Register) -> Problems:
    for thing, taken in register.clashes:
        place = taken.file.source.problem(taken.location, "", "")
        yield thing.file.source.problem(
            thing.location,
            f"`{thing.key}` is used twice.",
            f"It stands already at {place.file}:{place.line}. Give one of the two another "
            f"{'number' if '#' in thing.key else 'id'}.",
        )


def fields_refer_to_something(register: Register) -> Problems:
    for file, (location, _, reference, kinds) in register.doubtful:
        if not kinds:
            continue
        found = register.find(reference, meeting_of(register.located(file, location)))
        if found and _is_clash(register, found):
            continue
        if not found and _may_stand_in_a_broken_file(register, reference, kinds, file):
            continue
        yield _refers_to_nothing(register, file, location, reference, kinds, found)


def _is_clash(register: Register, found: Thing) -> bool:
    """Whether another thing goes by the same name: said already, and it may be the one meant."""
    return any(taken is found for _, taken in register.clashes)


def _refers_to_nothing(
    register: Register,
    file: File,
    location: Location,
    reference: str,
    kinds: tuple[str, ...],
    found: Thing | None,
) -> Problem:
    names = [_NAMES[kind].split()[-1] for kind in kinds]
    name = " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    known = [thing.key for thing in register.things.values() if thing.kind in kinds]
    if reference.startswith("#") and (meeting := meeting_of(register.located(file, location))):
        known = [key.removeprefix(meeting.key) for key in known if key.startswith(meeting.key)]
    near = nearest(reference, known)
    guess = f"Did you mean `{near}`? " if near else ""
    homes = sorted({_HOMES[kind] for kind in kinds if kind in _HOMES})
    if homes:
        where = f"Expected: an id of {' or '.join(homes)}."
    elif kinds == ("meeting",):
        where = f"Expected: a meeting under {FOLDER}/meetings/; add its file if it is not there."
    else:
        where = f"Expected: {_NAMES[kinds[0]]} of a meeting under {FOLDER}/meetings/."
    wrong = f"unknown {name} `{reference}`."
    if found:
        wrong = f"`{reference}` is {_NAMES[found.kind]}; expected here: {name}."
    return file.source.problem(location, wrong, f"{guess}{where}")


def _may_stand_in_a_broken_file(
    register: Register, reference: str, kinds: tuple[str, ...], file: File
) -> bool:
    head = reference.partition("#")[0]
    if head and "/" not in head:
        return any(_HOMES.get(kind) in register.broken for kind in kinds)
    home = f"{FOLDER}/meetings/{head}.yml" if head else file.path
    return home in register.broken


def offices_belong_to_their_organization(register: Register) -> Problems:
    for file in register.files:
        for location, held in _offices(file):
            organization = register.find(held.of) if held.of else None
            if held.office and organization and organization.kind == "organization":
                if register.find(f"{held.of}#{held.office}"):
                    continue
                if organization.file.path in register.broken:
                    continue
                offices = list(organization.data.offices)
                near = nearest(held.office, offices)
                guess = f"Did you mean `{near}`? " if near else ""
                yield file.source.problem(
                    (*location, "office"),
                    f"`{held.of}` has no office `{held.office}`.",
                    f"{guess}Its offices in {_HOMES['office']}: {listed(offices) or 'none yet'}.",
                )
            elif held.office and not held.of:
                yield file.source.problem(
                    (*location, "office"),
                    "an office is named, but not its organization.",
                    "Add `of:` with the id of the organization, or write a `title` instead.",
                )


def offices_end_after_they_begin(register: Register) -> Problems:
    for file in register.files:
        for location, held in _offices(file):
            if not isinstance(held, schema.OfficeHeld) or not held.from_ or not held.to:
                continue
            if held.to < held.from_:
                yield file.source.problem(
                    (*location, "to"),
                    f"this office ends on {held.to}, before it begins on {held.from_}.",
                    "Look at the two dates again.",
                )


def no_organization_belongs_to_itself(register: Register) -> Problems:
    for organization in register.of_kind("organization"):
        line = [organization.key]
        parent = organization.data.parent
        while parent and (above := register.find(parent)) and above.kind == "organization":
            if above is organization:
                yield organization.file.source.problem(
                    (organization.key, "parent"),
                    f"`{organization.key}` belongs to itself: {' → '.join([*line, line[0]])}.",
                    "Name the organization above it, or remove the line.",
                )
            if above.key in line:
                break
            line.append(above.key)
            parent = above.data.parent


_Held = tuple[Location, schema.OfficeHeld | schema.Appointment]


def _offices(file: File) -> list[_Held]:
    """The offices that a file says somebody holds, and where."""
    return file.once("offices", lambda: list(_find_offices(file)))


def _find_offices(file: File) -> Iterator[_Held]:
    if file.kind == "people":
        for key, person in file.content.items():
            for index, held in enumerate(person.offices):
                yield (key, "offices", index), held
    elif file.kind == "meeting":
        for location, item in _items(file.content.agenda, ("agenda",)):
            for place, outcome in enumerate(item.outcomes if item.outcomes != "none" else ()):
                for index, named in enumerate(getattr(outcome, "appoints", ())):
                    yield (*location, "outcomes", place, "appoints", index), named


def _items(items: list[schema.Item], location: Location) -> Iterator[tuple[Location, schema.Item]]:
    for index, item in enumerate(items):
        yield (*location, index), item
        yield from _items(item.items, (*location, index, "items"))


def prose_refers_to_something(register: Register) -> Problems:
    doubtful = ((file, place) for file, (place, _, _, kinds) in register.doubtful if not kinds)
    for file, location in dict.fromkeys(doubtful):
        text = next(text for place, text in _texts_of(file) if place == location)
        meeting = meeting_of(register.located(file, location))
        for language, match in references(text):
            before = match.string[: match.start()]
            reference = match[1]
            if register.find(reference, meeting):
                continue
            if _may_stand_in_a_broken_file(register, reference, tuple(_HOMES), file):
                continue
            known = [thing.key for thing in register.things.values()]
            if meeting and reference.startswith("#"):
                known = [key.removeprefix(meeting.key) for key in known if meeting.key + "#" in key]
            near = nearest(reference, known)
            guess = f"Did you mean [[{near}]]? " if near else ""
            yield file.source.problem(
                (*location, language),
                f"[[{reference}]] refers to nothing.",
                f"{guess}Write an id, a meeting such as cm-jc/2019-09-25, or #decision-3 and #5C "
                "for this meeting.",
                at=match[0],
                nth=before.count(match[0]),
            )


# --- meetings -----------------------------------------------------------------------------


def decision_numbers_have_no_gap(register: Register) -> Problems:
    for meeting in register.meetings:
        numbered = sorted(
            (
                (int(outcome.number), outcome)
                for outcome in meeting.outcomes
                # What is longer than a few digits is not counted from 1.
                if outcome.kind == "decision" and re.fullmatch("[0-9]{1,6}", outcome.number)
            ),
            key=lambda pair: pair[0],
        )
        for (before, _), (number, outcome) in pairwise(numbered):
            if number > before + 1 and meeting.file.path not in register.broken:
                first, last = before + 1, number - 1
                skipped = f"{first}" if first == last else f"{first} to {last}"
                yield meeting.file.source.problem(
                    (*outcome.location, "decision"),
                    f"the decisions of this meeting skip {skipped}.",
                    "If a decision was left out, add it; if the record itself skips, nothing need "
                    "change.",
                    warning=True,
                )


def corrections_name_what_they_correct(register: Register) -> Problems:
    for meeting in register.meetings:
        for index, correction in enumerate(meeting.data.corrections):
            location = ("corrections", index)
            target = corrected(register, meeting, correction)
            if target is None:
                if meeting.file.path not in register.broken:
                    yield meeting.file.source.problem(
                        (*location, "where"),
                        f"nothing in this record is called `{short(correction.where)}`.",
                        "Write `item 1B`, `decision 3`, `follow-up 5C` or `note 1`.",
                    )
                continue
            for language, words in correction.says.items():
                if language in register.settings.languages and not _says(
                    register, target, language, words
                ):
                    yield meeting.file.source.problem(
                        (*location, "says", language),
                        f"{short(correction.where)} does not say “{short(words)}”.",
                        "Copy the words to correct exactly as they stand in the record.",
                    )


def _says(register: Register, target: Thing, language: str, words: str) -> bool:
    """Whether words stand in a text of the record, in a name that it shows, or in a field."""
    wanted = " ".join(words.split())
    return any(wanted in " ".join(said.split()) for said in _sayings(register, target, language))


def _sayings(register: Register, target: Thing, language: str) -> Iterator[str]:
    data = target.data
    if isinstance(target, Meeting):  # its items have places of their own
        data = data.model_copy(update={"agenda": [], "corrections": []})
    for _, value, refers in shape.leaves(data):
        if not refers:
            yield value.get(language, value.get(ANY_LANGUAGE, ""))
        elif named := register.find(value, meeting_of(target)):
            for field in ("name", "acronym", "title"):
                name = getattr(named.data, field, None) or {}
                yield name.get(language, name.get(ANY_LANGUAGE, ""))
            yield str(getattr(named, "date", ""))
    yield from re.findall(r"[0-9]+[-:0-9]+", data.model_dump_json())


def substantive_corrections_name_their_decision(register: Register) -> Problems:
    for meeting in register.meetings:
        for index, correction in enumerate(meeting.data.corrections):
            if correction.kind == "substantive" and not correction.decision:
                yield meeting.file.source.problem(
                    ("corrections", index, "kind"),
                    "a substantive correction needs a decision that allows it.",
                    "Add `decision: cm-jc/2019-11-20#decision-1`, with the decision's own address.",
                )


def withheld_items_hold_nothing_else(register: Register) -> Problems:
    for item in register.of_kind("item"):
        if item.data.withheld:
            for name in type(item.data).model_fields.keys() - {"item", "title", "withheld"}:
                if getattr(item.data, name):
                    yield item.file.source.problem(
                        (*item.location, name),
                        f"item {item.number} is withheld, so it may not have `{name}`.",
                        "Keep its number, title and reason only, and remove the rest from the "
                        "file: what is committed stays in the history.",
                    )


# --- the two languages --------------------------------------------------------------------


def texts_are_in_known_languages(register: Register) -> Problems:
    languages = register.settings.languages
    default = register.languages[0]
    if _home_is_broken(register) or default not in languages or len({*languages}) < len(languages):
        return  # a text may be right where the list of languages is wrong
    for file, location, text in _texts_in_other_languages(register):
        for language in text:
            if language in languages or language == ANY_LANGUAGE:
                continue
            near = nearest(language, languages)
            guess = f"Did you mean `{near}`? " if near else ""
            remedy = f"{guess}Languages of this register: {listed(languages)}."
            if not near and not re.fullmatch("[a-z]{2}(-.*)?", language):
                remedy += " If a colon or a comma made it one, put the text in quotes."
            yield file.source.problem(
                (*location, language), f"unknown language `{short(language)}`.", remedy
            )


_MAY_DIFFER = {"acronym", "former_name", "other_names", "says", "should_say"}
"""What need not exist in every language: names, and words that are wrong in one of them only."""


def _fields(file: File, location: Location) -> set[str]:
    """The names of fields on the way to a place, without the ids that a directory begins with."""
    names = location[1:] if file.kind in shape.DIRECTORIES else location
    return {step for step in names if isinstance(step, str)}


def texts_are_translated(register: Register) -> Problems:
    for file, location, text in _texts_in_other_languages(register):
        missing = [
            language
            for language in register.settings.languages
            if language not in text and not file.source.holds((*location, language))
        ]
        if not text.keys() <= {*register.settings.languages}:
            continue  # said already: one of its languages is unknown
        if not missing or not _MAY_DIFFER.isdisjoint(_fields(file, location)):
            continue
        if register.settings.one_language_suffices:
            continue
        meeting = meeting_of(register.located(file, location))
        approved = meeting is not None and meeting.state == "approved"
        yield file.source.problem(
            location,
            f"the translation is missing: {listed(missing)}.",
            "The record is approved, so it must stand in every language: add it."
            if approved
            else f"Add `{missing[0]}: …`; until then the page shows another language, and says so.",
            warning=not approved,
        )


_language = cache(Language)


def _figures(code: str, country: str | None, words: str) -> set[str]:
    plain = REFERENCE.sub(lambda found: f" {found[2] or ''} ", words)
    return _language(code, country).figures(plain)


def languages_say_the_same_numbers(register: Register) -> Problems:
    languages, country = tuple(register.settings.languages), register.settings.country
    for file in register.files:
        yield from file.once(
            ("numbers", languages, country),
            partial(_numbers_that_differ, file, languages, country),
        )


def _numbers_that_differ(
    file: File, languages: tuple[str, ...], country: str | None
) -> list[Problem]:
    found = []
    for location, text in _texts_of(file):
        if len(text) < 2 or not any(map(_HAS_DIGIT.search, text.values())):
            continue
        counted = {
            code: _figures(code, country, words)
            for code, words in text.items()
            if code in languages
        }
        codes = list(counted)
        for other in codes[1:]:
            if counted[codes[0]] != counted[other]:
                only = counted[codes[0]] - counted[other]
                extra = counted[other] - counted[codes[0]]
                problem = file.source.problem(
                    (*location, other),
                    f"`{codes[0]}` and `{other}` do not hold the same numbers or dates: "
                    f"{_shown(codes[0], only)}{_shown(other, extra, first=not only)}.",
                    "Both languages must say the same; mend the one that is wrong.",
                    warning=True,
                )
                found.append(problem)
    return found


_HAS_DIGIT = re.compile(r"\d")


def _shown(code: str, figures: set[str], *, first: bool = True) -> str:
    if not figures:
        return ""
    return f"{'' if first else '; '}{listed(sorted(figures))} only in `{code}`"


def texts_hold_no_invisible_signs(register: Register) -> Problems:
    for file in register.files:
        yield from file.once("invisible signs", partial(_invisible_signs, file))


def _invisible_signs(file: File) -> list[Problem]:
    return [
        file.source.problem(
            (*location, language),
            f"an invisible sign that turns the direction of text stands here "
            f"(U+{ord(character):04X}).",
            "Delete it; until then the page shows it by its number.",
            at=character,
            warning=True,
        )
        for location, text in _texts_of(file)
        for language, words in text.items()
        for character in dict.fromkeys(_DIRECTION_SIGNS.findall(words))
    ]


_DIRECTION_SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


CHECKS = [
    default_language_is_one_of_the_languages,
    languages_and_bodies_stand_once,
    languages_have_interface_words,
    bodies_have_meetings,
    folders_are_named_for_bodies,
    numbers_and_ids_stand_once,
    fields_refer_to_something,
    offices_belong_to_their_organization,
    offices_end_after_they_begin,
    no_organization_belongs_to_itself,
    prose_refers_to_something,
    decision_numbers_have_no_gap,
    over_time.records_are_approved_after_the_fact,
    over_time.decisions_act_on_earlier_ones,
    over_time.no_decision_acts_on_itself_through_others,
    over_time.a_decision_is_superseded_once,
    over_time.decisions_act_on_what_stands,
    over_time.decisions_end_after_they_begin,
    over_time.follow_ups_arise_from_earlier_decisions,
    over_time.follow_ups_are_due_after_they_are_agreed,
    over_time.items_are_deferred_to_later_meetings,
    over_time.no_meeting_is_held_in_place_of_itself,
    over_time.what_is_later_than_the_register_is_not_shown,
    corrections_name_what_they_correct,
    substantive_corrections_name_their_decision,
    over_time.meetings_that_were_not_held_have_no_record,
    withheld_items_hold_nothing_else,
    over_time.reports_are_on_a_follow_up,
    over_time.reports_stand_in_order_of_time,
    over_time.reports_are_not_of_the_future,
    over_time.reports_are_made_at_meetings_that_were_held,
    over_time.follow_ups_are_carried_over_into_others,
    over_time.sealed_records_are_unchanged,
    over_time.approved_records_are_sealed,
    over_time.sealed_records_are_approved,
    texts_are_in_known_languages,
    texts_are_translated,
    languages_say_the_same_numbers,
    texts_hold_no_invisible_signs,
]

OF_EACH_FILE = [
    languages_say_the_same_numbers,
    texts_are_in_known_languages,
    texts_hold_no_invisible_signs,
]
"""Those whose findings in a file follow from that file alone, and from the settings."""
