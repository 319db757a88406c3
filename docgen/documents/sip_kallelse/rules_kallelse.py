"""The rules of the kallelse itself: its days, where the meeting is, how its letters go."""

import re
from collections.abc import Iterator

from docgen.documents.adress_rules import RADER, TECKEN, utanfor_fonstret
from docgen.documents.mote import MoteForm
from docgen.documents.namn import normal
from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.record import Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.sip_kallelse.adressering import fonster, har_adress
from docgen.documents.sip_kallelse.model import SipKallelse, Skickas
from docgen.documents.texts import texts
from docgen.errors import Severity

VERKSAMHET = re.compile(r"\$\.kallas\[\d+\]\.verksamhet$")
"""Where a party stands; each letter says only its own, when the person is protected."""


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: SipKallelse, setting: Setting) -> Iterator[Fault]:
    """The kallelse goes out before the answers are due, and they before the meeting."""
    sent = {"dokument.datum": record.dokument.datum}
    before = record.tjanstemannamote
    officials = {"tjanstemannamote.datum": before.datum} if before else {}
    for between in ({"svar_senast": record.svar_senast}, officials):
        yield from i_ordning({**sent, **between, "mote.datum": record.mote.datum})
    yield from har_varit(record, setting, sent)


@rule("F-20", Severity.ERROR, "kallelsen ska gå att följa")
def var_och_nar(record: SipKallelse, _: Setting) -> Iterator[Fault]:
    """The letter says when the meeting is, and where or by which link; a protected person is told the place apart."""
    meeting = record.mote
    if meeting.tid is None:
        yield Fault("$.mote.tid", {"saknas": "motets_tid"})
    if record.person.skydd is not Skydd.INGEN:
        return
    if meeting.plats is None and (MoteForm.FYSISKT in record.deltagandeformer or meeting.digital_lank is None):
        yield Fault("$.mote.plats", {"saknas": "motets_plats"})


@rule("R-50", Severity.ERROR, "OSL 21 kap. 3 §")
def motesplatsen(record: SipKallelse, _: Setting) -> Iterator[Fault]:
    """The place of the meeting, and a party that a text speaks of, tell where a protected person is."""
    if record.person.skydd is Skydd.INGEN:
        return
    if record.mote.plats is not None:
        yield Fault("$.mote.plats", {"falt": "plats"})
    parties = [normal(one.verksamhet).casefold() for one in record.kallas]
    for path, text in texts(record):
        if not VERKSAMHET.search(path) and any(one in normal(text).casefold() for one in parties):
            yield Fault(path, {"falt": path.rsplit(".", 1)[-1]})


@rule("R-54", Severity.WARNING, "OSL 26 kap. 1 §")
def vanlig_e_post(record: SipKallelse, _: Setting) -> Iterator[Fault]:
    """What is secret does not go by ordinary e-mail."""
    for path, one in record.mottagare.items():
        if record.vag(one) is Skickas.E_POST:
            yield Fault(path)


@rule("F-16", Severity.WARNING, "kuvertets fönster")
def adresserna_far_plats(record: SipKallelse, _: Setting) -> Iterator[Fault]:
    """Every address fits the window of the envelope, and a letter by post has one."""
    for path, one in record.mottagare.items():
        rows = fonster(one)
        yield from utanfor_fonstret(path, rows)
        if record.vag(one) is Skickas.POST and not har_adress(one):
            yield Fault(path, {"rader": str(RADER), "tecken": str(TECKEN)})
