"""Pieces of YAML as one writes them by hand, and comments in the language of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import yaml

from ..language import NBSP, has_words, said, said_in
from ..register import Register, with_references
from ..source import ANY_LANGUAGE, Message

_SHORT = 70


def inline(value: Any) -> str:
    """A map, a list or one value in YAML on one line, in quotes where these are needed."""
    text = yaml.safe_dump(
        [value], default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6
    )
    return text.strip()[1:-1]


def text_of_register(text: Mapping[str, str]) -> str:
    """A text of the register as it was typed: by language, or as one for all of them."""
    return inline(text.get(ANY_LANGUAGE) or dict(text))


def in_each_language(register: Register, message: Message) -> str:
    """A text in the languages of the register that have words for it.

    In the others it stays to be translated, as the check says; in none, it is English.
    """
    spoken = [code for code in register.languages if has_words(code) or code.startswith("en")]
    codes = spoken or register.languages[:1]
    # Spaces as one types them: pages bind what belongs together.
    return inline({code: said_in(message, code).replace(NBSP, " ") for code in codes})


def to_fill(register: Register) -> str:
    """The place of a text, for a line that is still a comment."""
    return inline(dict.fromkeys(register.languages, "…"))


Say = Callable[[Message], str]
"""Says a message in some language."""


def comments(indent: int, *messages: str, say: Say = said) -> list[str]:
    """Lines of comments, each a sentence or a line that will be YAML once `# ` is deleted.

    They are in the language of the terminal, unless `say` speaks another one.
    """
    texts = (say(one) if isinstance(one, Message) else one for one in messages)
    return [f"{' ' * indent}# {_on_one_line(text)}" for text in texts]


def _on_one_line(text: str) -> str:
    """A text without the line ends that would end a comment; its first column stays."""
    lead = text[: len(text) - len(text.lstrip(" "))]
    return lead + " ".join(text.split())


def first_words(text_by_language: Mapping[str, str] | None) -> str:
    """The first words of a text in its first language, with references as one reads them."""
    written = next(iter((text_by_language or {}).values()), "")
    text = " ".join(with_references(written, lambda found: found[2] or found[1]).split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]}…"
