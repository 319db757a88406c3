"""Tab stops, borders and shading of paragraphs."""

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm

from .prose import a4, fill, saved, sentences, set_format

_STOPS = {
    "vänster": (WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.SPACES),
    "mitten": (WD_TAB_ALIGNMENT.CENTER, WD_TAB_LEADER.SPACES),
    "höger": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.SPACES),
    "decimal": (WD_TAB_ALIGNMENT.DECIMAL, WD_TAB_LEADER.SPACES),
    "punkter": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS),
    "streck": (WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES),
}


def tab_stops() -> bytes:
    """Stops of each kind, with text that fits and text that does not."""
    document = a4()
    for name, (alignment, leader) in _STOPS.items():
        for text in ("kort", "en längre text som tar plats", "1234"):
            one = document.add_paragraph(f"{name}\t{text}")
            one.paragraph_format.tab_stops.add_tab_stop(Mm(100), alignment, leader)
    return saved(document)


def several_tabs() -> bytes:
    """Left, centre and right in one line, as in a header."""
    document = a4("Calibri")
    for place in range(6):
        one = document.add_paragraph(f"Exempelkommun {place}\tProtokoll\t2026-03-0{place + 1}")
        stops = one.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(80), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(160), WD_TAB_ALIGNMENT.RIGHT)
    return saved(document)


def default_tabs() -> bytes:
    """No stops of their own: every half inch, and beyond the last stop of their own."""
    document = a4()
    for text in ("Namn\tAnna Provsson", "Personnummer\t19121212-1212", "a\tb\tc\td", "Långt namn på fältet\tsvar"):
        document.add_paragraph(text)
        document.add_paragraph(text).paragraph_format.tab_stops.add_tab_stop(Mm(30))
    hanging = document.add_paragraph(f"Fråga:\t{sentences(4)}")
    hanging.paragraph_format.left_indent, hanging.paragraph_format.first_line_indent = Mm(30), Mm(-30)
    return saved(document)


def paragraph_borders() -> bytes:
    """A rule under, a rule over, boxes alone and boxes that join."""
    document = a4()
    sides = (("bottom",), ("top",), ("top", "left", "bottom", "right"), ("top", "left", "bottom", "right"), ("left",))
    for place, one in enumerate(fill(document, 10)):
        drawn = "".join(
            f'<w:{side} w:val="single" w:sz="{4 + 4 * (place % 3)}" w:space="{1 + place % 4}" w:color="336699"/>'
            for side in sides[place % 5]
        )
        set_format(one, f"<w:pBdr>{drawn}</w:pBdr>")
    return saved(document)


def joined_boxes() -> bytes:
    """Three paragraphs in one box, and three with rules between."""
    document = a4("Calibri")
    for between in ("", '<w:between w:val="single" w:sz="4" w:space="3" w:color="auto"/>'):
        for place in range(3):
            one = document.add_paragraph(sentences(2, place))
            drawn = "".join(
                f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="auto"/>'
                for side in ("top", "left", "bottom", "right")
            )
            set_format(one, f"<w:pBdr>{drawn}{between}</w:pBdr>")
        document.add_paragraph(sentences(1))
    return saved(document)


def paragraph_shading() -> bytes:
    """Shaded paragraphs, with and without indents and borders."""
    document = a4()
    for place, one in enumerate(fill(document, 9)):
        border = '<w:bottom w:val="single" w:sz="6" w:space="2" w:color="auto"/>' if place % 3 == 0 else ""
        set_format(one, f"<w:pBdr>{border}</w:pBdr>", '<w:shd w:val="clear" w:color="auto" w:fill="E7EEF4"/>')
        one.paragraph_format.left_indent = Mm(5 * (place % 2))
    return saved(document)


BUILDERS = (tab_stops, several_tabs, default_tabs, paragraph_borders, joined_boxes, paragraph_shading)
