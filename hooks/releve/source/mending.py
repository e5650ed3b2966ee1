"""A value of a wrong form -> the value that was likely meant, for the remedy of a problem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from . import values
from .slips import plain


def mended(form: str, value: str) -> str | None:
    """What to write in place of a value that is not of a form; None if that cannot be told.

    `form` is the name that `values.py` gives to the error: `date_form`, `id`.
    """
    if len(value) > 200:
        return None
    fits = values.FORMS.get(form)
    for candidate in (plain(value), *_CANDIDATES.get(form, _none)(plain(value))):
        if fits and candidate and fits(candidate):
            return candidate
    return None


def as_id(words: str) -> str:
    """Words as an id: `identite-numerique` for “Identité numérique”."""
    letters = unicodedata.normalize("NFKD", words.replace("œ", "oe").replace("Œ", "oe"))
    letters = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return "-".join(re.findall("[a-z0-9]+", letters.casefold()))


def as_number(words: str) -> str:
    """Words as a number in a record: `5C` for “no 5 C”; empty if they are none."""
    return mended("number", words) or ""


def _none(_: str) -> Iterator[str]:
    yield from ()


def _ids(value: str) -> Iterator[str]:
    yield as_id(value)


_MONTHS = (
    "janv jan",
    "févr fevr fév feb",
    "mars mar",
    "avr apr",
    "mai may",
    "juin jun",
    "juil jul",
    "août aout aug",
    "sept sep",
    "oct",
    "nov",
    "déc dec",
)
"""How the names of the months begin, in French and in English."""


def _days(value: str) -> Iterator[str]:
    yield from _days_with_words(value.casefold())
    digits = re.findall(r"[0-9]+", value)
    if re.fullmatch(r"[0-9]{8}", value):
        yield f"{value[:4]}-{value[4:6]}-{value[6:]}"
    if len(digits) == 3 and re.fullmatch(r"[0-9 ./-]+", value):
        first, second, third = digits
        if len(first) == 4:
            yield f"{first}-{second:0>2}-{third:0>2}"
        elif len(third) == 4 and (int(first) > 12 or first == second):
            yield f"{third}-{second:0>2}-{first:0>2}"
        elif len(third) == 4 and int(second) > 12:
            yield f"{third}-{first:0>2}-{second:0>2}"


def _days_with_words(value: str) -> Iterator[str]:
    numbers = re.findall("[0-9]+", value)
    words = re.findall(r"[^\W\d_]{3,}", value)
    months = [
        month
        for word in words
        for month, beginnings in enumerate(_MONTHS, 1)
        if word.startswith(tuple(beginnings.split()))
    ]
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    if len(months) == len(years) == len(days) == 1:
        yield f"{years[0]}-{months[0]:02}-{days[0]:0>2}"


def _times(value: str) -> Iterator[str]:
    clock = re.fullmatch(
        r"([0-9]{1,2})(?:\s*[h:.]\s*([0-9]{2})?(?::[0-9]{2})?)?\s*(?:min)?\s*([AaPp])?\.?[Mm]?\.?",
        value,
    )
    if clock:
        hours = int(clock[1]) % 12 if clock[3] else int(clock[1])
        hours += 12 if (clock[3] or "").lower() == "p" else 0
        yield f"{hours}:{clock[2] or '00'}"


def _numbers(value: str) -> Iterator[str]:
    value = re.sub(r"^(n[o°º]?\.?|no\.|#|№)\s*(?=[0-9])", "", value, flags=re.IGNORECASE)
    yield value.strip(".()[] ")
    if re.fullmatch(r"[0-9]+ ?[.-]? ?[A-Za-z]", value):
        yield re.sub(r"[^0-9A-Za-z]", "", value)


def _languages(value: str) -> Iterator[str]:
    language, *parts = re.split("[_-]", value)
    yield "-".join(
        [language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts)]
    )
    named = {"français": "fr", "french": "fr", "anglais": "en", "english": "en"}
    yield named.get(value.casefold(), "")


def _countries(value: str) -> Iterator[str]:
    yield value.upper()
    yield {"canada": "CA", "france": "FR", "belgique": "BE", "suisse": "CH"}.get(
        value.casefold(), ""
    )


def _addresses(value: str) -> Iterator[str]:
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", value):
        yield f"https://{value}"
    elif re.fullmatch(r"[^@\s]+@[^@\s]+", value):
        yield f"mailto:{value}"
    if bare := re.fullmatch(r"<(\S+)>|\[.*\]\((\S+)\)", value):
        yield bare[1] or bare[2]


def _mails(value: str) -> Iterator[str]:
    yield value.removeprefix("mailto:")
    if found := re.search(r"[\w.+-]+@[\w.-]+", value):
        yield found[0]


def _true(value: str) -> Iterator[str]:
    word = value.casefold()
    yield "true" if word in ("true", "yes", "oui", "vrai", "on", "1") else ""
    yield "false" if word in ("false", "no", "non", "faux", "off", "0") else ""


def _counts(value: str) -> Iterator[str]:
    yield re.sub(r"^([0-9]+),([0-9]+)$", r"\1.\2", value)
    found = re.fullmatch(r"\D*?([0-9]+)\D*", value)
    yield found[1] if found and "-" not in value else ""


_CANDIDATES: dict[str, Callable[[str], Iterator[str]]] = {
    "id": _ids,
    "date_form": _days,
    "time_form": _times,
    "number": _numbers,
    "language_code": _languages,
    "country": _countries,
    "address": _addresses,
    "mail": _mails,
    "true_or_false": _true,
    "count": _counts,
}
