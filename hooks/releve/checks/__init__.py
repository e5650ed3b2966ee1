"""The rules that a register as a whole must keep, beyond what `source` checks in each file.

Comes in: a linked `Register`. Goes out: a `Problem` for everything that breaks a rule.
Begin at `rules`, which lists all rules in order. Each rule is a small generator whose name states
the rule. A new rule goes into the file of its subject, and into that list.

    common        functions and words that several rules use
    doubts        what may be a mistake, and is answered in the record where it is none
    settings      data/register.yml: languages and bodies
    catalogues    the translations of the interface in these languages
    references    names, numbers and references
    dates         years that are unlikely
    offices       offices, and what belongs to what
    meetings      meetings and their items
    decisions     decisions: numbers, approvals, what they do to each other
    follow_ups    follow-ups and reports on them
    times         days, times and languages of a meeting
    attendance    who was there, and who was not
    lists         lists in each language, numbers through the year
    corrections   corrections of a record
    seals         an approved record is sealed, and a sealed one stays as it was
    texts         texts are translated, and hold the same numbers in all languages
    rules         the list of all rules
"""

from .rules import OF_EACH_FILE, check

__all__ = ["OF_EACH_FILE", "check"]
