import io
from collections.abc import Iterator
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from reading import page_texts

from docgen.conformance import check
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.errors import RecordError, Severity
from docgen.stages import finish, xmp
from docgen.stages.convert import Pdf
from docgen.stages.xmp import Origin

TITLE = "Beslut om hemtjänst – SN 2026/12"
CREATED = date(2026, 3, 3)
OURS = "urn:docgen:ursprung:1#"
KNOWN_TO_PDFA = {
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/pdf/1.3/",
    "http://ns.adobe.com/xap/1.0/",
}
INFO = {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
ORIGIN = Origin(template="a1" * 32, data="")


@pytest.fixture(scope="module")
def engine() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as engine:
        yield engine


@pytest.fixture(scope="module")
def pdf(engine: LibreOfficeEngine) -> bytes:
    return engine.convert(letter())


def letter(text: str = "Du får hemtjänst.", language: str = "sv-SE") -> bytes:
    document = docx.Document()
    document.core_properties.author = "Testperson Handläggare"
    (default,) = document.styles.element.xpath("w:docDefaults//w:lang")
    default.set(qn("w:val"), language)
    document.add_heading("Beslut om hemtjänst", 1)
    document.add_paragraph(f"Diarienummer SN\u00a02026/12\u2011A. {text}")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def finished(pdf: bytes, *must_contain: str, lang: str = "sv-SE", origin: Origin = ORIGIN) -> bytes:
    return finish.pdf(
        Pdf(pdf), title=TITLE, lang=lang, must_contain=must_contain, said="", created=CREATED, origin=origin
    )


def reason_of(pdf: bytes, *must_contain: str, lang: str = "sv-SE") -> str:
    with pytest.raises(RecordError) as refusal:
        finished(pdf, *must_contain, lang=lang)
    assert refusal.value.code == "P-04"
    return refusal.value.facts["orsak"]


def without(pdf: bytes, key: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    del writer.root_object[NameObject(key)]
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def producer_of(pdf: bytes) -> str:
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    assert metadata is not None
    assert metadata.producer is not None
    return metadata.producer


def xmp_of(pdf: bytes) -> str:
    metadata = PdfReader(io.BytesIO(pdf), strict=True).xmp_metadata
    assert metadata is not None
    return metadata.stream.get_data().decode()


def test_two_conversions_by_two_libreoffices_give_the_same_bytes(engine: LibreOfficeEngine, pdf: bytes) -> None:
    with LibreOfficeEngine() as another:
        again = another.convert(letter())
    assert again != pdf
    assert finished(again) == finished(pdf) == finished(engine.convert(letter()))


def test_the_file_is_identified_by_its_content(pdf: bytes) -> None:
    def identifier(title: str) -> object:
        made = finish.pdf(Pdf(pdf), title=title, lang="sv", must_contain=(), said="", created=CREATED, origin=ORIGIN)
        return PdfReader(io.BytesIO(made)).trailer["/ID"]

    assert identifier("Ett") == identifier("Ett") != identifier("Två")


def test_the_reader_is_shown_the_title_and_no_author(pdf: bytes) -> None:
    made = finished(pdf)
    reader = PdfReader(io.BytesIO(made), strict=True)
    assert reader.metadata == {
        "/Title": TITLE,
        "/Creator": "docgen",
        "/Producer": producer_of(pdf),
        "/CreationDate": "D:20260303000000Z",
        "/ModDate": "D:20260303000000Z",
    }
    assert str(reader.root_object["/ViewerPreferences"]) == "{'/DisplayDocTitle': True}"
    assert b"Testperson" in pdf
    assert b"Testperson" not in made


def test_the_archive_metadata_say_the_same_as_the_dictionary(pdf: bytes) -> None:
    metadata = PdfReader(io.BytesIO(finished(pdf))).xmp_metadata
    assert metadata is not None
    assert metadata.dc_title == {"x-default": TITLE}
    assert metadata.dc_language == ["sv-SE"]
    assert metadata.pdf_producer == producer_of(pdf)
    assert metadata.xmp_create_date == metadata.xmp_modify_date
    assert f"{metadata.xmp_create_date:%Y-%m-%d %H}" == "2026-03-03 00"


def test_the_file_claims_the_accessible_level_that_it_was_mended_to(pdf: bytes) -> None:
    assert "pdfaid:conformance>B<" in xmp_of(pdf)
    made = xmp_of(finished(pdf))
    for claim in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert claim in made
    assert "pdfaSchema:prefix>pdfuaid<" in made


def test_the_finished_file_breaks_no_standard(pdf: bytes) -> None:
    assert [one for one in check(finished(pdf)) if one.severity is Severity.ERROR] == []


def described(packet: str) -> set[tuple[str, str]]:
    """Return the namespace and name of each property that the packet describes whole (ISO 19005-2, 6.6.2.3.3)."""
    found = set()
    for schema in etree.fromstring(packet.encode()).iterfind(".//{*}schemas/{*}Bag/{*}li"):
        said = {etree.QName(child).localname: child for child in schema}
        assert set(said) == {"namespaceURI", "prefix", "schema", "property"}
        assert f'xmlns:{said["prefix"].text}="{said["namespaceURI"].text}"' in packet
        for one in said["property"].iterfind("{*}Seq/{*}li"):
            words = {etree.QName(child).localname: child.text for child in one}
            assert set(words) == {"category", "description", "name", "valueType"}
            assert all(words.values())
            assert words["category"] in {"internal", "external"}
            found.add((said["namespaceURI"].text, words["name"]))
    return found


@pytest.mark.parametrize("data", ["", "b2" * 32])
def test_every_property_is_one_that_pdfa_knows_or_that_the_file_describes(pdf: bytes, data: str) -> None:
    packet = xmp_of(finished(pdf, origin=Origin("a1" * 32, data)))
    (properties,) = etree.fromstring(packet.encode()).iter("{*}Description")
    names = [etree.QName(one) for one in properties]
    used = {(name.namespace, name.localname) for name in names if name.namespace not in KNOWN_TO_PDFA}
    assert (OURS, "mall") in used
    assert ((OURS, "uppgifter") in used) is bool(data)
    assert used <= described(packet)
    assert len(names) == len({name.text for name in names})


def test_what_the_engine_tells_of_the_word_file_is_not_passed_on(pdf: bytes) -> None:
    writer, target = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))), io.BytesIO()
    writer.add_metadata({"/docgen.mall": "c3" * 32, "/Uppdrag": "Testperson"})
    writer.write(target)
    assert b"c3" * 32 in target.getvalue()
    made = finished(target.getvalue())
    assert set(PdfReader(io.BytesIO(made)).metadata or ()) == INFO
    assert b"c3" * 32 not in made
    assert xmp_of(made).count(ORIGIN.template) == 1


def test_a_title_with_markup_is_text(pdf: bytes) -> None:
    made = finish.pdf(
        Pdf(pdf), title="Beslut <A> & B", lang="sv", must_contain=(), said="", created=CREATED, origin=ORIGIN
    )
    metadata = PdfReader(io.BytesIO(made)).xmp_metadata
    assert metadata is not None
    assert metadata.dc_title == {"x-default": "Beslut <A> & B"}


def test_a_tagged_structure_and_the_reading_order_survive(pdf: bytes) -> None:
    made = finished(pdf)
    reader = PdfReader(io.BytesIO(made), strict=True)
    assert reader.pdf_header == PdfReader(io.BytesIO(pdf)).pdf_header
    assert str(reader.root_object["/MarkInfo"]) == "{'/Marked': True}"
    assert [str(page["/Tabs"]) for page in reader.pages] == ["/S"]
    assert page_texts(made) == page_texts(pdf)


@pytest.mark.parametrize("number", ["SN 2026/12", "SN 2026/12-A", "SN\u00a02026/12\u2011A"])
def test_the_number_of_the_document_is_found_whatever_its_spaces_and_hyphens(pdf: bytes, number: str) -> None:
    assert finished(pdf, number, "Du får hemtjänst.")


def test_every_page_is_looked_at(engine: LibreOfficeEngine) -> None:
    document = docx.Document(io.BytesIO(letter()))
    document.add_paragraph("Hej {{ namn }}").paragraph_format.page_break_before = True
    target = io.BytesIO()
    document.save(target)
    pdf = engine.convert(target.getvalue())
    assert len(page_texts(pdf)) == 2
    assert reason_of(pdf, "SN 2026/12") == "mallrest"


def test_another_records_document_is_refused(pdf: bytes) -> None:
    assert reason_of(pdf, "SN 2026/12", "SN 2026/13") == "fel-dokument"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hej {{ namn }}", "mallrest"),
        ("{% if x", "mallrest"),
        ("12** Expression is faulty **", "faltfel"),
        ("Fel! Hittar inte referenskälla.", "faltfel"),
        ("Error! Reference source not found.", "faltfel"),
    ],
)
def test_what_the_template_should_have_filled_is_refused(engine: LibreOfficeEngine, text: str, reason: str) -> None:
    assert reason_of(engine.convert(letter(text))) == reason


def test_a_person_may_still_write_that_something_went_wrong(engine: LibreOfficeEngine) -> None:
    assert finished(engine.convert(letter("Han skrev: Fel! Det stämmer inte.")))


@pytest.mark.parametrize("text", ["Fel! Ingen har frågat mig.", "Det stod {{ namn }} i brevet."])
def test_what_the_record_itself_says_is_no_rest_of_a_template(engine: LibreOfficeEngine, text: str) -> None:
    made = Pdf(engine.convert(letter(text)))
    assert finish.pdf(made, title="Beslut", lang="sv", must_contain=(), said=text, created=CREATED, origin=ORIGIN)
    assert reason_of(made) in {"mallrest", "faltfel"}


def test_a_document_in_another_language_than_the_record_is_refused(engine: LibreOfficeEngine) -> None:
    assert reason_of(engine.convert(letter(language="en-US"))) == "sprak"


def test_an_untagged_document_is_refused(pdf: bytes) -> None:
    assert reason_of(without(pdf, "/MarkInfo")) == "otaggad"
    assert reason_of(without(pdf, "/StructTreeRoot")) == "otaggad"


@pytest.mark.parametrize("claim", [b"pdfaid:part", b"pdfuaid:part"])
def test_a_file_that_does_not_claim_to_be_archival_and_accessible_is_refused(pdf: bytes, claim: bytes) -> None:
    assert reason_of(pdf.replace(claim, claim[:-1] + b"X")) == "ej-arkiv"
    assert reason_of(without(pdf, "/Metadata")) == "ej-arkiv"


def test_a_fault_of_our_own_is_not_blamed_on_the_file(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xmp, "_PACKET", "{okand}")
    with pytest.raises(KeyError):
        finished(pdf)


def test_a_damaged_colour_profile_is_refused(pdf: bytes) -> None:
    assert reason_of(pdf.replace(b"/DestOutputProfile", b"/DestOutputProfilX")) == "trasig"


def test_a_font_that_is_not_in_the_file_is_refused(pdf: bytes) -> None:
    assert reason_of(pdf.replace(b"/FontFile2", b"/FontFeel2")) == "typsnitt"


@pytest.mark.parametrize("end", [0, 100, 5000])
def test_a_truncated_file_is_refused(pdf: bytes, end: int) -> None:
    assert reason_of(pdf[:end]) == "trasig"


def test_a_document_without_pages_is_refused() -> None:
    target = io.BytesIO()
    PdfWriter().write(target)
    assert reason_of(target.getvalue()) == "inga-sidor"
