"""What is looked up on many pages, in every language: worked out once for all of them."""

from __future__ import annotations

from . import derived, made_from, series
from .lists import LISTS
from .made_from import Table
from .register import Outcome, Register, Thing


class Tables:
    """The tables of a register."""

    def __init__(self, register: Register) -> None:
        self.tenures = derived.tenures(register)
        self.stories = derived.stories(register)
        self.lists = {name: listed(register) for name, listed in LISTS.items()}
        self.debts = derived.Debts(register, self.tenures)
        neighbours = derived.neighbours(register)
        binders = {meeting.key: one for meeting, one in derived.binders(register).items()}
        families = series.Families(register)

        def family(key: str) -> series.Family | None:
            decision = register.find(key)
            return families.of(decision) if isinstance(decision, Outcome) else None

        alone: tuple[Thing | None, Thing | None] = (None, None)
        self.by_name: made_from.Tables = {
            "neighbours": lambda key: neighbours.get(key, alone),
            "binder": binders.get,
            "family": family,
        }
        self.neighbours = Table("neighbours", self.by_name["neighbours"])
        self.binder = Table("binder", self.by_name["binder"])
        self.family = Table("family", self.by_name["family"])
