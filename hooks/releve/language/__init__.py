"""The conventions of one language: words of the interface, dates, numbers, typography.

Comes in: a language code such as `fr`, and a country code such as `CA`. Goes out: a `Language`,
which translates the words of the interface, formats dates, times, numbers and durations, and
corrects the typography of a text. Begin at `language`. Nothing here knows which languages a
register has.

    markup       text -> HTML
    catalogues   the words of the interface, from gettext catalogues in `locales/`
    typography   the spaces, quotes and apostrophes of a language
    figures      the numbers and months of a text, to compare it with its translation
    language     all of this in one class
"""

from .catalogues import CATALOGUES, catalogue_of, has_words, message, wanted
from .language import Language
from .markup import as_markup, shown
from .typography import NBSP, QUOTES

__all__ = [
    "CATALOGUES",
    "NBSP",
    "QUOTES",
    "Language",
    "as_markup",
    "catalogue_of",
    "has_words",
    "message",
    "shown",
    "wanted",
]
