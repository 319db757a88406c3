"""The names that the template of the sheet of booked times may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Uppgift


class TidVy(TypedDict):
    """One booked time."""

    nar: Annotated[str, "Dag och klockslag"]
    vad: Annotated[str, "Aktiviteten, vem man träffar och vad man tar med"]
    var: Annotated[str, "Plats eller länk"]
    hos: Annotated[str, "Parten"]


class TiderVy(TypedDict):
    """All booked times, in order of days."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    rader: Annotated[list[TidVy], "De bokade tiderna, i tidsordning; tom när inget är bokat"]
    saknas: Annotated[list[str], "Meningar om parter som inte har bokat någon tid"]


class KontaktVy(TypedDict):
    """Whom to call at one party."""

    part: Annotated[str, "Parten"]
    namn: Annotated[str, "Kontaktpersonen och befattningen"]
    nas: Annotated[str, "Telefonnummer, annars e-postadress, annars ett streck"]


class KontakterVy(TypedDict):
    """Whom to call at each party."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    rader: Annotated[list[KontaktVy], "Kontaktpersonerna"]


class MotesunderlagVy(BasVy):
    """The sheet of booked times."""

    uppgifter: Annotated[list[Uppgift], "Vem underlaget gäller, mötet och dagen för utskrivning"]
    inledning: Annotated[str, "Vad underlaget är"]
    direkt_rubrik: Annotated[str, "Rubriken över det som händer direkt efter utskrivningen"]
    direkt: Annotated[list[Avsnitt], "Vad varje part gör direkt efter utskrivningen"]
    tider: Annotated[TiderVy, "De bokade tiderna"]
    nasta: Annotated[Avsnitt | None, "Nästa uppföljningsmöte; saknas när inget är bokat"]
    kontakter: Annotated[KontakterVy, "Vem man kan ringa"]
    andra: Annotated[Avsnitt, "Hur man ändrar en tid eller tackar nej"]
    hjalp: Annotated[Avsnitt, "Vart man vänder sig om något händer"]
