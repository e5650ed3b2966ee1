"""How the code hangs together: what may import what, and words for every language."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from support.paths import ROOT

import releve
from releve import schema
from releve.__main__ import extracted

PACKAGE = ROOT / "hooks" / "releve"
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")
ENGINES = {"mkdocs", "material", "mkdocs_static_i18n"}
CATALOGUES = sorted((PACKAGE / "locales").glob("*.po"))


def imports(module: str) -> Iterator[str]:
    """Every module that a module of releve imports, also inside its functions, by whole name."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            home = node.module or ""
            if node.level:
                home = f"releve.{home}".rstrip(".")
            yield from (f"{home}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            assert name not in ("__import__", "import_module"), f"{module}:{node.lineno}"


def order() -> list[str]:
    """The modules in the order in which the package says that they are to be read."""
    return re.findall(r"^    (\w+)\s{2,}\S", releve.__doc__ or "", re.MULTILINE)


# --- what imports what --------------------------------------------------------------------


@pytest.mark.parametrize("module", [*MODULES, "__init__"])
def test_no_module_of_the_core_imports_the_site_engine(module: str) -> None:
    assert [name for name in imports(module) if name.split(".")[0] in ENGINES] == []


def test_the_whole_core_loads_without_the_site_engine() -> None:
    names = ", ".join(f"releve.{module}" for module in MODULES)
    code = f"import sys, {names}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "hooks",
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert "releve" in loaded
    assert loaded & ENGINES == set()


def test_the_package_lists_each_of_its_modules_once() -> None:
    assert sorted(order()) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_those_above_it(module: str) -> None:
    used = {
        parts[1]
        for parts in (name.split(".") for name in imports(module))
        if parts[0] == "releve" and len(parts) > 1
    }
    listed = order()
    above = set(listed[: listed.index(module)]) if module in listed else set()
    assert used - above == set()


# --- words of the interface ---------------------------------------------------------------


@cache
def said() -> Catalog:
    """Every word of the interface that the code and the templates say."""
    return extracted(ROOT)


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def keys(catalog: Catalog) -> set[tuple[str | None, object]]:
    return {(message.context, message.id) for message in catalog if message.id}


def forms(words: object) -> list[str]:
    return [str(one) for one in words] if isinstance(words, list | tuple) else [str(words)]


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"%(?:\(\w+\))?.", text))


def disagrees(message: Message) -> bool:
    """Whether a translation has other placeholders than its original."""
    originals = [placeholders(form) for form in forms(message.id)]
    # A plural may leave its number out where the word says it: « aucun suivi ».
    least = originals[0]
    return any(placeholders(form) not in (least, originals[-1]) for form in forms(message.string))


def test_there_is_a_french_catalogue() -> None:
    assert PACKAGE / "locales" / "fr.po" in CATALOGUES


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_catalogue_holds_every_word_and_no_other(path: Path) -> None:
    translated, wanted = catalogue(path), said()
    remedy = f"`make words` brings {path.name} up to date; then translate what is new."
    assert keys(wanted) - keys(translated) == set(), f"Words are missing: {remedy}"
    assert keys(translated) - keys(wanted) == set(), f"Nothing says these words: {remedy}"
    assert not translated.obsolete, f"Nothing says these words: {remedy}"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_catalogue_translates_every_word(path: Path) -> None:
    messages = [message for message in catalogue(path) if message.id]
    empty = [message.id for message in messages if not all(forms(message.string))]
    assert empty == [], f"Translate these in {path.name}."
    assert [message.id for message in messages if message.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_translation_has_the_same_placeholders(path: Path) -> None:
    messages = [message for message in catalogue(path) if message.id]
    assert [message.id for message in messages if disagrees(message)] == []


def test_the_template_of_the_catalogues_is_up_to_date() -> None:
    path = PACKAGE / "locales" / "messages.pot"
    assert keys(catalogue(path)) == keys(said()), "Run `make words`."


# --- files --------------------------------------------------------------------------------


def tracked() -> list[Path]:
    """The project's own files: those that git knows, or would take in."""
    found = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        pytest.skip("this is not a git checkout")
    return [ROOT / name for name in found.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_package_registry_or_a_path_outside_the_project() -> None:
    # Written in two parts, so that this file does not name them itself.
    names = [
        "pypi" + ".org",
        "files." + "pythonhosted",
        "/work" + "/",
        "/opt" + "/pypi",
        "/home" + "/",
        "/Users" + "/",
    ]
    hits = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        hits += [f"{path.relative_to(ROOT)}: {name}" for name in names if name in text]
    assert hits == []


# --- templates ----------------------------------------------------------------------------


def test_every_field_that_refers_to_a_thing_is_named_where_mentions_are_listed() -> None:
    referring = {
        field.alias or name
        for model in schema.Record.__subclasses__()
        for name, field in model.model_fields.items()
        if any(isinstance(mark, schema.Refers) for mark in field.metadata)
    }
    template = (ROOT / "overrides" / "register" / "components.html").read_text(encoding="utf-8")
    words = template[template.index("macro mentioned(") : template.index("macro mentions_of(")]
    named = set(re.findall(r"'(\w+)': _\(", words))
    assert named == referring - {"bodies"} | {"text"}, "The register itself has no page."
