"""The spaces, quotes and apostrophes that a language is printed with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

NBSP = "\u00a0"
QUOTES = {'"': "“%s”", "'": "‘%s’"}
"""How what is typed between two straight quotes is quoted: words of the catalogues, `quotes`."""
ADDRESS = re.compile(r"((?:https?://|mailto:)[^\s\0]+)")
QUOTED = {
    sign: re.compile(
        rf"{sign}(?<![\w{sign}\u2019]{sign})(?=[^\s\d{sign}])([^{sign}]*[^\s{sign}]){sign}(?!\w)"
    )
    for sign in ('"', "'")
}
"""What two straight quotes hold. A figure after the first may be a shortened year: '90s."""

# What stands before a sign is looked at behind it: an expression that begins with a sign, or with
# one of a few, is looked for at no cost where there is none.
OPENING = re.compile(r"'(?<!\w')(?=\w)")
WITHIN_WORDS = re.compile(r"'(?<=\w')(?=\w)")
APOSTROPHE = re.compile(r"'(?<=\w')")


def _grouped(sign: str) -> Callable[[re.Match[str]], str]:
    """The digits of a long number in groups of three."""
    return lambda match: f"{int(match[0]):,}".replace(",", sign)


class _Rule(NamedTuple):
    """What to set, and what finds whether there may be any: that is quick, and mostly no."""

    signs: Callable[[str], object]
    pattern: re.Pattern[str]
    printed: str | Callable[[re.Match[str]], str]


def _any_of(signs: str) -> Callable[[str], object]:
    return re.compile(f"[{re.escape(signs)}]").search


DIGIT = re.compile(r"\d").search
_END = r"\0*(?:[\s)»”]|$)"
"""What may follow a sign that ends something. `prose.py` puts NUL where emphasis begins or ends."""
ANYWHERE = [_Rule(_any_of("."), re.compile(r"\.\.\.(?<!\.{4})(?!\.)"), "\u2026")]
RULES = {
    "fr": [
        *ANYWHERE,
        _Rule(_any_of("«"), re.compile(r"«[ \u00a0\u202f]*"), f"«{NBSP}"),
        _Rule(_any_of("»"), re.compile(r"[ \u00a0\u202f]*»"), f"{NBSP}»"),
        _Rule(_any_of(":"), re.compile(rf"[ \u00a0\u202f]+(?=:{_END})"), NBSP),
        _Rule(_any_of(";!?"), re.compile(rf"[ \u00a0\u202f]+(?=[;!?]+{_END})"), ""),
        _Rule(
            _any_of("$"),
            re.compile(r"(?<![\d.,])[1-9]\d{4,14}(?=[ \u00a0\u202f]?\$)"),
            _grouped(NBSP),
        ),
        _Rule(
            DIGIT,
            re.compile(r"[ \u202f](?<=\d.)(?=(?:\d{3}\b|[%$°]|[kMG]\$|h\b))"),
            NBSP,
        ),
        _Rule(_any_of("%$"), re.compile(r"(?<=\d)(?=[%$]|[kMG]\$)"), NBSP),
        _Rule(
            DIGIT,
            re.compile(r"(\d(?<!\w\d)\d?)[ \u00a0\u202f]?h[ \u00a0\u202f]?(?=\d{2}\b)"),
            f"\\1{NBSP}h{NBSP}",
        ),
        _Rule(DIGIT, re.compile(r"(\d(?<!\w\d)\d?)h\b"), f"\\1{NBSP}h"),
        _Rule(
            DIGIT,
            re.compile(r"([Nn])(?<!\w.)(?:o[ \u00a0]|[°º][ \u00a0]?)(?=\d)"),
            f"\\1\u1d52{NBSP}",
        ),
        _Rule(
            _any_of("MD"),
            re.compile(r"([MD](?<!\w.)(?:(?<=M)(?:M?\.|mes?)|(?<=D)re?)) (?=[A-ZÀ-Ý])"),
            f"\\1{NBSP}",
        ),
    ],
    "en": [
        *ANYWHERE,
        _Rule(_any_of("%"), re.compile(r"[ \u00a0\u202f](?<=\d.)(?=%)"), ""),
        _Rule(_any_of("$"), re.compile(r"[1-9](?<=\$.)\d{4,14}(?!\d|,\d)"), _grouped(",")),
        _Rule(
            DIGIT,
            re.compile(r"(?<=\d)[ \u00a0\u202f]?([AaPp])\.?[Mm]\b\.?"),
            lambda time: f"{NBSP}{time[1].lower()}.m.",
        ),
        _Rule(
            _any_of("NMD"),
            re.compile(r"([NMD](?<!\w.)(?:(?<=N)o|(?<=M)(?:rs?|s)|(?<=D)r)\.) (?=[A-Z\d])"),
            f"\\1{NBSP}",
        ),
    ],
}
"""How a language is set beyond its quotes, where it has rules of its own."""
