"""The page on adding a document type: every place it names exists, and who follows it gets a type that is whole."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from docgen.documents.catalogue import KINDS

PAGE = (ROOT / "docs" / "new-document-type.md").read_text(encoding="utf-8")
SLUG = "bekraftelse"
FILES = dict(re.findall(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
(SCRIPT,) = re.findall(r"is not kept:\n\n```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NAMED = {name for name in re.findall(r"`([\w.<>/-]+/[\w.<>-]*)`", PAGE) if SLUG not in name}
PARTS = ("docgen", "templates", "schemas", "samples", "tests", ".ci", "docs", "benchmarks", "pyproject.toml")


def test_every_place_that_the_page_names_is_there() -> None:
    wanted = {name.replace("<slug>", slug) for name in NAMED for slug in KINDS}
    assert [name for name in sorted(wanted) if not (ROOT / name).exists()] == []


def test_the_page_has_every_file_of_a_type() -> None:
    written = {name.replace("<slug>", SLUG) for name in NAMED if "<slug>" in name and name.endswith((".py", ".toml"))}
    assert written <= set(FILES)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in which the page has been followed."""
    folder = tmp_path_factory.mktemp("kopia")
    for name in PARTS:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, folder / name)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with (folder / "docgen" / "documents" / "catalogue.py").open("a", encoding="utf-8") as catalogue:
        catalogue.write(f"\nfrom docgen.documents import {SLUG}\nKINDS = {{**KINDS, {SLUG}.KIND.slug: {SLUG}.KIND}}\n")
    for program in (["-c", SCRIPT], [".ci/templates"], [".ci/generate.py"]):
        ran(folder, *program)
    ran(folder, "-m", "pytest", "-q", "-n0", "tests/test_golden.py", "-k", SLUG, "--write-golden")
    return folder


def ran(folder: Path, *arguments: str) -> str:
    """Return what a program says that is run in the copy, with the copy's own docgen."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_who_follows_the_page_gets_a_type_that_is_whole(copy: Path) -> None:
    tests = ("documents/test_every_kind.py", "documents/test_invalid_samples.py", "test_schemas.py", "test_golden.py")
    said = ran(copy, "-m", "pytest", "-q", "-n0", *(f"tests/{one}" for one in tests), "-k", SLUG)
    assert re.search(r"\d\d passed", said)


def test_the_letter_of_the_page_is_made_and_its_pdf_is_found_good(copy: Path) -> None:
    ran(copy, "-m", "docgen", "render", f"samples/{SLUG}/hel-ansokan.json", "--out", "ut")
    (pdf,) = (copy / "ut").glob("*.pdf")
    assert pdf.name in PAGE
    ran(copy, "-m", "docgen", "check", str(pdf))
    ran(copy, "-m", "docgen", "template", "check", "--type", SLUG, f"templates/{SLUG}/template.docx")
