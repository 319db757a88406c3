"""The rules that hold for every document of a follow-up (R-31, R-50).

R-35 has no function: it says that no rule may refuse a contact because aftercare exists, and a test holds it.
"""

import re
from collections.abc import Iterator

from docgen.documents.record import Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.documents.uppfoljning.delar import Uppfoljning
from docgen.documents.uppfoljning.kontakt import AvslutTyp
from docgen.errors import Severity

PLATSER = re.compile(r"\.(?:plats|digital_lank|vardgivare)$|\.eftervard\.vem$|\.hjalp_vid_aterfall\[\d+\]\.namn$")
"""Whoever gives the care, and where people meet, can reveal where a protected person is."""


@rule("R-31", Severity.WARNING, "S0 steg 14: efter fullföljd behandling")
def fullfoljd(record: Uppfoljning, _: Setting) -> Iterator[Fault]:
    """The contact is given after a treatment that was completed; else it is said why."""
    treatment = record.behandling
    if treatment.avslut_typ is AvslutTyp.AVBRUTEN and treatment.avslut_kommentar is None:
        yield Fault("$.behandling.avslut_typ")


@rule("R-50", Severity.ERROR, "OSL 21 kap. 3 §")
def platser_som_rojer(record: Uppfoljning, _: Setting) -> Iterator[Fault]:
    """No place of a meeting and no provider is named in a document about a protected person."""
    if record.person.skydd is Skydd.INGEN:
        return
    for path, _text in texts(record):
        if PLATSER.search(path):
            yield Fault(path, {"falt": path.rsplit(".", 1)[-1]})
