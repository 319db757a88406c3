"""The names every template may use: what the views of all document types share.

A view is plain dicts, lists and strings. These types say which names there are; the text beside each is
what the one who edits the template reads.
"""

from typing import Annotated, TypedDict


class Stycke(TypedDict):
    """A paragraph, or a list when ``punkter`` is not empty; ``text`` then leads into the list, or is empty."""

    text: Annotated[str, "Stycket i löpande text, eller det som inleder listan"]
    punkter: Annotated[list[str], "Punkterna i en lista; tom när det är ett stycke"]


class Uppgift(TypedDict):
    """A label and its value, for a table of two columns."""

    etikett: Annotated[str, "Vad uppgiften är, t.ex. Diarienummer"]
    varde: Annotated[str, "Uppgiften"]


class Avsnitt(TypedDict):
    """A heading and what stands under it."""

    rubrik: Annotated[str, "Avsnittets rubrik"]
    stycken: Annotated[list[Stycke], "Avsnittets stycken och listor"]


class Avsandare(TypedDict):
    """Who sends: the letterhead."""

    kommun: Annotated[str, "Kommunens namn"]
    namnd: Annotated[str, "Nämnden"]
    forvaltning: Annotated[str, "Förvaltningen"]
    enhet: Annotated[str, "Enheten"]


class Kontaktfot(TypedDict):
    """How the authority is reached: the foot of the first page."""

    postadress: Annotated[str, "Postadress"]
    besoksadress: Annotated[str, "Besöksadress"]
    telefon: Annotated[str, "Telefon till växel eller kontaktcenter"]
    epost: Annotated[str, "E-post till förvaltningen"]
    webb: Annotated[str, "Webbplats"]
    organisationsnummer: Annotated[str, "Organisationsnummer"]


class Dokumenthuvud(TypedDict):
    """What identifies the document on every page."""

    titel: Annotated[str, "Dokumentets rubrik"]
    datum: Annotated[str, "Dokumentets datum, ÅÅÅÅ-MM-DD"]
    beteckning: Annotated[str, "Diarienummer"]
    markningar: Annotated[list[str], "Utkast, sekretessmarkering, aktexemplar; tom när inget gäller"]


class Mottagare(TypedDict):
    """The address window."""

    rader: Annotated[list[str], "Adressraderna, högst sex"]


class Underskrift(TypedDict):
    """The signature block."""

    inledning: Annotated[str, "T.ex. På Socialnämndens vägnar"]
    rader: Annotated[list[str], "Namn, titel, delegation; det som ska stå under underskriften"]
    ort_och_datum: Annotated[str, "Dag för underskriften"]
    satt: Annotated[str, "T.ex. Beslutet är elektroniskt undertecknat; tom när det skrivs under med penna"]


class BasVy(TypedDict):
    """The names of every document."""

    avsandare: Annotated[Avsandare, "Brevhuvudet"]
    kontaktfot: Annotated[Kontaktfot, "Sidfoten på första sidan"]
    dokument: Annotated[Dokumenthuvud, "Dokumentets rubrik, datum och nummer"]
