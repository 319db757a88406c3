"""Protokollsutdrag: one matter of a board's protocol, attested and sent to those whom it concerns."""

from docgen.documents import record_rules
from docgen.documents.kind import Exemplar, Kind
from docgen.documents.protokollsutdrag import rules_beslut, rules_offentlighet, rules_omrostning, rules_sammantrade
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.protokollsutdrag.view import TITEL, view
from docgen.documents.rule import rules_of

KIND = Kind(
    slug="protokollsutdrag",
    titel=TITEL,
    model=Protokollsutdrag,
    rules=rules_of(record_rules, rules_beslut, rules_offentlighet, rules_omrostning, rules_sammantrade),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    exempel="omrostning-laglighetsprovning",
    alltid_formell=True,
)
