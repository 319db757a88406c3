"""What runs look like, and the characters that are no letters."""

from docx.enum.text import WD_COLOR_INDEX, WD_UNDERLINE
from docx.shared import Pt, RGBColor

from .prose import a4, add, fill, paragraph, run, saved, sentences, set_run_format

_LONG = "äldreomsorgsförvaltningen", "personuppgiftsbehandling", "socialtjänstbestämmelserna", "uppföljningskontakten"


def direct_formatting() -> bytes:
    """Bold, italic, underlines, colours, sizes and marking within paragraphs."""
    document = a4()
    for place, one in enumerate(fill(document, 8)):
        one.add_run(" Fet").bold = True
        one.add_run(" kursiv").italic = True
        one.add_run(" understruken").underline = (True, WD_UNDERLINE.DOUBLE, WD_UNDERLINE.DOTTED)[place % 3]
        colored = one.add_run(" färgad")
        colored.font.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
        struck = one.add_run(" struken")
        struck.font.strike = True
        marked = one.add_run(" markerad text.")
        marked.font.highlight_color = WD_COLOR_INDEX.YELLOW
        one.add_run(f" {sentences(1, place)}").font.size = Pt(9 + place)
    return saved(document)


def raised_and_lowered() -> bytes:
    """Superscript, subscript and text moved by points."""
    document = a4("Times New Roman", 12)
    for one in fill(document, 4):
        one.add_run(" 45 m")
        one.add_run("2").font.superscript = True
        one.add_run(" och H")
        one.add_run("2").font.subscript = True
        one.add_run("O, samt ")
    set_run_format(document.add_paragraph("tre punkter upp"), '<w:position w:val="6"/>')
    return saved(document)


def capitals() -> bytes:
    """Small capitals and capitals."""
    document = a4("Calibri")
    for place, one in enumerate(fill(document, 6)):
        one.runs[0].font.small_caps = place % 2 == 0
        one.runs[0].font.all_caps = place % 2 == 1
    return saved(document)


def letter_spacing() -> bytes:
    """Letters spread and drawn together, and kerned."""
    document = a4()
    for place, one in enumerate(fill(document, 6)):
        wanted = ('<w:spacing w:val="20"/>', '<w:spacing w:val="-6"/>', '<w:kern w:val="16"/>')[place % 3]
        set_run_format(one, wanted)
    return saved(document)


def scaled_letters() -> bytes:
    """Letters made wider."""
    document = a4()
    set_run_format(document.add_paragraph(sentences(4)), '<w:w w:val="120"/>')
    return saved(document)


def theme_fonts() -> bytes:
    """The fonts of the theme, as Word's own templates have them."""
    document = a4()
    for place, one in enumerate(fill(document, 6)):
        theme = ("minor", "major")[place % 2]
        set_run_format(one, f'<w:rFonts w:asciiTheme="{theme}HAnsi" w:hAnsiTheme="{theme}HAnsi"/>')
    document.add_heading("En rubrik i temats typsnitt", 1)
    return saved(document)


def hidden_text() -> bytes:
    """Hidden words, and a paragraph that is hidden with its mark."""
    document = a4()
    for one in fill(document, 4):
        one.add_run(" Dolt innehåll som aldrig skrivs ut.").font.hidden = True
        one.add_run(" Synlig fortsättning efter det dolda.")
    add(document, paragraph(run("Helt dolt", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>"))
    fill(document, 2)
    return saved(document)


def soft_hyphens() -> bytes:
    """Words that may be divided where they say so."""
    document = a4()
    for place in range(8):
        words = " ".join(_LONG[(place + at) % 4].replace("s", "s\u00ad") for at in range(14 + place))
        document.add_paragraph(words)
        text = words.replace("\u00ad", '</w:t><w:softHyphen/><w:t xml:space="preserve">')
        add(document, paragraph(run(text)))
    return saved(document)


def unbroken() -> bytes:
    """Spaces and hyphens at which no line ends."""
    document = a4("Calibri")
    for place in range(8):
        add(document, paragraph(run("ord " * (10 + place)), run("4 kap. 1 § SoL ".replace(" ", "\u00a0") * 6)))
        hyphenated = "E</w:t><w:noBreakHyphen/><w:t>postadressen "
        add(document, paragraph(run("ord " * (9 + place) + hyphenated * 6)))
    return saved(document)


def line_ends() -> bytes:
    """Lines that end at hyphens, dashes and slashes, and at dates and numbers."""
    document = a4()
    pieces = (
        "och/eller",
        "barn- och ungdomsnämnden",
        "2026-03-01",
        "2025–2026",
        "50 %",
        "e-post",
        "kl. 08.30–16.00",
        "(SoL)",
    )
    for place in range(10):
        turned = pieces[place % 8 :] + pieces[: place % 8]
        document.add_paragraph("text " * place + " ".join(turned * 4))
    return saved(document)


def symbols() -> bytes:
    """Characters of symbol fonts."""
    document = a4()
    for font, code in (("Wingdings", "F0FC"), ("Symbol", "F0B7"), ("Wingdings", "F0A8"), ("Wingdings", "F0E0")):
        add(document, paragraph(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>', run(f" {sentences(1)}")))
    return saved(document)


def line_breaks() -> bytes:
    """Breaks within paragraphs, at their end and alone."""
    document = a4()
    for text in (
        "En rad\noch en till\noch en tredje",
        f"{sentences(3)}\n{sentences(2)}",
        "Slutar med brytning\n",
        "\n",
    ):
        document.add_paragraph(text)
    document.add_paragraph(sentences(1))
    return saved(document)


def languages() -> bytes:
    """Passages in other languages."""
    document = a4()
    for code, text in (("en-GB", "You have the right to an interpreter. "), ("fi-FI", "Sinulla on oikeus tulkkiin. ")):
        set_run_format(document.add_paragraph(text * 6), f'<w:lang w:val="{code}"/>')
    return saved(document)


BUILDERS = (
    direct_formatting,
    raised_and_lowered,
    capitals,
    letter_spacing,
    scaled_letters,
    theme_fonts,
    hidden_text,
    soft_hyphens,
    unbroken,
    line_ends,
    symbols,
    line_breaks,
    languages,
)
