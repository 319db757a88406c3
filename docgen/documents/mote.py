"""A meeting: when, where or by which link, and who is to be there."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from docgen.documents.part import Dag, Part
from docgen.values.datum import dagen_den, long, veckodag
from docgen.values.text import typeset

Klockslag = Annotated[str, Field(pattern=r"^(?:[01]\d|2[0-3])[:.][0-5]\d$")]
"""A time of day: 13.00."""


class MoteForm(StrEnum):
    """How people meet."""

    FYSISKT = "fysiskt"
    DIGITALT = "digitalt"
    TELEFON = "telefon"
    HEMBESOK = "hembesok"


class Motestid(Part):
    """When and where a meeting is held; a place or a link is needed where the document says so."""

    datum: Dag = Field(title="Datum", description="Mötets dag.")
    tid: Klockslag | None = Field(default=None, title="Tid", description="Klockslag, t.ex. 13.00.")
    sluttid: Klockslag | None = Field(default=None, title="Sluttid", description="När mötet senast slutar.")
    plats: str | None = Field(default=None, title="Plats", description="Var mötet hålls.")
    digital_lank: str | None = Field(default=None, title="Länk", description="Länk till ett digitalt möte.")


class BokatMote(Motestid):
    """The next meeting, and who is to take part."""

    narvarande: tuple[str, ...] = Field(
        default=(), title="Närvarande", description="De som ska delta, t.ex. vårdcentralen."
    )


def nar(mote: Motestid) -> str:
    """Return ``tisdag 3 mars 2026 kl. 13.00–14.30``, for a row or a table."""
    return f"{veckodag(mote.datum)} {long(mote.datum)}{_klockan(mote)}"


def nar_i_mening(mote: Motestid) -> str:
    """Return ``tisdagen den 3 mars 2026 kl. 13.00–14.30``, for running text."""
    return f"{dagen_den(mote.datum)}{_klockan(mote)}"


def _klockan(mote: Motestid) -> str:
    """Return the time with its words and no-break spaces, empty when it is not known."""
    if mote.tid is None:
        return ""
    end = f"\N{EN DASH}{mote.sluttid}" if mote.sluttid else ""
    return typeset(f" kl. {mote.tid}{end}".replace(":", "."))


def var(mote: Motestid) -> str:
    """Return the place, and the link as it is written; empty when neither is known."""
    return ", ".join(one for one in (typeset(mote.plats) if mote.plats else None, mote.digital_lank) if one)
