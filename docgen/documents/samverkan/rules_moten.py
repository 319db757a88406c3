"""The rules on the meeting: whether it is a SIP, and who is invited to it (R-20, R-21)."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.parter import Aktor, Fas, Huvudman, Motestyp, Verksamhetstyp
from docgen.errors import Severity


class Samverkan(Protocol):
    """A record of a meeting: SIP or samverkansmöte."""

    @property
    def motestyp(self) -> Motestyp:
        """Return which of the two it is."""

    @property
    def parter(self) -> Mapping[str, Aktor]:
        """Return the parties who are invited or took part, by their JSON path (``$.kallas[0]``)."""

    @property
    def fas(self) -> Fas | None:
        """Return which meeting of the aftercare around LVM it is, None when it is about something else."""

    @property
    def den_enskilde_bjuds_in(self) -> bool:
        """Tell whether the person is or was invited."""


def ar_vard(aktor: Aktor) -> bool:
    """Tell whether a party is health care, of the region or of the municipality."""
    return aktor.huvudman is Huvudman.REGION or aktor.verksamhetstyp is Verksamhetstyp.HALSO_OCH_SJUKVARD


@rule("R-20", Severity.ERROR, "S3; SoL (2025:400) 10 kap. 8 §; HSL 16 kap. 4 §")
def ratt_motestyp(record: Samverkan, _: Setting) -> Iterator[Fault]:
    """It is a SIP when health care is a party, else a samverkansmöte."""
    care = any(ar_vard(one) for one in record.parter.values())
    if care and record.motestyp is not Motestyp.SIP:
        yield Fault(_listan(record), {"orsak": "vard_ar_part"})
    if not care and record.motestyp is Motestyp.SIP:
        yield Fault(_listan(record), {"orsak": "vard_saknas"})


@rule("R-21", Severity.ERROR, "S3: processkarta för insatser efter LVM-vård")
def inbjudna_kring_lvm(record: Samverkan, _: Setting) -> Iterator[Fault]:
    """The person and SiS are invited while the care under LVM goes on; after it SiS is no party."""
    if record.fas is None:
        return
    sis = [path for path, one in record.parter.items() if one.verksamhetstyp is Verksamhetstyp.SIS]
    if record.fas is Fas.UPPFOLJNING_EFTER_LVM:
        yield from (Fault(path, {"orsak": "sis_efter_varden"}) for path in sis)
        return
    if not record.den_enskilde_bjuds_in:
        yield Fault("$.den_enskilde_bjuds_in", {"orsak": "den_enskilde_saknas"})
    if not sis:
        yield Fault(_listan(record), {"orsak": "sis_saknas"})


def _listan(record: Samverkan) -> str:
    """Return the path of the list of parties."""
    return next(iter(record.parter), "$").partition("[")[0]
