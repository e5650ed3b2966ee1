"""What one run leaves to the next is taken as it was left, or not at all."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from releve.build.load import load, load_quickly
from releve.runtime import cache
from releve.source import Known


def _spoilt(said: bytes) -> list[bytes]:
    """A part of the cache after some accidents, and one that other code has left."""
    turned = bytes([said[-1] ^ 1])
    return [b"", said[:10], said[:-1], said[:-1] + turned, b"x" * len(said), said + b"x"]


@pytest.fixture
def leaves_something(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("CI", raising=False)
    yield
    cache._key.cache_clear()


@pytest.mark.usefixtures("leaves_something")
def test_a_cache_that_is_damaged_or_of_other_code_is_as_good_as_none(tmp_path: Path) -> None:
    parts = {"one": cache.pack([1, 2]), "two": cache.pack("x")}
    cache.save(tmp_path, "part", parts)
    path = tmp_path / cache.FOLDER / "part"
    said = path.read_bytes()
    assert cache.load(tmp_path, "part") == parts
    for spoilt in _spoilt(said):
        path.write_bytes(spoilt)
        assert cache.load(tmp_path, "part") == {}
    template = tmp_path / "overrides" / "register" / "page.html"
    template.parent.mkdir(parents=True)
    template.write_text("x")
    path.write_bytes(said)
    elsewhere = shutil.copytree(tmp_path, tmp_path / "elsewhere")
    assert cache.load(elsewhere, "part") == {}


@pytest.mark.usefixtures("leaves_something")
def test_what_somebody_else_saved_is_never_unpickled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, theirs, ours = tmp_path / "checkout", tmp_path / "theirs", tmp_path / "ours"
    checkout.mkdir()
    for home in (theirs, ours):
        monkeypatch.setenv("XDG_CACHE_HOME", str(home))
        cache._key.cache_clear()
        if home == theirs:
            cache.save(checkout, "part", {"one": cache.pack(1)})
            assert cache.load(checkout, "part")
    monkeypatch.setattr(pickle, "loads", lambda _: pytest.fail("it was unpickled"))
    assert cache.load(checkout, "part") == {}
    # A key that the checkout brings itself is no key.
    monkeypatch.setenv("XDG_CACHE_HOME", str(checkout / "home"))
    cache._key.cache_clear()
    assert not cache.is_kept(checkout)
    assert cache.load(checkout, "part") == {}


@pytest.mark.usefixtures("leaves_something")
def test_a_register_is_found_to_be_the_same_with_and_without_a_cache(
    project: Callable[[str], Path],
) -> None:
    root = project("long-history")
    meeting = root / "data" / "meetings" / "cgp-lkc" / "2034-05-08.yml"
    known: Known = {}
    assert load_quickly(root, known)[1] == load(root)[1]
    path = root / cache.FOLDER / "register"
    said = path.read_bytes()
    meeting.write_text(meeting.read_text("utf-8").replace("item: ", "itme: ", 1), "utf-8")
    wrong = load(root)[1]
    assert wrong
    for left in (said, *_spoilt(said)):
        path.write_bytes(left)
        assert load_quickly(root, {})[1] == wrong
        assert load_quickly(root, {})[1] == wrong
