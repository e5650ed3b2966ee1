"""The server that a secretariat leaves running while it writes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from support.projects import Build
from support.server import page_of, serving, until

REGISTER = Path("data") / "register.yml"


def test_a_server_keeps_the_site_while_the_register_is_bad_and_shows_it_once_mended(
    project: Callable[[str], Path],
) -> None:
    folder = project("small")
    # A register may have a home of its own: its edits are seen through the link.
    (folder / "data").rename(folder.parent / "record")
    (folder / "data").symlink_to(folder.parent / "record")
    good = (folder / REGISTER).read_text(encoding="utf-8")
    with serving(folder) as (home, printed):
        until(lambda: "<h1>" in page_of(home), "the first page")
        # What shows each change at once is a script in the page, which a published page forbids.
        assert "livereload(" in page_of(home)
        assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in page_of(home)
        (folder / REGISTER).write_text(f"{good}colour: blue\n", encoding="utf-8")
        until(lambda: "unknown field `colour`" in printed.read_text(), "the message")
        until(lambda: "unknown field `colour`" in page_of(f"{home}problems.txt"), "the bar")
        assert "<h1>" in page_of(home)
        assert "Traceback" not in printed.read_text()
        mended = good.replace("un comité imaginaire", "un comité raccommodé")
        assert mended != good
        (folder / REGISTER).write_text(mended, encoding="utf-8")
        until(lambda: "un comité raccommodé" in page_of(home), "the mended page")
        assert page_of(f"{home}problems.txt") == ""
        until(lambda: "search" in page_of(f"{home}assets/search/pagefind.js"), "the index")
        assert "Traceback" not in printed.read_text()


def test_a_server_that_starts_on_a_bad_register_waits_until_it_is_mended(
    project: Callable[[str], Path],
) -> None:
    folder = project("small")
    good = (folder / REGISTER).read_text(encoding="utf-8")
    (folder / REGISTER).write_text("title: [\n", encoding="utf-8")
    with serving(folder) as (home, printed):
        until(lambda: "Waiting until they are mended" in printed.read_text(), "the message")
        (folder / REGISTER).write_text(good, encoding="utf-8")
        until(lambda: "<h1>" in page_of(home), "the first page")
        assert "Traceback" not in printed.read_text()


def _as_published(html: str) -> str:
    """A page without what a server adds to it."""
    html = re.sub("<script data-served>.*?</script>", "", html, flags=re.DOTALL)
    html = re.sub(
        r"<script>[^<]*livereload[^<]*</script>|<script[^>]*livereload[^>]*></script>", "", html
    )
    return html.replace(" 'unsafe-inline'", "")


def _is(address: str, wanted: str) -> bool:
    return _as_published(page_of(address)).strip() == wanted


def test_after_edits_every_page_is_what_a_full_build_gives(
    project: Callable[[str], Path], build: Build, tmp_path: Path
) -> None:
    folder = project("long-history")
    meeting = folder / "data" / "meetings" / "cgp-lkc" / "2034-05-08.yml"
    topics = folder / "data" / "topics.yml"
    report = folder / "data" / "follow-ups" / "cgp-lkc" / "2034-05-08-1.yml"
    named = topics.read_text("utf-8")
    with serving(folder) as (home, printed):
        until(lambda: "<h1>" in page_of(home), "the first page")
        decision = f"{home}cgp-lkc/2034-05-08/decision-2/"
        meeting.write_text(meeting.read_text("utf-8").replace("sonne sa corne", "corne"), "utf-8")
        until(lambda: "chaque phare corne" in page_of(decision), "the edited decision")
        topics.write_text(f"{named}neige: {{name: {{fr: Neige, en: Snow, es: Nieve}}}}\n", "utf-8")
        until(lambda: "Neige" in page_of(f"{home}themes/neige/"), "the added topic")
        report.write_text("reports: [{date: 2034-06-01, status: done}]\n", "utf-8")
        until(lambda: "state--done" in page_of(f"{home}cgp-lkc/2034-05-08/suivi-1/"), "the report")
        topics.write_text(named, "utf-8")
        until(lambda: not page_of(f"{home}themes/neige/"), "no topic")
        shutil.copytree(folder, tmp_path / "clean", ignore=shutil.ignore_patterns("site"))
        assert build(tmp_path / "clean", SITE_URL=home).returncode == 0
        site = tmp_path / "clean" / "site"
        for path in sorted(site.rglob("index.html")):
            address = home + path.relative_to(site).as_posix().removesuffix("index.html")
            wanted = path.read_text("utf-8").strip()
            until(partial(_is, address, wanted), address)
        sitemap = (site / "sitemap.xml").read_text("utf-8")
        until(lambda: page_of(f"{home}sitemap.xml") == sitemap, "the sitemap")
        assert "Traceback" not in printed.read_text()
