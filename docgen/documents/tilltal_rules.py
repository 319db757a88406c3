"""A note on how a letter speaks to the person: it says du, or it is written in formal style, never both (R-110)."""

import re
from collections.abc import Iterator

from docgen.documents.language_rules import lopande
from docgen.documents.organisation import Stil
from docgen.documents.record import Record
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity

OM_PERSONEN = re.compile(r"\b(?:den sökandes?|sökandens?|klientens?|brukarens?)\b")
TILL_PERSONEN = re.compile(r"\b(?:du|dig|din|ditt|dina)\b")
I_AKTEN = re.compile(r"\.(?:avslut_kommentar|sarskilda_skal|dolj_beslutsfattare\.skal)\Z")
"""What only the file copy says, where the person is spoken of."""


@rule("R-110", Severity.NOTE, "språklagen (2009:600) 11 §")
def ett_tilltal(record: Record, setting: Setting) -> Iterator[Fault]:
    """The texts of the record speak to the person as the letter around them does."""
    du = setting.organisation.stil is Stil.DU
    for path, text in lopande(record):
        if (OM_PERSONEN if du else TILL_PERSONEN).search(text.lower()) and not I_AKTEN.search(path):
            yield Fault(path, {"orsak": "omtalad_i_brev_till_dig" if du else "tilltalad_i_formellt_brev"})
