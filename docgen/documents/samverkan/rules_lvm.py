"""The rules on the minutes of meetings around the care under LVM (R-100 to R-104)."""

from collections.abc import Iterator

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.parter import Fas
from docgen.documents.samverkan.rules_vardtid import utanfor
from docgen.documents.samverkan.vard import efter_varden, langsta
from docgen.errors import Severity
from docgen.values.datum import iso


@rule("R-100", Severity.ERROR, "S3: mötets plats i vården")
def vilket_mote(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """Of a meeting around the care it is said which one it is."""
    if (record.lvm is None) != (record.fas is None):
        yield Fault("$.fas", {"orsak": "fas_och_lvm"})


@rule("R-101", Severity.WARNING, "S3: vad som händer direkt efter utskrivningen")
def direkt_efter_utskrivningen(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """Five months into the care the person is told what comes right after it."""
    if record.lvm is not None and record.fas is Fas.UPPFOLJNING_5_MAN and record.efter_utskrivning is None:
        yield Fault("$.efter_utskrivning", {"orsak": "efter_utskrivning_saknas"})


@rule("R-102", Severity.WARNING, "S3: 2-3 månader efter avslutad LVM-vård")
def uppfoljningens_tid(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """The first follow-up after the care is 2-3 months after it ended; those that follow it come as agreed."""
    if record.lvm is None or record.fas is not Fas.UPPFOLJNING_EFTER_LVM:
        return
    ended, earlier = record.lvm.avslutad, record.foregaende
    if ended is None:
        yield Fault("$.lvm.avslutad", {"orsak": "avslutad_saknas"})
    elif earlier is None or earlier <= ended:
        yield from utanfor(record, efter_varden(record.lvm))


@rule("R-103", Severity.ERROR, "LVM 27-28 §§; S3")
def vard_i_annan_form(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """Before care in another form there is a plan, and the other parties know of it."""
    placement = record.lvm.placering_27 if record.lvm else None
    if placement is None:
        return
    path = "$.lvm.placering_27"
    if placement.plan_datum is None:
        yield Fault(f"{path}.plan_datum", {"orsak": "plan_28_saknas"})
    elif placement.plan_datum > placement.fran:
        facts = {"orsak": "plan_28_sent", "datum": iso(placement.plan_datum), "fran": iso(placement.fran)}
        yield Fault(f"{path}.plan_datum", facts)
    told = placement.parter_informerade_datum
    if told is None:
        yield Fault(f"{path}.parter_informerade_datum", {"orsak": "parterna_inte_informerade"})
    elif told > placement.fran:
        facts = {"orsak": "parterna_informerade_sent", "datum": iso(told), "fran": iso(placement.fran)}
        yield Fault(f"{path}.parter_informerade_datum", facts)


@rule("R-104", Severity.ERROR, "LVM 20-21 §§")
def vardens_slut(record: Anteckning, _: Setting) -> Iterator[Fault]:
    """The care ends within six months, days that are not counted apart, and not before it began."""
    lvm = record.lvm
    if lvm is None:
        return
    latest = langsta(lvm)
    for name in ("beraknat_slut", "avslutad"):
        day = getattr(lvm, name)
        if day is not None and not lvm.inledd <= day <= latest:
            facts = {"falt": name, "datum": iso(day), "inledd": iso(lvm.inledd), "senast": iso(latest)}
            yield Fault(f"$.lvm.{name}", facts)
