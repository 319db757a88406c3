"""Every valid sample as text: what stands in the Word file, in order. `make golden` writes them anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES, TODAY
from reading import docx_text

from docgen.documents.catalogue import KINDS
from docgen.order import Format, Order
from docgen.outcome import Written
from docgen.run import run

GOLDEN = ROOT / "tests" / "golden"
VALID = sorted(path for slug in KINDS for path in (SAMPLES / slug).glob("*.json"))


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Order:
    organisation = SAMPLES / "organisation.toml"
    out = tmp_path_factory.mktemp("golden")
    return Order(sources=(), out=out, organisation=organisation, today=TODAY, format=Format.DOCX, overwrite=True)


@pytest.mark.parametrize("sample", VALID, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_becomes_the_text_that_was_approved(
    sample: Path, order: Order, request: pytest.FixtureRequest
) -> None:
    (outcome,) = run(replace(order, sources=(str(sample),)))
    assert isinstance(outcome, Written), outcome
    folder, made = GOLDEN / sample.parent.name, dict(pairs(sample, outcome.files))
    if request.config.getoption("--write-golden"):
        write(folder, sample.stem, made)
    assert sorted(made) == sorted(approved(folder, sample.stem))
    for name, path in made.items():
        assert docx_text(path) == (folder / name).read_text(encoding="utf-8"), name


def pairs(sample: Path, files: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the name of the golden text of each file: sample, following record, recipient, file copy.

    omsorg.txt, omsorg.akt.txt, omsorg.mottagare-01.txt, omsorg.protokollsutdrag-2.txt.
    """
    following: dict[str, list[str]] = {}
    for path in files:
        record, numbered, number = path.stem.removesuffix("_akt").partition("_mottagare-")
        parts = [sample.stem]
        slug = slug_of(record)
        if slug != sample.parent.name:
            records = following.setdefault(slug, [])
            records += [] if record in records else [record]
            parts.append(f"{slug}-{records.index(record) + 1}")
        parts += [f"mottagare-{number}"] if numbered else []
        parts += ["akt"] if path.parent.name == "akt" else []
        yield ".".join([*parts, "txt"]), path


def slug_of(name: str) -> str:
    return max((slug for slug in KINDS if name.startswith(f"{slug}_")), key=len)


def approved(folder: Path, stem: str) -> list[str]:
    return [path.name for path in folder.glob(f"{stem}.*txt")]


def write(folder: Path, stem: str, made: Mapping[str, Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for stale in approved(folder, stem):
        (folder / stale).unlink()
    for name, path in made.items():
        (folder / name).write_text(docx_text(path), encoding="utf-8")


def test_each_file_of_a_record_has_a_golden_text_of_its_own() -> None:
    sample = Path("bistandsbeslut/omsorg.json")
    files = {
        "bistandsbeslut_1_2026-01-02.docx": "omsorg.txt",
        "akt/bistandsbeslut_1_2026-01-02_akt.docx": "omsorg.akt.txt",
        "bistandsbeslut_1_2026-01-02_mottagare-02.docx": "omsorg.mottagare-02.txt",
        "akt/bistandsbeslut_1_2026-01-02_mottagare-02_akt.docx": "omsorg.mottagare-02.akt.txt",
        "protokollsutdrag_1-7_2026-01-02.docx": "omsorg.protokollsutdrag-1.txt",
        "protokollsutdrag_1-8_2026-01-02_mottagare-01.docx": "omsorg.protokollsutdrag-2.mottagare-01.txt",
        "protokollsutdrag_1-8_2026-01-02_mottagare-02.docx": "omsorg.protokollsutdrag-2.mottagare-02.txt",
    }
    assert [name for name, _ in pairs(sample, [Path(one) for one in files])] == list(files.values())


def test_there_is_no_golden_text_without_its_sample() -> None:
    names = {f"{path.parent.name}/{path.stem}" for path in VALID}
    found = {f"{path.parent.name}/{path.name.partition('.')[0]}" for path in GOLDEN.glob("*/*.txt")}
    assert found == names
