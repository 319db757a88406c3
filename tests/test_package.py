"""The package as a stranger gets it: the wheel built from the sdist, in an empty environment, run from elsewhere."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from conftest import ROOT

from docgen.documents.catalogue import KINDS


def uv() -> str:
    return shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([uv(), "build", "--quiet", "--sdist", "--out-dir", str(folder)], cwd=ROOT, check=True)
    (sdist,) = folder.glob("*.tar.gz")
    (folder / "source").mkdir()
    subprocess.run(["tar", "-xzf", str(sdist), "-C", str(folder / "source")], check=True)
    (source,) = (folder / "source").iterdir()
    subprocess.run([uv(), "build", "--quiet", "--wheel", "--out-dir", str(folder)], cwd=source, check=True)
    (built,) = folder.glob("*.whl")
    return built


def installed(folder: Path, *what: str) -> Path:
    """Return the docgen command of a new environment that holds ``what``."""
    venv.create(folder, with_pip=False)
    subprocess.run([uv(), "pip", "install", "--quiet", "--python", str(folder / "bin" / "python"), *what], check=True)
    return folder / "bin" / "docgen"


def makes_a_document(command: Path, folder: Path) -> bool:
    sample = subprocess.run([command, "sample", "bistandsbeslut"], cwd=folder, capture_output=True, check=True).stdout
    (folder / "post.json").write_bytes(sample)
    shutil.copy(ROOT / "samples" / "organisation.toml", folder)
    shutil.copy(ROOT / "samples" / "logotyp.png", folder)
    subprocess.run([command, "render", "post.json", "--out", "ut", "--format", "docx"], cwd=folder, check=True)
    return any((folder / "ut").glob("bistandsbeslut_*.docx"))


def test_the_wheel_from_the_sdist_works_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    command = installed(tmp_path / "env", str(wheel))
    (tmp_path / "annan-mapp").mkdir()
    assert makes_a_document(command, tmp_path / "annan-mapp")


def test_an_editable_install_works(tmp_path: Path) -> None:
    command = installed(tmp_path / "env", "--editable", str(ROOT))
    (tmp_path / "annan-mapp").mkdir()
    assert makes_a_document(command, tmp_path / "annan-mapp")


def test_the_wheel_holds_the_data_and_nothing_of_the_workshop(wheel: Path) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)], capture_output=True, text=True, check=True
    )
    names = [line.split()[0] for line in listed.stdout.splitlines()[1:]]
    for slug, kind in KINDS.items():
        wanted = {f"templates/{slug}/template.docx", f"templates/{slug}/wording.toml", f"schemas/{slug}.schema.json"}
        wanted |= {f"samples/{slug}/{kind.exempel}.json", "samples/export.jsonl"}
        assert {f"docgen/_data/{name}" for name in wanted} <= set(names)
    assert "docgen/py.typed" in names
    assert "docgen/messages.sv.toml" in names
    assert [name for name in names if name.startswith(("tests/", ".ci/", "benchmarks/", "schemas/"))] == []
