"""The template of an evaluation."""

from docx.document import Document
from docx.shared import Mm
from lines import avsnitt, avsnitt_if_any, code, heading, signature
from tables import facts, listing
from uppfoljning import deltagare, form

MAL = (("Mål", Mm(65), "mal"), ("Uppnått", Mm(22), "uppnatt"), ("Kommentar", Mm(68), "kommentar"))
SVAR = (("Fråga", Mm(85), "fraga"), ("Svar", Mm(70), "svar"))


def template() -> Document:
    """Return the template."""
    document = form("Vem och vilken behandling utvärderingen gäller")
    deltagare(document)
    heading(document, 2, "mal_rubrik")
    listing(document, "mal", "Målen och om de är uppnådda", *MAL)
    code(document, "if bruk_rubrik")
    heading(document, 2, "bruk_rubrik")
    code(document, "endif")
    facts(document, "bruk", "Bruk före och nu, ASI-uppföljning och nöjdhet")
    code(document, "for b in bedomningar")
    avsnitt(document, "b")
    code(document, "endfor")
    avsnitt(document, "behov", body="Brödtext ihop")
    signature(document, "underskrift")
    avsnitt_if_any(document, "delges")
    code(document, "if uiv")
    heading(document, 1, "uiv.rubrik", own_page=True)
    facts(document, "uiv.uppgifter", "När och hur intervjun gjordes")
    heading(document, 2, "uiv.svar_rubrik")
    listing(document, "uiv.svar", "Frågor och svar", *SVAR)
    code(document, "endif")
    return document
