"""The behandlingsgaranti: treatment starts at latest 14 days after the request (SEL § 101 stk. 4 and 6)."""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field

from docgen.documents.contract import Stycke
from docgen.documents.dansk.lov import GARANTI, efter
from docgen.documents.dansk.tekst import stykke
from docgen.documents.part import Dag, Part
from docgen.documents.rule import Fault, Setting
from docgen.errors import Severity
from docgen.values.datum import iso, long_da
from docgen.wording import Wording

FRIST = timedelta(days=14)


class Henvendelse(Part):
    """A request for treatment."""

    anmodet: Dag = Field(title="Henvendelse", description="Dagen, hvor borgeren henvendte sig til kommunen.")
    frit_valg: bool = Field(
        default=False,
        title="Frit valg",
        description="Om borgeren har valgt et andet tilbud end det, kommunen har visiteret til (§ 101, stk. 5-6).",
    )

    @property
    def frist(self) -> date:
        """Return the last day for the treatment to start."""
        return self.anmodet + FRIST


def i_orden(asked: Henvendelse, path: str, dokument: date, tidligst: date | None) -> Iterator[Fault]:
    """Yield the faults of a request in a document of the day ``dokument``, made no earlier than ``tidligst``."""
    anmodet = asked.anmodet
    if anmodet > dokument:
        yield Fault(f"{path}.anmodet", {"orsak": "dk_anmodet_efter_dokument", "datum": iso(anmodet)}, Severity.ERROR)
    if tidligst is not None and anmodet < tidligst:
        yield Fault(f"{path}.anmodet", {"orsak": "dk_anmodet_foer_slut", "datum": iso(anmodet)}, Severity.ERROR)


def til_tiden(asked: Henvendelse, start: date | None, path: str, dokument: date) -> Iterator[Fault]:
    """Yield what is wrong with the day ``start``, at ``path``, on which the treatment starts.

    One that starts late is a warning, unless the citizen has chosen another provider (stk. 6).
    """
    days = {"datum": iso(asked.anmodet), "frist": iso(asked.frist)} | ({"start": iso(start)} if start else {})
    if start is not None and start < asked.anmodet:
        yield Fault(path, days | {"orsak": "dk_ivaerksat_foer"}, Severity.ERROR)
    if asked.frit_valg:
        return
    if start is not None and start > asked.frist:
        yield Fault(path, days | {"orsak": "dk_ivaerksat_sent"}, Severity.WARNING)
    if start is None and dokument > asked.frist:
        yield Fault(path, days | {"orsak": "dk_ikke_ivaerksat"}, Severity.WARNING)


def stykker_om(
    asked: Henvendelse, start: date | None, dokument: date, setting: Setting, wording: Wording
) -> list[Stycke]:
    """Return what the citizen is told of the request, the deadline and the start."""
    lov = efter(setting, GARANTI, dokument)
    told = wording("garanti.anmodet", anmodet=long_da(asked.anmodet), frist=long_da(asked.frist), lov=lov)
    said = [stykke(told, _start(start, dokument, wording))]
    if asked.frit_valg:
        said.append(stykke(wording("garanti.frit_valg", lov=efter(setting, "dk_frist_fraviges", dokument))))
    return said


def _start(start: date | None, dokument: date, wording: Wording) -> str:
    if start is None:
        return wording("garanti.ikke_begyndt")
    return wording("garanti.begyndt" if start <= dokument else "garanti.begynder", dato=long_da(start))
