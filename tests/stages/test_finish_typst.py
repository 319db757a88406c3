"""A PDF of Typst's is believed only by its own bytes, and gets its names without being rebuilt."""

import hashlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import papers
import pytest
from conftest import ROOT, SAMPLES
from pypdf import PdfReader, PdfWriter
from reading import page_texts

from docgen.conformance import check
from docgen.errors import RecordError, Severity

BODY = """
#set page(header: [Sida #context counter(page).display()])
= Beslut om hemtjänst
Diarienummer SN~2026/12‑A. Du får hemtjänst.#footnote[En fotnot.] #link("https://example.org/")[Vår sida]
- ett
- två
#table(columns: 2, table.header[A][B], [1], [2])
#pagebreak()
== Skäl
*Behovet* är #emph[styrkt].
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return papers.typeset(BODY)


def reason_of(pdf: bytes, *must_contain: str, lang: str = "sv") -> str:
    with pytest.raises(RecordError) as refusal:
        papers.finished(pdf, *must_contain, lang=lang)
    assert refusal.value.code == "P-04"
    return refusal.value.facts["orsak"]


def information(pdf: bytes) -> dict[str, Any]:
    return dict(PdfReader(io.BytesIO(pdf), strict=True).metadata or {})


def test_the_finished_file_breaks_no_standard(pdf: bytes) -> None:
    assert [one for one in check(papers.finished(pdf)) if one.severity is Severity.ERROR] == []


def test_every_page_is_as_it_was(pdf: bytes) -> None:
    made = papers.finished(pdf)
    assert page_texts(made) == page_texts(pdf)
    assert made.pages == len(page_texts(pdf)) == 2


def test_the_reader_is_shown_the_title_and_the_records_own_date(pdf: bytes) -> None:
    made = papers.finished(pdf)
    assert information(made) == {
        "/Title": papers.TITLE,
        "/Creator": "docgen",
        "/Producer": information(pdf)["/Creator"],
        "/CreationDate": "D:20260303000000Z",
        "/ModDate": "D:20260303000000Z",
    }
    assert information(pdf)["/Creator"].startswith("Typst ")


def test_the_archive_metadata_say_the_same_as_the_dictionary_and_what_the_file_was_made_of(pdf: bytes) -> None:
    made = papers.finished(pdf)
    metadata = PdfReader(io.BytesIO(made)).xmp_metadata
    assert metadata is not None
    assert metadata.dc_title == {"x-default": papers.TITLE}
    assert metadata.pdf_producer == information(made)["/Producer"]
    assert f"{metadata.xmp_create_date:%Y-%m-%d}" == f"{metadata.xmp_modify_date:%Y-%m-%d}" == "2026-03-03"
    packet = metadata.stream.get_data().decode()
    for told in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<", "a1" * 32, "b2" * 32):
        assert packet.count(told) == 1


@pytest.mark.parametrize("title", ["Beslut", "Beslut <A> & (B", "Besked – 100 % €", "a\\b)"])
def test_a_title_is_shown_as_it_is_written(pdf: bytes, title: str) -> None:
    assert information(papers.finished(pdf, title=title))["/Title"] == title


def test_nothing_of_the_engines_own_names_is_left(pdf: bytes) -> None:
    made = bytes(papers.finished(pdf))
    assert b"20200102" in pdf
    for foreign in (b"20200102", b"2020-01-02", b"Ett utkast", b"InstanceID", b"DocumentID"):
        assert foreign not in made


def test_the_file_is_identified_by_its_content(pdf: bytes) -> None:
    def identifier(pdf: bytes, title: str) -> object:
        return PdfReader(io.BytesIO(papers.finished(pdf, title=title))).trailer["/ID"]

    other = papers.typeset(BODY.replace("styrkt", "prövat"))
    assert len({str(identifier(*one)) for one in ((pdf, "Ett"), (pdf, "Två"), (other, "Ett"))}) == 3
    assert identifier(pdf, "Ett") == identifier(papers.typeset(BODY), "Ett")


def test_another_process_makes_the_same_bytes(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "body.typ").write_text(BODY, encoding="utf-8")
    program = (
        "import sys, pathlib, hashlib, papers\n"
        "body = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')\n"
        "print(hashlib.sha256(papers.finished(papers.typeset(body))).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "body.typ")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT / "tests",
        env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7"},
    )
    assert done.stdout.split() == [hashlib.sha256(papers.finished(pdf)).hexdigest()]


@pytest.mark.parametrize("number", ["SN 2026/12", "SN 2026/12-A", "SN\u00a02026/12\u2011A", "Behovet är styrkt."])
def test_the_number_of_the_document_is_found_whatever_its_spaces_hyphens_and_styles(pdf: bytes, number: str) -> None:
    assert papers.finished(pdf, number)


def test_a_word_that_is_divided_at_the_end_of_a_line_is_found_whole() -> None:
    word = "socialtjänstlagstiftningsöversyn"
    setting = "#set page(width: 9cm)\n#set text(hyphenate: true)\n#set par(justify: true)\n= Rubrik\n"
    made = papers.typeset(setting + f"{word} " * 9)
    assert "\u00ad" in page_texts(made)[0]
    assert papers.finished(made, *[word] * 9)


def test_another_records_document_is_refused(pdf: bytes) -> None:
    assert reason_of(pdf, "SN 2026/12", "SN 2026/13") == "fel-dokument"


def test_what_the_template_should_have_filled_is_refused_unless_the_record_says_it() -> None:
    made = papers.typeset("= Rubrik\nHej {{ namn }}")
    assert reason_of(made) == "mallrest"
    assert papers.finished(made, said="Det stod {{ namn }} i brevet.")


def test_a_document_in_another_language_than_the_record_is_refused() -> None:
    assert reason_of(papers.typeset(BODY, lang="en")) == "sprak"


@pytest.mark.parametrize("standards", [["a-2b", "ua-1"], ["a-2a"], ["ua-1"], ["1.7"]])
def test_a_file_that_claims_less_than_is_promised_is_refused(standards: list[str]) -> None:
    assert reason_of(papers.typeset(BODY, standards=standards)) == "ej-arkiv"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (b"/Marked true", b"/Marked nope", "otaggad"),
        (b"/StructTreeRoot 7", b"/StructTreeRoof 7", "otaggad"),
        (b"/Lang(sv)/Struct", b"/Long(sv)/Struct", "sprak"),
        (b"/FontFile2", b"/FontFile9", "typsnitt"),
        (b"/OutputIntents", b"/OutputContent", "ej-arkiv"),
        (b"/DestOutputProfile", b"/DestOutputProfilX", "trasig"),
        (b"/ToUnicode", b"/ToUnikode", "trasig"),
        (b"/FlateDecode", b"/BlateDecode", "trasig"),
        (b"/Type/CMap/Filter", b"/Type/CMap/Folter", "trasig"),
    ],
)
def test_a_file_that_lacks_something_is_refused(pdf: bytes, before: bytes, after: bytes, reason: str) -> None:
    assert before in pdf
    assert reason_of(pdf.replace(before, after)) == reason


def moved(pdf: bytes) -> bytes:
    return pdf.replace(b"<</Type/Page/", b"<</Type/Page /", 1)


def unlisted(pdf: bytes) -> bytes:
    return pdf.replace(b"\nxref\n", b"\nyref\n")


def renumbered(pdf: bytes) -> bytes:
    return pdf.replace(b"\n3 0 obj", b"\n4 0 obj")


def padded(pdf: bytes) -> bytes:
    """Return the file with a comment before its first object, and a table that knows of it."""
    pad, first = b"% fritt\n", pdf.index(b"1 0 obj")
    moved = re.sub(rb"\d{10}(?= 00000 n)", lambda found: b"%010d" % (int(found[0]) + len(pad)), pdf)
    moved = re.sub(rb"(?<=startxref\n)\d+", lambda found: b"%d" % (int(found[0]) + len(pad)), moved)
    return moved[:first] + pad + moved[first:]


def shifted(pdf: bytes) -> bytes:
    return b"\n" + pdf


def grown(pdf: bytes) -> bytes:
    return re.sub(rb"<</Size (\d+)", rb"<</Prev 9/Size \1", pdf)


def packed(pdf: bytes) -> bytes:
    """Return the file with a cross-reference stream, which Typst does not write."""
    return re.sub(rb"\nxref\n.*\nstartxref", b"\n99 0 obj\n<</Type/XRef>>\nendobj\nstartxref", pdf, flags=re.DOTALL)


def shortened(pdf: bytes) -> bytes:
    return re.sub(rb"/Length (\d)", lambda found: b"/Length %d" % ((int(found[1]) % 9) + 1), pdf)


@pytest.mark.parametrize("change", [moved, renumbered, padded, unlisted, shifted, grown, packed, shortened])
def test_a_file_that_is_not_laid_out_as_typst_does_is_refused(pdf: bytes, change: Any) -> None:  # noqa: ANN401
    assert reason_of(change(pdf)) == "trasig"


@pytest.mark.parametrize("share", range(0, 100, 7))
def test_a_truncated_file_is_refused(pdf: bytes, share: int) -> None:
    assert reason_of(pdf[: len(pdf) * share // 100]) == "trasig"


def test_what_another_program_rewrote_is_finished_when_it_still_keeps_what_is_promised(pdf: bytes) -> None:
    target = io.BytesIO()
    PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))).write(target)
    assert page_texts(papers.finished(target.getvalue(), "SN 2026/12")) == page_texts(pdf)


def test_a_letter_of_two_pages_with_the_logo_is_small() -> None:
    logo = ",".join(str(byte) for byte in (SAMPLES / "logotyp.png").read_bytes())
    body = f'#image(bytes(({logo})), width: 5cm, alt: "Exempelkommun")\n= Beslut\n#lorem(700)\n*#lorem(30)*'
    made = papers.finished(papers.typeset(body))
    assert made.pages == 2
    assert len(made) <= 80_000
