"""What the trial registers become: every page, word for word, as of several days."""

from __future__ import annotations

import pytest
from support.golden import TREE, VIEWS, golden

RENEW = "If the pages are right, `make golden` renews tests/golden/."


@pytest.mark.parametrize("view", VIEWS, ids="@".join)
def test_the_pages_of_a_register_say_what_they_are_expected_to_say(
    view: tuple[str, str, str],
) -> None:
    said = golden(*view)
    folder = TREE.joinpath(*view)
    expected = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.txt")}
    assert sorted(said) == sorted(expected), f"Pages came or went. {RENEW}"
    for path, words in said.items():
        assert words == expected[path], f"{path.relative_to(TREE)} differs. {RENEW}"


def test_every_golden_file_belongs_to_a_view() -> None:
    known = {TREE.joinpath(*view) for view in VIEWS}
    strays = [path for path in TREE.rglob("*.txt") if known.isdisjoint(path.parents)]
    assert strays == [], RENEW
