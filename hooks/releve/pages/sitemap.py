"""The sitemap: the addresses of every page, each with those of its translations.

The format is that of https://www.sitemaps.org/protocol.html, with the `xhtml:link` elements
that say which pages are translations of each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from markupsafe import escape

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def absolute(site: str, address: str) -> str:
    """The full address of a page of the site, or of an anchor on one. `site` ends with a slash."""
    return site + quote(address, safe="/#")


def sitemap(site: str, twins: Iterable[dict[str, str]], default: str) -> str:
    """The XML of the sitemap. `twins` has, for each page, its addresses by language.

    `site` is the address of the site, with a slash at its end; the translation in the language
    `default` is also named for readers of other languages (`x-default`).
    """
    lines = [HEAD]
    for group in twins:
        urls = {code: absolute(site, address) for code, address in group.items()}
        links = "".join(_link(code, address) for code, address in urls.items())
        if default in urls:
            links += _link("x-default", urls[default])
        for address in urls.values():
            lines.append(f"<url><loc>{escape(address)}</loc>{links}</url>\n")
    return "".join([*lines, "</urlset>\n"])


def _link(code: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(address)}/>'
