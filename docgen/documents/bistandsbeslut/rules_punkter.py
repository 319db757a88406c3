"""Rules on the points of the decision: each is whole, rests on law and contradicts no other (R-02)."""

from collections.abc import Iterator

from docgen.documents.bistandsbeslut.insats import Form
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.punkt import (
    ANDRANDE,
    AVSLAENDE,
    BEVILJANDE,
    UTAN_ANSOKAN,
    Beslutspunkt,
    Utfall,
)
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity

INGET = "inget"
LIVSFORING = {"bistand_livsforing", "bistand_utover_ratt"}
FORSORJNING = {"bistand_forsorjning", "bistand_forsorjning_utover_ratt"}
GER_ALLT = BEVILJANDE - {Utfall.DELVIS_BIFALL}
TAR_ALLT = AVSLAENDE | {Utfall.UPPHORANDE}


@rule("R-02", Severity.ERROR, "FL 31-32 §§")
def hela_punkter(record: Bistandsbeslut, _: Setting) -> Iterator[Fault]:
    """Every point says what it decides, on which insats and by which law; every yrkande gets an answer."""
    for index, punkt in enumerate(record.beslut):
        yield from _missing(punkt, f"$.beslut[{index}]", known=set(record.insats_per_id) | {INGET})
    numbers = [punkt.punkt for punkt in record.beslut]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Fault("$.beslut", {"saknas": "punkter_i_ordning"})
    if len(record.insats_per_id) != len(record.insatser):
        yield Fault("$.insatser", {"saknas": "eget_insats_id"})
    yield from _unanswered(record)


@rule("R-02", Severity.ERROR, "FL 31-32 §§")
def motsagelser(record: Bistandsbeslut, setting: Setting) -> Iterator[Fault]:
    """No point contradicts itself or another, and each rests on the provision that gives bistånd of its kind."""
    for index, punkt in enumerate(record.beslut):
        path = f"$.beslut[{index}]"
        yield from _strays(punkt, path)
        yield from _basis(record, punkt, path, setting)
    yield from _between_points(record)


def _strays(punkt: Beslutspunkt, path: str) -> Iterator[Fault]:
    """Yield what is said in a point whose outcome has no sentence for it."""
    deviates = punkt.avviker_fran_yrkandet is not None
    if deviates and punkt.utfall not in BEVILJANDE:
        yield Fault(f"{path}.avviker_fran_yrkandet", {"saknas": "beviljande_utfall"})
    if punkt.avslagen_del and not deviates and punkt.utfall is not Utfall.DELVIS_BIFALL:
        yield Fault(f"{path}.avslagen_del", {"saknas": "utfall_med_avslagen_del"})
    homes = {
        "grund": ANDRANDE,
        "galler_fran": ANDRANDE,
        "andring": {Utfall.ANDRING_NACKDEL},
        "aterkallad": {Utfall.AVSKRIVNING},
    }
    for name, outcomes in homes.items():
        if getattr(punkt, name) is not None and punkt.utfall not in outcomes:
            yield Fault(f"{path}.{name}", {"saknas": "utfall_for_uppgiften", "falt": name})


def _basis(record: Bistandsbeslut, punkt: Beslutspunkt, path: str, setting: Setting) -> Iterator[Fault]:
    """Yield a point that names no right to bistånd, or one of the wrong kind; R-01 speaks of what nobody knows."""
    if not punkt.lagrum or not all(setting.law.knows(name) for name in punkt.lagrum):
        return
    concepts = {setting.law.concept(name) for name in punkt.lagrum}
    insats = record.insats_per_id.get(punkt.insats_ref or "")
    if not concepts & (LIVSFORING | FORSORJNING):
        yield Fault(f"{path}.lagrum", {"saknas": "bistandets_lagrum"})
    elif insats is not None and insats.form is Form.EKONOMISKT_BISTAND and not concepts & FORSORJNING:
        yield Fault(f"{path}.lagrum", {"saknas": "forsorjningens_lagrum"})
    elif insats is not None and insats.form is not Form.EKONOMISKT_BISTAND and concepts & FORSORJNING:
        yield Fault(f"{path}.lagrum", {"saknas": "livsforingens_lagrum"})


def _between_points(record: Bistandsbeslut) -> Iterator[Fault]:
    """Yield an insats that no point is about, one both given and refused, and a yrkande answered twice alike."""
    outcomes: dict[str | None, set[Utfall]] = {}
    answers: set[tuple[int, str | None]] = set()
    for index, punkt in enumerate(record.beslut):
        outcomes.setdefault(punkt.insats_ref, set()).add(punkt.utfall)
        answer = (punkt.yrkande_index or 0, punkt.insats_ref)
        if answer in answers and punkt.yrkande_index is not None:
            yield Fault(f"$.beslut[{index}].yrkande_index", {"saknas": "ett_svar_pa_yrkandet"})
        answers.add(answer)
    for index, insats in enumerate(record.insatser):
        decided = outcomes.get(insats.id, set())
        if not decided:
            yield Fault(f"$.insatser[{index}]", {"saknas": "punkt_om_insatsen"})
        if decided & GER_ALLT and decided & TAR_ALLT:
            yield Fault(f"$.insatser[{index}]", {"saknas": "ett_utfall_for_insatsen"})


def _missing(punkt: Beslutspunkt, path: str, known: set[str]) -> Iterator[Fault]:
    """Yield what one point does not say."""
    if punkt.insats_ref not in known:
        yield Fault(f"{path}.insats_ref", {"saknas": "insats"})
    elif punkt.utfall in BEVILJANDE and punkt.insats_ref == INGET:
        yield Fault(f"{path}.insats_ref", {"saknas": "beviljad_insats"})
    elif punkt.insats_ref == INGET and punkt.utfall is Utfall.UPPHORANDE:
        yield Fault(f"{path}.insats_ref", {"saknas": "upphorande_insats"})
    elif punkt.insats_ref == INGET and punkt.utfall in AVSLAENDE and punkt.yrkande_index is None:
        yield Fault(f"{path}.yrkande_index", {"saknas": "yrkandet_eller_insatsen"})
    if not punkt.lagrum:
        yield Fault(f"{path}.lagrum", {"saknas": "lagrum"})
    deviates = punkt.utfall is Utfall.DELVIS_BIFALL or (
        punkt.utfall in BEVILJANDE and punkt.avviker_fran_yrkandet is not None
    )
    if deviates and punkt.avslagen_del is None:
        yield Fault(f"{path}.avslagen_del", {"saknas": "avslagen_del"})
    if punkt.utfall is Utfall.AVSKRIVNING and punkt.aterkallad is None:
        yield Fault(f"{path}.aterkallad", {"saknas": "aterkallelsens_dag"})


def _unanswered(record: Bistandsbeslut) -> Iterator[Fault]:
    if record.ansokan is None and any(punkt.utfall not in UTAN_ANSOKAN for punkt in record.beslut):
        yield Fault("$.ansokan", {"saknas": "ansokan"})
    asked = len(record.ansokan.yrkande) if record.ansokan else 0
    answered = {punkt.yrkande_index for punkt in record.beslut}
    for number in range(1, asked + 1):
        if number not in answered:
            yield Fault(f"$.ansokan.yrkande[{number - 1}]", {"saknas": "svar_pa_yrkandet"})
    for index, punkt in enumerate(record.beslut):
        if punkt.yrkande_index is not None and punkt.yrkande_index > asked:
            yield Fault(f"$.beslut[{index}].yrkande_index", {"saknas": "yrkandet"})
