"""The rules that hold across files: what no single file can tell.

Comes in: a linked `Register`. Goes out: a `Problem` for everything that breaks a rule.
Begin at `rules`, which lists them all in order. Each rule is a small generator whose name is the
rule; a new one goes into the file of its subject and into that list.

    common        what several rules share
    settings      data/register.yml: languages and bodies
    references    names, numbers and references
    offices       offices, and what belongs to what
    meetings      meetings and their items
    decisions     decisions: numbers, approvals, what they do to each other
    follow_ups    follow-ups and reports on them
    corrections   corrections of a record
    seals         an approved record is sealed, and a sealed one stays as it was
    texts         every language is there, and all of them say the same
    rules         the list of all rules
"""

from .rules import OF_EACH_FILE, check

__all__ = ["OF_EACH_FILE", "check"]
