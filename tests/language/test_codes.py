"""Codes of languages: of two letters or of three, with a script, a country or a region."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.golden import bodies, register_of

SETTINGS = "title: {{{0}: T, en: T}}\nlanguages: [{0}, en]\nbodies: [com]\nas_of: 2031-06-30\n"


@pytest.mark.parametrize("code", ["iku", "iu", "es-419", "zh-Hant", "fr-CA"])
def test_a_register_may_be_in_a_language_of_any_code(code: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "meetings" / "com").mkdir(parents=True)
    (data / "register.yml").write_text(SETTINGS.format(code), "utf-8")
    (data / "organizations.yml").write_text("com: {name: Com, kind: committee}\n", "utf-8")
    words = f"title: {{{code}: Alpha, en: Beta}}\n"
    (data / "meetings" / "com" / "2031-03-04.yml").write_text(words, "utf-8")
    pages = bodies(register_of(tmp_path))[code]
    assert "Alpha" in pages["com/2031-03-04/"]
