"""What a record says of the appeal against its decision (domain 3.3)."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Dag, Part


class OverklagandeTyp(StrEnum):
    """The two regimes of appeal; they are never mixed (R-13)."""

    FORVALTNINGSBESVAR = "forvaltningsbesvar"
    LAGLIGHETSPROVNING = "laglighetsprovning"


class TidAnkare(StrEnum):
    """What the three weeks are counted from (R-15)."""

    FICK_DEL = "fick_del"
    TILLKANNAGIVANDE = "tillkannagivande"
    BESLUTSDATUM = "beslutsdatum"


class SistaDag(Part):
    """The last day for an appeal, known only when the receipt is known (R-16)."""

    mottagen: Dag = Field(title="Mottagen", description="Dagen då den enskilde fick del av beslutet.")
    sista_dag: Dag = Field(title="Sista dag", description="Sista dagen då överklagandet måste ha kommit in.")


class Overklagande(Part):
    """The överklagandehänvisning (domain 3.3); court and addresses come from the organisation."""

    typ: OverklagandeTyp = Field(title="Typ", description="forvaltningsbesvar för beslut enligt 35 kap. 1 § SoL.")
    tid_ankare: TidAnkare = Field(
        default=TidAnkare.FICK_DEL,
        title="Räknas från",
        description="fick_del vid förvaltningsbesvär (44 § FL).",
    )
    sista_dag_om_delgiven: SistaDag | None = Field(
        default=None, title="Sista dag", description="Bara när dagen för mottagandet är känd."
    )
