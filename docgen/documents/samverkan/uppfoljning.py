"""The follow-up of a plan: the state of each insats and of each goal (S3; R-26)."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Dag, Part
from docgen.documents.samverkan.parter import PlaneradInsats


class Insatslage(StrEnum):
    """How far an insats has come."""

    PAGAR = "pagar"
    KLAR = "klar"
    EJ_PABORJAD = "ej_paborjad"
    ANDRAD = "andrad"
    AVSLUTAD = "avslutad"


class Uppfyllelse(StrEnum):
    """How far a goal has been reached."""

    HELT = "helt"
    DELVIS = "delvis"
    INTE = "inte"


class PlanRef(Part):
    """The plan that is followed up: the day of its meeting, or of the last follow-up, and its insatser then."""

    datum: Dag = Field(title="Datum", description="Dagen då planen gjordes eller senast följdes upp.")
    insatser: tuple[PlaneradInsats, ...] = Field(
        min_length=1, title="Insatser", description="Insatserna så som de står i planen."
    )


class Insatsstatus(Part):
    """How far one insats of the plan has come."""

    insats_ref: str = Field(max_length=20, title="Insats", description="Insatsens id i planen.")
    status: Insatslage = Field(title="Läge", description="pagar, klar, ej_paborjad, andrad eller avslutad.")
    kommentar: str | None = Field(default=None, title="Kommentar", description="Hur det har gått; vad som ändras.")


class Malstatus(Part):
    """How far one goal has been reached."""

    mal: str = Field(title="Mål", description="Målet så som det står i planen.")
    uppfyllt: Uppfyllelse = Field(title="Uppfyllt", description="helt, delvis eller inte.")
    kommentar: str | None = Field(default=None, title="Kommentar", description="Hur det har gått.")
