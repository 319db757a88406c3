"""Every valid sample as text: what stands in the Word file, in order. `make golden` writes them anew."""

from collections.abc import Iterator
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
    for path, golden in pairs(sample, outcome):
        text = docx_text(path)
        if request.config.getoption("--write-golden"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8")


def pairs(sample: Path, outcome: Written) -> Iterator[tuple[Path, Path]]:
    for path in outcome.files:
        suffix = ".akt" if path.parent.name == "akt" else ""
        yield path, GOLDEN / sample.parent.name / f"{sample.stem}{suffix}.txt"


def test_there_is_no_golden_text_without_its_sample() -> None:
    names = {f"{path.parent.name}/{path.stem}" for path in VALID}
    found = {f"{path.parent.name}/{path.stem.removesuffix('.akt')}" for path in GOLDEN.glob("*/*.txt")}
    assert found == names
