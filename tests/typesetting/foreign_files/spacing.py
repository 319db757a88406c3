"""Paragraphs: where their lines stand and how far apart, and what is kept together."""

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt

from .prose import FONTS, a4, fill, saved, sentences, set_format


def alignments() -> bytes:
    """Left, centred, right and justified paragraphs."""
    document = a4("Times New Roman", 12)
    kinds = (WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY)
    for place, one in enumerate(fill(document, 12)):
        one.alignment = kinds[place % 4]
    return saved(document)


def indents() -> bytes:
    """Indents left and right, first lines in and out, and beyond the margin."""
    document = a4("Calibri")
    measures = ((10, 0, 0), (0, 20, 0), (15, 15, 7), (20, 0, -20), (12, 5, -6), (-8, -8, 0))
    for (left, right, first), one in zip(measures * 2, fill(document, 12), strict=True):
        one.paragraph_format.left_indent, one.paragraph_format.right_indent = Mm(left), Mm(right)
        one.paragraph_format.first_line_indent = Mm(first)
    return saved(document)


def spacing() -> bytes:
    """Space before and after: the larger counts, and none on top of a page that is full."""
    document = a4()
    for place, one in enumerate(fill(document, 22)):
        one.paragraph_format.space_before = Pt((0, 6, 12, 24, 3)[place % 5])
        one.paragraph_format.space_after = Pt((0, 10, 4)[place % 3])
    return saved(document)


def contextual_spacing() -> bytes:
    """No space between paragraphs of one style that ask for none."""
    document = a4()
    for style in ("List Bullet", "Normal", "List Number"):
        for text in ("Första punkten i uppräkningen", sentences(3), "Tredje punkten", sentences(2)):
            one = document.add_paragraph(text, style)
            one.paragraph_format.space_before, one.paragraph_format.space_after = Pt(6), Pt(12)
            set_format(one, "<w:contextualSpacing/>")
    return saved(document)


def line_rules() -> bytes:
    """Multiples, at least and exactly, in three fonts."""
    document = a4()
    rules = (
        (WD_LINE_SPACING.MULTIPLE, 1.15),
        (WD_LINE_SPACING.MULTIPLE, 1.5),
        (WD_LINE_SPACING.EXACTLY, Pt(15)),
        (WD_LINE_SPACING.AT_LEAST, Pt(18)),
        (WD_LINE_SPACING.AT_LEAST, Pt(8)),
        (WD_LINE_SPACING.MULTIPLE, 0.9),
    )
    for place, one in enumerate(fill(document, 18)):
        rule, measure = rules[place % 6]
        one.paragraph_format.line_spacing_rule = rule
        one.paragraph_format.line_spacing = measure
        one.runs[0].font.name = FONTS[place // 6]
    return saved(document)


def mixed_sizes() -> bytes:
    """Several sizes and fonts in a line."""
    document = a4()
    for place, one in enumerate(fill(document, 8)):
        large = one.add_run(" Ett stort ord")
        large.font.size = Pt(14 + 2 * place)
        other = one.add_run(" och något i ett annat typsnitt, som fyller ut raden en bit till.")
        other.font.name, other.font.size = FONTS[place % 3], Pt(9)
    return saved(document)


def empty_paragraphs() -> bytes:
    """Empty paragraphs of several sizes, as people make distance."""
    document = a4("Calibri")
    for place in range(12):
        document.add_paragraph(sentences(2, place))
        empty = document.add_paragraph()
        set_format(empty, f'<w:rPr><w:sz w:val="{12 + 4 * place}"/></w:rPr>')
    return saved(document)


def keep_with_next() -> bytes:
    """Headings that never stand alone at the foot of a page, alone and in a row."""
    document = a4()
    for place in range(14):
        document.add_heading(f"Rubrik {place + 1}", 1 + place % 3)
        if place % 6 == 3:
            document.add_heading("Underrubrik direkt efter", 2)
        document.add_paragraph(sentences(3 + place % 5, place))
    return saved(document)


def skipped_headings() -> bytes:
    """Headings that begin below the first level and leave one out."""
    document = a4()
    for place, level in enumerate((2, 4, 1, 3)):
        document.add_heading(f"Rubrik på nivå {level}", level)
        document.add_paragraph(sentences(3, place))
    return saved(document)


def keep_lines() -> bytes:
    """Paragraphs that are not divided."""
    document = a4("Times New Roman", 12)
    for one in fill(document, 22):
        one.paragraph_format.keep_together = True
    return saved(document)


def widow_control() -> bytes:
    """No line alone on a page."""
    document = a4()
    for place in range(30):
        one = document.add_paragraph(sentences(3 + place % 2, place))
        one.paragraph_format.widow_control = True
        one.paragraph_format.space_after = Pt(0)
    return saved(document)


def style_inheritance() -> bytes:
    """Styles based on styles, with what one takes away that another gave."""
    document = a4()
    base = document.styles.add_style("Kommunal brödtext", WD_STYLE_TYPE.PARAGRAPH)
    base.base_style = document.styles["Normal"]
    base.font.size, base.font.bold = Pt(10.5), True
    base.paragraph_format.space_after, base.paragraph_format.left_indent = Pt(9), Mm(8)
    child = document.styles.add_style("Kommunal not", WD_STYLE_TYPE.PARAGRAPH)
    child.base_style = base
    child.font.bold, child.font.italic = False, True
    child.paragraph_format.left_indent = Mm(0)
    strong = document.styles.add_style("Viktigt", WD_STYLE_TYPE.CHARACTER)
    strong.font.underline = True
    for place, style in enumerate(
        ("Kommunal brödtext", "Kommunal not", "Normal", "List Paragraph", "Quote", "Body Text") * 2
    ):
        one = document.add_paragraph(sentences(2, place), style)
        one.add_run(" Detta är viktigt.", "Viktigt").italic = place % 2 == 0
    return saved(document)


BUILDERS = (
    alignments,
    indents,
    spacing,
    contextual_spacing,
    line_rules,
    mixed_sizes,
    empty_paragraphs,
    keep_with_next,
    skipped_headings,
    keep_lines,
    widow_control,
    style_inheritance,
)
