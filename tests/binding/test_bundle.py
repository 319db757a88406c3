"""A batch made into print jobs: every letter from the front of a sheet, nobody's twice, and no file copy."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from conftest import SAMPLES
from folios import opened, squeezed
from papers import typeset
from running import docgen

from docgen.binding import bundle as binding
from docgen.binding.bundle import Bundled, Placed, bundle
from docgen.errors import DocgenError

RECORDS = (
    "bistandsbeslut/delvis-bifall-boendestod",
    "protokollsutdrag/s4-slutrapport",
    "tjansteskrivelse/s4-slutrapport",
    "tjansteskrivelse/utokad-eftervard",
)


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a batch; one of its documents has an attachment."""
    source, out = tmp_path_factory.mktemp("export"), tmp_path_factory.mktemp("batch") / "ut"
    lines: list[str] = []
    for name in (*RECORDS, RECORDS[0]):
        record = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        if name == RECORDS[3]:
            record["bilagor"][0] |= {"fil": "avtal.pdf", "sidor": 1}
        if len(lines) == len(RECORDS):
            record["dokument"]["version"] = 2
        lines.append(json.dumps(record))
    (source / "export.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (source / "avtal.pdf").write_bytes(typeset("Avtalet"))
    organisation = ("--organisation", SAMPLES / "organisation.toml")
    done = docgen("batch", source / "export.jsonl", "--out", out, *organisation, "--workers", "1", "--format", "pdf")
    assert done.code == 0, done.err
    return out


@pytest.fixture
def folder(batch: Path, tmp_path: Path) -> Path:
    """Return a copy of the batch that may be spoilt."""
    return Path(shutil.copytree(batch, tmp_path / "kopia"))


def contents(out: Path) -> list[Placed]:
    said = json.loads((out / "innehall.json").read_text(encoding="utf-8"))
    return [Placed(**one) for one in said["dokument"]]


def code(folder: Path, out: Path) -> str:
    with pytest.raises(DocgenError) as refused:
        bundle(folder, out)
    return refused.value.code


def test_each_type_is_a_job_and_each_document_begins_on_the_front_of_a_sheet(batch: Path, tmp_path: Path) -> None:
    made: Bundled = bundle(batch, tmp_path / "ut")
    names = ["bistandsbeslut_001.pdf", "protokollsutdrag_001.pdf", "tjansteskrivelse_001.pdf", "innehall.json"]
    assert [one.path.name for one in made.made] == names
    listed = contents(tmp_path / "ut")
    assert listed == list(made.placed)
    assert {one.sidor % 2 for one in listed} == {0, 1}
    for one in listed:
        document = opened((batch / one.dokument).read_bytes())
        job = opened((tmp_path / "ut" / f"{one.jobb}.pdf").read_bytes())
        first = 2 * one.forsta_blad - 2
        printed = [squeezed(job.pages[first + at]) for at in range(2 * one.blad)]
        expected = [squeezed(page) for page in document.pages]
        assert printed == expected + [""] * (len(expected) % 2)
        assert (one.sidor, one.blad) == (len(expected), (len(expected) + 1) // 2)
        assert one.sha256 == hashlib.sha256((batch / one.dokument).read_bytes()).hexdigest()


def test_a_job_holds_what_its_list_says_and_nothing_else(batch: Path, tmp_path: Path) -> None:
    bundle(batch, tmp_path / "ut")
    said = json.loads((tmp_path / "ut" / "innehall.json").read_text(encoding="utf-8"))
    for job in said["jobb"]:
        data = (tmp_path / "ut" / job["fil"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == job["sha256"]
        assert len(opened(data).pages) == 2 * job["blad"]


def test_a_file_copy_is_never_printed_and_a_document_with_attachments_once(batch: Path, tmp_path: Path) -> None:
    assert list((batch / "akt").iterdir())
    printed = [one.dokument for one in bundle(batch, tmp_path / "ut").placed]
    assert len(printed) == 5
    assert not any("akt" in name for name in printed)
    assert [name for name in printed if "SN-2026-0877" in name] == [
        "tjansteskrivelse_SN-2026-0877_2026-11-16_med_bilagor.pdf"
    ]


def test_the_list_of_contents_names_no_person(batch: Path, tmp_path: Path) -> None:
    bundle(batch, tmp_path / "ut")
    said = json.loads((tmp_path / "ut" / "innehall.json").read_text(encoding="utf-8"))
    assert {key for one in said["dokument"] for key in one} == {*Placed.__slots__}


def test_the_same_batch_gives_the_same_bytes(batch: Path, tmp_path: Path) -> None:
    made = [[one.sha256 for one in bundle(batch, tmp_path / name).made] for name in ("a", "b")]
    assert made[0] == made[1]


@pytest.mark.parametrize(("name", "limit"), [("MOST_DOCUMENTS", 1), ("MOST_BYTES", 1)])
def test_a_job_that_is_full_is_followed_by_another(
    batch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(binding, name, limit)
    placed = bundle(batch, tmp_path / "ut").placed
    assert [one.jobb for one in placed] == [
        "bistandsbeslut_001",
        "bistandsbeslut_002",
        "protokollsutdrag_001",
        "tjansteskrivelse_001",
        "tjansteskrivelse_002",
    ]
    assert {one.forsta_blad for one in placed} == {1}


def test_a_folder_that_is_not_as_it_was_made_is_not_printed(folder: Path, tmp_path: Path) -> None:
    document = next(folder.glob("bistandsbeslut_*.pdf"))
    whole = document.read_bytes()
    for spoilt in (whole[:-1], whole[:-9] + b"x" + whole[-8:], None):
        document.unlink()
        if spoilt is not None:
            document.write_bytes(spoilt)
        assert code(folder, tmp_path / "ut") == "B-23"
    document.write_bytes(whole)
    (folder / "frammande.pdf").write_bytes(whole)
    assert code(folder, tmp_path / "ut") == "B-23"
    assert not (tmp_path / "ut").exists()


def test_nothing_is_printed_into_the_batch_itself_or_among_old_jobs(folder: Path, tmp_path: Path) -> None:
    assert code(folder, folder / "utskrift") == "B-20"
    assert code(folder, folder) == "B-20"
    (tmp_path / "ut").mkdir()
    bundle(folder, tmp_path / "ut")
    assert code(folder, tmp_path / "ut") == "B-22"


def test_a_folder_without_a_logbook_or_without_pdfs_has_nothing_to_print(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    assert code(tmp_path / "tom", tmp_path / "ut") == "S-09"
    sample = SAMPLES / "tjansteskrivelse" / "s4-slutrapport.json"
    assert docgen("batch", sample, "--out", tmp_path / "word", "--workers", "1", "--format", "docx").code == 0
    assert code(tmp_path / "word", tmp_path / "ut") == "B-21"
