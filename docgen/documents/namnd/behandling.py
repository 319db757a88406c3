"""How the matter was handled at the meeting: who took part, what was moved, how it was voted (KL 5 kap. 65-67 §§)."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Part


class Roll(StrEnum):
    """The part a decider played in the matter."""

    ORDFORANDE = "ordforande"
    VICE_ORDFORANDE = "vice_ordforande"
    LEDAMOT = "ledamot"
    TJANSTGORANDE_ERSATTARE = "tjanstgorande_ersattare"


class Rost(StrEnum):
    """A vote; the last two are no votes but are listed."""

    JA = "ja"
    NEJ = "nej"
    AVSTAR = "avstar"
    FRANVARANDE = "franvarande"


class Beslutande(Part):
    """Someone who served when the matter was decided."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    parti: str = Field(title="Parti", description="Partibeteckning, t.ex. S.")
    roll: Roll = Field(title="Roll", description="ordforande är den som ledde sammanträdet i ärendet.")


class Jav(Part):
    """Someone who was disqualified (KL 6 kap. 28-30 §§)."""

    namn: str = Field(title="Namn", description="Den som anmält eller befunnits jävig.")
    paragraf: int | None = Field(
        default=None, ge=1, title="Paragraf", description="Utelämnas när jävet gäller ärendets egen paragraf."
    )


class ForslagUtskott(Part):
    """What the committee proposes that the board decide."""

    organ: str = Field(title="Utskott", description="Så som rubriken inleds: Socialnämndens arbetsutskott.")
    till: str = Field(title="Till", description="Organet som ska besluta, som i en mening: socialnämnden.")
    punkter: tuple[str, ...] = Field(
        min_length=1, title="Förslag", description="Ett förslag per punkt, som att-sats utan att."
    )


class Yrkande(Part):
    """A proposal put at the meeting."""

    av: str = Field(title="Av", description="Namn och parti, t.ex. Bo Ek (V).")
    innehall: str = Field(title="Innehåll", description="Som hel mening.")
    aterkallat: bool = Field(default=False, title="Återkallat", description="Ett återkallat tas inte med.")


class AvgivenRost(Part):
    """How one of the deciders voted."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    parti: str = Field(title="Parti", description="Partibeteckning, t.ex. S.")
    rost: Rost = Field(title="Röst", description="ja, nej, avstar eller franvarande.")


class Omrostning(Part):
    """An open vote (KL 5 kap. 67 §); the chair's casting vote counts only on a tie (R-86)."""

    ja_betyder: str = Field(title="Ja betyder", description="T.ex. bifall till utskottets förslag.")
    nej_betyder: str = Field(title="Nej betyder", description="T.ex. bifall till Bo Eks yrkande.")
    ja: int = Field(ge=0, title="Ja-röster", description="Antal.")
    nej: int = Field(ge=0, title="Nej-röster", description="Antal.")
    avstar: int = Field(default=0, ge=0, title="Avstår", description="Antal.")
    franvarande: int = Field(default=0, ge=0, title="Frånvarande", description="Antal.")
    utslagsrost: bool = Field(
        default=False, title="Utslagsröst", description="Om ordförandens röst avgjorde vid lika röstetal."
    )
    roster: tuple[AvgivenRost, ...] = Field(
        default=(), title="Röster", description="Vem som röstade hur; tom när listan inte tas med."
    )


class Yttrande(Part):
    """A special statement or a remark for the protocol."""

    av: str = Field(title="Av", description="Namn och parti.")
    text: str = Field(title="Text", description="Yttrandet. Tom rad skiljer stycken.")


class Reservation(Part):
    """A reservation (KL 4 kap. 27 §); both parts are needed (R-87)."""

    av: str | None = Field(default=None, title="Av", description="Namn och parti på den som reserverar sig.")
    text: str | None = Field(default=None, title="Text", description="Reservationen. Tom rad skiljer stycken.")


def samma(namn: str) -> str:
    """Return a name for comparison: case and space do not make two people of one."""
    return " ".join(namn.casefold().split())
