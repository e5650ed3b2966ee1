"""The conventions of one language: words of the interface, dates, numbers, typography.

Comes in: a language code such as `fr`, and a country code such as `CA`. Goes out: a `Language`,
which translates the words of the interface, formats dates, times, numbers and durations, and
corrects the typography of a text. Begin at `language`. Nothing here knows which languages a
register has.

    markup           text -> HTML
    catalogues       the words of the interface, from gettext catalogues in `locales/`
    typography       the spaces, quotes and apostrophes of a language
    calendar         months between days, summer time, times that clocks skip
    figures          the numbers and months of a text, to compare it with its translation
    number_words     the numbers up to twelve that it says in words
    function_words   its commonest small words, which tell a text in it from others
    garbled          letters that were read in the wrong encoding
    language         all of this in one class
    terminal         messages in the language of the terminal
"""

from .calendar import is_skipped
from .catalogues import CATALOGUES, TERMINAL, catalogue_of, has_words, message, wanted
from .function_words import reads_as, small_words
from .garbled import garbled, mended
from .language import Language
from .markup import as_markup, isolated, shown
from .terminal import annotated, day_of, name_of, reported, said, said_in, text_of
from .typography import NBSP, QUOTES

__all__ = [
    "CATALOGUES",
    "NBSP",
    "QUOTES",
    "TERMINAL",
    "Language",
    "annotated",
    "as_markup",
    "catalogue_of",
    "day_of",
    "garbled",
    "has_words",
    "is_skipped",
    "isolated",
    "mended",
    "message",
    "name_of",
    "reads_as",
    "reported",
    "said",
    "said_in",
    "shown",
    "small_words",
    "text_of",
    "wanted",
]
