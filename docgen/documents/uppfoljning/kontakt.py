"""What the decision on a follow-up contact and the documents of the follow-up say in the same words (domain 3.2)."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Dag, Nummer, Part


class AvslutTyp(StrEnum):
    """How a treatment ended."""

    FULLFOLJD = "fullfoljd"
    AVBRUTEN = "avbruten"


class SyfteVal(StrEnum):
    """The purposes of a follow-up contact that S0 names."""

    STOD_I_VARDAGEN = "stod_i_vardagen"
    MOTIVERA_DROGFRIHET = "motivera_drogfrihet"
    FANGA_ATERFALLSSIGNALER = "fanga_aterfallssignaler"
    FOLJA_EFTERVARD = "folja_eftervard"
    SAMORDNA_AKTORER = "samordna_aktorer"


class BeslutRef(Part):
    """An earlier decision."""

    datum: Dag = Field(title="Datum", description="Beslutets dag.")
    diarienummer: Nummer = Field(title="Diarienummer", description="Beslutets diarienummer.")


class Eftervard(Part):
    """Aftercare that runs beside the contact; it never stands in its way (R-35)."""

    finns: bool = Field(title="Finns", description="Om eftervård pågår eller är planerad.")
    vem: str | None = Field(default=None, title="Vem", description="Den som ger eftervården.")
