"""Word files that other programs write, with tags typed into them."""

import io
import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK
from docx.shared import Mm
from docxtpl import DocxTemplate
from family_packages import ROOT_LINKS
from lxml import etree
from ooxml import CORE_OF_LIBREOFFICE, CORE_RELATIONSHIP, NAMESPACES, PIXEL, changed
from reference import parts

W = f"{{{NAMESPACES['w']}}}"
_LOOP = ("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
_ROWS = (("{%tr for x in rows %}", ""), ("{{ x.a }}", "{{ x.b }}"), ("{%tr endfor %}", ""))


def by_python_docx() -> bytes:
    """Return a template on python-docx's own, with a little of all that python-docx can write."""
    document = docx.Document()
    document.core_properties.title = "Om {{ n }}"
    document.add_heading("Beslut om {{ a }}", 1)
    for text in _LOOP:
        document.add_paragraph(text, style="List Bullet")
    table = document.add_table(0, 2, style="Light Grid Accent 1")
    for texts in (("Namn", "Belopp"), *_ROWS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    paragraph = document.add_paragraph("Bild: ")
    paragraph.add_run("{{ b }}").bold = True
    paragraph.add_run().add_picture(io.BytesIO(PIXEL), Mm(10))
    document.add_paragraph("sist på sidan").add_run().add_break(WD_BREAK.PAGE)
    document.add_section()
    document.sections[0].header.paragraphs[0].text = "{{ a }}\t{% if f %}{{ b }}{% endif %}"
    document.sections[1].footer.is_linked_to_previous = False
    document.sections[1].footer.paragraphs[0].text = "{% for x in xs %}{{ x }}{% endfor %}"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


HERE = Path(__file__).parent


def by_libreoffice(folder: Path) -> dict[str, bytes]:
    """Return what LibreOffice makes Word files of: a text document (``odt``) and a rich text file (``rtf``)."""
    sources = [str(HERE / "foreign.fodt"), str(shutil.copy(HERE / "foreign.rtf", folder / "rich.rtf"))]
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    made = {"odt": folder / "foreign.docx", "rtf": folder / "rich.docx"}
    return {name: _with_usual_core(path.read_bytes()) for name, path in made.items()}


def _with_usual_core(content: bytes) -> bytes:
    """Return the file with Word's relationship to the core properties: docxtpl would make them anew by the clock."""
    links = parts(content)[ROOT_LINKS].replace(CORE_OF_LIBREOFFICE.encode(), CORE_RELATIONSHIP.encode())
    return exchanged(content, {ROOT_LINKS: links})


def exchanged(content: bytes, found: Mapping[str, bytes]) -> bytes:
    """Return the file with these parts exchanged and its own content types."""
    return changed(content, {"[Content_Types].xml": parts(content)["[Content_Types].xml"], **found})


def typed_into(content: bytes, seed: int) -> bytes:
    """Return the Word file with tags typed into its texts, and around its paragraphs, rows and cells, by chance.

    The grids of its tables are first made what docxtpl would make of them, since a table without tags keeps its own.
    """
    chance = random.Random(seed)  # noqa: S311 (the same tags every time)
    found = {}
    for name, part in parts(content).items():
        if name.startswith(("word/document", "word/header", "word/footer", "word/footnotes")) and name.endswith(".xml"):
            root = etree.fromstring(part)
            _settle_grids(root)
            _type(root, chance)
            found[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return exchanged(content, found)


def _settle_grids(root: etree._Element) -> None:
    body = root.find(f"{W}body")
    if body is not None:
        root.replace(body, DocxTemplate("").fix_tables(etree.tostring(body, encoding="unicode")))


_IN_TEXT = (
    " {{ a }}",
    "{{ b }}.",
    "{% if f %}{{ a }}{% endif %}",
    "{% for y in xs %}{{ y }};{% endfor %}",
    "{_{ {{a}}",
)
_AROUND = (("for z in ys", "endfor"), ("if g", "endif"), ("for z in rows", "endfor"))


def _type(root: etree._Element, chance: random.Random) -> None:
    texts = [one for one in root.iter(f"{W}t") if (one.text or "").strip() and "{" not in one.text]
    for text in chance.sample(texts, min(5, len(texts))):
        text.text += chance.choice(_IN_TEXT)
    for kind, tag in (("p", "p"), ("tr", "tr"), ("tc", "tc")):
        rooms = [one for one in root.iter(f"{W}{tag}") if "{" not in "".join(one.itertext()) and _is_alone(one)]
        for one in chance.sample(rooms, min(2, len(rooms))):
            begin, end = chance.choice(_AROUND)
            one.addprevious(_holding(kind, f"{{%{kind} {begin} %}}"))
            one.addnext(_holding(kind, f"{{%{kind} {end} %}}"))


def _is_alone(element: etree._Element) -> bool:
    """Tell whether nothing of the same kind stands inside or around it: docxtpl would take the wrong one away."""
    return not any(one.tag == element.tag for one in (*element.iterancestors(), *element.iterdescendants()))


def _holding(kind: str, text: str) -> etree._Element:
    """Return a paragraph, or a row or cell with one, that holds the tag."""
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    cell = f"<w:tc><w:tcPr/>{paragraph}</w:tc>"
    inner = {"p": paragraph, "tc": cell, "tr": f"<w:tr>{cell}</w:tr>"}[kind]
    return etree.fromstring(f'<x xmlns:w="{NAMESPACES["w"]}">{inner}</x>')[0]
