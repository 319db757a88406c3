"""The names that the template of a kallelse may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Mottagare, Uppgift


class Uppgifter(TypedDict):
    """A heading and a table of facts."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    uppgifter: Annotated[list[Uppgift], "Uppgifterna, rad för rad"]


class InbjudenVy(TypedDict):
    """One who is called or invited."""

    namn: Annotated[str, "För- och efternamn"]
    roll: Annotated[str, "Befattning, företrädarskap eller relation"]
    verksamhet: Annotated[str, "Verksamheten, eller att personen är anhörig eller företrädare"]


class InbjudnaVy(TypedDict):
    """All who are called or invited."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    text: Annotated[str, "Vad som sägs om den enskildes medverkan, eller varför ingen lista finns"]
    rader: Annotated[list[InbjudenVy], "De som är kallade eller inbjudna; tom när personuppgifterna är skyddade"]


class SipKallelseVy(BasVy):
    """One letter of a kallelse."""

    mottagare: Annotated[Mottagare, "Adressfältet"]
    uppgifter: Annotated[
        list[Uppgift],
        "Vem mötet gäller, ärendets nummer, vem man hör av sig till, och hur brevet skickas när det inte går med post",
    ]
    inledning: Annotated[Avsnitt, "Vem som kallas eller bjuds in till vad"]
    mote: Annotated[Uppgifter, "När och var mötet är"]
    syfte: Annotated[Avsnitt, "Syftet och frågeställningarna"]
    delta: Annotated[Avsnitt, "Hur man deltar och svarar"]
    forberedelse: Annotated[Avsnitt, "Hur man förbereder sig"]
    inbjudna: Annotated[InbjudnaVy, "De som är kallade och inbjudna"]
    samtycke: Annotated[Avsnitt, "Samtycket, hur det tas tillbaka, och sekretessen"]
    efter: Annotated[Avsnitt, "Vad som händer efter mötet"]
