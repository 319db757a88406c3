"""Anslagsbevis: the notice on the anslagstavla that the protocol of a board is justerat."""

from docgen.documents import language_rules, record_rules
from docgen.documents.anslagsbevis import rules
from docgen.documents.anslagsbevis.contract import AnslagsbevisVy
from docgen.documents.anslagsbevis.model import Anslagsbevis
from docgen.documents.anslagsbevis.view import TITEL, view
from docgen.documents.kind import Exemplar, Kind, brodtext
from docgen.documents.namnd import MENINGAR, rules_justering, rules_offentlighet
from docgen.documents.rule import rules_of

KRAVS = (
    "dokument.markningar[]",  # a draft that does not say so
    "ingress",
    "uppgifter[].etikett",
    "uppgifter[].varde",  # the day of the notice and where the protocol is kept (KL 8 kap. 12 §)
    *brodtext("overklagande[]"),
    "underskrift.inledning",
    "underskrift.rader[]",
    "underskrift.ort_och_datum",
)

KIND = Kind(
    slug="anslagsbevis",
    titel=TITEL,
    model=Anslagsbevis,
    rules=rules_of(record_rules, language_rules, rules_justering, rules_offentlighet, rules),
    exemplar=(Exemplar.EXPEDIERING,),
    view=view,
    vy=AnslagsbevisVy,
    kravs=KRAVS,
    exempel="socialnamnden-mars",
    alltid_formell=True,
    delar=(MENINGAR,),
)
