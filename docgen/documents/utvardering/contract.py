"""The names that the template of an evaluation may use."""

from typing import Annotated, TypedDict

from docgen.documents.contract import Avsnitt, BasVy, Underskrift, Uppgift
from docgen.documents.uppfoljning.kontrakt import DeltagareVy


class MalVy(TypedDict):
    """A goal of the treatment."""

    mal: Annotated[str, "Målet"]
    uppnatt: Annotated[str, "Helt, delvis eller inte uppnått"]
    kommentar: Annotated[str, "Vad som har hänt; tom när inget är skrivet"]


class SvarVy(TypedDict):
    """A question and its answer."""

    fraga: Annotated[str, "Frågan"]
    svar: Annotated[str, "Svaret"]


class UivVy(TypedDict):
    """The interview of UIV."""

    rubrik: Annotated[str, "Rubriken på intervjuns sida"]
    uppgifter: Annotated[list[Uppgift], "När och hur intervjun gjordes, och vilken insats den gäller"]
    svar_rubrik: Annotated[str, "Rubriken över frågorna"]
    svar: Annotated[list[SvarVy], "Frågorna med svar"]


class UtvarderingVy(BasVy):
    """An evaluation."""

    uppgifter: Annotated[list[Uppgift], "Vem och vilken behandling utvärderingen gäller"]
    deltagare_rubrik: Annotated[str, "Rubriken över dem som deltog"]
    deltagare: Annotated[list[DeltagareVy], "De som deltog"]
    mal_rubrik: Annotated[str, "Rubriken över målen"]
    mal: Annotated[list[MalVy], "Behandlingens mål och vad det blev"]
    bruk_rubrik: Annotated[str, "Rubriken över bruk, ASI och nöjdhet; tom när inget är uppgivet"]
    bruk: Annotated[list[Uppgift], "Bruk före och nu, ASI-uppföljning, nöjdhet"]
    bedomningar: Annotated[list[Avsnitt], "Den enskildes, vårdgivarens och socialsekreterarens bedömning"]
    behov: Annotated[Avsnitt, "Om stöd behövs, vad som görs och om mer stöd har sökts"]
    underskrift: Annotated[Underskrift, "Vem som har gjort utvärderingen"]
    delges: Annotated[Avsnitt | None, "Vilka som får utvärderingen"]
    uiv: Annotated[UivVy | None, "Uppföljningsintervjun, på egen sida"]
