"""How the code hangs together: what may import what, and words for every language."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from support.paths import ROOT

from releve.__main__ import extracted
from releve.language import TERMINAL
from releve.source import schema

PACKAGE = ROOT / "hooks" / "releve"
PROGRAMS = ("__main__",)
"""What stands above all packages, and may import any module of them."""
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if path.stem != "__init__"
)
PACKAGES = sorted(
    ".".join(path.parent.relative_to(PACKAGE).parts) for path in PACKAGE.rglob("__init__.py")
)
"""Every package by its dotted name below `releve`, which is "" itself."""
ENGINES = {"mkdocs", "material", "mkdocs_static_i18n"}
CATALOGUES = sorted((PACKAGE / "language" / "locales").glob("*.po"))


@dataclass(frozen=True)
class Import:
    """One import statement of a module: from where, and which names; none for a whole module."""

    module: str
    names: tuple[str, ...]


def imports(module: str) -> Iterator[Import]:
    """What a module of releve imports, also inside its functions, by whole names."""
    path = PACKAGE.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    here = ("releve", *path.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here[: len(here) - node.level + 1] if node.level else ()
            whole = ".".join([*above, *filter(None, [node.module])])
            yield Import(whole, tuple(alias.name for alias in node.names))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            assert name not in ("__import__", "import_module"), f"{module}:{node.lineno}"


@cache
def order(package: str) -> list[str]:
    """What a package holds, in the order in which its docstring says that it is to be read."""
    path = PACKAGE.joinpath(*filter(None, package.split(".")), "__init__.py")
    described = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return re.findall(r"^    (\w+)\s{2,}\S", described, re.MULTILINE)


def children(package: str) -> set[str]:
    """The modules and packages that stand in a package."""
    depth = len(package.split(".")) if package else 0
    below = [*MODULES, *PACKAGES]
    return {
        name.split(".")[depth]
        for name in below
        if name and (not package or name.startswith(f"{package}.")) and name not in PROGRAMS
    }


def targets(module: str) -> Iterator[str]:
    """The packages and modules of releve that a module imports from, below `releve`."""
    for one in imports(module):
        if one.module.split(".")[0] != "releve":
            continue
        found = one.module.removeprefix("releve").lstrip(".")
        around = module.rpartition(".")[0]
        if found in ("", around) or around.startswith(f"{found}."):
            yield from (f"{found}.{name}".lstrip(".") for name in one.names)  # from . import name
        else:
            yield found


# --- what imports what --------------------------------------------------------------------


@pytest.mark.parametrize("module", [*MODULES, *filter(None, PACKAGES)])
def test_no_module_of_the_core_imports_the_site_engine(module: str) -> None:
    assert [one for one in imports(module) if one.module.split(".")[0] in ENGINES] == []


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


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_lists_each_of_its_modules_once(package: str) -> None:
    assert sorted(order(package)) == sorted(children(package))


@pytest.mark.parametrize("module", [name for name in MODULES if name not in PROGRAMS])
def test_a_module_imports_only_from_those_above_it(module: str) -> None:
    """Above it in the docstring of the package that holds both, or the packages of both."""
    wrong = []
    for target in targets(module):
        theirs, ours = target.split("."), module.split(".")
        depth = next(
            place
            for place, pair in enumerate(zip([*theirs, ""], [*ours, ""], strict=False))
            if pair[0] != pair[1]
        )
        listed = order(".".join(ours[:depth]))
        if listed.index(theirs[depth]) >= listed.index(ours[depth]):
            wrong.append(target)
    assert wrong == []


@pytest.mark.parametrize("module", [name for name in MODULES if name not in PROGRAMS])
def test_a_package_is_entered_by_its_door_alone(module: str) -> None:
    """What is asked of another package is what that package itself names."""
    inside = module.rpartition(".")[0]
    passed_by = [
        target
        for target in targets(module)
        if "." in target and not f"{inside}.".startswith(f"{target.rpartition('.')[0]}.")
    ]
    assert passed_by == []


def test_no_module_hides_one_of_python_itself() -> None:
    """`hooks/` is on the path: a file there named as a module of Python is found in its place."""
    names = {path.stem for path in (ROOT / "hooks").iterdir() if path.name != "__pycache__"}
    assert names & sys.stdlib_module_names == set()
    done = subprocess.run(
        [sys.executable, "-X", "frozen_modules=off", "-c", "print(1)"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr


def test_no_file_of_code_or_tests_is_too_long_to_be_read_in_one_go() -> None:
    """At most 450 lines a file, 60 a function; the hook file, which only hands on, 350."""
    found = []
    for path in [*(ROOT / "hooks").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        most = 350 if path.parent == ROOT / "hooks" else 450
        if text.count("\n") > most:
            found.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > 60:
                    found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {lines} lines")
    assert found == []


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


def called(node: ast.AST) -> str:
    """The name of the function that a node calls; empty if it calls none."""
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", "") or getattr(function, "attr", "")


def words_within(node: ast.AST) -> Iterator[str]:
    """The strings of an expression, without those of the messages in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif called(node) not in ("tell", "tell_number"):
        for inner in ast.iter_child_nodes(node):
            yield from words_within(inner)


def test_every_sentence_that_the_terminal_says_can_be_translated() -> None:
    """None is made by an f-string, nor told from within one: the catalogues would not have it. Nor
    are words put into one, unless they are YAML or a path, or a message themselves.
    """
    told, odd = set(), []
    for path in sorted((ROOT / "hooks").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or called(node) not in (
                "tell",
                "tell_number",
                "given",
            ):
                continue
            put_in = [words for one in node.keywords for words in words_within(one.value)]
            if any(
                re.search("[a-z] [a-z]", words) and not set(":{/") & {*words} for words in put_in
            ):
                odd.append(f"{path.relative_to(ROOT)}:{node.lineno}: {put_in}")
            forms = node.args[: 1 if called(node) == "tell" else 2]
            words = tuple(form.value for form in forms if isinstance(form, ast.Constant))
            if len(words) < len(forms):
                odd.append(f"{path.relative_to(ROOT)}:{node.lineno}")
            if words:
                told.add(words[0] if len(words) == 1 else words)
    assert odd == []
    assert told == {message.id for message in said() if message.context == TERMINAL}


def test_there_is_a_french_catalogue() -> None:
    assert PACKAGE / "language" / "locales" / "fr.po" in CATALOGUES


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
    path = PACKAGE / "language" / "locales" / "messages.pot"
    assert keys(catalogue(path)) == keys(said()), "Run `make words`."


# --- files --------------------------------------------------------------------------------


def tracked() -> list[Path]:
    """The software's own files: those that git knows, or would take in, but for the register."""
    found = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", ":!data"],
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


def _models(base: type[schema.Record]) -> Iterator[type[schema.Record]]:
    """Every model of the format."""
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def test_every_field_that_refers_to_a_thing_is_named_where_mentions_are_listed() -> None:
    referring = {
        field.alias or name
        for model in _models(schema.Record)
        for name, field in model.model_fields.items()
        if any(isinstance(mark, schema.Refers) for mark in field.metadata)
    }
    # Those of a vote are named for the side that they stand on, and candidates for what they are.
    referring -= {"members", "who"}
    referring |= {field.alias or name for name, field in schema.Sides.model_fields.items()}
    referring |= {"candidates"}
    template = ROOT / "overrides" / "register" / "components" / "mentioned.html"
    named = set(re.findall(r"'(\w+)': _\(", template.read_text(encoding="utf-8")))
    assert named == referring - {"id", "who"} | {"text"}, (
        "`id` is of the register itself, and `who` goes by the name of its list."
    )
