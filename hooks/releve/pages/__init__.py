"""A linked register -> the HTML of each page.

Comes in: a `Register` that may be published, and the templates of `overrides/register/`. Goes out:
for each page its address and the HTML of each slot of its shell (`Renderer.slots`), the sitemap,
and the search index. Only the index is written here, by `search_index`.
Begin at `renderer`, which fills the templates in one language.

    addresses            which kinds of pages there are, and the address of every thing
    listing              every page of a register
    offers               what a page offers to take away
    shell                a page drawn once by the site engine, with slots to fill
    documents            where a document can be read, in which language
    pasted_lists         lists as people paste or type them -> lists of CommonMark
    prose_rules          GitHub's bare addresses and tables
    prose                CommonMark and [[references]] -> safe HTML
    titles               the titles of the lists, and the names of outcomes
    texts                texts of a register as HTML, in one language
    subjects             what a decision or a follow-up is about, in a few words
    naming               names and links as HTML, in one language
    side_by_side         the page of a record in its languages: its name, its address, its columns
    pictures             the positions of the marks in a picture
    metadata             previews and linked data for other sites and programs
    sorting              the order of names in a directory
    begin_links          links to GitHub's editor, with a new file begun in it
    sitemap              the addresses of every page in every language
    quick_jinja          a Jinja compiler that writes faster code for our templates
    templates            loads the templates, compiled once
    template_functions   the functions that templates can call
    renderer             the HTML of each page
    search_entries       what can be found by a search, with its words
    search_words         words and names as a search compares them
    pagefind             runs Pagefind over a folder of pages
    search_index         the index that a search reads
"""

from .addresses import (
    ADDRESS_WORDS,
    ANNEX,
    DATA,
    FOLDERS,
    INDEXES,
    LISTED,
    MENU,
    PAGE_KINDS,
    PARTS,
    SIDE_BY_SIDE,
    THINGS,
    UNLISTED,
    Addresses,
    Page,
    in_menu,
)
from .listing import entry_anchors, pages, pages_about
from .naming import Naming, initial
from .offers import Offer
from .prose import Link, Prose
from .quick_jinja import QuickEnvironment
from .renderer import Renderer
from .search_entries import SearchEntries, SearchEntry, handwritten
from .search_index import INDEX_FOLDER, write_index
from .shell import ROOT, SLOTS, Shell, marker
from .sitemap import absolute, sitemap
from .templates import COMPILED, environment, theme_environment

__all__ = [
    "ADDRESS_WORDS",
    "ANNEX",
    "COMPILED",
    "DATA",
    "FOLDERS",
    "INDEXES",
    "INDEX_FOLDER",
    "LISTED",
    "MENU",
    "PAGE_KINDS",
    "PARTS",
    "ROOT",
    "SIDE_BY_SIDE",
    "SLOTS",
    "THINGS",
    "UNLISTED",
    "Addresses",
    "Link",
    "Naming",
    "Offer",
    "Page",
    "Prose",
    "QuickEnvironment",
    "Renderer",
    "SearchEntries",
    "SearchEntry",
    "Shell",
    "absolute",
    "entry_anchors",
    "environment",
    "handwritten",
    "in_menu",
    "initial",
    "marker",
    "pages",
    "pages_about",
    "sitemap",
    "theme_environment",
    "write_index",
]
