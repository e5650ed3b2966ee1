"""Tables and a chart of what was measured, in both languages, for docs/ and the terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from statistics import median

from babel.numbers import format_decimal

from releve.language import NBSP

from .browser import Reading
from .contestants import PROJECT
from .judge import IN_ALL, OTHERS, OUTSIDE, OUTSIDE_SHARE
from .measure import SPARE, Runs, counted
from .results import (
    BASE,
    LANGUAGES,
    MARK,
    PEAK,
    PROCESSOR,
    SECONDS,
    Result,
    machine,
    mark,
    quotient,
    rate,
    share_of,
    usual,
)
from .words import AFTER_EDIT, BUILT, EDITED, FAULTS, FULL, NAMES, READERS, STAGES, SVG

DOCS = PROJECT / "docs"


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

    def _spread(self, values: Sequence[float], places: int, unit: str, of: float = 1) -> str:
        """The median, then the lowest and the highest: 9.15 s (9.02–9.61)."""
        middle, *ends = (
            self._number(value / of, places) for value in (median(values), min(values), max(values))
        )
        return f"{middle}{unit} ({'–'.join(ends)})" if len(values) > 1 else f"{middle}{unit}"

    def _seconds(self, values: Sequence[float]) -> str:
        return self._spread(values, 2 if median(values) < 10 else 1, f"{NBSP}s")

    def _size(self, values: Sequence[float]) -> str:
        middle = median(values)
        for unit, length in ((("Mo", "MB"), 1e6), (("ko", "kB"), 1e3)):
            if middle >= length:
                said = f"{NBSP}{unit[self._place]}"
                return self._spread(values, int(middle < 10 * length), said, of=length)
        return self._spread(values, 0, f"{NBSP}{self._say('octets', 'bytes')}")

    def _times(self, values: Sequence[float]) -> str:
        return self._spread(values, 2, f"{NBSP}×")

    def _count(self, values: Sequence[float]) -> str:
        return self._spread(values, 0, "")

    def _cell(
        self,
        write: Callable[[Sequence[float]], str],
        figure: Callable[..., float],
        *runs: Runs,
    ) -> str:
        """A figure of each turn of these runs, taken together; marked if some are unusable."""
        if not all(runs):
            return "–"
        return write([figure(*turn) for turn in counted(*runs)]) + mark(*runs)

    def _share(self, values: Sequence[float]) -> str:
        return self._spread(values, 0, self._say(f"{NBSP}%", "%"), of=0.01)

    def _milliseconds(self, value: float) -> str:
        return f"{self._number(value, value < 10)}{NBSP}ms"

    # --- tables

    def markdown(self) -> str:
        """All tables, each under its heading, and what is to be said of the runs."""
        tables = [self._builds(), self._edits(), self._memory(), self._stages()]
        if self._reading:
            tables.append(self._browser(self._reading))
        tables.append(self._unusable())
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
        say, cell = self._say, self._cell
        base = next((r for r in self._results if r.meetings == BASE), self._results[0])
        page_seconds = usual(base.full) / base.pages
        rows = [
            [
                self._number(result.meetings),
                self._number(result.pages),
                cell(self._seconds, SECONDS, result.full),
                cell(self._seconds, SECONDS, result.hugo),
                cell(self._seconds, SECONDS, result.writing),
                cell(self._times, quotient, result.hugo, result.full),
                cell(self._seconds, SECONDS, result.indexed),
                cell(self._count, rate(result.pages), result.full),
                cell(self._times, share_of(page_seconds * result.pages), result.full),
                cell(self._seconds, PROCESSOR, result.full),
                cell(self._seconds, PROCESSOR, result.hugo),
            ]
            for result in self._results
        ]
        columns = [
            say("Réunions", "Meetings"),
            "Pages",
            say(*NAMES["full"]),
            say(*NAMES["hugo"]),
            say(*NAMES["writing"]),
            say("Hugo ÷ Relevé, sans l’index", "Hugo ÷ Relevé, without the index"),
            say(*NAMES["indexed"]),
            say("Pages par seconde, sans l’index", "Pages a second, without the index"),
            say(f"Par page, par rapport à {base.meetings}", f"Per page, against {base.meetings}"),
            say("Processeur, Relevé, sans l’index", "Processor, Relevé, without the index"),
            say("Processeur, Hugo", "Processor, Hugo"),
        ]
        note = say(
            f"Tout à partir de rien, comme en intégration continue{NBSP}: dossier neuf, aucune "
            "trace d’une construction antérieure, rien de laissé pour la suivante, registre "
            "vérifié, deux langues, toutes les pages. L’index est celui de la recherche, que Hugo "
            "ne fait pas. À chaque tour, les quatre se suivent; le quotient est calculé à chaque "
            "tour, et c’est sa médiane qui est donnée.",
            "All of it from nothing, as in continuous integration: a new folder, no trace of an "
            "earlier build, nothing left for the next one, the register checked, both languages, "
            "every page. The index is that of the search, which Hugo does not make. In each turn, "
            "the four follow one another; the quotient is computed for each turn, and its median "
            "is given.",
        )
        return self._by_size(say(*FULL), columns, rows, note)

    def _edits(self) -> str:
        say, cell = self._say, self._cell
        rows = [
            [
                self._number(result.meetings),
                cell(self._seconds, SECONDS, result.check),
                cell(self._seconds, SECONDS, result.shown),
                cell(self._seconds, SECONDS, result.again),
                cell(self._share, share_of(usual(result.full)), result.again),
                cell(self._seconds, SECONDS, result.hugo_again),
                cell(self._times, quotient, result.hugo_again, result.again),
                cell(self._seconds, SECONDS, result.again_indexed),
            ]
            for result in self._results
        ]
        columns = [
            say("Réunions", "Meetings"),
            say(*NAMES["check"]),
            say(*NAMES["shown"]),
            say(*NAMES["again"]),
            say("Part d’une construction complète", "Share of a full build"),
            say(*NAMES["hugo_again"]),
            say("Hugo ÷ Relevé, sans l’index", "Hugo ÷ Relevé, without the index"),
            say(*NAMES["again_indexed"]),
        ]
        note = say(
            "Après l’ajout d’un mot au dernier compte rendu, avec ce qu’une construction "
            "antérieure a laissé dans `.cache/`. Les constructions avec l’index et celles sans "
            "l’index ont chacune leur dossier.",
            "After a word was added to the last record, with what a build before has left in "
            "`.cache/`. Builds with the index and builds without it each have a folder of their "
            "own.",
        )
        return self._by_size(say(*EDITED), columns, rows, note)

    def _memory(self) -> str:
        say, cell = self._say, self._cell
        rows = [
            [
                self._number(result.meetings),
                cell(self._size, PEAK, result.full),
                cell(self._size, PEAK, result.indexed),
                cell(self._size, PEAK, result.hugo),
                self._size([result.size / result.pages]),
                self._size([result.hugo_size / result.pages]),
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
            "Mémoire maximale pendant les mêmes constructions complètes, et taille moyenne d’une "
            "page.",
            "Memory at the highest point of the same full builds, and mean size of a page.",
        )
        return self._by_size(say("Mémoire et taille", "Memory and size"), columns, rows, note)

    def _stages(self) -> str:
        say, result = self._say, self._results[-1]
        whole = result.typical.stages.get(IN_ALL, 0.0)
        rows = [
            [
                STAGES.get(stage, (stage, stage))[self._place],
                self._exact([seconds]),
                self._share([seconds / whole]),
            ]
            for stage, seconds in result.typical.stages.items()
            if seconds >= _WORTH_SAYING
        ]
        heading = say(
            f"Où va le temps, à {self._number(result.meetings)} réunions",
            f"Where the time goes, at {self._number(result.meetings)} meetings",
        )
        columns = [say("Étape", "Stage"), say("Secondes", "Seconds"), say("Part", "Share")]
        note = say(
            "Une construction complète avec l’index, celle dont la durée est au milieu. "
            "`RELEVE_PROFILE=1 make site` dresse ce tableau pour tout registre.",
            "A full build with the index, the one whose time is in the middle. "
            "`RELEVE_PROFILE=1 make site` draws up this table for any register.",
        )
        return self._table(heading, columns, rows, note)

    def _browser(self, reading: Reading) -> str:
        say, marked = self._say, mark([reading.typing])
        rows = [
            [say("Page d’une décision", "A decision’s page"), self._size([reading.page])],
            [say("La même, comprimée", "The same, compressed"), self._size([reading.packed])],
            [
                say("Première visite, tout compris, comprimée", "First visit, all in, compressed"),
                self._size([reading.whole]),
            ],
            [
                say("Première recherche, comprimée", "First search, compressed"),
                self._size([reading.search]),
            ],
            [
                say(
                    f"Réponse à une frappe, liste de {self._number(reading.rows)} suivis, médiane",
                    f"Answer to a key, list of {self._number(reading.rows)} follow-ups, median",
                ),
                self._milliseconds(reading.key) + marked,
            ],
            [
                say("La même, 95ᵉ centile", "The same, 95th percentile"),
                self._milliseconds(reading.slow) + marked,
            ],
        ]
        columns = [say("Dans Chromium", "In Chromium"), say("Mesure", "Figure")]
        note = say(
            "Le temps de réponse va de la frappe à l’image qui en montre l’effet; une image dure "
            f"16,7{NBSP}ms.",
            "A key is counted until the frame that shows its answer; a frame lasts 16.7 ms.",
        )
        return self._table(say(*READERS), columns, rows, note)

    # --- what is to be said of the runs

    def _unusable(self) -> str:
        """What makes a run unusable, and which runs were."""
        say, colon = self._say, self._say(f"{NBSP}:", ":")
        others = self._share([OTHERS])
        outside, more = f"{self._number(OUTSIDE, 1)}{NBSP}s", self._share([OUTSIDE_SHARE])
        rule = say(
            f"Une mesure est inutilisable si autre chose a pris plus de {others} de la machine "
            f"pendant ce temps, ou si ses parties ne concordent pas{NBSP}: la somme des étapes "
            "d’une construction doit être son total, et ce total, le temps écoulé, à "
            f"{outside} et {more} près pour le démarrage et la fin du processus. Une telle mesure "
            f"est refaite, mais pas plus de {SPARE} pour chaque chiffre. Si elle reste "
            "inutilisable, elle ne compte que s’il n’y en a pas d’autre, et le chiffre porte le "
            f"signe {MARK}.",
            f"A run is unusable if something else took more than {others} of the machine "
            "meanwhile, or if its parts do not add up: the stages of a build must make its total, "
            f"and its total the time on the clock, but for {outside} and {more} for the start and "
            f"the end of the process. Such a run is made again, but no more than {SPARE} for each "
            "figure. If it stays unusable, it counts only where there is no other, and the figure "
            f"bears the sign {MARK}.",
        )
        said = [rule]
        groups = self._groups()
        if any(run.others is None for _, runs in groups for run in runs):
            said.append(
                say(
                    "Ce système ne dit pas ce que les autres programmes prennent de la machine; "
                    "on n’a donc pas pu en juger.",
                    "This system does not tell what other programs take of the machine, so that "
                    "could not be judged.",
                )
            )
        listed = [
            f"- {name}{colon} {self._faults(runs)}."
            for name, runs in groups
            if any(run.fault for run in runs)
        ]
        if listed:
            stayed = say("mesures restées inutilisables.", "runs that stayed unusable.")
            said += [f"{MARK}{colon} {stayed}", "\n".join(listed)]
        else:
            said.append(say("Toutes les mesures sont utilisables.", "Every run is usable."))
        heading = say("Mesures inutilisables", "Unusable runs")
        return "\n\n".join([f"## {heading}", *said])

    def _groups(self) -> list[tuple[str, Runs]]:
        """All runs of each kind, with the table, the size and the row in which they stand."""
        say = self._say
        found = [
            (
                f"{say(*table)}, {self._number(result.meetings)}{NBSP}{say('réunions', 'meetings')}"
                f", {say(*name)}",
                getattr(result, kind),
            )
            for result in self._results
            for table, names in ((FULL, BUILT), (EDITED, AFTER_EDIT))
            for kind, name in names.items()
        ]
        if self._reading:
            key = say("réponse à une frappe", "answer to a key")
            found.append((f"{say(*READERS)}, {key}", [self._reading.typing]))
        return found

    def _faults(self, runs: Runs) -> str:
        """How many of these runs are unusable for which reasons."""
        found: dict[str, list[float]] = {}
        for run in runs:
            if run.fault:
                found.setdefault(run.fault.why, []).append(run.fault.found)
        said = []
        for why, figures in found.items():
            write = self._share if why == "others" else self._exact
            ends = dict.fromkeys(write([end]) for end in (min(figures), max(figures)))
            words = self._say(*FAULTS[why]).format(self._say(" à ", " to ").join(ends))
            of = self._say(f"{len(figures)} sur {len(runs)}", f"{len(figures)} of {len(runs)}")
            said.append(f"{of}, {words}")
        return "; ".join(said)

    def _exact(self, values: Sequence[float]) -> str:
        return self._spread(values, 2, f"{NBSP}s")

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
            bars = {
                "releve": ("Relevé", result.full),
                "hugo": (say(*NAMES["hugo"]), result.hugo),
                "writing": (say(*NAMES["writing"]), result.writing),
            }
            lengths = {sort: usual(runs) for sort, (_, runs) in bars.items()}
            for sort, (name, runs) in bars.items():
                y += 24
                width = max(_LONGEST * lengths[sort] / max(lengths.values()), 1)
                figure = self._cell(self._seconds, SECONDS, runs)
                drawn += [
                    f'<text x="112" y="{y}" text-anchor="end">{escape(name)}</text>',
                    f'<rect class="{sort}" x="120" y="{y - 13}" width="{width:.1f}" height="16"/>',
                    f'<text x="{128 + width:.1f}" y="{y}">{figure}</text>',
                ]
        said = say(
            "Secondes d’une construction complète sans l’index, par taille de registre",
            "Seconds of a full build without the index, by size of register",
        )
        return SVG.format(height=y + 14, said=said, drawn="\n".join(drawn))


_LONGEST = 380
"""Width of the longest bar, beside which its figure has room."""


_WORTH_SAYING = 0.01
"""Seconds that a stage of a build takes at least, to be in the table."""


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
        said = (
            "Secondes d’une construction complète sans l’index",
            "Seconds of a full build without the index",
        )[place]
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
