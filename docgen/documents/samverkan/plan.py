"""What a plan holds: what matters to the person, goals, insatser and the measures of others (SoL 10 kap. 8 §)."""

from collections.abc import Mapping

from pydantic import Field

from docgen.documents.part import Part
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.parter import PlaneradInsats


class Mal(Part):
    """A goal, and the steps on the way to it."""

    lang: str = Field(title="Långsiktigt mål", description="Dit den enskilde vill komma.")
    kort: str | None = Field(default=None, title="Delmål", description="Nästa steg på vägen.")


class Atgard(Part):
    """A measure by someone other than kommun and region (SoL 10 kap. 8 §, third point)."""

    aktor: str = Field(title="Aktör", description="T.ex. Arbetsförmedlingen eller en förening.")
    atgard: str = Field(title="Åtgärd", description="Vad aktören gör.")
    nar: str = Field(title="När", description="Dag, period eller hur ofta.")


class EgenAtgard(Part):
    """What the person does."""

    atgard: str = Field(title="Åtgärd", description="Vad den enskilde gör själv.")
    nar: str = Field(title="När", description="Dag, period eller hur ofta.")


class Samordnare(Part):
    """The one who holds the plan together, whom everyone may call."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    verksamhet: str = Field(title="Verksamhet", description="Där samordnaren arbetar.")
    telefon: str = Field(title="Telefon", description="Numret dit man ringer.")


class Kriskontakt(Part):
    """Whom to call when things get worse."""

    vem: str = Field(title="Vem", description="Person eller verksamhet.")
    telefon: str = Field(title="Telefon", description="Numret dit man ringer.")
    nar: str | None = Field(default=None, title="När", description="T.ex. dygnet runt.")


class Krisplan(Part):
    """What to do when things get worse."""

    tecken: tuple[str, ...] = Field(min_length=1, title="Tecken", description="Tecken på att det blir sämre.")
    egna_steg: tuple[str, ...] = Field(default=(), title="Egna steg", description="Vad den enskilde själv gör först.")
    kontakter: tuple[Kriskontakt, ...] = Field(
        min_length=1, title="Kontakter", description="De som den enskilde eller andra ringer."
    )


class Informationsdelning(Part):
    """What the parties tell each other, and how (S3)."""

    vilka_uppgifter: str = Field(title="Vilka uppgifter", description="Det som får delas.")
    mellan: str = Field(title="Mellan vilka", description="Parterna som delar uppgifterna.")
    hur: str = Field(title="Hur", description="T.ex. telefon eller säker e-post.")
    avvikelser: str = Field(title="Avvikelser", description="Vad parterna gör när planen inte följs.")


class Planering(Anteckning):
    """The minutes of a meeting that plans insatser together."""

    viktigt_for_mig: str = Field(title="Viktigt för mig", description="Med den enskildes egna ord.")
    nulage: str | None = Field(default=None, title="Nuläge", description="Hur det är nu.")
    mal: tuple[Mal, ...] = Field(min_length=1, title="Mål", description="Målen på lång och kort sikt.")
    insatser: tuple[PlaneradInsats, ...] = Field(
        min_length=1, title="Insatser", description="Behov, insats, ansvarig och tid."
    )
    andra_aktorers_atgarder: tuple[Atgard, ...] = Field(
        title="Andra aktörers åtgärder",
        description="Åtgärder av andra än kommun och region; en tom lista när det inte finns några.",
    )
    egna_atgarder: tuple[EgenAtgard, ...] = Field(
        default=(), title="Egna åtgärder", description="Det den enskilde gör själv."
    )
    samordnare: Samordnare = Field(title="Samordnare", description="Den som håller ihop planen.")
    krisplan: Krisplan | None = Field(default=None, title="Krisplan", description="Om det blir sämre.")
    informationsdelning: Informationsdelning = Field(
        title="Informationsdelning", description="Vilka uppgifter som delas, mellan vilka och hur."
    )

    @property
    def planerade(self) -> Mapping[str, PlaneradInsats]:
        """Return the insatser by their JSON path."""
        return {f"$.insatser[{at}]": one for at, one in enumerate(self.insatser)}

    @property
    def tidigare_id(self) -> frozenset[str]:
        """Return the ids of an earlier plan: none, since this one has all its insatser itself."""
        return frozenset()
