"""How a decision is appealed: the page that goes with it, in one of two regimes that are never mixed (R-13).

The sentences are in ``templates/_common/overklagande.toml``. Neither regime counts from the day of the decision
(R-15): a person's three weeks begin with the receipt (FL 44 §), a kommunmedlem's with the notice (KL 13 kap. 5 §).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.documents.contract import Avsnitt, Stycke
from docgen.documents.rule import Setting
from docgen.documents.stycken import lista, stycke
from docgen.law.tid import overklagande_sista_dag
from docgen.values.datum import long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Bistand:
    """The decision that a person may appeal.

    ``punkter`` are the points that went against the person, empty when the decision has a single one; the last day
    is printed only when it and the day of receipt are known (R-16).
    """

    beslutsdatum: date
    diarienummer: str
    punkter: Sequence[int] = ()
    mottagen: date | None = None
    sista_dag: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Namndbeslut:
    """The decision that a kommunmedlem may appeal.

    ``paragraf`` is its place in the protocol (``§ 140``), empty when the body has no paragraphs; the last day is
    printed when the day on which the justering was announced is known.
    """

    organ: str
    sammantradesdatum: date
    paragraf: str
    diarienummer: str
    tillkannagiven: date | None = None


def forvaltningsbesvar(wording: Wording, setting: Setting, beslut: Bistand) -> Avsnitt:
    """Return how the person appeals a decision on bistånd (FL 40-48 §§, FPL 3-4 §§)."""
    slots = _slots(setting) | {
        "beslutsdatum": long(beslut.beslutsdatum),
        "diarienummer": beslut.diarienummer,
    }
    say = _Sayer(wording, "overklagande.forvaltningsbesvar", slots)
    return {
        "rubrik": typeset(say("rubrik")),
        "stycken": [
            stycke(say("inledning")),
            *_punkter(say, beslut.punkter),
            _lista(say, "krav_inledning", "krav_beslut", "krav_andring", "krav_skal", "krav_person"),
            stycke(say("underskrift")),
            _lista(say, "inlamnas_inledning", "postadress", "besoksadress", "epost"),
            *_tid(say, _mottaget(beslut)),
            *[stycke(say(key)) for key in ("sent", "fortsatt", "ombud", "hjalp")],
        ],
    }


def laglighetsprovning(wording: Wording, setting: Setting, beslut: Namndbeslut) -> Avsnitt:
    """Return how a kommunmedlem has the legality of a decision tried (KL 13 kap. 1 and 4-5 §§)."""
    slots = _slots(setting) | {
        "organ": beslut.organ,
        "sammantradesdatum": long(beslut.sammantradesdatum),
        "paragraf": beslut.paragraf,
        "diarienummer": beslut.diarienummer,
    }
    say = _Sayer(wording, "overklagande.laglighetsprovning", slots)
    decision = "krav_beslut" if beslut.paragraf else "krav_beslut_utan_paragraf"
    return {
        "rubrik": typeset(say("rubrik")),
        "stycken": [
            stycke(say("vem")),
            stycke(say("form")),
            _lista(say, "krav_inledning", decision, "krav_skal", "krav_klagande"),
            *_tid(say, _tillkannagivet(beslut.tillkannagiven)),
        ],
    }


class _Sayer:
    """The sentences under one key, with the slots they share."""

    def __init__(self, wording: Wording, prefix: str, slots: dict[str, str]) -> None:
        self._wording, self._prefix, self._slots = wording, prefix, slots

    def __call__(self, key: str, /, **slots: str) -> str:
        return self._wording(f"{self._prefix}.{key}", **self._slots | slots)


def _slots(setting: Setting) -> dict[str, str]:
    organisation = setting.organisation
    return {
        "domstol": organisation.forvaltningsratt,
        "namnd": organisation.namnd,
        "forvaltning": organisation.forvaltning,
        "postadress": organisation.kontakt.postadress,
        "besoksadress": organisation.kontakt.besoksadress,
        "epost": organisation.kontakt.epost,
        "telefon": organisation.kontakt.telefon,
    }


def _lista(say: _Sayer, inledning: str, *keys: str) -> Stycke:
    return lista([say(key) for key in keys], say(inledning))


def _punkter(say: _Sayer, punkter: Sequence[int]) -> list[Stycke]:
    if not punkter:
        return []
    key = "en_punkt" if len(punkter) == 1 else "flera_punkter"
    return [stycke(say(key, punkter=enumerate_och([str(one) for one in punkter])))]


def _tid(say: _Sayer, known: dict[str, str] | None) -> list[Stycke]:
    """Return how long there is; the last day where it is known stands in the place of the rule for holidays."""
    return [stycke(say("tid")), stycke(say("sista_dag", **known) if known else say("helgdag"))]


def _mottaget(beslut: Bistand) -> dict[str, str] | None:
    if beslut.mottagen is None or beslut.sista_dag is None:
        return None
    return {"mottagen": long(beslut.mottagen), "sista_dag": long(beslut.sista_dag)}


def _tillkannagivet(day: date | None) -> dict[str, str] | None:
    if day is None:
        return None
    return {"tillkannagiven": long(day), "sista_dag": long(overklagande_sista_dag(day))}
