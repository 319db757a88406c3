"""The rules on the minutes of a meeting: their days, who wrote them, what comes next (R-03, R-21, R-29, F-10)."""

from collections.abc import Iterator

from docgen.documents.mote import BokatMote
from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.parter import Fas, Huvudman, Verksamhetstyp
from docgen.errors import Severity
from docgen.values.datum import iso

NASTA = "$.nasta_uppfoljning"
SEKRETERARE = "$.sekreterare"


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def motet_fore_dokumentet(record: Anteckning, setting: Setting) -> Iterator[Fault]:
    """The meeting was held before it was written down, and neither lies in the future."""
    days = {"mote.datum": record.mote.datum, "dokument.datum": record.dokument.datum}
    yield from i_ordning(days)
    yield from har_varit(record, setting, days)


@rule("R-21", Severity.ERROR, "S3: processkarta för insatser efter LVM-vård; SoL (2025:400) 10 kap. 8 §")
def den_enskildes_plats(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """It is said why the person was not there; after the discharge SiS is not booked for the next meeting."""
    if not record.den_enskilde_deltog and record.anledning is None:
        yield Fault("$.anledning", {"orsak": "anledning_saknas"})
    following = record.nasta_uppfoljning
    if following is None or record.fas not in {Fas.UPPFOLJNING_5_MAN, Fas.UPPFOLJNING_EFTER_LVM}:
        return
    for at, name in enumerate(following.narvarande):
        if record.ar_sis(name):
            yield Fault(f"{NASTA}.narvarande[{at}]", {"orsak": "sis_efter_varden"})


@rule("R-29", Severity.ERROR, "S3: processkarta för insatser efter LVM-vård")
def ratt_sekreterare(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """The social services write while the care under LVM goes on; after it a party appointed beforehand."""
    party = record.part(record.sekreterare.part)
    if party is None:
        yield Fault(f"{SEKRETERARE}.part", {"orsak": "sekreterare_okand"})
        return
    of_board = party.huvudman is Huvudman.KOMMUN and party.verksamhetstyp is Verksamhetstyp.SOCIALTJANST
    if record.fas in {Fas.MOTE_1, Fas.UPPFOLJNING_5_MAN} and not of_board:
        yield Fault(f"{SEKRETERARE}.part", {"orsak": "sekreterare_inte_socialtjansten"})
    if record.fas is Fas.UPPFOLJNING_EFTER_LVM:
        yield from _utsedd(record)


def _utsedd(record: Anteckning) -> Iterator[Fault]:
    chosen = record.sekreterare.utsedd_datum
    if chosen is None:
        yield Fault(f"{SEKRETERARE}.utsedd_datum", {"orsak": "sekreterare_inte_utsedd"})
    elif chosen >= record.mote.datum:
        facts = {"orsak": "sekreterare_utsedd_sent", "datum": iso(chosen), "mote": iso(record.mote.datum)}
        yield Fault(f"{SEKRETERARE}.utsedd_datum", facts)


@rule("F-10", Severity.ERROR, "S3: uppföljningsmöte bokas in (datum, tid, plats och vilka som ska närvara)")
def nasta_mote(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """The next meeting is booked, or it is said why there is none; one of the two."""
    following = record.nasta_uppfoljning
    ends = record.avslutas or record.ingen_uppfoljning_skal is not None
    if following is None:
        if not ends:
            yield Fault(NASTA, {"saknas": "nasta_mote"})
        return
    if ends:
        yield Fault(NASTA, {"saknas": "mote_eller_skal"})
    if following.datum <= record.mote.datum:
        yield Fault(f"{NASTA}.datum", {"saknas": "nasta_motes_dag"})
    yield from _ofullstandigt(following)


def _ofullstandigt(following: BokatMote) -> Iterator[Fault]:
    """Yield what those who are to come need and are not told."""
    if following.tid is None:
        yield Fault(f"{NASTA}.tid", {"saknas": "nasta_motes_tid"})
    if following.plats is None and following.digital_lank is None:
        yield Fault(f"{NASTA}.plats", {"saknas": "nasta_motes_plats"})
    if not following.narvarande:
        yield Fault(f"{NASTA}.narvarande", {"saknas": "nasta_motes_deltagare"})
