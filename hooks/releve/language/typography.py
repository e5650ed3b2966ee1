r"""The spaces, quotes and apostrophes that a language is printed with.

Comes in: a text as it was typed. Goes out: the text as it is printed. Begin at
`Typography.typeset`; the rules of each language are in `RULES`, at the end.

All texts of the register and of the interface pass through here (dates and numbers are written by
`Language`, and pages of docs/ are left as they are). Most hold none of the signs in question. Two
devices make such a text cheap:
- A pattern begins with the sign that it replaces, where it replaces no spaces before it, and only
  then looks back at what is before the sign, as in `'(?<=\w')`. The search for the sign is then
  fast: on a paragraph of 445 characters without an apostrophe, `'(?<=\w')(?=\w)` takes 1 µs, and
  `(?<=\w)'(?=\w)` takes 18.
- A rule is tried only on a text that holds one of its signs. This sets the same paragraph in
  48 µs by the rules of French, instead of 164.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

NBSP = "\u00a0"
QUOTES = {'"': "“%s”", "'": "‘%s’"}
"""By the straight quote that is typed: the printed quotes, with %s in place of what is quoted.
These are the English ones; the catalogues translate them, in the context `quotes`."""
DIGIT = re.compile(r"\d").search
_ADDRESS = re.compile(r"((?:https?://|mailto:)[^\s\0]+)")
_QUOTED = {
    sign: re.compile(
        rf"{sign}(?<![\w{sign}\u2019]{sign})(?=[^\s\d{sign}])([^{sign}]*[^\s{sign}]){sign}(?!\w)"
    )
    for sign in ('"', "'")
}
"""By the straight quote: a pattern for two of them, with what they hold in group 1.
None begins before a digit, where it may be an apostrophe: '90s."""
_OPENING_QUOTE = re.compile(r"'(?<!\w')(?=\w)")
_APOSTROPHE_IN_WORD = re.compile(r"'(?<=\w')(?=\w)")
_APOSTROPHE_AFTER_WORD = re.compile(r"'(?<=\w')")


class Typography:
    """The typography of one language."""

    def __init__(self, language: str, quotes: Mapping[str, str]) -> None:
        """`language` is a code without a region; `quotes` are `QUOTES` in that language."""
        self._rules = RULES.get(language, ANYWHERE)
        self._quotes = [
            (typed, printed.replace("\\", r"\\").replace("%s", r"\1"))
            for typed, printed in quotes.items()
        ]

    def typeset(self, text: str) -> str:
        """Text with the spaces, quotes and apostrophes that the language is printed with.

        French and English follow Canadian use (Le guide du rédacteur; The Canadian Style;
        Translation Bureau). French has a no-break space before a colon, inside « », before %, $,
        ° and h, and none before ; ! ? Web addresses are left as they are, and so is anything
        ambiguous, such as a quote that is never closed.
        """
        if text.isascii() and text.isalpha():
            return text
        if ":" not in text:
            return self._typeset_words(text)
        # A pattern with a group splits a text into words and addresses by turns.
        pieces = _ADDRESS.split(text)
        pieces[::2] = [self._typeset_words(words) for words in pieces[::2]]
        return "".join(pieces)

    def _typeset_words(self, text: str) -> str:
        if "'" in text:
            text = _APOSTROPHE_IN_WORD.sub("\u2019", text)
        for typed, printed in self._quotes:
            if typed in text:
                text = _QUOTED[typed].sub(printed, text)
        # After an opening quote, a sign at the end of a word may be its closing quote.
        if "'" in text and not _OPENING_QUOTE.search(text):
            text = _APOSTROPHE_AFTER_WORD.sub("\u2019", text)
        for rule in self._rules:
            if rule.has_signs(text):
                text = rule.pattern.sub(rule.replacement, text)
        return text


def _grouped(sign: str) -> Callable[[re.Match[str]], str]:
    """A replacement that divides the digits of a number into groups of three, by a `sign`."""
    return lambda match: f"{int(match[0]):,}".replace(",", sign)


class _Rule(NamedTuple):
    """A replacement in a text, tried only if the text has one of the signs it is about."""

    has_signs: Callable[[str], object]
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]


def _any_of(signs: str) -> Callable[[str], object]:
    return re.compile(f"[{re.escape(signs)}]").search


_END = r"\0*(?:[\s)»”]|$)"
"""What follows a sign at the end of a clause. NUL marks where emphasis begins or ends, as
`pages/prose.py` passes the text."""
_SPACES = r"(?<![ \u00a0\u202f])[ \u00a0\u202f]"
"""A space, at the beginning of a run of spaces only; add `*+` or `++` for the whole run. Searching
again from each space of a long run would take the square of its length."""
ANYWHERE = [_Rule(_any_of("."), re.compile(r"\.\.\.(?<!\.{4})(?!\.)"), "\u2026")]
RULES = {
    "fr": [
        *ANYWHERE,
        _Rule(_any_of("«"), re.compile(r"«[ \u00a0\u202f]*"), f"«{NBSP}"),
        _Rule(_any_of("»"), re.compile(rf"{_SPACES}*+»"), f"{NBSP}»"),
        _Rule(_any_of(":"), re.compile(rf"{_SPACES}++(?=:{_END})"), NBSP),
        _Rule(_any_of(";!?"), re.compile(rf"{_SPACES}++(?=[;!?]+{_END})"), ""),
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
"""By language: its rules, in the order in which they are applied; `ANYWHERE` for all others."""
