"""The words of the report in French and in English, and the drawing of its chart."""

from __future__ import annotations

from .judge import IN_ALL
from .results import Pair

STAGES: dict[str, Pair] = {
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
    "exports": ("Fichiers à emporter", "Files to take away"),
    IN_ALL: ("En tout", "In all"),
}


FULL: Pair = ("Construction complète", "Full build")


EDITED: Pair = ("Après une retouche", "After one edit")


READERS: Pair = ("Pour qui lit", "For those who read")


BUILT: dict[str, Pair] = {
    "full": ("Relevé, sans l’index", "Relevé, without the index"),
    "hugo": ("Hugo", "Hugo"),
    "writing": ("Écriture seule", "Writing alone"),
    "indexed": ("Relevé, avec l’index", "Relevé, with the index"),
}


AFTER_EDIT: dict[str, Pair] = {
    "check": ("`make check`", "`make check`"),
    "shown": ("`make serve`, dans le navigateur", "`make serve`, in the browser"),
    "again": ("`make site` de nouveau, sans l’index", "`make site` again, without the index"),
    "hugo_again": ("Hugo de nouveau", "Hugo again"),
    "again_indexed": ("`make site` de nouveau, avec l’index", "`make site` again, with the index"),
}


NAMES = BUILT | AFTER_EDIT
"""The runs of a `Result`, as the tables name them."""


FAULTS: dict[str, Pair] = {
    "others": (
        "autre chose a pris {} de la machine",
        "something else took {} of the machine",
    ),
    "processor": (
        "{} de processeur, plus que la machine n’en a eu pendant ce temps",
        "{} of processor, more than the machine had meanwhile",
    ),
    "stages": (
        "la somme des étapes s’écarte du total de {}",
        "the sum of the stages misses the total by {}",
    ),
    "negative": ("une étape dure {}", "a stage lasts {}"),
    "clock": (
        "le total s’écarte du temps écoulé de {}",
        "the total misses the time on the clock by {}",
    ),
    "index": (
        "l’index, qui n’était pas demandé, a pris {}",
        "the index, which was not asked for, took {}",
    ),
    "no index": (
        "l’index, qui était demandé, n’a pris que {}",
        "the index, which was asked for, took only {}",
    ),
}
"""Why runs are unusable, by what a `Fault` calls it."""


# The outline of two of the bars and the hatching of one tell them apart without colour.
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" role="img">
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
