"""What the invented views of the templates' tests have in common."""

from typing import Any

View = dict[str, Any]

BASE: View = {
    "avsandare": {
        "kommun": "Norrstads kommun",
        "namnd": "Socialnämnden",
        "forvaltning": "Socialförvaltningen",
        "enhet": "Beroendeenheten, vuxen",
    },
    "kontaktfot": {
        "postadress": "Socialförvaltningen, 123 80 Norrstad",
        "besoksadress": "Storgatan 12, Norrstad",
        "telefon": "0123-456 00 (växel)",
        "epost": "socialforvaltningen@norrstad.example",
        "webb": "www.norrstad.example",
        "organisationsnummer": "212000-0000",
    },
}


def stycke(text: str) -> View:
    return {"text": text, "punkter": []}


def lista(*punkter: str) -> View:
    return {"text": "", "punkter": list(punkter)}


def avsnitt(rubrik: str, *stycken: View) -> View:
    return {"rubrik": rubrik, "stycken": list(stycken)}


def uppgift(etikett: str, varde: str) -> View:
    return {"etikett": etikett, "varde": varde}


UNDERSKRIFT: View = {
    "inledning": "På Socialnämndens vägnar",
    "rader": ["Karin Exempelsson", "Socialsekreterare", "Delegation enligt punkt 4.2 i nämndens delegationsordning"],
    "ort_och_datum": "Norrstad den 3 mars 2026",
    "satt": "Beslutet är elektroniskt undertecknat och saknar därför namnteckning.",
}
