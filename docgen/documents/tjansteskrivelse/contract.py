"""The names that the template of a tjänsteskrivelse may use."""

from typing import Annotated, TypedDict

from docgen.documents.bilaga import BilagaVy
from docgen.documents.contract import Avsnitt, BasVy, Uppgift


class ForslagVy(TypedDict):
    """The proposal for the decision."""

    rubrik: Annotated[str, "Rubriken över förslaget"]
    inledning: Annotated[str, "Vem som föreslås besluta; tom när det står i förslagen"]
    punkter: Annotated[list[str], "Förslagen, ett per punkt"]


class UnderlagVy(TypedDict):
    """A document that the proposal rests on."""

    titel: Annotated[str, "Vad handlingen är"]
    datum: Annotated[str, "Handlingens dag, ÅÅÅÅ-MM-DD"]


class SignaturVy(TypedDict):
    """Someone who signs."""

    namn: Annotated[str, "För- och efternamn"]
    titel: Annotated[str, "Befattning"]


class SkrivelseVy(BasVy):
    """A tjänsteskrivelse."""

    er_beteckning: Annotated[str, "Er beteckning; tom när den inte finns"]
    rubrik: Annotated[str, "Ärendets rubrik"]
    uppgifter: Annotated[list[Uppgift], "Till vem, sammanträde, diarienummer och handläggare"]
    forslag: Annotated[ForslagVy, "Förslag till beslut"]
    avsnitt: Annotated[list[Avsnitt], "Sammanfattning, ärendebeskrivning och det som följer, i ordning"]
    beslutsunderlag_rubrik: Annotated[str, "Rubriken över beslutsunderlaget"]
    beslutsunderlag: Annotated[list[UnderlagVy], "Handlingarna som förslaget bygger på"]
    bilagor_rubrik: Annotated[str, "Rubriken över bilagorna; tom när det inte finns några"]
    bilagor: Annotated[list[BilagaVy], "Bilagorna i ordning"]
    bilagor_daterade: Annotated[bool, "Om dagen är känd för någon bilaga; annars har tabellen ingen sådan kolumn"]
    bilagor_raknade: Annotated[bool, "Om sidorna är kända för någon bilaga; annars har tabellen ingen sådan kolumn"]
    skickas_till: Annotated[Avsnitt, "De som ska få beslutet"]
    underskrifter: Annotated[list[SignaturVy], "Förvaltningschefens och handläggarens underskrift"]
