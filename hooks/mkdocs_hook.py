"""Joins the register to mkdocs; the only file that imports it.

Each event of a build calls one step of `releve`:

    on_config            read and check the register; nothing is written if it has errors
    on_pre_build         set aside the site of the build before, and see which pages may be kept
    on_files             add an empty page, the shell, for each kind of page
    on_nav               put the index pages into the menu, before the pages of docs/
    on_page_context      give each page the addresses of its twins in other languages
    on_template_context  say in every language that a page does not exist
    on_post_page         keep the finished shells instead of writing them
    on_post_build        fill the shells: one page for each record

static-i18n builds each further language inside its own `on_post_build`, at priority -100; what
needs to know the language of the build comes after it, below -100, and what must be done
before the next language begins comes before it.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape
from material import templates as material_templates
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils import meta
from mkdocs_static_i18n.config import I18nPluginLanguage
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from releve.build.build import Build
from releve.build.load import load_again
from releve.build.previous_build import load_previous_build, save_for_next_build, set_aside
from releve.build.served import Edited
from releve.pages import (
    ANNEX,
    COMPILED,
    INDEXES,
    RECORDS,
    ROOT,
    YEARS,
    Shell,
    marker,
    search_entries,
    search_index,
    sitemap,
)
from releve.pages import Page as RegisterPage
from releve.register import Register, dependencies
from releve.runtime import cache, timing
from releve.source import FOLDER, Known, report

log = logging.getLogger("mkdocs.hooks.releve")

SLOTS = ("title", "heading", "head", "languages", "paper", "contents", "body")
AFTER_I18N = -110


Written = dict[str, tuple[int, int]]
_Step = TypeVar("_Step")

_build: Build | None = None
_built_from: set[tuple[str, bytes]] = set()
"""The files of its register, with a digest of what each held."""
_serving = False


def _current() -> Build:
    assert _build is not None, "on_config comes first"
    return _build


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _language(config: MkDocsConfig) -> str:
    """The language that is being built; right only below static-i18n's priority."""
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the site is being served: a server outlives a bad register."""
    global _serving
    _serving = command == "serve"


# --- the register, and the languages it is in ---------------------------------------------


def _read_register(config: MkDocsConfig) -> MkDocsConfig:
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return config  # a further language of the same build
    gc.unfreeze()  # what was to stay for a site before this one may go
    root = _root(config)
    site, settings = Path(config.site_dir), (config.site_url or "", config.edit_uri or "")

    def ready(register: Register) -> Build:
        build = Build(root, register, site, *settings)
        build.compile()
        return build

    register = _read(root, meanwhile=ready)
    while register is None:  # only when serving: wait until the file is mended
        time.sleep(0.5)
        register = _read(root, quiet=True)
    build = ready(register)
    _begin(build)
    timing.lap("templates, tables")
    setattr(config.theme, "get_env", partial(_theme_templates, config.theme))  # noqa: B010
    config.extra_css[:0] = [path.relative_to(_THEME).as_posix() for path in _THEME_STYLES]
    default = register.languages[0]
    i18n.config.languages = [
        _i18n_language(code, language.name, code == default)
        for code, language in build.tongues.items()
    ]
    return config


def _begin(build: Build) -> None:
    """Let a build be the current one, and no step of an older one be done any more."""
    global _build, _built_from
    with dependencies.one_at_a_time:
        _build, _built_from = build, _digests()


_reported = ""
_files: Known = {}
_seen: Written = {}
"""What there was to read when the register of a served site was read last."""


def _digests() -> set[tuple[str, bytes]]:
    """The files of the register as they were read last."""
    return {(file, known[0]) for file, known in _files.items()}


def _read(
    root: Path, quiet: bool = False, meanwhile: Callable[[Register], object] | None = None
) -> Register | None:
    """The register, if it may be published. Its problems are printed, unless `quiet` and known.

    A build stops at errors, before the old site is touched. A server goes on with the register
    that it had, or waits for the first good one.
    """
    global _reported, _seen
    if _serving:
        _seen = _written([root / FOLDER])
    register, problems = load_again(root, _files if _serving else {}, meanwhile)
    said = report(problems) if problems else ""
    if said and not (quiet and said == _reported):
        print(said, file=sys.stderr, flush=True)
    elif _reported and not said:
        print("No problem is left.", file=sys.stderr, flush=True)
    _reported = said
    if register and all(problem.severity == "warning" for problem in problems):
        return register
    if not _serving:
        raise PluginError("The register has errors, listed above. Nothing was built.")
    if _build:
        log.error("The register has errors, listed above. The site stays as it was.")
        return _build.register
    if not quiet:
        log.error("The register has errors, listed above. Waiting until they are mended.")
    return None


def _i18n_language(code: str, name: str, default: bool) -> I18nPluginLanguage:
    language = I18nPluginLanguage()
    language.load_dict({"locale": code, "name": name, "default": default})
    language.validate()
    return language


_THEME = Path(material_templates.__file__).parent
_THEME_LANGUAGES = _THEME / "partials" / "languages"
_THEME_STYLES = sorted((_THEME / "assets" / "stylesheets").glob("*.css"))


class _ThemeLoader(FileSystemLoader):
    """Lists the theme's files but for its icons, thousands that mkdocs would look at and leave out.

    A template that names an icon finds it all the same.
    """

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for folder in self.searchpath:
            for path, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(path, name).relative_to(folder).as_posix() for name in names)
        return sorted(found)


def _theme_templates(theme: Theme) -> Environment:
    env = Theme.get_env(theme)
    env.loader = _ThemeLoader(theme.dirs)
    env.bytecode_cache = COMPILED
    return env


def _speak_language(config: MkDocsConfig) -> MkDocsConfig:
    """Set what the theme says in the language of this build."""
    build, code = _current(), _language(config)
    base = code.split("-")[0]
    known = (_THEME_LANGUAGES / f"{base}.html").is_file()
    config.theme["language"] = base if known else "en"
    config.theme["direction"] = build.tongues[code].direction
    # The theme prints the name as it stands in some places and escapes it in others: as Markup
    # it is escaped once in both.
    config.site_name = escape(build.renderers[code].naming.plain(build.register.settings.title))
    config.extra["language"] = code  # the theme's own words may be English, or lack a region
    config.extra["serving"] = _serving
    config.extra["homepage"] = build.addresses[code].index("home")
    config.extra["search"] = {
        "address": build.addresses[code].index("search"),
        "title": build.renderers[code].naming.index_title("search"),
    }
    # One sitemap and one 404 page serve every language: ours, and the default language's.
    config.theme.static_templates.discard("sitemap.xml")
    if code == build.register.languages[0]:
        config.theme.static_templates.add("404.html")
    else:
        config.theme.static_templates.discard("404.html")
    return config


on_config = CombinedEvent(
    event_priority(0)(_read_register), event_priority(AFTER_I18N)(_speak_language)
)


# --- the build before ---------------------------------------------------------------------


def on_pre_build(config: MkDocsConfig) -> None:
    """Before mkdocs clears the site, set it aside if pages can be taken from it.

    A server builds into a folder of its own, where it knows what it wrote.
    """
    build, i18n = _current(), config.plugins["i18n"]
    if i18n.building:  # type: ignore[attr-defined]
        return  # a further language of the same build
    if not _serving and (before := load_previous_build(build.root)):
        build.compare(before)
        build.aside = set_aside(build.root, Path(config.site_dir)) if build.kept else None
    timing.lap("kept pages")


# --- the shells ---------------------------------------------------------------------------


def _shell_address(build: Build, code: str, kind: str) -> str:
    """Where a shell is drawn: an index at its own address, a record as deep as its like."""
    addresses = build.addresses[code]
    if kind in INDEXES:
        return addresses.index(kind)
    deep = 3 if kind in (ANNEX, "decision", "follow_up") else 2
    return f"{addresses.prefix}{'/'.join([f'shell-{kind}'] * deep)}/"


def _keep_assets(files: Files, config: MkDocsConfig) -> Files:
    """Remember the files of docs/ that are not pages: static-i18n drops them from the further
    languages, whose pages then could not link to them. Our frame needs none of the theme's scripts.
    """
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/") and (_THEME / file.src_uri).is_file():
            files.remove(file)
    _current().frame.assets = [file for file in files if not file.is_documentation_page()]
    return files


def _add_shells(files: Files, config: MkDocsConfig) -> Files:
    """Add a shell for each kind of page, and drop pages of docs/ in other languages."""
    build, code = _current(), _language(config)
    for asset in build.frame.assets:
        if asset.src_uri not in files.src_uris:
            files.append(asset)
    for file in list(files.documentation_pages()):
        if file.locale != code:  # type: ignore[attr-defined]
            files.remove(file)  # a page of docs/ in a language that the register is not in
            continue
        for other, twin in file.alternates.items():  # type: ignore[attr-defined]
            _move(twin, build.addresses[other].prefix, config)
    for kind in (*INDEXES, *YEARS, *RECORDS):
        file = File.generated(
            config,
            f"register/{kind}.{code}.md",
            content="",
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        file.url = _shell_address(build, code, kind) or "./"
        file.dest_uri = f"{_shell_address(build, code, kind)}index.html"
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
        file.kind = kind  # type: ignore[attr-defined]
        files.append(file)
    return files


on_files = CombinedEvent(event_priority(0)(_keep_assets), event_priority(AFTER_I18N)(_add_shells))


def _move(file: File, prefix: str, config: MkDocsConfig) -> None:
    """Put a page of docs/ at the `address` that its front matter gives, in its language."""
    source = Path(config.docs_dir, file.src_uri).read_text(encoding="utf-8-sig")
    if address := meta.get_data(source)[1].get("address"):
        file.url = f"{prefix}{address}/"
        file.dest_uri = f"{file.url}index.html"
        file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)


@event_priority(0)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """The index pages, then what docs/ holds. A record stands in the menu under its index."""
    build, code = _current(), _language(config)
    shells: dict[str, Page] = {}
    for file in files.documentation_pages():
        if kind := getattr(file, "kind", None):
            shells[kind] = file.page or Page(None, file, config)
            shells[kind].title = marker("heading")
            if kind in INDEXES:
                index = RegisterPage(kind, code, file.url)
                shells[kind].title = build.renderers[code].title(index)
    for kind, home in _MENU.items():
        shells[kind].parent = shells[home]  # type: ignore[assignment]
    listed = (shells[kind] for kind in INDEXES if kind != "search")  # it has a box in the header
    nav.items = [*listed, *nav.items]
    nav.pages = [*(shells[kind] for kind in INDEXES), *nav.pages]
    nav.homepage = shells["home"]  # static-i18n looks for one after us
    docs = Path(config.docs_dir).relative_to(build.root).as_posix()
    for page in filter(None, (file.page for file in files.documentation_pages())):
        page.previous_page = page.next_page = None
        page.edit_url = f"{config.edit_uri}{docs}/{page.file.src_uri}" if config.edit_uri else None
    return nav


_MENU = {
    **YEARS,
    "meeting": "meetings",
    ANNEX: "meetings",
    "decision": "decisions",
    "follow_up": "follow-ups",
    "topic": "topics",
    "organization": "organizations",
    "person": "people",
}


@event_priority(AFTER_I18N)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give a shell its markers, and a page of docs/ the addresses of its twins."""
    build, code = _current(), _language(config)
    if hasattr(page.file, "kind"):
        context["slots"] = {slot: marker(slot) for slot in SLOTS}
    else:
        twins = {
            other: file.url
            for other, file in page.file.alternates.items()  # type: ignore[attr-defined]
        }
        renderer = build.renderers[code]
        context["slots"] = {
            "title": escape(page.title or ""),
            "head": renderer.head(twins, page.title or ""),
            "languages": renderer.languages(twins),
            "paper": renderer.paper(page.url, page.title or ""),
            "colophon": renderer.colophon(page.edit_url or ""),
        }
        if twins not in build.frame.handwritten:
            build.frame.handwritten.append(twins)
    context["slots"]["day"] = build.renderers[code].day()
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The page for addresses that lead nowhere says so in every language."""
    if template_name == "404.html":
        said = [renderer.not_found() for renderer in _current().renderers.values()]
        home = urlsplit(config.site_url or "/").path
        day = "".join(renderer.day() for renderer in _current().renderers.values())
        body = "".join(said).replace(ROOT, home)
        context["slots"] = {"title": "404", "body": body, "day": day}
    return context


@event_priority(AFTER_I18N)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell, which mkdocs then does not write; write a page of docs/ as it is."""
    build, code = _current(), _language(config)
    if kind := getattr(page.file, "kind", None):
        build.frame.shells[code, kind] = Shell(output)
        return ""
    return Shell(output).fill(page.url, {})


# --- the pages ----------------------------------------------------------------------------


@event_priority(0)
def on_post_build(config: MkDocsConfig) -> None:
    """Once the shells of every language are there, fill them."""
    build, code = _current(), _language(config)
    timing.lap(f"frame by mkdocs, {code}")
    if code != build.register.languages[-1]:
        return  # the next language comes now
    build.make(noting=_serving or cache.is_kept(build.root))
    _leave(build)
    timing.lap("kept pages")
    _write_sitemap(build)
    timing.lap("sitemap")
    if _serving:
        _do_behind(build)
    else:
        _index(build)
    timing.lap("search")
    timing.report()


def _leave(build: Build) -> None:
    """Leave to the next build what it needs, and nothing else."""
    COMPILED.leave(build.root)
    if build.aside:
        shutil.rmtree(build.aside, ignore_errors=True)
    if _serving:
        build.as_before()  # now, and not when somebody waits for an edit
    elif cache.is_kept(build.root):
        save_for_next_build(build.root, build.as_before())


def _write_sitemap(build: Build) -> None:
    default = build.register.languages[0]
    twins = [
        *map(build.renderers[default].twins, build.pages(default)),
        *build.frame.handwritten,
    ]
    text = sitemap(build.settings[0], twins, default)
    (build.site / "sitemap.xml").write_bytes(text.encode())


# --- search -------------------------------------------------------------------------------


def _index(build: Build) -> None:
    """Write the index of the finished site; of a served one, a step at a time."""
    groups = [partial(_to_be_found, build, code) for code in build.tongues]
    search_index.index(groups, build.site / search_index.INDEX_FOLDER, at_once=not _serving)


def _to_be_found(build: Build, code: str) -> Iterator[search_entries.Found]:
    """All that can be found in a language."""
    naming, addresses = build.renderers[code].naming, build.addresses[code]
    finder = search_entries.Finder(build.register, build.tongues[code], naming, addresses)
    yield from _steps(build, finder.everything) if _serving else finder.everything()
    for twins in build.frame.handwritten:
        if code in twins:
            html = (build.site / twins[code] / "index.html").read_text(encoding="utf-8")
            yield search_entries.handwritten(twins[code], code, html)


# --- a site that is served ----------------------------------------------------------------


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """After an edit of the register, show at once what was edited; the rest follows.

    mkdocs would make everything anew, the frame of the pages too.
    """
    around = [Path(config.config_file_path), *(_root(config) / name for name in _FRAME)]
    before = _written(around)

    def build_again() -> None:
        nonlocal before
        _nobody_waits.clear()
        now = _written(around)
        try:
            if now != before or not _refresh():
                before = now
                builder()
        finally:
            _nobody_waits.set()

    server.builder = build_again
    # mkdocs looks at files twice a second: too seldom for a reader who waits for an edit.
    seldom, server.observer = server.observer, PollingObserver(timeout=_LOOK)
    server.watch(_nudges.name)
    server.observer.start()
    server.observer = seldom
    threading.Thread(target=_look_for_edits, args=(_root(config) / FOLDER,), daemon=True).start()
    return server


_FRAME = ("docs", "hooks", "overrides")
_LOOK = 0.05
"""Seconds from one look at the nudges to the next."""
_nudges = TemporaryDirectory(prefix="releve_")
"""A file that is written here makes the server build again."""


_nobody_waits = threading.Event()
"""Whether there is time for what nobody waits for. A thread that computes would slow down others
that ask for many files.
"""
_nobody_waits.set()


def _nudge() -> None:
    Path(_nudges.name, "nudge").touch()


def _look_for_edits(data: Path) -> None:
    """Nudge the server whenever a file of the register was written.

    The system says when to look. On a shared disk or in a container it may not, so there is a look
    every half second anyway.
    """
    woken = threading.Event()
    edits = FileSystemEventHandler()
    edits.on_any_event = lambda event: woken.set()  # type: ignore[method-assign]
    kinds = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
    told = Observer()
    told.schedule(edits, str(data), recursive=True, event_filter=kinds)
    with suppress(OSError):  # the system tells of no more files
        told.start()
    known = _seen
    while True:
        _nobody_waits.clear()
        now = _written([data])
        if now == known:
            _nobody_waits.set()
        else:
            known = now
            _nudge()
        woken.wait(timeout=0.5)
        woken.clear()


def _written(places: Iterable[Path | os.DirEntry[str]]) -> Written:
    """When each file was written last, in nanoseconds, and its size."""
    found: Written = {}
    for place in places:
        with suppress(OSError):  # it is gone
            if place.is_dir() and not place.is_symlink():
                with os.scandir(place) as inside:
                    found |= _written(inside)
            else:
                at = place.stat()
                found[os.fspath(place)] = at.st_mtime_ns, at.st_size
    return found


def _refresh() -> bool:
    """Bring a served site up to date with its register; False if that takes more than its pages.

    First come the pages about what was edited. Then the reader sees them, and the rest follows.
    """
    old = _current()
    if _written([old.root / FOLDER]) == _seen:
        return True
    with dependencies.one_at_a_time, _without_search_for_garbage():
        register = _read(old.root, quiet=True)
        assert register, "once a site is served, there is a register"
        if (register.settings, register.as_of) != (old.register.settings, old.register.as_of):
            return False
        edited = {file for file, _ in _digests() ^ _built_from}
        if edited and register is not old.register:
            build = Edited(old, register)
            build.show(edited, old.register)
            _begin(build)
            _do_behind(build)
    return True


@contextmanager
def _without_search_for_garbage() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _OvertakenError(Exception):
    """A newer build has begun."""


def _steps(build: Build, begin: Callable[[], Iterable[_Step]]) -> Iterator[_Step]:
    """The steps of a build, each while no page is made elsewhere."""
    steps = iter(begin())
    while True:
        _nobody_waits.wait()
        with dependencies.one_at_a_time:
            if build is not _build:
                raise _OvertakenError
            try:
                step = next(steps)
            except StopIteration:
                return
        yield step


def _do_behind(build: Build) -> None:
    """Do, in a thread, what nobody waits for."""
    threading.Thread(target=_finish, args=(build,), daemon=True).start()


_indexing = threading.Lock()


def _finish(build: Build) -> None:
    """What follows from an edit, and the index, unless a newer build has begun."""
    try:
        if isinstance(build, Edited):
            for _ in _steps(build, build.follow):
                pass
            _write_sitemap(build)
            _nudge()  # browsers load these pages too
        with _indexing:
            _index(build)
    except _OvertakenError:
        pass
    except (OSError, CalledProcessError):
        if build is _build:  # else that one has cleared the site
            raise
    else:
        gc.unfreeze()  # the register as it was before the edit may go
        gc.collect()
        gc.freeze()
