"""The body of an extract: everything between the heading and the justering."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.documents.contract import Avsnitt, Stycke
from docgen.documents.protokollsutdrag.avsnitt import Foljd
from docgen.documents.protokollsutdrag.behandling import Omrostning, Rost
from docgen.documents.protokollsutdrag.contract import Beslutsavsnitt, UtdragAvsnitt
from docgen.documents.protokollsutdrag.model import Protokollsutdrag
from docgen.documents.stycken import lista, stycke, stycken
from docgen.values.text import typeset
from docgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Kropp:
    """What stands between the heading and the justering; the fields are those of ``UtdragVy``."""

    bilagor: str
    avsnitt: list[UtdragAvsnitt]
    forslag: list[Beslutsavsnitt]
    behandling: list[UtdragAvsnitt]
    beslut: Beslutsavsnitt | None
    efter_beslutet: list[Avsnitt]
    expediering: Avsnitt


def hemlig(wording: Wording) -> Kropp:
    """Return the body of a public version of a secret matter: one sentence in place of everything (R-53)."""
    sentence = stycke(wording("sekretess.arendet"))
    instead = stycke(wording("sekretess.expediering"))
    return Kropp(
        bilagor="",
        avsnitt=[{"rubrik": typeset(wording("rubrik.sekretess")), "ny_sida": False, "stycken": [sentence]}],
        forslag=[],
        behandling=[],
        beslut=None,
        efter_beslutet=[],
        expediering={"rubrik": typeset(wording("rubrik.expediering")), "stycken": [instead]},
    )


def oppen(record: Protokollsutdrag, wording: Wording) -> Kropp:
    """Return the body as it stands in the protocol, in the order of the paper."""
    foljd = Foljd()
    return Kropp(
        bilagor=_bilagor(record, wording),
        avsnitt=_avsnitt(record, wording, foljd),
        forslag=_forslag(record, wording, foljd),
        behandling=_behandling(record, wording, foljd),
        beslut=_beslut(record, wording, foljd),
        efter_beslutet=_efter_beslutet(record, wording),
        expediering={
            "rubrik": typeset(wording("rubrik.expediering")),
            "stycken": [stycke(one) for one in record.expedieras_till],
        },
    )


def _bilagor(record: Protokollsutdrag, wording: Wording) -> str:
    return typeset(wording("rad.bilagor", bilagor="; ".join(record.bilagor))) if record.bilagor else ""


def _avsnitt(record: Protokollsutdrag, wording: Wording, foljd: Foljd) -> list[UtdragAvsnitt]:
    return [
        *foljd.text(wording("rubrik.arendebeskrivning"), record.arendebeskrivning),
        *foljd.text(wording("rubrik.resultat"), record.resultat),
        *foljd.stycken(wording("rubrik.beslutsunderlag"), _lista(record.beslutsunderlag)),
    ]


def _forslag(record: Protokollsutdrag, wording: Wording, foljd: Foljd) -> list[Beslutsavsnitt]:
    """Return the proposals; a committee's own stand in the place of the decision when there is none."""
    forvaltning = foljd.punkter(wording("rubrik.forslag_forvaltning"), record.forslag_forvaltning)
    return [*forvaltning, *(_forslag_utskott(record, wording, foljd) if record.beslut else [])]


def _forslag_utskott(record: Protokollsutdrag, wording: Wording, foljd: Foljd) -> list[Beslutsavsnitt]:
    forslag = record.forslag_utskott
    if forslag is None:
        return []
    rubrik = wording("rubrik.forslag_utskott", utskott=forslag.organ, till=forslag.till)
    return foljd.punkter(rubrik, forslag.punkter)


def _behandling(record: Protokollsutdrag, wording: Wording, foljd: Foljd) -> list[UtdragAvsnitt]:
    jav = [stycke(wording("jav.mening", namn=one.namn)) for one in record.jav_har]
    yrkanden = [
        wording("yrkande.mening", av=one.av, innehall=one.innehall) for one in record.yrkanden if not one.aterkallat
    ]
    return [
        *foljd.stycken(wording("rubrik.jav"), jav),
        *foljd.stycken(wording("rubrik.yrkanden"), _lista(yrkanden)),
        *foljd.text(wording("rubrik.beslutsgang"), record.beslutsgang),
        *foljd.stycken(wording("rubrik.omrostning"), _omrostning(record.omrostning, wording)),
    ]


def _beslut(record: Protokollsutdrag, wording: Wording, foljd: Foljd) -> Beslutsavsnitt | None:
    """Return the decision; of a committee that only proposes, its proposal (R-89)."""
    rubrik = wording("rubrik.beslut", organ=record.organ)
    sections = foljd.punkter(rubrik, record.beslut) or _forslag_utskott(record, wording, foljd)
    return sections[0] if sections else None


def _omrostning(vote: Omrostning | None, wording: Wording) -> list[Stycke]:
    """Return what yes and no meant, the result, and the list of votes where it is known."""
    if vote is None:
        return []
    sentences = [
        wording("omrostning.betydelse", ja_betyder=vote.ja_betyder, nej_betyder=vote.nej_betyder),
        wording("omrostning.resultat", ja=str(vote.ja), nej=str(vote.nej)),
        *([wording("omrostning.avstar", antal=str(vote.avstar))] if vote.avstar else []),
        *([wording("omrostning.franvarande", antal=str(vote.franvarande))] if vote.franvarande else []),
        *([wording("omrostning.utslagsrost")] if vote.utslagsrost else []),
    ]
    return [stycke(sentences[0]), stycke(" ".join(sentences[1:])), *_lista(_roster(vote, wording))]


def _roster(vote: Omrostning, wording: Wording) -> list[str]:
    """Return a line for each way of voting that someone chose."""
    groups = {rost: [f"{one.namn} ({one.parti})" for one in vote.roster if one.rost is rost] for rost in Rost}
    return [wording(f"rost.{rost.value}", namn=", ".join(names)) for rost, names in groups.items() if names]


def _efter_beslutet(record: Protokollsutdrag, wording: Wording) -> list[Avsnitt]:
    """Return the reservations, special statements and remarks, one section for each sort there is."""
    sections = {
        "reservation": [(one.av or "", one.text or "") for one in record.reservationer],
        "sarskilt_yttrande": [(one.av, one.text) for one in record.sarskilt_yttrande],
        "protokollsanteckning": [(one.av, one.text) for one in record.protokollsanteckning],
    }
    return [
        {
            "rubrik": typeset(wording(f"rubrik.{key}")),
            "stycken": [part for av, text in said for part in _yttrande(av, text, wording)],
        }
        for key, said in sections.items()
        if said
    ]


def _yttrande(av: str, text: str, wording: Wording) -> list[Stycke]:
    return [stycke(wording("yttrande.av", av=av)), *stycken(text)]


def _lista(punkter: Sequence[str]) -> list[Stycke]:
    return [lista(punkter)] if punkter else []
