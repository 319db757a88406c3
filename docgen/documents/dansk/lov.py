"""Danish law out of the common catalogue, and how it is cited."""

from datetime import date

from docgen.documents.dansk.sag import Sag
from docgen.documents.rule import Setting
from docgen.law.lagrum import Lagrum

GARANTI = "dk_behandlingsgaranti"


def henvisning(one: Lagrum | None) -> str:
    """Return ``§ 101, stk. 4, i serviceloven``, or ``§ 141 i serviceloven``; empty for what the rules have missed."""
    if one is None:
        return ""
    comma = "," if "," in one.paragraf else ""
    return f"§ {one.paragraf}{comma} i {one.lag.kort}"


def efter(setting: Setting, begreb: str, dag: date) -> str:
    """Return the citation of what ``begreb`` means on ``dag``."""
    return henvisning(setting.law.find(begreb, dag))


def er_kendt(sag: Sag, setting: Setting) -> bool:
    """Tell whether the catalogue has the law of the day of the document, so that it can be cited at all."""
    return setting.law.find(GARANTI, sag.dokument.datum) is not None
