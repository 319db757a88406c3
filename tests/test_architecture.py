"""The house rules that a program can check."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

SOURCES = sorted((ROOT / "docgen").rglob("*.py"))
CODE = sorted(path for folder in ("docgen", "tests", "benchmarks", ".ci") for path in (ROOT / folder).rglob("*.py"))
HOMES = {
    "click": {"cli"},
    "rich": {"cli"},
    "docxtpl": {"templating"},
    "isal": {"templating/package.py"},
    "jinja2": {"templating"},
    "markupsafe": {"templating"},
    "docx": {"templating"},
    "lxml": {"templating", "typesetting"},
    "pypdf": {"binding", "conformance"},
    "fontTools": {"conformance", "typesetting", "engines"},
    "babel": {"values"},
    "holidays": {"law"},
    "pydantic": {"documents", "stages/shape.py"},
    "distributed": {"executors/cluster.py"},
    "filelock": {"folder.py"},
    "fsspec": {"stages/objects.py"},
    "cryptography": {"binding"},
    "pydantic_core": {"documents"},
    "typst": {"engines/typst.py"},
    "uno": {"engines/uno_bridge.py"},
}
HEAVY = (
    "distributed",
    "fsspec",
    "pydantic",
    "docx",
    "docxtpl",
    "isal",
    "jinja2",
    "lxml",
    "pypdf",
    "cryptography",
    "babel",
    "holidays",
    "rich",
    "fontTools",
    "typst",
)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_at_most_300_lines_and_a_function_at_most_40(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    for function in functions(path):
        assert (function.end_lineno or 0) - function.lineno < 40, function.name


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_foreign_library_has_one_home(path: Path) -> None:
    place = path.relative_to(ROOT / "docgen")
    rooms = {str(place), place.parts[0]}
    strangers = [name for name in imported(path) if name in HOMES and not rooms & HOMES[name]]
    assert strangers == []


TYPES = {path.parent.name for path in (ROOT / "docgen" / "documents").glob("*/model.py")}
FOLLOWS = {("protokoll", "protokollsutdrag"), ("protokoll", "anslagsbevis")}
"""A protocol makes the records of its extracts and of its notice."""


def document_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
            yield from (found[1] for name in names if (found := re.match(r"docgen\.documents\.(\w+)", name)))


def test_document_types_do_not_import_each_other_and_what_they_share_imports_none() -> None:
    own = [path for path in SOURCES if path.parts[-3] == "documents"]
    crossing = {(path.parts[-2], name) for path in own for name in document_packages(path) if name in TYPES}
    assert {(package, name) for package, name in crossing if package != name} == FOLLOWS


def test_every_library_the_project_asks_for_has_a_home() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[>=]", name)[0] for name in project["dependencies"]}
    modules = {"python-docx": "docx", "fonttools": "fontTools"}
    assert {modules.get(name, name) for name in asked} <= set(HOMES)


def test_the_median_function_has_fewer_than_ten_lines() -> None:
    lengths = sorted((one.end_lineno or 0) - one.lineno + 1 for path in SOURCES for one in functions(path))
    assert lengths[len(lengths) // 2] < 10


def test_the_tour_names_only_modules_that_exist_and_every_stage() -> None:
    tour = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(docgen/[\w/]+(?:\.py|/))`", tour))
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
    stages = {f"docgen/stages/{path.name}" for path in (ROOT / "docgen" / "stages").glob("[a-z]*.py")}
    assert stages <= named


def test_make_help_lists_every_target() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [line.split()[0] for line in shown.splitlines()] == targets


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["--lang", "en", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom docgen.cli.app import start\n"
        f"code = start({arguments!r})\n"
        "print([name for name in sys.modules if '.' not in name])\nsys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = ast.literal_eval(done.stdout.splitlines()[-1])
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize(
    ("module", "heavy"),
    [("docgen.cli.batch", set(HEAVY) - {"rich"}), ("docgen.cli.check", set(HEAVY) - {"pydantic", "babel", "holidays"})],
)
def test_who_makes_no_documents_loads_nothing_that_does(module: str, heavy: set[str]) -> None:
    program = f"import sys, {module}\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert heavy & set(ast.literal_eval(done.stdout)) == set()


def test_generated_files_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "generate.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    done = subprocess.run([sys.executable, "-m", "docgen", "--version"], capture_output=True, text=True, check=True)
    assert project["version"] in done.stdout


def test_nothing_names_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = [name for name in tracked.splitlines() if name != "uv.lock" and not name.endswith((".docx", ".png", ".mo"))]
    found = [
        name
        for name in names
        if re.search(r"/work/|/root/|pythonhosted|pypi\.org", (ROOT / name).read_text(encoding="utf-8"))
        and name != "tests/test_architecture.py"
    ]
    assert found == []
