"""One register of `make fuzz`: made by chance, damaged, checked, rendered if accepted, and judged.

Each is made of a seed and a number and of nothing else (`Trial.of`). Begin at `tried`.
"""

from __future__ import annotations

import difflib
import gc
import io
import os
import shutil
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType
from unittest.mock import patch
from xml.etree import ElementTree

import yaml

from releve.__main__ import seal
from releve.build.load import AS_OF, load
from releve.build.site import SiteBuild
from releve.pages import SLOTS, SearchEntries, Shell, marker, sitemap
from releve.register import Register
from releve.runtime.switches import WITHOUT
from releve.source import Problem, report

from .built_site import EDIT_URI, SITE_URL, Site, read_html
from .damage import damaged
from .damage_of_structure import Bytes
from .judge import Fault, faults_of_page, faults_of_pages, faults_of_problem
from .paths import REGISTERS, ROOT
from .projects import build, copy_project, said_in
from .registers_at_random import make
from .ways_of_reading import from_the_cache

SECONDS = 5
"""The most seconds of processor in which a register is checked, or an accepted one rendered."""
_MEMORY = 3 * 2**30
"""The most bytes of memory of one process."""


# --- a register -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Trial:
    """One damaged register."""

    source: str
    """The trial register of which it was made, or how it was made at random."""
    before: Bytes
    files: Bytes
    done: list[str]
    """What was done to which file."""
    sealed: bool
    """Whether its approved records are sealed anew after the damage."""
    day: str
    """The day as of which it is shown; empty if it is its own."""

    @classmethod
    def of(cls, seed: int, number: int) -> Trial:
        """The register of this seed and number: always the same."""
        random = Random(f"{seed} {number}")
        source = random.choice(_sources())
        before = _at_random(random, source == "wild") if source in _MADE else _of_trial(source)
        files, done = damaged(before, random, _others())
        # What is made at random is not sealed, and would be refused for that alone.
        sealed = source in _MADE or random.random() < 0.5
        if sealed:
            files.pop("seals.yml", None)
        day = random.choice(["", "", "", "2031-05-06", "2019-10-01", "1999-12-31", "2040-02-29"])
        return cls(source, before, files, done, sealed, day)

    def write(self, root: Path) -> None:
        """Write it below a folder, which is its project's."""
        (root / "data").mkdir(parents=True)
        for name, content in sorted(self.files.items()):
            path = root / "data" / name
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            except OSError:  # a file stands where it would need a folder, or the other way round
                del self.files[name]

    def __str__(self) -> str:
        """What it is, and how it differs from what it was made of."""
        sealed = "sealed anew" if self.sealed else "seals as they were"
        lines = [f"{self.source}, {sealed}, as of {self.day or 'its own day'}", *self.done, ""]
        for name in sorted({*self.before, *self.files}):
            old, new = (
                some.get(name, b"").decode("utf-8", "backslashreplace").splitlines()
                for some in (self.before, self.files)
            )
            lines += difflib.unified_diff(old, new, name, name, lineterm="", n=1)
        text = "\n".join(line if len(line) < 1_000 else f"{line[:1_000]}…" for line in lines)
        return text.encode("utf-8", "backslashreplace").decode()


_MADE = ("good", "wild")
_LARGE = ("joint-councils", "long-history")
"""Trial registers of hundreds of pages: one of them takes the time of ten others. Each has a sixth
of the chances that others have."""


@cache
def _sources() -> list[str]:
    """What registers are made of, each as many times as it has chances."""
    trial = sorted(path.name for path in REGISTERS.iterdir() if (path / "data").is_dir())
    small = [name for name in (*trial, "tame") if name not in _LARGE]
    return [*_LARGE, *small * 6, *_MADE * 4, *_MADE[:1] * 2]


@cache
def _of_trial(source: str) -> Bytes:
    """The files of a trial register; `tame` is `hostile` in good faith: see `projects.py`."""
    data = REGISTERS / {"tame": "hostile"}.get(source, source) / "data"
    return {
        path.relative_to(data).as_posix(): said_in(path, source).encode()
        for path in sorted(data.rglob("*.yml"))
    }


@cache
def _others() -> Bytes:
    """The files of the trial registers that have most of what a register may hold."""
    return {
        f"{source}/{name}": content
        for source in ("several-bodies", "long-history", "hostile")
        for name, content in _of_trial(source).items()
    }


def _at_random(random: Random, wild: bool) -> Bytes:
    return {
        name: yaml.dump(content, Dumper=yaml.CSafeDumper, sort_keys=False).encode()
        for name, content in make(random, wild).items()
    }


# --- what becomes of it ---------------------------------------------------------------------------


class TooSlowError(BaseException):
    """Raised in what takes too much of the processor; nothing that catches errors catches it."""


@contextmanager
def _in_time() -> Iterator[None]:
    """Ends what takes more than `SECONDS` of processor.

    What is raised while the garbage collector calls somebody back (hypothesis counts its time so)
    is lost and reported as a fault of its own: then it is ended at the next signal.
    """

    def end(number: int, frame: FrameType | None) -> None:
        called_back = {getattr(call, "__code__", None) for call in gc.callbacks}
        if not any(each.f_code in called_back for each, _ in traceback.walk_stack(frame)):
            raise TooSlowError

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@dataclass
class Result:
    """What became of one register."""

    number: int
    accepted: bool = False
    pages: int = 0
    seconds: float = 0.0
    """Of processor: to check and to render it, without the judgement."""
    finds: list[Fault] = field(default_factory=list)


def tried(seed: int, number: int, whole: bool = False) -> Result:
    """Make a register, check it, render it if it is accepted, and judge what was made of it.

    If `whole`, its site is built by mkdocs in a process of its own, instead of in this one.
    """
    trial, result = Trial.of(seed, number), Result(number)
    with TemporaryDirectory(prefix="fuzz-") as folder, patch.dict(os.environ, {AS_OF: trial.day}):
        root = Path(folder) / "project"
        try:
            result.finds += _try_whole(trial, root) if whole else _try(trial, root, result)
        except (Exception, TooSlowError) as error:
            result.finds.append((_kind(error), traceback.format_exc()))
    return result


def _try(trial: Trial, root: Path, result: Result) -> Iterator[Fault]:
    trial.write(root)
    if trial.sealed:
        with _in_time(), redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            seal(root)
    begun = time.process_time()
    with _in_time():
        register, problems = load(root)
        report(problems)
    result.seconds = time.process_time() - begun
    yield from _of_problems(problems, trial)
    if any(problem.severity == "error" for problem in problems):
        return
    result.accepted = True
    if register is None:
        yield "neither a register nor an error", ""
        return
    begun = time.process_time()
    with _in_time():
        site = Rendered(register)
    result.seconds += time.process_time() - begun
    result.pages = len(site.pages)
    yield from site.faults(root)
    if not result.number % _AGAIN:
        yield from _otherwise(root, problems, register, site)


_AGAIN = 20
"""One register in so many is read and rendered once more, in other ways."""


def _otherwise(
    root: Path, problems: list[Problem], register: Register, site: Rendered
) -> Iterator[Fault]:
    """What differs where it is read from the cache, and rendered without tricks of speed."""
    if from_the_cache(root)[1] != problems:
        yield "other problems from the cache", ""
    with patch.dict(os.environ, {WITHOUT: "prose,memo,templates"}):
        slow = Rendered(register)
    for (address, html), (_, other) in zip(site.pages, slow.pages, strict=True):
        if html != other:
            lines = difflib.unified_diff(html.splitlines(), other.splitlines(), lineterm="", n=0)
            yield "another page without tricks of speed", f"/{address}: {chr(10).join(lines)}"


def _of_problems(problems: list[Problem], trial: Trial) -> Iterator[Fault]:
    files = {**trial.files, "seals.yml": b"\n" * 1_000} if trial.sealed else trial.files
    for problem in problems:
        yield from faults_of_problem(problem, files)


def _try_whole(trial: Trial, root: Path) -> Iterator[Fault]:
    """Build the site of a register that was accepted, as `make site` does."""
    copy_project("empty", root)
    shutil.rmtree(root / "data")
    trial.write(root)
    if trial.sealed:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            seal(root)
    done = build(root, **{AS_OF: trial.day})
    if done.returncode:
        yield "a whole build that fails", done.stderr
        return
    site = Site(root)
    for address, page in site.pages.items():
        for kind, shown in faults_of_page(page, own=not page.source.startswith("docs/")):
            yield f"{kind}, in a whole build", f"/{address}: {shown}"
        for _, url in page.links():
            if url.startswith(SITE_URL) and not site.leads_somewhere(url.partition("?")[0]):
                yield "a link that leads nowhere, in a whole build", f"/{address}: {url}"


def _kind(error: BaseException) -> str:
    """An exception by its type and the last place in this project's own code."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if f"{os.sep}releve{os.sep}" in frame.filename]
    at = own[-1] if own else frames[-1]
    name = "more than five seconds" if isinstance(error, TooSlowError) else type(error).__name__
    return f"{name} in {Path(at.filename).name}: {at.name}"


class Rendered:
    """The site of a register, made without mkdocs: each page in every language, in a bare frame."""

    def __init__(self, register: Register) -> None:
        self._register = register
        build = SiteBuild(ROOT, register, ROOT / "site", SITE_URL, EDIT_URI)
        self.pages: list[tuple[str, str]] = []
        """The address of each page, and its HTML."""
        self.entries: list[str] = []
        """What can be found by a search, as HTML."""
        for code, renderer in build.renderers.items():
            shell = _shell(code)
            for page in build.pages(code):
                html = shell.fill(page.address, renderer.slots(page))
                self.pages.append((page.address, html))
            found = SearchEntries(
                register, build.languages[code], renderer.naming, build.addresses[code]
            )
            self.entries += [entry.words for entry in found.everything()]
        self._exported = {
            address for export in build.exports.everything() for address in export.addresses
        }
        self.sitemap = sitemap(SITE_URL, build.translations, register.languages[0])

    def faults(self, root: Path) -> Iterator[Fault]:
        """What is wrong with its pages, its sitemap and what can be found of it."""
        yield from faults_of_pages(self.pages, self._is_there)
        for html in self.entries:
            yield from _of_entry(html)
        try:
            ElementTree.fromstring(self.sitemap)
        except ElementTree.ParseError as error:
            yield "a sitemap that cannot be read", str(error)
        for file in self._register.files:
            if not (root / file.path).is_file():
                yield "a page about a file that is not there", file.path

    def _is_there(self, path: str) -> bool:
        return path in self._exported or _is_file(path)


@lru_cache(maxsize=10_000)
def _of_entry(html: str) -> tuple[Fault, ...]:
    faults = read_html(html)[1]
    return tuple(("not well nested, for the search", f"{fault}: {html[:200]}") for fault in faults)


@cache
def _shell(code: str) -> Shell:
    """A page with every slot in it, and hardly anything else."""
    at = {slot: marker(slot) for slot in SLOTS}
    return Shell(
        f'<!doctype html><html lang="{code}"><head><title>{at["title"]}</title>{at["head"]}</head>'
        f"<body><header><span>{at['heading']}</span>{at['languages']}</header>{at['paper']}"
        f"<nav>{at['contents']}</nav><main><article>{at['body']}</article></main></body></html>"
    )


def _is_file(path: str) -> bool:
    """Whether a page of docs/ or another file of the frame is at a path of the site."""
    return path in _of_docs() or (ROOT / "docs" / path).is_file()


@cache
def _of_docs() -> set[str]:
    """The addresses of pages written by hand, with and without the code of a language."""
    found = set()
    for path in (ROOT / "docs").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        front = yaml.safe_load(text.split("---\n")[1])
        address = f"{front['address']}/"
        found |= {address, f"{path.suffixes[0][1:]}/{address}"}
    return found
