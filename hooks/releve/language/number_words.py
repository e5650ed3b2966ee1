"""The words of a language for small numbers, to compare a text with its translation.

« deux réunions » is a faithful translation of "2 meetings". Begin at `numbers_in_words`.
"""

from __future__ import annotations

import re
from functools import cache

_WORDS = {
    "en": """
        0 zero midnight
        1 one once first
        2 two twice second both
        3 three third
        4 four fourth
        5 five fifth
        6 six sixth
        7 seven seventh
        8 eight eighth
        9 nine ninth
        10 ten tenth
        11 eleven eleventh
        12 twelve twelfth noon dozen
    """,
    "fr": """
        0 zéro minuit
        1 un une premier première premiers premières
        2 deux deuxième deuxièmes second seconde
        3 trois troisième troisièmes
        4 quatre quatrième quatrièmes
        5 cinq cinquième cinquièmes
        6 six sixième sixièmes
        7 sept septième septièmes
        8 huit huitième huitièmes
        9 neuf neuvième neuvièmes
        10 dix dixième dixièmes
        11 onze onzième onzièmes
        12 douze douzième douzièmes douzaine midi
    """,
    "es": """
        0 cero medianoche
        1 un uno una primer primero primera primeros primeras
        2 dos segundo segunda ambos ambas
        3 tres tercer tercero tercera
        4 cuatro cuarto cuarta
        5 cinco quinto quinta
        6 seis sexto sexta
        7 siete séptimo séptima
        8 ocho octavo octava
        9 nueve noveno novena
        10 diez décimo décima
        11 once undécimo undécima
        12 doce duodécimo duodécima docena mediodía
    """,
}
"""By language, a line for each number from 0 to 12: the number, then the words that say it."""


def numbers_in_words(language: str, text: str) -> set[str]:
    """The numbers up to twelve that a text says in words, as digits.

    A word that is part of a greater number is left out: twenty-two, quatre-vingts. `language` is
    a code without a region; of a language whose words are not listed, no number is known.
    """
    pattern, numbers = _numbers(language)
    return {numbers[word] for word in pattern.findall(text.casefold())} if numbers else set()


@cache
def _numbers(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the words of a language, and the number that each of them says."""
    numbers = {
        word: number
        for number, *words in map(str.split, _WORDS.get(language, "").strip().splitlines())
        for word in words
    }
    # « sept. » is a month.
    return re.compile(rf"(?<![\w-])(?:{'|'.join(numbers)})(?![\w-]|(?<=sept)\.)"), numbers
