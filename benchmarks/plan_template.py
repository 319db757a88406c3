"""A Word template of a coordinated individual plan (SIP), made in code as such a form is made in Word.

It has what the forms of municipalities and regions have: a letterhead and page numbers, labels in shaded cells, a word
of guidance under each heading, tables whose rows repeat, a section and a table for each area of life, lists, a part and
a row that are there only sometimes, and boxes to sign in. What python-docx puts into every new file and no form has
(its hundred table styles, twice) is taken out: docxtpl would read and write it for each record.
"""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

NOT_OF_FORMS = ("/stylesWithEffects", "/thumbnail", "/customXml")
WIDTH = 170
FACTS = (
    ("Planen gäller", "namn", "Ärendenummer", "nummer"),
    ("Upprättad", "datum", "Mötet hölls", "mote.plats"),
    ("Initiativ till planen", "initiativ", "Övergripande ansvar", "ansvar"),
    ("Samordnare", "samordnare.namn", "Telefon", "samordnare.telefon"),
)
PEOPLE = (("Namn", 40, "namn"), ("Verksamhet", 50, "verksamhet"), ("Roll", 40, "roll"), ("Telefon", 40, "telefon"))
GOALS = (("På lång sikt", 60, "lang"), ("På kort sikt", 70, "kort"), ("Klart", 40, "nar"))
ACTIONS = (
    *(("Behov", 35, "behov"), ("Insats", 45, "insats"), ("Ansvarig part", 30, "part"), ("Person", 25, "person")),
    *(("När", 17, "nar"), ("Följs upp", 18, "uppfoljs")),
)
OTHERS = (("Aktör", 50, "aktor"), ("Åtgärd", 85, "atgard"), ("När", 35, "nar"))
CRISIS = (("Tidiga tecken", "tecken"), ("Det här gör jag själv", "sjalv"), ("Hit vänder jag mig", "kontakt"))
SHARED = (
    *(("Uppgifter som delas", "uppgifter"), ("Mellan vilka", "mellan")),
    *(("På vilket sätt", "hur"), ("Det som inte får delas", "undantag")),
)
GUIDANCE = {
    "Samtycke": "Samtycket ska vara tydligt och gälla just den här planen. Det kan tas tillbaka när som helst.",
    "De som deltar": "Alla som har varit med på mötet, även de som har deltagit på distans, skrivs upp med sin roll.",
    "Det här är viktigt för mig": "Skriv med den enskildes egna ord. Ta också reda på vad han eller hon inte vill.",
    "Mål": "Målen ska gå att följa upp. Skriv ett mål på kort sikt för varje mål på lång sikt.",
    "Vad andra gör": "Åtgärder av andra än kommunen och regionen, till exempel arbetsgivare, skola eller anhöriga.",
    "Vad jag gör själv": "Sådant som den enskilde själv vill och kan göra för att nå målen.",
    "Om det blir sämre": "Planen för kriser skrivs när den enskilde mår bra och lämnas till alla som är med i den.",
    "Hur uppgifter delas": "Verksamheterna får bara lämna uppgifter till varandra inom ramen för samtycket.",
    "Uppföljning": "Tid för uppföljning bokas innan mötet avslutas. Samordnaren kallar till det.",
    "Underskrifter": "Den som skriver under ansvarar för att den egna verksamheten gör det som står i planen.",
}


def template() -> bytes:
    """Return the Word file."""
    document = _empty()
    document.core_properties.title, document.core_properties.author = "{{ titel }} {{ nummer }}", "{{ kommun }}"
    _paper(document)
    document.add_heading("{{ titel }}", 0)
    for labels in FACTS:
        _labelled(document, [(labels[0], labels[1]), (labels[2], labels[3])])
    _section(document, "Samtycke")
    _text(document.add_paragraph(), "{{ samtycke }}")
    _section(document, "De som deltar")
    _rows(document, "en", "deltagare", PEOPLE)
    _section(document, "Det här är viktigt för mig")
    _repeated(document, "text", "viktigt")
    _section(document, "Mål")
    _rows(document, "en", "mal", GOALS)
    _areas(document)
    _section(document, "Vad andra gör")
    _rows(document, "en", "andra", OTHERS)
    _section(document, "Vad jag gör själv")
    _repeated(document, "text", "egna", "List Bullet")
    _last(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _empty() -> Document:
    """Return a new document without what no form has."""
    document = docx.Document()
    for style in document.styles.element.xpath(
        "w:style[@w:type='table'][not(@w:default)][w:name/@w:val!='Table Grid']"
    ):
        style.getparent().remove(style)
    for source in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in source.items() if relation.reltype.endswith(NOT_OF_FORMS)]:
            source.pop(key)
    return document


def _paper(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.different_first_page_header_footer = True
    heads = ((section.first_page_header, "{{ kommun }}, {{ namnd }}"), (section.header, "{{ titel }} {{ nummer }}"))
    for room, text in heads:
        _text(room.paragraphs[0], f"{text}\t\tSida ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        room.paragraphs[0]._p.append(field)  # noqa: SLF001 (python-docx has no fields)
    for foot in (section.first_page_footer, section.footer):
        _text(foot.paragraphs[0], "{{ kommun }} · {{ kontakt.adress }} · {{ kontakt.telefon }} · {{ kontakt.epost }}")


def _section(document: Document, name: str) -> None:
    document.add_heading(name, 1)
    _text(document.add_paragraph(), GUIDANCE[name], guidance=True)


def _areas(document: Document) -> None:
    """Add a heading, a text and a table for each area of life; the table's last row is there only sometimes."""
    document.add_paragraph("{%p for omrade in omraden %}")
    document.add_heading("{{ loop.index }}. {{ omrade.namn }}", 1)
    _text(document.add_paragraph(), "Så här är det i dag", bold=True)
    _text(document.add_paragraph(), "{{ omrade.nulage }}")
    table = _rows(document, "en", "omrade.insatser", ACTIONS)
    for text in ("{%tr if omrade.anmarkning %}", "{{ omrade.anmarkning }}", "{%tr endif %}"):
        row = _filled(table, (text,))
        row.cells[0].merge(row.cells[-1])
    document.add_paragraph("{%p endfor %}")


def _last(document: Document) -> None:
    """Add what is told once, the plan for crises only when there is one."""
    document.add_paragraph("{%p if kris %}")
    _section(document, "Om det blir sämre")
    for label, name in CRISIS:
        _labelled(document, [(label, f"kris.{name}")])
    document.add_paragraph("{%p endif %}")
    _section(document, "Hur uppgifter delas")
    for label, name in SHARED:
        _labelled(document, [(label, f"delning.{name}")])
    _section(document, "Uppföljning")
    _labelled(document, [("Datum och tid", "uppfoljning.datum"), ("Plats", "uppfoljning.plats")])
    _section(document, "Underskrifter")
    for role in ("Den enskilde", "För kommunen", "För regionen", "Samordnare"):
        _labelled(document, [(f"{role}, ort och datum", ""), ("Namnförtydligande", "")])


def _repeated(document: Document, name: str, names: str, style: str | None = None) -> None:
    """Add a paragraph for each text of a list."""
    document.add_paragraph(f"{{%p for {name} in {names} %}}")
    _text(document.add_paragraph(style=style), f"{{{{ {name} }}}}")
    document.add_paragraph("{%p endfor %}")


def _labelled(document: Document, pairs: Sequence[tuple[str, str]]) -> None:
    """Add a row of labels, each with the place of its value beside it."""
    table: Table = document.add_table(0, 2 * len(pairs), "Table Grid")
    texts = [text for label, name in pairs for text in (label, f"{{{{ {name} }}}}" if name else "")]
    _filled(table, texts, labels=range(0, len(texts), 2))
    value = (WIDTH - 35 * len(pairs)) // len(pairs)
    _set_widths(table, [35, value] * len(pairs))


def _rows(document: Document, name: str, names: str, columns: Sequence[tuple[str, int, str]]) -> Table:
    """Add a table with a row for each one of a list; a column is its head, its width in mm and the value's name."""
    heads, widths, values = zip(*columns, strict=True)
    table: Table = document.add_table(0, len(columns), "Table Grid")
    row = _filled(table, heads, labels=range(len(heads)))
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 (python-docx has no public way)
    _filled(table, (f"{{%tr for {name} in {names} %}}",))
    _filled(table, [f"{{{{ {name}.{value} }}}}" for value in values])
    _filled(table, ("{%tr endfor %}",))
    _set_widths(table, widths)
    return table


def _filled(table: Table, texts: Sequence[str], labels: Sequence[int] = ()) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx has types for most
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 (python-docx has no public way)
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=False)):
        _text(cell.paragraphs[0], text, bold=place in labels)
        if place in labels:
            _shade(cell)
    return row


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E7EEF4")):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 (python-docx has no public way)


def _text(paragraph: Paragraph, text: str, *, bold: bool = False, guidance: bool = False) -> None:
    """Add a text with the formatting that Word's users give each text by hand."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size = "Calibri", Pt(9 if guidance else 10)
    run.bold, run.italic = bold or None, guidance or None
    if guidance:
        run.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
