"""The attachments of a document: their numbers, titles and files, and how they are listed."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

from pydantic import Field

from docgen.documents.part import Dag, Part
from docgen.values.datum import iso
from docgen.values.text import typeset


class Bilaga(Part):
    """One attachment (R-70)."""

    nr: int = Field(ge=1, le=99, title="Nummer", description="1 för den första bilagan, sedan i följd.")
    titel: str = Field(title="Titel", description="Vad bilagan är.")
    datum: Dag | None = Field(default=None, title="Datum", description="Bilagans dag.")
    sidor: int | None = Field(default=None, ge=1, le=9999, title="Sidor", description="Antal sidor.")
    fil: str | None = Field(default=None, title="Fil", description="PDF-filen, räknat från postens mapp.")


class BilagaVy(TypedDict):
    """A row of the list of attachments."""

    nr: Annotated[str, "Bilagans nummer"]
    titel: Annotated[str, "Vad bilagan är"]
    datum: Annotated[str, "Bilagans dag, ÅÅÅÅ-MM-DD; tom när den inte är känd"]
    sidor: Annotated[str, "Antal sidor; tomt när det inte är känt"]


def bilagerader(bilagor: Sequence[Bilaga]) -> list[BilagaVy]:
    """Return the rows of the list of attachments."""
    return [
        {
            "nr": str(one.nr),
            "titel": typeset(one.titel),
            "datum": iso(one.datum) if one.datum else "",
            "sidor": str(one.sidor or ""),
        }
        for one in bilagor
    ]
