"""A linked register -> what each page says, as HTML.

Comes in: a `Register` fit to be published, and the templates of `overrides/register/`. Goes out:
for each page its address and the words of each place on it (`Renderer.slots`), what can be searched
for, and the sitemap. Nothing is written here.
Begin at `renderer`, which fills the templates of one language.

    addresses            which kinds of pages there are, and the address of everything
    listing              every page of a register
    shell                a page drawn once by the site engine, with holes to fill
    prose                CommonMark and [[references]] -> safe HTML
    naming               what to call things and how to say texts, in one language
    pictures             where the marks of a picture stand
    metadata             what other sites and machines are told of a page
    sitemap              the addresses of every page in every language
    quick_jinja          Jinja, compiled to do less where our templates need no more
    templates            the templates, compiled once and kept
    template_functions   what templates can call
    renderer             what each page says
    search_entries       what can be found, and by which words
    search_index         the index in which it is found
"""

from .addresses import ADDRESS_WORDS, ANNEX, INDEXES, MENU, PAGE_KINDS, Addresses, Page
from .listing import entry_anchors, pages, pages_about
from .naming import Naming, initial
from .prose import Link, Prose
from .quick_jinja import QuickEnvironment
from .renderer import Renderer
from .search_entries import SearchEntries, SearchEntry, handwritten
from .search_index import INDEX_FOLDER, index
from .shell import ROOT, SLOTS, Shell, marker
from .sitemap import sitemap
from .templates import COMPILED, UnhiddenLoader, environment

__all__ = [
    "ADDRESS_WORDS",
    "ANNEX",
    "COMPILED",
    "INDEXES",
    "INDEX_FOLDER",
    "MENU",
    "PAGE_KINDS",
    "ROOT",
    "SLOTS",
    "Addresses",
    "Link",
    "Naming",
    "Page",
    "Prose",
    "QuickEnvironment",
    "Renderer",
    "SearchEntries",
    "SearchEntry",
    "Shell",
    "UnhiddenLoader",
    "entry_anchors",
    "environment",
    "handwritten",
    "index",
    "initial",
    "marker",
    "pages",
    "pages_about",
    "sitemap",
]
