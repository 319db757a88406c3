"""How a protocol becomes final and known: the justering and the notice of it (KL 5 kap. 69 §, 8 kap. 12 §)."""

from dataclasses import dataclass
from datetime import date

from pydantic import Field

from docgen.documents.part import Dag, Part
from docgen.documents.record import Befattningshavare


class Anslag(Part):
    """The notice on the anslagstavla that the protocol is justerat (KL 8 kap. 12 §)."""

    uppsatt: Dag = Field(title="Uppsatt", description="Dagen då justeringen tillkännagavs.")
    nedtas: Dag = Field(title="Tas ned", description="Tidigast dagen efter överklagandetidens slut.")
    forvaringsplats: str = Field(title="Förvaringsplats", description="Var protokollet förvaras.")


class UndertecknatAnslag(Anslag):
    """A notice, and the one who answers for it."""

    undertecknare: Befattningshavare = Field(title="Undertecknare", description="Den som intygar anslaget.")


@dataclass(frozen=True, slots=True)
class Justering:
    """One justering for the rules: of what meeting, when, and the notice of it if there is one.

    ``path`` is where the day of the justering stands, ``anslagets_path`` where the notice does.
    """

    path: str
    sammantradesdatum: date
    justerat: date
    anslagets_path: str = ""
    anslag: Anslag | None = None
