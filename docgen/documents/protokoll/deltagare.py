"""Who was at the meeting: those who served, deputies who did not, and others."""

from pydantic import Field

from docgen.documents.namnd.behandling import Beslutande
from docgen.documents.part import Part
from docgen.documents.record import Befattningshavare


class Tjanstgorande(Beslutande):
    """Someone who served, in all paragraphs or in some; who changes role in the chair is listed once for each."""

    ersatter: str | None = Field(
        default=None, title="Ersätter", description="Den ledamot som en tjänstgörande ersättare ersätter."
    )
    paragrafer: tuple[int, ...] = Field(
        default=(), title="Paragrafer", description="De paragrafer som personen tjänstgjorde i; tomt betyder alla."
    )
    distans: bool = Field(default=False, title="På distans", description="Om personen deltog på distans.")


class Ersattare(Part):
    """A deputy who was there and did not serve."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    parti: str = Field(title="Parti", description="Partibeteckning, t.ex. S.")
    distans: bool = Field(default=False, title="På distans", description="Om personen deltog på distans.")


class OvrigDeltagande(Befattningshavare):
    """Someone else who was there, at all paragraphs or at some."""

    paragrafer: tuple[int, ...] = Field(
        default=(),
        title="Paragrafer",
        description="De paragrafer som personen var med vid; tomt betyder alla. Den som bara var med i ärenden "
        "med sekretess nämns inte i den offentliga versionen.",
    )
    distans: bool = Field(default=False, title="På distans", description="Om personen deltog på distans.")
