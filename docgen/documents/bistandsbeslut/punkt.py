"""The points of a decision and the reasons for them (domain 3.1)."""

from enum import StrEnum

from pydantic import Field

from docgen.documents.part import Dag, Part


class Utfall(StrEnum):
    """The outcome of one decision point."""

    BIFALL = "bifall"
    DELVIS_BIFALL = "delvis_bifall"
    AVSLAG = "avslag"
    UPPHORANDE = "upphorande"
    ANDRING_NACKDEL = "andring_nackdel"
    ANDRING_FORDEL = "andring_fordel"
    FORLANGNING = "forlangning"
    AVVISNING = "avvisning"
    AVSKRIVNING = "avskrivning"


NEGATIVA = frozenset({Utfall.AVSLAG, Utfall.DELVIS_BIFALL, Utfall.UPPHORANDE, Utfall.ANDRING_NACKDEL, Utfall.AVVISNING})
"""Outcomes that go against the person: reasons and an överklagandehänvisning are required (FL 32, 33, 42 §§)."""

BEVILJANDE = frozenset({Utfall.BIFALL, Utfall.DELVIS_BIFALL, Utfall.FORLANGNING, Utfall.ANDRING_FORDEL})
"""Outcomes that give the person something."""

AVSLAENDE = frozenset({Utfall.AVSLAG, Utfall.AVVISNING, Utfall.AVSKRIVNING})
"""Outcomes that leave nothing to carry out."""

ANDRANDE = frozenset({Utfall.UPPHORANDE, Utfall.ANDRING_NACKDEL})
"""Outcomes that take back something given (FL 37 §, SoL 14 kap. 9 §)."""

UTAN_ANSOKAN = ANDRANDE | {Utfall.ANDRING_FORDEL}
"""Outcomes that the board may reach without being asked; every other outcome answers an application."""


class Avvikelse(StrEnum):
    """How a grant differs from what was asked."""

    MINDRE = "mindre"
    ANNAT = "annat"
    KORTARE = "kortare"


class Grund(StrEnum):
    """The ground on which a favourable decision is changed to the person's detriment (R-10b)."""

    FORBEHALL = "forbehall"
    SAKERHETSSKAL = "sakerhetsskal"
    VILSELEDANDE = "vilseledande"
    SOL_14_9 = "14_9"


class Beslutspunkt(Part):
    """One point of the decision."""

    punkt: int = Field(ge=1, le=99, title="Punkt", description="Punktens nummer, från 1.")
    utfall: Utfall = Field(title="Utfall", description="Vad nämnden beslutar i punkten.")
    insats_ref: str | None = Field(
        default=None,
        title="Insats",
        description="Insatsens id, eller 'inget' när beslutet inte gäller en insats.",
    )
    lagrum: tuple[str, ...] = Field(
        default=(), title="Lagrum", description="Begrepp (bistand_livsforing) eller id ur lagrumskatalogen."
    )
    yrkande_index: int | None = Field(
        default=None, ge=1, title="Yrkande", description="Numret på det yrkande som punkten besvarar, från 1."
    )
    avviker_fran_yrkandet: Avvikelse | None = Field(
        default=None,
        title="Avviker",
        description="Om det som beviljas är mindre, annat eller kortare än det sökta.",
    )
    avslagen_del: str | None = Field(
        default=None,
        title="Avslagen del",
        description="Vid delvis bifall och avvikelse: vad som inte beviljas, efter 'som gäller'.",
    )
    grund: Grund | None = Field(default=None, title="Grund", description="Vid upphörande och ändring till nackdel.")
    galler_fran: Dag | None = Field(
        default=None, title="Gäller från", description="Från vilken dag upphörandet eller ändringen gäller."
    )
    andring: str | None = Field(default=None, title="Ändring", description="Vad ändringen innebär, som hel mening.")
    aterkallad: Dag | None = Field(
        default=None, title="Återkallad", description="Vid avskrivning: dagen då ansökan återkallades."
    )

    @property
    def gar_emot(self) -> bool:
        """Tell whether the point goes against the person: refused, less, other, shorter, changed or ended (FL 42 §)."""
        return self.utfall in NEGATIVA or self.avviker_fran_yrkandet is not None

    @property
    def delvis(self) -> bool:
        """Tell whether the point gives something and refuses the rest, which is then a line of its own."""
        return self.utfall is Utfall.DELVIS_BIFALL or (self.utfall in BEVILJANDE and self.avslagen_del is not None)


class Motivering(Part):
    """The reasons for one point (FL 32 §)."""

    punkt: int = Field(ge=1, title="Punkt", description="Beslutspunkten som skälen gäller.")
    omstandigheter: tuple[str, ...] = Field(
        default=(),
        title="Omständigheter",
        description="De omständigheter som varit avgörande, som hela meningar.",
    )
    bedomning: str = Field(title="Bedömning", description="Nämndens bedömning. Tom rad skiljer stycken.")
    bestammelser: tuple[str, ...] = Field(
        default=(), title="Bestämmelser", description="Begrepp eller id ur lagrumskatalogen."
    )
