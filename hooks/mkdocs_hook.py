"""Connects the register to mkdocs. No other file imports mkdocs.

mkdocs calls each function `on_…` at one event of a build, in this order:

    on_config            read and check the register; nothing is written if it has errors
    on_pre_build         see which pages of the previous build may be kept
    on_files             add an empty page, the shell, for each kind of page
    on_nav               put the index pages into the menu, before the pages of docs/
    on_template_context  say in every language that a page does not exist
    on_page_context      give each page the addresses of its translations
    on_post_page         keep the finished shells instead of writing them
    on_post_build        write all outputs (`releve/build/outputs.py`), in place of the old ones
    on_serve             follow the edits of the register (`releve/build/served.py`)

The plugin static-i18n builds each further language inside its own `on_post_build`, at priority
-100. Code that needs to know the language of the build therefore runs later, at a priority below
-100; code that must be done before the next language begins runs earlier, above -100.
"""

from __future__ import annotations

import logging
import re
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import escape
from material import templates as material_templates
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta
from mkdocs_static_i18n import config as i18n_config
from watchdog.observers.polling import PollingObserver

from releve.build.frame_problems import Warnings, refuse_to_build
from releve.build.outputs import write_site
from releve.build.published_at import published_at
from releve.build.reader import RegisterReader
from releve.build.served import ServedSite
from releve.build.site import SiteBuild
from releve.build.site_folder import RefusedError, SiteFolder, reason_of
from releve.language import said
from releve.pages import INDEXES, MENU, PAGE_KINDS, SLOTS, Shell, in_menu, marker, theme_environment
from releve.pages import Page as RegisterPage
from releve.register import Register
from releve.runtime import switches, timing
from releve.source import tell

log = logging.getLogger("mkdocs.hooks.releve")

AFTER_I18N = -110
"""A priority below that of static-i18n: mkdocs calls the highest first."""

_build: SiteBuild | None = None
_served: ServedSite | None = None
"""Follows the edits of the register; None unless the site is being served."""
_serving = False
_folder: SiteFolder | None = None
_warnings: Warnings | None = None
"""The folder that is written, and what mkdocs warns of; None while the site is being served."""


def _current() -> SiteBuild:
    assert _build is not None, "on_config comes first"
    return _build


def _language(config: MkDocsConfig) -> str:
    """The language that is being built; correct only at priorities below static-i18n's."""
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the site is being served: errors do not stop a server."""
    global _serving
    _serving = command == "serve"


def on_build_error(error: Exception) -> None:
    """Say why nothing was built, and not where in the code."""
    if reason := reason_of(error, _folder):
        log.error(" ".join([said(tell("Nothing was built.")), reason]))
        raise Abort(said(tell("The site stays as it was."))) from None


# --- the register, and the languages it is in ---------------------------------------------


def _read_register(config: MkDocsConfig) -> MkDocsConfig:
    global _build
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return config  # a further language of the same build
    root = _begin(config)
    site, settings = Path(config.site_dir), (config.site_url or "", config.edit_uri or "")

    def prepare(register: Register) -> SiteBuild:
        build = SiteBuild(root, register, site, *settings)
        build.compile_templates()
        return build

    _build = prepare(_register(root, config, prepare))
    if _served:
        _served.begin(_build)
    timing.lap("templates, tables")
    if switches.is_on("theme"):
        quick = partial(theme_environment, config.theme.get_env, config.theme.dirs)
        setattr(config.theme, "get_env", quick)  # noqa: B010
    config.extra_css[:0] = [path.relative_to(_THEME).as_posix() for path in _THEME_STYLES]
    languages = [
        {"locale": code, "name": language.name, "default": code == _build.register.languages[0]}
        for code, language in _build.languages.items()
    ]
    # static-i18n refuses iku and es-419; these codes have passed the register's own check.
    i18n_config.RE_LOCALE = re.compile("")
    i18n.config.load_dict({"languages": languages})
    i18n.config.validate()
    return config


def _begin(config: MkDocsConfig) -> Path:
    """Claim the folder to write, unless something forbids that; return the project's folder."""
    global _folder, _warnings
    docs, settings = Path(config.docs_dir), Path(config.config_file_path).absolute()
    refuse_to_build(root := settings.parent, docs)
    if not _serving:
        _folder, _warnings = SiteFolder(Path(config.site_dir)), Warnings(root, docs, settings)
        config.site_url, config.edit_uri = published_at(settings, config.site_url, config.edit_uri)
    config.site_dir = str(_folder.new) if _folder else config.site_dir
    return root


def _register(root: Path, config: MkDocsConfig, prepare: Any) -> Register:
    """Read the register. Errors stop a build before it touches the old site; a server waits."""
    global _served
    if _serving:
        frame = [Path(config.config_file_path).name, "docs", "hooks", "overrides"]
        _served = _served or ServedSite(root, frame, log.error, str(config.site_url))
        return _served.register(prepare)
    if register := RegisterReader(root).read(prepare):
        return register
    raise RefusedError(tell("The register has errors, listed above."))


_THEME = Path(material_templates.__file__).parent
_THEME_STYLES = sorted((_THEME / "assets" / "stylesheets").glob("*.css"))


def _set_language(config: MkDocsConfig) -> MkDocsConfig:
    """Set the words and addresses that the theme shows, in the language of this build."""
    build, code = _current(), _language(config)
    spoken = build.languages[code].of_interface
    base = spoken.split("-")[0]
    translated = (_THEME / "partials" / "languages" / f"{base}.html").is_file()
    config.theme["language"] = base if translated else "en"
    config.theme["direction"] = build.languages[code].direction
    # The theme escapes the name in some places and not in others; Markup, once in both.
    config.site_name = escape(build.renderers[code].naming.plain(build.register.settings.title))
    # The theme's own words may be English, or lack a region.
    config.extra |= {"language": code, "interface": spoken, "serving": _serving}
    config.extra["homepage"] = build.addresses[code].index("home")
    config.extra["search"] = {
        "address": build.addresses[code].index("search"),
        "title": build.renderers[code].naming.index_title("search"),
    }
    # One sitemap and one 404 page serve every language: ours, and the default language's.
    config.theme.static_templates -= {"sitemap.xml", "404.html"}
    config.theme.static_templates |= {"404.html"} if code == build.register.languages[0] else set()
    return config


on_config = CombinedEvent(
    event_priority(0)(_read_register), event_priority(AFTER_I18N)(_set_language)
)


# --- the previous build -------------------------------------------------------------------


def on_pre_build(config: MkDocsConfig) -> None:
    """Find the pages that may be kept. A server has none: it builds into an empty folder."""
    i18n: Any = config.plugins["i18n"]
    if _folder and not i18n.building:  # otherwise it is a further language of the same build
        _current().begin_from_previous(_folder.site)


# --- the shells ---------------------------------------------------------------------------


def _keep_assets(files: Files, config: MkDocsConfig) -> Files:
    """Remember the files of docs/ that are not pages, which static-i18n removes from the further
    languages, and drop the theme's scripts, of which the frame of our pages uses none.
    """
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/") and (_THEME / file.src_uri).is_file():
            files.remove(file)
    _current().frame.assets = [file for file in files if not file.is_documentation_page()]
    return files


def _add_shells(files: Files, config: MkDocsConfig) -> Files:
    """Add a shell for each kind of page, and drop pages of docs/ that do not belong to the site."""
    build, code = _current(), _language(config)
    for asset in build.frame.assets:
        if asset.src_uri not in files.src_uris:
            files.append(asset)
    for file in list(files.documentation_pages()):
        left_out = not config.extra["software_pages"] and _head(file, config).get("about")
        if file.locale != code or left_out == "software":  # type: ignore[attr-defined]
            files.remove(file)
            continue
        for other, translation in file.alternates.items():  # type: ignore[attr-defined]
            _move(translation, build.addresses[other].prefix, config)
    docs = {Path(str(file.abs_src_path)): file.url for file in files.documentation_pages()}
    build.take_docs(code, docs)
    for kind in PAGE_KINDS:
        source = f"register/{kind}.{code}.md"
        file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        _put(file, build.addresses[code].shell(kind), config)
        file.kind = kind  # type: ignore[attr-defined]
        files.append(file)
    return files


on_files = CombinedEvent(event_priority(0)(_keep_assets), event_priority(AFTER_I18N)(_add_shells))


def _head(file: File, config: MkDocsConfig) -> Any:
    return meta.get_data(Path(config.docs_dir, file.src_uri).read_text(encoding="utf-8-sig"))[1]


def _move(file: File, prefix: str, config: MkDocsConfig) -> None:
    """Put a page of docs/ at the `address` that its front matter gives, in its language."""
    if address := _head(file, config).get("address"):
        _put(file, f"{prefix}{address}/", config)


def _put(file: File, address: str, config: MkDocsConfig) -> None:
    file.url, file.dest_uri = address or "./", f"{address}index.html"
    file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)


@event_priority(0)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put the index pages into the menu, before the pages of docs/, and records below them."""
    build, code = _current(), _language(config)
    shells: dict[str, Page] = {}
    for file in files.documentation_pages():
        if kind := getattr(file, "kind", None):
            shells[kind] = file.page or Page(None, file, config)
            shells[kind].title = marker("heading")
            if kind in INDEXES:
                index = RegisterPage(kind, code, file.url)
                shells[kind].title = build.renderers[code].title(index)
    for kind, home in MENU.items():
        shells[kind].parent = shells[home]  # type: ignore[assignment]
    nav.items = [*(shells[kind] for kind in in_menu(build.register)), *nav.items]
    nav.pages = [*(shells[kind] for kind in INDEXES), *nav.pages]
    nav.homepage = shells["home"]  # static-i18n looks for a homepage later
    docs = Path(config.docs_dir).relative_to(build.root).as_posix()
    for page in filter(None, (file.page for file in files.documentation_pages())):
        page.previous_page = page.next_page = None
        page.edit_url = f"{config.edit_uri}{docs}/{page.file.src_uri}" if config.edit_uri else None
    return nav


@event_priority(AFTER_I18N)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give a shell its markers, and a page of docs/ the addresses of its translations."""
    build, code = _current(), _language(config)
    if hasattr(page.file, "kind"):
        context["slots"] = {slot: marker(slot) for slot in SLOTS}
    else:
        alternates: Any = page.file.alternates  # type: ignore[attr-defined]
        twins = {other: file.url for other, file in alternates.items()}
        title = str(page.meta.get("title") or unescape(page.title or ""))  # a heading is HTML
        context["slots"] = build.renderers[code].frame(twins, title, page.url, page.edit_url or "")
        if twins not in build.frame.handwritten:
            build.frame.handwritten.append(twins)
    context["slots"] |= build.around(code)
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the page for addresses that do not exist (404) its words in every language."""
    if template_name == "404.html":
        context["slots"] = _current().not_found(urlsplit(config.site_url or "/").path)
    return context


@event_priority(AFTER_I18N)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep the HTML of a shell; mkdocs writes no page that is empty. Complete a page of docs/."""
    build, code = _current(), _language(config)
    if kind := getattr(page.file, "kind", None):
        build.frame.shells[code, kind] = Shell(output)
        return ""
    return Shell(output).fill(page.url, {})


# --- what is written ----------------------------------------------------------------------


@event_priority(0)
def on_post_build(config: MkDocsConfig) -> None:
    """Write all outputs, once the shells of every language have been drawn."""
    build, code = _current(), _language(config)
    timing.lap(f"frame by mkdocs, {code}")
    if code != build.register.languages[-1]:
        return  # mkdocs has further languages to build
    if _served:
        _served.write(build)
    else:
        write_site(build)
        build.leave_to_next()
        if _warnings and _warnings.print_all(config.strict) and config.strict:
            raise RefusedError(tell("The site has faults, listed above."))
        if _folder:
            _folder.finish()
    timing.report()


# --- a site that is served ----------------------------------------------------------------

_LOOK = 0.05
"""Seconds between two looks for a file written into `ServedSite.nudges`."""


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Show each edit at once, and what follows from it later; mkdocs would build all again."""
    assert _served
    server.builder = _served.follow_edits(builder)
    # mkdocs looks at files twice a second, too rarely for somebody who waits to see an edit.
    slow_observer, server.observer = server.observer, PollingObserver(timeout=_LOOK)
    server.watch(_served.nudges)
    server.observer.start()
    server.observer = slow_observer
    return server
