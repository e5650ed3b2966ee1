"""The commonest small words of a language, by which one sees in which language a text is.

Begin at `reads_as`, which compares two languages.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS = {
    "en": """the of and to for with is are was were be been by from this that these those it its
        their they will shall has have had which who at an not we our his her would should on all
        members meeting""",
    "fr": """le la les des du de une dans pour sur avec est sont qui que par au aux ce cette ces
        il elle ils elles nous leur leurs été sera seront pas ne et ou mais à sa ses en un tous
        membres réunion l d qu n s c""",
    "es": """el la los las del de una un por para con es son que se en y su sus al ha han fue
        fueron será serán no este esta estos estas lo como o más a miembros reunión""",
}
"""By language: a few dozen words, of which a sentence holds some."""
FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def reads_as(text: str, one: str, other: str) -> str | None:
    """Which of two languages, given by their codes, a text is in; None if its words do not say.

    Only words that are small words of one of them and not of the other count. At least two must
    speak for the language, and more than twice as many as for the other.
    """
    ours, theirs = (FUNCTION_WORDS.get(code.split("-")[0]) for code in (one, other))
    if not ours or not theirs or ours == theirs:
        return None
    words = Counter(_WORD.findall(text.casefold()))
    for_one = sum(words[word] for word in ours - theirs)
    for_other = sum(words[word] for word in theirs - ours)
    if for_one >= 2 and for_one > 2 * for_other:
        return one
    if for_other >= 2 and for_other > 2 * for_one:
        return other
    return None
