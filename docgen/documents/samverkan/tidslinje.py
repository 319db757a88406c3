"""The aftercare around LVM as a timeline: what falls when, counted from the days of the care (S3; LVM 20-21 §§)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from docgen.documents.samverkan.parter import Lvm
from docgen.documents.samverkan.vard import Span, efter_varden, femmanadersmotet, forsta_motet, langsta, slut

PROCESSKARTAN = "tid_processkartan"
"""The source of what no section of law says: the process map of aftercare (S3)."""


class Skede(StrEnum):
    """What happens; the values are keys of the messages."""

    VARDEN_INLEDS = "tid_varden_inleds"
    SAMTYCKE = "tid_samtycke"
    KALLELSE = "tid_kallelse"
    TJANSTEMANNAMOTE = "tid_tjanstemannamote"
    MOTE_1 = "tid_mote_1"
    GENOMFORANDE = "tid_genomforande"
    ANNAN_FORM = "tid_annan_form"
    UNDERLAG = "tid_underlag"
    UPPFOLJNING_5_MAN = "tid_uppfoljning_5_man"
    UTSKRIVNING = "tid_utskrivning"
    BERAKNAD_UTSKRIVNING = "tid_beraknad_utskrivning"
    LANGSTA = "tid_langsta"
    INSATSER = "tid_insatser"
    UPPFOLJNING_EFTER_LVM = "tid_uppfoljning_efter_lvm"
    UPPREPAS = "tid_upprepas"
    AVSLUT = "tid_avslut"


class Vem(StrEnum):
    """Who sees to it; the values are keys of the messages."""

    HANDLAGGARE = "tid_vem_handlaggare"
    SIS = "tid_vem_sis"
    VARJE_PART = "tid_vem_varje_part"
    ALLA = "tid_vem_alla"
    UTAN_SIS = "tid_vem_utan_sis"
    DEN_ENSKILDE = "tid_vem_den_enskilde"


class Lage(StrEnum):
    """Where today lies; the values are keys of the messages."""

    PASSERAT = "tid_passerat"
    NU = "tid_nu"
    KOMMER = "tid_kommer"


@dataclass(frozen=True, slots=True)
class Handelse:
    """One event from ``fran`` to ``till``, None when it has no end; ``kalla`` is a concept of law or PROCESSKARTAN."""

    skede: Skede
    fran: date
    till: date | None
    vem: Vem
    kalla: str = PROCESSKARTAN

    def lage(self, today: date) -> Lage:
        """Return whether the event is past, now or to come."""
        if self.fran > today:
            return Lage.KOMMER
        return Lage.PASSERAT if self.till is not None and self.till < today else Lage.NU


def tidslinje(lvm: Lvm, today: date) -> list[tuple[Handelse, Lage]]:
    """Return every event in the order it begins, with where ``today`` lies.

    A meeting whose time had not come when the care ended is left out.
    """
    events = [*_under_varden(lvm), *_varden(lvm), *_efter_varden(lvm)]
    known = [one for one in events if one.till is None or one.fran <= one.till]
    return [(one, one.lage(today)) for one in sorted(known, key=lambda one: one.fran)]


def _under_varden(lvm: Lvm) -> Iterator[Handelse]:
    """Yield the steps while the care goes on."""
    first, fifth, before_end = forsta_motet(lvm), femmanadersmotet(lvm), slut(lvm)
    yield Handelse(Skede.VARDEN_INLEDS, lvm.inledd, lvm.inledd, Vem.SIS, "lvm_vardtid")
    yield Handelse(Skede.SAMTYCKE, lvm.inledd, first[0], Vem.HANDLAGGARE)
    yield Handelse(Skede.KALLELSE, lvm.inledd, first[0], Vem.HANDLAGGARE)
    yield Handelse(Skede.TJANSTEMANNAMOTE, lvm.inledd, first[1], Vem.HANDLAGGARE)
    yield Handelse(Skede.MOTE_1, first[0], min(first[1], before_end), Vem.ALLA)
    yield Handelse(Skede.GENOMFORANDE, first[0], fifth[1], Vem.VARJE_PART)
    yield Handelse(Skede.UNDERLAG, *fifth, Vem.VARJE_PART)
    yield Handelse(Skede.UPPFOLJNING_5_MAN, *fifth, Vem.ALLA)


def _varden(lvm: Lvm) -> Iterator[Handelse]:
    """Yield what happens to the care itself: another form, the discharge and the latest day for it."""
    if lvm.placering_27 is not None:
        yield _dag(Skede.ANNAN_FORM, lvm.placering_27.fran, Vem.HANDLAGGARE, "lvm_vard_i_annan_form")
    if lvm.avslutad is not None:
        yield _dag(Skede.UTSKRIVNING, lvm.avslutad, Vem.SIS, "lvm_utskrivning")
    else:
        yield _dag(Skede.BERAKNAD_UTSKRIVNING, lvm.beraknat_slut, Vem.SIS, "lvm_utskrivning")
        yield _dag(Skede.LANGSTA, langsta(lvm), Vem.SIS, "lvm_vardtid")


def _efter_varden(lvm: Lvm) -> Iterator[Handelse]:
    """Yield the steps after the discharge, until the cooperation ends."""
    follow_up: Span = efter_varden(lvm)
    yield Handelse(Skede.INSATSER, slut(lvm), None, Vem.UTAN_SIS, "lvm_eftervard")
    yield Handelse(Skede.UPPFOLJNING_EFTER_LVM, *follow_up, Vem.UTAN_SIS)
    yield Handelse(Skede.UPPREPAS, follow_up[1], None, Vem.UTAN_SIS)
    yield Handelse(Skede.AVSLUT, follow_up[1], None, Vem.DEN_ENSKILDE)


def _dag(skede: Skede, day: date, vem: Vem, kalla: str) -> Handelse:
    return Handelse(skede, day, day, vem, kalla)
