"""The names that the templates of a board's documents share."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, Stycke


class Protokollavsnitt(TypedDict):
    """A heading with text, lists and the page breaks of the protocol."""

    rubrik: Annotated[str, "Avsnittets rubrik; tom när texten fortsätter efter sidbrytning"]
    ny_sida: Annotated[bool, "Om avsnittet börjar på ny sida, som i protokollet"]
    stycken: Annotated[list[Stycke], "Avsnittets stycken och listor"]


class Beslutsavsnitt(TypedDict):
    """A heading and the proposals or decisions under it."""

    rubrik: Annotated[str, "T.ex. Socialnämnden beslutar"]
    ny_sida: Annotated[bool, "Om avsnittet börjar på ny sida, som i protokollet"]
    punkter: Annotated[list[str], "Förslagen eller besluten, en per punkt"]


class Arendetext(TypedDict):
    """What a paragraph says of its matter, in the order of the meeting; an extract says the same as its protocol."""

    bilagor: str
    avsnitt: list[Protokollavsnitt]
    forslag: list[Beslutsavsnitt]
    behandling: list[Protokollavsnitt]
    beslut: Beslutsavsnitt | None
    efter_beslutet: list[Avsnitt]
