"""The commonest small words of a language, by which one sees in which language a text is.

Begin at `reads_as`, which compares two languages, and `small_words`, which a search passes over.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

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


_SMALL = {
    "en": """a an and are as at be been by can could did do does for from had has have he her his
        how i if in into is it its me must my of on or our she should that the their them then
        there these they this those to us was we were what when where which who whom whose why will
        with would you your s t about any""",
    "fr": """a à afin ai as au aux avec avons c ce cela ces cet cette ceux combien comment d dans de
        des doit doivent donc dont du elle elles en est et été être eu faut fut il ils j je l la le
        les leur leurs lors lui m mais me mes n ne nos notre nous on ont or ou où par pas peut
        peuvent pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa se sera ses si
        son sont sur t te tu un une vos votre vous y""",
    "es": """a al ante con cómo cuál cuáles cuándo cuánto cuántos de del desde donde dónde e el ella
        ellas ellos en entre era es esa ese eso esta está este esto fue ha han hay la las le lo los
        más me mi no nos o para pero por porque qué que quién quiénes se ser si sin sobre son su
        sus te un una y ya""",
}
"""By language: words of which questions are made, whatever they are about."""


@cache
def small_words(language: str) -> frozenset[str]:
    """The words of which questions are made in a language, without accents; few or none if it is
    not known here.
    """
    apart = unicodedata.normalize("NFD", _SMALL.get(language.split("-")[0], ""))
    return frozenset("".join(s for s in apart if not unicodedata.combining(s)).split())
