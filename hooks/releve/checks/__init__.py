"""The rules that a register as a whole must keep, beyond what `source` checks in each file.

Comes in: a linked `Register`. Goes out: a `Problem` for everything that breaks a rule.
Begin at `rules`, which lists all rules in order. Each rule is a small generator whose name states
the rule. A new rule goes into the file of its subject, and into that list.

    common         functions and words that several rules use
    meant          what was meant by a reference that leads to nothing
    terms          problems of single files, in the terms of the register at hand
    folders        names of folders and files, and what a wrong one hides
    settings       data/register.yml: languages and bodies
    catalogues     the translations of the interface in these languages
    references     names, numbers and references
    names          people and groups without an entry
    dates          years that are unlikely
    offices        offices, and what belongs to what
    people         people of one name
    meetings       meetings and their items
    withheld       what is withheld, and its release
    system_names   what a computer makes of ids and times
    decisions      decisions: numbers, approvals, what they do to each other
    doubts         what may be a mistake, and is answered in the record where it is none
    votes          motions and votes: sets, sums and outcomes that agree
    follow_ups     follow-ups and reports on them
    times          days, times and languages of a meeting
    attendance     who was there, and who was not
    lists          lists in each language, numbers through the year
    corrections    corrections of a record
    field_words    the parts and fields of a record, in the words of a message
    seals          an approved record is sealed, and a sealed one stays as it was
    texts          texts are translated, and hold no hidden signs
    lost_text      nothing of a text was lost or spoilt on its way into the file
    prose_marks    prose holds no Markdown that pages do not render
    two_languages  the texts of two languages say the same numbers, and are not exchanged
    rules          the list of all rules
"""

from .field_words import changed_words, part_words
from .folders import in_folders_of_bodies, what_may_be_hidden
from .rules import OF_EACH_FILE, check
from .terms import in_its_own_terms

__all__ = [
    "OF_EACH_FILE",
    "changed_words",
    "check",
    "in_folders_of_bodies",
    "in_its_own_terms",
    "part_words",
    "what_may_be_hidden",
]
