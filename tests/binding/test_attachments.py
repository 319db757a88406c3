"""The attachments of a record laid after its document, in a file of their own that promises nothing."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from folios import at, everything, form_with_answer, locked, opened, picture, squeezed
from papers import typeset
from running import Done, docgen

SAMPLE = SAMPLES / "tjansteskrivelse" / "utokad-eftervard.json"
NAME = "tjansteskrivelse_SN-2026-0877_2026-11-16"
AGREEMENT = typeset("Överenskommelsens första sida #pagebreak() Överenskommelsens andra sida")
EVALUATION = typeset("Utvärderingens enda sida")


def record(folder: Path, files: dict[int, str], sidor: dict[int, int] | None = None) -> Path:
    """Write the sample with files for its attachments, and return where it lies."""
    data: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    del data["$schema"]
    for one in data["bilagor"]:
        one.pop("sidor", None)
        if one["nr"] in files:
            one["fil"] = files[one["nr"]]
        if sidor and one["nr"] in sidor:
            one["sidor"] = sidor[one["nr"]]
    folder.mkdir(exist_ok=True)
    path = folder / "post.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def render(path: Path, out: Path, *more: str) -> Done:
    organisation = SAMPLES / "organisation.toml"
    return docgen("render", path, "--out", out, "--organisation", organisation, "--format", "pdf", "--json", *more)


@pytest.fixture
def bound(tmp_path: Path) -> Path:
    """Return the folder of a document with two attachments, one of them in a folder of its own."""
    (tmp_path / "in" / "bilagor").mkdir(parents=True)
    (tmp_path / "in" / "avtal.pdf").write_bytes(AGREEMENT)
    (tmp_path / "in" / "bilagor" / "utvardering.pdf").write_bytes(EVALUATION)
    path = record(tmp_path / "in", {1: "avtal.pdf", 2: "bilagor/utvardering.pdf"})
    assert render(path, tmp_path / "ut").code == 0
    return tmp_path / "ut"


def test_the_attachments_follow_the_document_each_after_its_divider(bound: Path) -> None:
    reader = opened((bound / f"{NAME}_med_bilagor.pdf").read_bytes())
    texts = [squeezed(page) for page in reader.pages]
    assert len(texts) == 7
    assert "Bilaga 1: Överenskommelse om gemensam eftervård 2026-10-30 2 sidor" in texts[2]
    assert texts[3:5] == ["Överenskommelsens första sida", "Överenskommelsens andra sida"]
    assert "Bilaga 2: Utvärdering av gemensam eftervård 2026-10-02 1 sida" in texts[5]
    assert texts[6] == "Utvärderingens enda sida"


def test_the_bookmarks_lead_to_the_document_and_to_each_attachment(bound: Path) -> None:
    reader = opened((bound / f"{NAME}_med_bilagor.pdf").read_bytes())
    top = [one for one in reader.outline if not isinstance(one, list)]
    assert [(reader.get_destination_page_number(one), str(one.title)[:10]) for one in top] == [
        (0, "Gemensam e"),
        (2, "Bilaga 1: "),
        (5, "Bilaga 2: "),
    ]


def test_the_document_stays_archival_and_accessible_and_the_file_with_attachments_claims_neither(bound: Path) -> None:
    assert docgen("check", bound / f"{NAME}.pdf").code == 0
    data = (bound / f"{NAME}_med_bilagor.pdf").read_bytes()
    inside = everything(data)
    assert b"<pdfaid:part>" not in inside
    assert b"<pdfuaid:part>" not in inside
    assert at(opened(data), "/Root", "/Lang") == "sv-SE"
    assert "/StructTreeRoot" in at(opened(data), "/Root")
    assert at(opened(data), "/Info", "/Title").startswith("Tjänsteskrivelse: Gemensam eftervård")


def test_a_document_is_the_same_with_attachments_as_without(bound: Path, tmp_path: Path) -> None:
    assert render(record(tmp_path / "utan", {}), tmp_path / "ensam").code == 0
    assert [path.name for path in (tmp_path / "ensam").iterdir()] == [f"{NAME}.pdf"]
    assert (tmp_path / "ensam" / f"{NAME}.pdf").read_bytes() == (bound / f"{NAME}.pdf").read_bytes()


def test_the_same_attachments_give_the_same_bytes(bound: Path) -> None:
    before = (bound / f"{NAME}_med_bilagor.pdf").read_bytes()
    assert render(bound.parent / "in" / "post.json", bound, "--overwrite").code == 0
    assert (bound / f"{NAME}_med_bilagor.pdf").read_bytes() == before


def test_an_answer_in_a_form_is_seen_and_the_script_of_the_form_is_gone(tmp_path: Path) -> None:
    path = record(tmp_path / "in", {1: "blankett.pdf"})
    (tmp_path / "in" / "blankett.pdf").write_bytes(form_with_answer("Ja tack"))
    assert render(path, tmp_path / "ut").code == 0
    data = (tmp_path / "ut" / f"{NAME}_med_bilagor.pdf").read_bytes()
    assert "Ja tack" in squeezed(opened(data).pages[3])
    assert b"app.alert" not in everything(data)


def _outside(folder: Path) -> str:
    (folder.parent / "annans.pdf").write_bytes(EVALUATION)
    return "../annans.pdf"


def _absolute(folder: Path) -> str:
    return str((folder.parent / _outside(folder)[3:]).resolve())


def _linked(folder: Path) -> str:
    _outside(folder)
    (folder / "lank.pdf").symlink_to(folder.parent / "annans.pdf")
    return "lank.pdf"


def _folder(folder: Path) -> str:
    (folder / "mapp.pdf").mkdir()
    return "mapp.pdf"


def _pipe(folder: Path) -> str:
    os.mkfifo(folder / "ror.pdf")
    return "ror.pdf"


def _circle(folder: Path) -> str:
    (folder / "rund.pdf").symlink_to(folder / "rund.pdf")
    return "rund.pdf"


def _holding(data: bytes) -> Callable[[Path], str]:
    def write(folder: Path) -> str:
        (folder / "fil.pdf").write_bytes(data)
        return "fil.pdf"

    return write


def _huge(folder: Path) -> str:
    with (folder / "stor.pdf").open("wb") as stream:
        stream.truncate(100_000_001)
    return "stor.pdf"


@pytest.mark.parametrize(
    ("prepare", "code", "reason"),
    [
        (lambda _: "ingen.pdf", "B-01", ""),
        (_circle, "B-01", ""),
        (_folder, "B-01", ""),
        (_pipe, "B-01", ""),
        (_outside, "B-02", ""),
        (_absolute, "B-02", ""),
        (_linked, "B-02", ""),
        (_huge, "B-04", "100 MB"),
        (_holding(picture()), "B-03", "(bild)"),
        (_holding(b"PK\3\4 en Word-fil"), "B-03", "(ingen-pdf)"),
        (_holding(b""), "B-03", "(ingen-pdf)"),
        (_holding(AGREEMENT[:900]), "B-03", "(trasig)"),
        (_holding(locked(AGREEMENT)), "B-03", "(losenord)"),
    ],
)
def test_a_file_that_cannot_be_attached_costs_the_record_its_documents(
    tmp_path: Path, prepare: Callable[[Path], str], code: str, reason: str
) -> None:
    (tmp_path / "in").mkdir()
    done = render(record(tmp_path / "in", {2: prepare(tmp_path / "in")}), tmp_path / "ut")
    (finding,) = done.json["fynd"]
    assert (done.code, finding["kod"], finding["plats"]) == (65, code, "$.bilagor[1].fil")
    assert reason in finding["vad"]
    assert not (tmp_path / "ut").exists()


def test_all_files_that_are_wrong_are_told_at_once(tmp_path: Path) -> None:
    done = render(record(tmp_path / "in", {1: "a.pdf", 2: "../b.pdf", 3: "c.pdf"}), tmp_path / "ut")
    assert [one["kod"] for one in done.json["fynd"]] == ["B-01", "B-02", "B-01"]


def test_other_pages_than_the_record_says_and_an_attachment_without_a_file_are_remarked(tmp_path: Path) -> None:
    path = record(tmp_path / "in", {1: "avtal.pdf", 2: "avtal.pdf"}, {1: 6, 2: 2})
    (tmp_path / "in" / "avtal.pdf").write_bytes(AGREEMENT)
    done = render(path, tmp_path / "ut")
    told = {(one["kod"], one["plats"], one["allvar"]) for one in done.json["anmarkningar"]}
    assert done.code == 0
    assert told == {("B-05", "$.bilagor[0].sidor", "varning"), ("B-06", "$.bilagor[2]", "varning")}


def test_a_draft_is_marked_on_its_dividers_too(tmp_path: Path) -> None:
    path = record(tmp_path / "in", {1: "avtal.pdf"})
    (tmp_path / "in" / "avtal.pdf").write_bytes(AGREEMENT)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["dokument"]["status"] = "utkast"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert render(path, tmp_path / "ut").code == 0
    assert "Utkast" in squeezed(opened((tmp_path / "ut" / f"{NAME}_med_bilagor.pdf").read_bytes()).pages[2])


def test_word_files_alone_have_no_attachments(tmp_path: Path) -> None:
    path = record(tmp_path / "in", {1: "ingen.pdf"})
    assert render(path, tmp_path / "ut", "--format", "docx").code == 0
    assert [one.suffix for one in (tmp_path / "ut").iterdir()] == [".docx"]


def batch(folder: Path, *more: str) -> Done:
    settings = ["--organisation", str(SAMPLES / "organisation.toml"), "--workers", "1"]
    return docgen("batch", folder / "in" / "post.json", "--out", folder / "sats", *settings, *more)


@pytest.mark.usefixtures("bound")
def test_a_batch_given_again_sees_an_attachment_that_has_become_another(tmp_path: Path) -> None:
    assert batch(tmp_path).code == 0
    file = tmp_path / "sats" / f"{NAME}_med_bilagor.pdf"
    before = file.read_bytes()
    (tmp_path / "in" / "avtal.pdf").write_bytes(EVALUATION)
    refused = batch(tmp_path)
    assert (refused.code, file.read_bytes() == before) == (1, True)
    assert batch(tmp_path, "--overwrite").code == 0
    assert len(opened(file.read_bytes()).pages) == len(opened(before).pages) - 1


@pytest.mark.usefixtures("bound")
def test_a_batch_given_again_leaves_a_document_whose_attachments_are_the_same(tmp_path: Path) -> None:
    assert batch(tmp_path).code == 0
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / "sats").glob("*.pdf")}
    assert batch(tmp_path).code == 0
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "sats").glob("*.pdf")} == made


@pytest.mark.usefixtures("bound")
def test_a_name_that_somebody_else_has_is_not_taken_for_the_file_with_attachments(tmp_path: Path) -> None:
    (tmp_path / "sats").mkdir()
    theirs = tmp_path / "sats" / f"{NAME}_med_bilagor.pdf"
    theirs.write_bytes(AGREEMENT)
    assert batch(tmp_path).code == 1
    assert theirs.read_bytes() == AGREEMENT
