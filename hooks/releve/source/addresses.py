"""Which addresses a browser can follow out of the site: the same in a field and in prose."""

from __future__ import annotations

import re
from ipaddress import IPv6Address
from urllib.parse import unquote, urlsplit

from .problems import INVISIBLE

_FORM = re.compile(
    rf"https?://[^\s/?#{INVISIBLE}]+([/?#][^\s{INVISIBLE}]*)?|mailto:[^\s{INVISIBLE}]+",
    re.IGNORECASE,
)
_NOT_IN_A_HOST = re.compile(r"[\s\[\]<>^|\\/?#@:%]").search
"""What no name of a host holds, percent-encoded or not: forbidden code points of the URL Standard
(https://url.spec.whatwg.org/#forbidden-host-code-point)."""


def leads_out(address: str) -> bool:
    """Whether an address is one of the web (`http:`, `https:`) or of mail that a browser follows.

    One that it cannot read, such as `https://[x` or `https://a:99999`, would be a link that does
    nothing.
    """
    if not _FORM.fullmatch(address):
        return False
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
        if parts.scheme == "mailto":
            return True
        if "[" in parts.netloc:
            IPv6Address(host)
            return parts.netloc.rpartition("@")[2].startswith("[") and "%" not in host
    except ValueError:
        return False
    return bool(host) and not _NOT_IN_A_HOST(unquote(host))
