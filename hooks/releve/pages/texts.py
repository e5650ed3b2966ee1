"""Texts of a register as HTML or as plain text, in one language. Begin at `Texts.words`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from ..language import Language, isolated
from ..register import Meeting, Memo
from ..source import ANY_LANGUAGE
from .prose import Link, Prose

_PROSES = 8_000
"""How many texts are remembered: that of a decision is on pages that are made far apart in time."""
_STATEMENTS = 200
"""How many statements are: those of a record, for the next page that has them."""
Resolve = Callable[[str, Meeting | None], Link | None]
"""Finds where a reference in a text leads, as `[[#5C]]` in a text of a meeting."""


class Texts:
    """Makes texts in a `language`, or else in the first of `codes` in which they are given.

    `acronyms` gives the links of acronyms in a language, which are asked for once in each.
    """

    def __init__(
        self,
        language: Language,
        codes: list[str],
        country: str | None,
        resolve: Resolve,
        acronyms: Callable[[Language], dict[str, Link]],
    ) -> None:
        self._language = language
        self._codes = [language.code, *codes]
        self._country = country
        self._resolve = resolve
        self._acronyms = acronyms
        self._in_language: dict[str, Prose] = {}
        self._prose_html: Memo[tuple[str, str, Meeting | None], Markup] = Memo(_PROSES)
        self._summaries: Memo[tuple[str, str, Meeting | None], str] = Memo(_PROSES)
        self._statements: Memo[tuple[str, str, Meeting | None], Markup] = Memo(_STATEMENTS)
        self._words: Memo[tuple[str, str], Markup] = Memo()
        self._plains: Memo[tuple[str, str], str] = Memo()

    def words(self, text: Mapping[str, str] | None) -> Markup:
        """A short text on one line; if it is not in the page's language, its language is marked."""
        chosen = self.choose(text)
        return self._words(chosen, self._make_words, *chosen)

    def _make_words(self, text: str, code: str) -> Markup:
        words = isolated(self.prose_in(code).plain(text))
        if code == self._language.of_interface == self._language.code:
            return words
        if code == self._language.code:
            return Markup('<span lang="{}">{}</span>').format(code, words)
        name = self._language.words("(in %(language)s)", language=self._language.name_of(code))
        return Markup(
            '<span lang="{}" class="other-language">{}</span> <span class="only-language">{}</span>'
        ).format(code, words, name)

    def prose(self, text: Mapping[str, str] | None, meeting: Meeting | None = None) -> Markup:
        """A text of one or more paragraphs; if not in the page's language, its language is marked.

        References in it such as `[[#5C]]` are those of `meeting`.
        """
        if not text:
            return Markup("")
        key = (*self.choose(text), meeting)
        return self._prose_html(key, self._make_prose, *key)

    def statement(self, text: Mapping[str, str], meeting: Meeting) -> Markup:
        """The text of a statement, as `prose`; it is soon forgotten, for only pages that are made
        one after the other have it.
        """
        key = (*self.choose(text), meeting)
        return self._statements(key, self._make_prose, *key)

    def _make_prose(self, text: str, code: str, meeting: Meeting | None) -> Markup:
        html = self.prose_in(code).html(text, meeting)
        if code == self._language.of_interface == self._language.code:
            return html
        if code == self._language.code:
            return Markup('<div lang="{}">{}</div>').format(code, html)
        only = self._language.words("In %(language)s only", language=self._language.name_of(code))
        return Markup(
            '<p class="only-language">{}</p><div lang="{}" class="other-language">{}</div>'
        ).format(only, code, html)

    def choose(self, text: Mapping[str, str] | None) -> tuple[str, str]:
        """A text in the page's language, or else in the first that it has; and that language."""
        text = text or {}
        for code in self._codes:
            if (words := text.get(code)) is not None:
                return words, code
        return text.get(ANY_LANGUAGE, ""), self._language.code

    def plain(self, text: Mapping[str, str] | None) -> str:
        """A text on one line, without markup."""
        chosen = self.choose(text)
        return self._plains(chosen, self._make_plain, *chosen)

    def summary(self, text: Mapping[str, str] | None, meeting: Meeting | None = None) -> str:
        """A text of one or more paragraphs on one line, without markup; `meeting` as in `prose`."""
        key = (*self.choose(text), meeting)
        return self._summaries(key, self._make_summary, *key)

    def _make_summary(self, text: str, code: str, meeting: Meeting | None) -> str:
        return self.prose_in(code).summary(text, meeting)

    def _make_plain(self, text: str, code: str) -> str:
        return self.prose_in(code).plain(text)

    def foreign(self, text: Mapping[str, str] | None) -> str | None:
        """The code of the language in which a text is shown; None if the page speaks it."""
        code = self.choose(text)[1]
        return None if code == self._language.of_interface == self._language.code else code

    def prose_in(self, code: str) -> Prose:
        """The `Prose` of a language: each has its own quotes, spaces and acronyms."""
        if (prose := self._in_language.get(code)) is None:
            language = Language(code, self._country)
            prose = Prose(self._resolve, self._acronyms(language), language.typeset)
            self._in_language[code] = prose
        return prose
