"""Tables and a chart of what was measured, in both languages, for docs/ and the terminal."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.metadata import version
from pathlib import Path

from babel.numbers import format_decimal

from releve.language import NBSP, Language

from . import hugo
from .browser import Reading
from .contestants import PROJECT
from .measure import Run

LANGUAGES = ("fr", "en")
DOCS = PROJECT / "docs"
_BASE = 80
"""Meetings of the register that growth is compared with."""
LARGE = 320
"""Meetings above which everything is run once only, and no page is served."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of a register of one size; runs are medians."""

    meetings: int
    pages: int
    size: int
    """Bytes of all pages."""
    hugo_size: int
    full: Run
    hugo: Run
    writing: Run
    again: Run
    """A build after one edit, in a new process."""
    hugo_again: Run
    check: Run
    shown: Run
    """From saving an edit to the browser that shows it, while serving."""

    @property
    def stages(self) -> dict[str, float]:
        """Seconds of each stage of the full build."""
        return _stages(self.full)

    @property
    def built(self) -> float:
        """Seconds of the full build without the index of the search, which Hugo does not make."""
        return self.full.seconds - _indexing(self.full)

    @property
    def built_again(self) -> float:
        """Likewise of the build after an edit."""
        return self.again.seconds - _indexing(self.again)


def _stages(build: Run) -> dict[str, float]:
    """Seconds of each stage, as a build of ours printed them itself."""
    lines = re.findall(r"^(\S.*?) +([\d.]+) s +\d+%$", build.said, re.MULTILINE)
    return {stage: float(seconds) for stage, seconds in lines if stage != "in all"}


def _indexing(build: Run) -> float:
    return _stages(build).get("search", 0.0)


Pair = tuple[str, str]
"""Words in French and in English."""


def machine(command: str) -> list[Pair]:
    """Where, when and how it was measured."""
    today = date.today()
    days = [Language(code, "CA").date(today) for code in LANGUAGES]
    cores, memory = os.cpu_count() or 0, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    gigabytes = round(memory / 2**30)
    software = (
        f"Python {platform.python_version()}, mkdocs {version('mkdocs')}, "
        f"Material {version('mkdocs-material')}, Hugo {hugo.version()}"
    )
    return [
        (
            f"Mesuré le {days[0]} avec `{command}`.",
            f"Measured on {days[1]} with `{command}`.",
        ),
        (
            f"Machine{NBSP}: {_processor()}, {cores} cœurs, {gigabytes} Go de mémoire, "
            f"{platform.system()} {platform.release()}.",
            f"Machine: {_processor()}, {cores} cores, {gigabytes} GB of memory, "
            f"{platform.system()} {platform.release()}.",
        ),
        (f"Logiciels{NBSP}: {software}.", f"Software: {software}."),
        (
            f"Fichiers écrits sur {_file_system()}. Chiffres{NBSP}: la médiane des mesures; "
            f"au-delà de {LARGE} réunions, une seule mesure.",
            f"Files written to {_file_system()}. Figures: the median of the runs; "
            f"beyond {LARGE} meetings, a single run.",
        ),
    ]


def _file_system() -> str:
    """The kind of file system that holds temporary files: `tmpfs` is memory."""
    place, found = Path(tempfile.gettempdir()).resolve(), ("", "?")
    with contextlib.suppress(OSError):
        for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines():
            _, mount, kind, *_ = line.split()
            if place.is_relative_to(mount) and len(mount) >= len(found[0]):
                found = (mount, kind)
    return found[1]


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        text = ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1] if found else platform.processor() or platform.machine()


class Report:
    """The results in one language."""

    def __init__(self, language: str, results: Sequence[Result], reading: Reading | None) -> None:
        self._place = LANGUAGES.index(language)
        self._language = language
        self._results = results
        self._reading = reading

    # --- figures

    def _say(self, french: str, english: str) -> str:
        return (french, english)[self._place]

    def _number(self, value: float, places: int = 0) -> str:
        pattern = f"#,##0.{'0' * places}" if places else "#,##0"
        said: str = format_decimal(value, pattern, locale=f"{self._language}_CA")
        return said.replace("\u202f", NBSP).replace(" ", NBSP)

    def _seconds(self, run: Run) -> str:
        return f"{self._number(run.seconds, 2 if run.seconds < 10 else 1)}{NBSP}s"

    def _size(self, value: float) -> str:
        for unit, length in ((("Mo", "MB"), 1e6), (("ko", "kB"), 1e3)):
            if value >= length:
                return (
                    f"{self._number(value / length, value < 10 * length)}{NBSP}{unit[self._place]}"
                )
        return f"{self._number(value)}{NBSP}{self._say('octets', 'bytes')}"

    def _times(self, ratio: float) -> str:
        return f"{self._number(ratio, 2)}{NBSP}×"

    def _share(self, part: float) -> str:
        return f"{self._number(100 * part)}{self._say(NBSP, '')}%"

    def _milliseconds(self, value: float) -> str:
        return f"{self._number(value, value < 10)}{NBSP}ms"

    # --- tables

    def markdown(self) -> str:
        """All tables, each under its heading."""
        tables = [self._builds(), self._edits(), self._memory(), self._stages()]
        if self._reading:
            tables.append(self._browser(self._reading))
        return "\n\n".join(tables)

    def _by_size(self, heading: str, names: list[str], of_each: list[list[str]], note: str) -> str:
        """A table with a row for each figure and a column for each size: narrow on a telephone."""
        head, *rows = map(list, zip(names, *of_each, strict=True))
        return self._table(heading, head, rows, note)

    def _table(self, heading: str, columns: list[str], rows: list[list[str]], note: str) -> str:
        lines = [columns, ["---"] * len(columns), *rows]
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        return f"## {heading}\n\n{table}\n\n{note}"

    def _builds(self) -> str:
        say = self._say
        base = next((r for r in self._results if r.meetings == _BASE), self._results[0])
        rows = [
            [
                self._number(result.meetings),
                self._number(result.pages),
                self._seconds(Run(result.built)),
                self._seconds(result.hugo),
                self._seconds(result.writing),
                self._times(result.hugo.seconds / result.built),
                self._number(result.pages / result.built),
                self._times((result.built / result.pages) / (base.built / base.pages)),
                self._seconds(Run(_indexing(result.full))),
                " / ".join(self._number(run.processor, 1) for run in (result.full, result.hugo)),
            ]
            for result in self._results
        ]
        columns = [
            say("Réunions", "Meetings"),
            "Pages",
            "Relevé",
            "Hugo",
            say("Écriture seule", "Writing alone"),
            "Hugo ÷ Relevé",
            say("Pages par seconde", "Pages a second"),
            say(f"Par page, par rapport à {base.meetings}", f"Per page, against {base.meetings}"),
            say("Index de recherche en sus", "Search index, beside it"),
            say("Processeur, Relevé / Hugo (s)", "Processor, Relevé / Hugo (s)"),
        ]
        note = say(
            f"Tout à partir de rien, comme en intégration continue{NBSP}: dossier neuf, aucune "
            "trace d’une construction antérieure, rien de laissé pour la suivante, registre "
            "vérifié, deux langues, toutes les pages. L’index de recherche, que Hugo ne fait "
            "pas, est compté à part; le temps de processeur le comprend.",
            "All of it from nothing, as in continuous integration: a new folder, no trace of an "
            "earlier build, nothing left for the next one, the register checked, both languages, "
            "every page. The search index, which Hugo does not make, is counted beside it; the "
            "processor’s time holds it.",
        )
        return self._by_size(say("Construction complète", "Full build"), columns, rows, note)

    def _edits(self) -> str:
        say = self._say
        rows = [
            [
                self._number(result.meetings),
                self._seconds(result.check),
                self._seconds(result.shown) if result.shown.seconds else "–",
                self._seconds(Run(result.built_again)),
                self._share(result.built_again / result.built),
                self._seconds(Run(_indexing(result.again))),
                self._seconds(result.hugo_again),
            ]
            for result in self._results
        ]
        columns = [
            say("Réunions", "Meetings"),
            "`make check`",
            say("`make serve`, dans le navigateur", "`make serve`, in the browser"),
            say("`make site` de nouveau", "`make site` again"),
            say("Part d’une construction complète", "Share of a full build"),
            say("Index de recherche en sus", "Search index, beside it"),
            say("Hugo de nouveau", "Hugo again"),
        ]
        note = say(
            "Après l’ajout de quelques mots au dernier compte rendu, avec ce qu’une construction "
            "antérieure a laissé dans `.cache/`.",
            "After a few words were added to the last record, with what a build before has left in "
            "`.cache/`.",
        )
        return self._by_size(say("Après une retouche", "After one edit"), columns, rows, note)

    def _memory(self) -> str:
        say = self._say
        rows = [
            [
                self._number(result.meetings),
                self._size(result.full.alone),
                self._size(result.full.peak),
                self._size(result.hugo.peak),
                self._size(result.size / result.pages),
                self._size(result.hugo_size / result.pages),
            ]
            for result in self._results
        ]
        columns = [
            say("Réunions", "Meetings"),
            say("Mémoire, Relevé, sans l’index", "Memory, Relevé, without the index"),
            say("Mémoire, Relevé, avec l’index", "Memory, Relevé, with the index"),
            say("Mémoire, Hugo", "Memory, Hugo"),
            say("Par page, Relevé", "Per page, Relevé"),
            say("Par page, Hugo", "Per page, Hugo"),
        ]
        note = say(
            "Mémoire maximale pendant une construction complète, et taille moyenne d’une page.",
            "Memory at the highest point of a full build, and mean size of a page.",
        )
        return self._by_size(say("Mémoire et taille", "Memory and size"), columns, rows, note)

    def _stages(self) -> str:
        say, result = self._say, self._results[-1]
        whole = sum(result.stages.values())
        rows = [
            [
                _STAGES.get(stage, (stage, stage))[self._place],
                f"{self._number(seconds, 2)}{NBSP}s",
                self._share(seconds / whole),
            ]
            for stage, seconds in result.stages.items()
            if seconds >= _WORTH_SAYING
        ]
        heading = say(
            f"Où va le temps, à {self._number(result.meetings)} réunions",
            f"Where the time goes, at {self._number(result.meetings)} meetings",
        )
        columns = [say("Étape", "Stage"), say("Secondes", "Seconds"), say("Part", "Share")]
        note = say(
            "`RELEVE_PROFILE=1 make site` dresse ce tableau pour tout registre.",
            "`RELEVE_PROFILE=1 make site` draws up this table for any register.",
        )
        return self._table(heading, columns, rows, note)

    def _browser(self, reading: Reading) -> str:
        say = self._say
        rows = [
            [say("Page d’une décision", "A decision’s page"), self._size(reading.page)],
            [say("La même, comprimée", "The same, compressed"), self._size(reading.packed)],
            [
                say("Première visite, tout compris, comprimée", "First visit, all in, compressed"),
                self._size(reading.whole),
            ],
            [
                say("Première recherche, comprimée", "First search, compressed"),
                self._size(reading.search),
            ],
            [
                say(
                    f"Réponse à une frappe, liste de {self._number(reading.rows)} suivis, médiane",
                    f"Answer to a key, list of {self._number(reading.rows)} follow-ups, median",
                ),
                self._milliseconds(reading.key),
            ],
            [
                say("La même, 95ᵉ centile", "The same, 95th percentile"),
                self._milliseconds(reading.slow),
            ],
        ]
        columns = [say("Dans Chromium", "In Chromium"), say("Mesure", "Figure")]
        note = say(
            "Le temps de réponse va de la frappe à l’image qui en montre l’effet; une image dure "
            f"16,7{NBSP}ms.",
            "A key is counted until the frame that shows its answer; a frame lasts 16.7 ms.",
        )
        return self._table(say("Pour qui lit", "For those who read"), columns, rows, note)

    # --- a chart

    def chart(self) -> str:
        """Bars for each size, to a scale of its own; each says its name and its figure."""
        say, y, drawn = self._say, 0, []
        for result in self._results:
            y += 34
            title = say(
                f"{self._number(result.meetings)} réunions, {self._number(result.pages)} pages",
                f"{self._number(result.meetings)} meetings, {self._number(result.pages)} pages",
            )
            drawn.append(f'<text class="title" x="0" y="{y}">{title}</text>')
            runs = {
                "releve": ("Relevé", Run(result.built)),
                "hugo": ("Hugo", result.hugo),
                "writing": (say("Écriture seule", "Writing alone"), result.writing),
            }
            longest = max(run.seconds for _, run in runs.values())
            for sort, (name, run) in runs.items():
                y += 24
                width = max(430 * run.seconds / longest, 1)
                drawn += [
                    f'<text x="112" y="{y}" text-anchor="end">{escape(name)}</text>',
                    f'<rect class="{sort}" x="120" y="{y - 13}" width="{width:.1f}" height="16"/>',
                    f'<text x="{128 + width:.1f}" y="{y}">{self._seconds(run)}</text>',
                ]
        said = say(
            "Secondes d’une construction complète, par taille de registre",
            "Seconds of a full build, by size of register",
        )
        return _SVG.format(height=y + 14, said=said, drawn="\n".join(drawn))


_WORTH_SAYING = 0.01
"""Seconds that a stage of a build takes at least, to be in the table."""

_STAGES: dict[str, Pair] = {
    "start": ("Démarrage de Python et de mkdocs", "Start of Python and mkdocs"),
    "cache": ("Reprise de ce qui a été lu avant", "Taking up what was read before"),
    "reading ahead": ("Lecture et examen de chaque fichier", "Reading and examining each file"),
    "reading YAML": ("Lecture du YAML", "Reading YAML"),
    "typed records": ("Typage", "Typed records"),
    "links": ("Liens", "Links"),
    "checks": ("Vérifications", "Checks"),
    "templates, tables": ("Gabarits et tables", "Templates and tables"),
    "kept pages": ("Tri des pages à garder", "Sorting out pages to keep"),
    "frame by mkdocs, fr": ("Cadre par mkdocs, français", "Frame by mkdocs, French"),
    "frame by mkdocs, en": ("Cadre par mkdocs, anglais", "Frame by mkdocs, English"),
    "pages": ("Pages remplies et écrites", "Pages filled and written"),
    "sitemap": ("Plan du site", "Sitemap"),
    "search": ("Index de recherche", "Search index"),
}

# The outline of two of the bars and the hatching of one tell them apart without colour.
_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" role="img">
<title>{said}</title>
<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" \
patternTransform="rotate(45)"><rect width="2.5" height="6" class="ink"/></pattern></defs>
<style>
text {{ font: 14px system-ui, sans-serif; fill: #1b2836; }}
.title {{ font-weight: 650; }}
.releve, .ink {{ fill: #1f4f8f; }}
.hugo {{ fill: url(#hatched); stroke: #1f4f8f; }}
.writing {{ fill: none; stroke: #1f4f8f; }}
@media (prefers-color-scheme: dark) {{
text {{ fill: #e6ebf0; }}
.releve, .ink {{ fill: #9cc4f2; }}
.hugo, .writing {{ stroke: #9cc4f2; }}
}}
</style>
{drawn}
</svg>
"""

_BEGIN, _END = "<!-- make bench -->", "<!-- /make bench -->"
"""Between them, a page of docs/ holds what the benchmark wrote."""


def publish(results: Sequence[Result], reading: Reading | None, command: str) -> None:
    """Write the tables into docs/speed.*.md, and the charts beside the other assets."""
    for place, code in enumerate(LANGUAGES):
        report = Report(code, results, reading)
        picture = f"bench.{code}.svg"
        chart = report.chart()
        (DOCS / "assets" / picture).write_text(chart, encoding="utf-8")
        _, _, width, height = re.findall(r"\d+", chart.partition("viewBox=")[2])[:4]
        said = ("Secondes d’une construction complète", "Seconds of a full build")[place]
        block = "\n\n".join(
            [
                _BEGIN,
                " ".join(pair[place] for pair in machine(command)),
                f"![{said}](assets/{picture}){{width={width} height={height}}}",
                report.markdown(),
                _END,
            ]
        )
        path = DOCS / f"speed.{code}.md"
        before, _, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
        path.write_text(f"{before}{block}{rest.partition(_END)[2]}", encoding="utf-8")
