"""The names that the template of a consent may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Underskrift, Uppgift


class PartVy(TypedDict):
    """One party of the consent."""

    verksamhet: Annotated[str, "Verksamheten"]
    lamna: Annotated[str, "Uppgifterna som verksamheten får lämna"]
    ta_emot: Annotated[str, "Uppgifterna som verksamheten får ta emot"]


class ParterVy(TypedDict):
    """All parties of the consent."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "Meningen som inleder tabellen"]
    rader: Annotated[list[PartVy], "Verksamheterna"]


class SipSamtyckeVy(BasVy):
    """A consent to share information."""

    uppgifter: Annotated[list[Uppgift], "Vem samtycket gäller, vem som lämnar det och hur länge"]
    aterkallat: Annotated[Avsnitt | None, "Att samtycket är återkallat; saknas när det inte är det"]
    andamal: Annotated[Avsnitt, "Vad samtycket är till för"]
    parter: Annotated[ParterVy, "Verksamheterna och vad var och en får lämna och ta emot"]
    uppgiftstyper: Annotated[Avsnitt, "Slagen av uppgifter"]
    undantag: Annotated[Avsnitt, "Det som inte får delas"]
    anhoriga: Annotated[Avsnitt, "De anhöriga som får delta"]
    handlingar: Annotated[Avsnitt, "Handlingar som får hämtas in"]
    tid: Annotated[Avsnitt, "Hur länge samtycket gäller, hur det tas tillbaka och vad som händer då"]
    information: Annotated[Avsnitt, "Den information som har lämnats"]
    underskrift: Annotated[Underskrift, "Underskrift, eller vem som antecknade det muntliga samtycket"]
