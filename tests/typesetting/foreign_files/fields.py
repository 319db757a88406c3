"""Links, bookmarks, footnotes, fields and content controls."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from .prose import a4, add, append_runs, element, field, fill, paragraph, run, saved, sentences

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RAISED = '<w:vertAlign w:val="superscript"/>'


def hyperlinks() -> bytes:
    """Links out of the document and within it."""
    document = a4()
    for place, one in enumerate(fill(document, 5)):
        address = f"https://www.exempelkommun.example/omsorg/{place}"
        link = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        look = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
        append_runs(one, f'<w:hyperlink r:id="{link}">{run(f" Läs mer på {address} ", look)}</w:hyperlink>')
    add(document, paragraph(f'<w:hyperlink w:anchor="mal">{run("Se målet")}</w:hyperlink>'))
    mark = '<w:bookmarkStart w:id="7" w:name="mal"/>'
    add(document, paragraph(mark, run("Målet."), '<w:bookmarkEnd w:id="7"/>'))
    return saved(document)


def references() -> bytes:
    """Fields that say what stands elsewhere, with their results as they were saved."""
    document = a4()
    mark = '<w:bookmarkStart w:id="7" w:name="mal"/>'
    add(document, paragraph(mark, run("Rubriken som det hänvisas till"), '<w:bookmarkEnd w:id="7"/>'))
    fill(document, 4)
    add(document, paragraph(run("Se "), field("REF mal \\h", "Rubriken som det hänvisas till"), run(" ovan.")))
    return saved(document)


def dates() -> bytes:
    """Dates that Word would make today's: those that are kept as they were saved."""
    document = a4()
    add(document, paragraph(run("Sparat "), field('SAVEDATE \\@ "yyyy-MM-dd"', "2026-03-01"), run(".")))
    add(document, paragraph(run("I dag "), field('DATE \\@ "yyyy-MM-dd"', "2026-03-01"), run(".")))
    return saved(document)


def simple_fields() -> bytes:
    """Page numbers written as simple fields."""
    document = a4()
    one = document.sections[0].footer.paragraphs[0]
    append_runs(
        one,
        run("Sida ")
        + f'<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>'
        + run(" av ")
        + f'<w:fldSimple w:instr=" NUMPAGES \\* MERGEFORMAT ">{run("9")}</w:fldSimple>',
    )
    fill(document, 16)
    return saved(document)


def footnotes() -> bytes:
    """Footnotes on several pages, short and long."""
    document = a4()
    texts = [sentences(1 + place % 3, place) for place in range(6)]
    _add_notes(document, texts)
    for place, one in enumerate(fill(document, 18)):
        if place % 3 == 0:
            note = f'<w:footnoteReference w:id="{place // 3 + 1}"/>'
            append_runs(one, f"<w:r><w:rPr>{_RAISED}</w:rPr>{note}</w:r>{run(' Efter noten.')}")
    return saved(document)


def content_controls() -> bytes:
    """Controls around text, around paragraphs and as boxes to tick."""
    document = a4()
    add(
        document,
        paragraph(run("Namn: "), f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Anna Provsson')}</w:sdtContent></w:sdt>"),
    )
    for ticked in (1, 0):
        box = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        box += f'<w14:checked w14:val="{ticked}"/></w14:checkbox>'
        sign = run("☒" if ticked else "☐", '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/>')
        control = f"<w:sdt><w:sdtPr>{box}</w:sdtPr><w:sdtContent>{sign}</w:sdtContent></w:sdt>"
        add(document, paragraph(control, run(f" {sentences(1)}")))
    inside = "".join(paragraph(run(sentences(2, place))) for place in range(2))
    add(document, f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>")
    fill(document, 1)
    return saved(document)


def tracked_changes() -> bytes:
    """A change that nobody has accepted."""
    document = a4()
    change = 'w:id="1" w:author="Anna Provsson" w:date="2026-01-01T00:00:00Z"'
    add(document, paragraph(run("Beslutet är "), f"<w:ins {change}>{run('inte ')}</w:ins>", run("fattat.")))
    return saved(document)


def _add_notes(document: Document, texts: list[str]) -> None:
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = f"<w:r><w:rPr>{_RAISED}</w:rPr><w:footnoteRef/></w:r>"
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(mark, run(f" {text}"))}</w:footnote>'
        for number, text in enumerate(texts, start=1)
    )
    xml = element(f"<w:footnotes>{marks}{notes}</w:footnotes>")
    data = etree.tostring(xml, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, data, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


BUILDERS = (
    hyperlinks,
    references,
    dates,
    simple_fields,
    footnotes,
    content_controls,
    tracked_changes,
)
