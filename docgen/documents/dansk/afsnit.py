"""What the views of the Danish documents share: how they cite and name, and the sections they have in common."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from docgen.documents.contract import Avsnitt, BasVy, Stycke
from docgen.documents.dansk.contract import KontaktVy
from docgen.documents.dansk.hoved import SPROG, cpr_nummer
from docgen.documents.dansk.lov import efter
from docgen.documents.dansk.sag import Sag
from docgen.documents.dansk.tekst import afsnit, hel, sat
from docgen.documents.kind import View
from docgen.documents.rule import Setting
from docgen.wording import Wording

S = TypeVar("S", bound=Sag)


class Fremstilling(Generic[S]):
    """One document: what it says of ``record``."""

    def __init__(self, record: S, setting: Setting, wording: Wording) -> None:
        self.record, self.setting, self.say = record, setting, wording

    def afsnit(self, key: str, *indhold: Stycke) -> Avsnitt:
        """Return ``indhold`` under the heading ``key``."""
        return afsnit(self.say(f"rubrik.{key}"), *indhold)

    def lov(self, begreb: str) -> str:
        """Return the citation of ``begreb`` on the day of the document."""
        return efter(self.setting, begreb, self.record.dokument.datum)

    def cpr(self) -> str:
        """Return the citizen's number as it is printed."""
        return cpr_nummer(self.record, self.setting)

    def retningslinje(self) -> str:
        """Return the name of the guideline with its edition; a bare number says nothing (R-49)."""
        return self.say(f"retningslinje.udgave_{self.record.udgave}")

    def kontakt(self) -> KontaktVy:
        """Return whom the citizen can call and write to."""
        who, sender = self.record.behandler, self.record.afsender
        key = "kontakt.behandler_epost" if who.epost else "kontakt.behandler"
        own = self.say(key, navn=who.navn, titel=who.titel, telefon=hel(who.telefon), epost=who.epost or "")
        common = self.say("kontakt.tilbud", navn=sender.navn, telefon=hel(sender.telefon), epost=sender.epost)
        return {
            "rubrik": sat(self.say("rubrik.kontakt")),
            "text": sat(f"{own} {common}"),
            "sikkert": sat(self.say("kontakt.sikkert")),
        }

    def vist(self, base: BasVy, data: Mapping[str, Any]) -> View:
        """Return the view of ``data``, which is the same for the citizen and for the journal."""
        number = self.record.arende.diarienummer
        return View(
            data=data,
            titel=f"{base['dokument']['titel']}, journalnr. {number}",
            sprak=SPROG,
            kontroll=(number, self.cpr()),
            forbjudet={},
        )
