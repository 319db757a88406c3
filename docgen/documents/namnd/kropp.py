"""The parts of a matter as they stand in the protocol."""

from collections.abc import Sequence

from docgen.documents.contract import Avsnitt, Stycke
from docgen.documents.namnd.avsnitt import Foljd
from docgen.documents.namnd.behandling import Omrostning, Rost
from docgen.documents.namnd.contract import Arendetext, Beslutsavsnitt, Protokollavsnitt
from docgen.documents.namnd.sak import Sak
from docgen.documents.stycken import lista, stycke, stycken
from docgen.values.text import typeset
from docgen.wording import Wording


def arendet(sak: Sak, wording: Wording) -> Arendetext:
    """Return what the protocol and every extract from it say of the matter, word for word and in the same order."""
    if sak.hemlig:
        return _i_stallet(wording)
    kropp = _Kropp(sak, wording)
    return {
        "bilagor": kropp.bilagor(),
        "avsnitt": [*kropp.jav(), *kropp.avsnitt()],
        "forslag": kropp.forslag(),
        "behandling": kropp.behandling(),
        "beslut": kropp.beslut(),
        "efter_beslutet": kropp.efter_beslutet(),
    }


def expediering(mottagare: Sequence[str], wording: Wording) -> Avsnitt:
    """Return to whom the decision is sent."""
    return {"rubrik": typeset(wording("rubrik.expediering")), "stycken": [stycke(one) for one in mottagare]}


def _i_stallet(wording: Wording) -> Arendetext:
    """Return what stands in the public version of a secret matter: one sentence in place of everything (R-53)."""
    sentence = stycke(wording("sekretess.arendet"))
    return {
        "bilagor": "",
        "avsnitt": [{"rubrik": typeset(wording("rubrik.sekretess")), "ny_sida": False, "stycken": [sentence]}],
        "forslag": [],
        "behandling": [],
        "beslut": None,
        "efter_beslutet": [],
    }


class _Kropp:
    """The sections of one matter; each method must be called in the order of the paper, for its page breaks."""

    def __init__(self, sak: Sak, wording: Wording) -> None:
        self._sak, self._delar, self._say, self._foljd = sak, sak.delar, wording, Foljd()

    def bilagor(self) -> str:
        """Return the line with the appendices; empty when there are none."""
        titles = self._delar.bilagor
        label = self._delar.bilagor_etikett or self._say("etikett.bilaga" if len(titles) == 1 else "etikett.bilagor")
        return typeset(self._say("rad.bilagor", etikett=label, bilagor="; ".join(titles))) if titles else ""

    def jav(self) -> list[Protokollavsnitt]:
        """Return who took no part because of disqualification."""
        sentences = [stycke(self._say("jav.mening", namn=one.namn)) for one in self._sak.jav_har]
        return self._foljd.stycken(self._say("rubrik.jav"), sentences)

    def avsnitt(self) -> list[Protokollavsnitt]:
        """Return what the matter is about."""
        say, delar, foljd = self._say, self._delar, self._foljd
        return [
            *foljd.text(say("rubrik.arendebeskrivning"), delar.arendebeskrivning),
            *foljd.text(say("rubrik.resultat"), delar.resultat),
            *foljd.stycken(say("rubrik.beslutsunderlag"), _lista(delar.beslutsunderlag)),
        ]

    def forslag(self) -> list[Beslutsavsnitt]:
        """Return the proposals; a committee's own stand in the place of the decision when there is none."""
        forvaltning = self._foljd.punkter(self._say("rubrik.forslag_forvaltning"), self._delar.forslag_forvaltning)
        return [*forvaltning, *(self._utskottets() if self._delar.beslut else [])]

    def _utskottets(self) -> list[Beslutsavsnitt]:
        forslag = self._delar.forslag_utskott
        if forslag is None:
            return []
        rubrik = self._say("rubrik.forslag_utskott", utskott=forslag.organ, till=forslag.till)
        return self._foljd.punkter(rubrik, forslag.punkter)

    def behandling(self) -> list[Protokollavsnitt]:
        """Return what was moved, how it was put and how it was voted."""
        say, delar, foljd = self._say, self._delar, self._foljd
        yrkanden = [
            say("yrkande.mening", av=one.av, innehall=one.innehall) for one in delar.yrkanden if not one.aterkallat
        ]
        return [
            *foljd.stycken(say("rubrik.yrkanden"), _lista(yrkanden)),
            *foljd.text(say("rubrik.beslutsgang"), delar.beslutsgang),
            *foljd.stycken(say("rubrik.omrostning"), _omrostning(delar.omrostning, say)),
        ]

    def beslut(self) -> Beslutsavsnitt | None:
        """Return the decision; of a committee that only proposes, its proposal (R-89)."""
        rubrik = self._say("rubrik.beslut", organ=self._sak.organ)
        sections = self._foljd.punkter(rubrik, self._delar.beslut) or self._utskottets()
        return sections[0] if sections else None

    def efter_beslutet(self) -> list[Avsnitt]:
        """Return the reservations, special statements and remarks, one section for each sort there is."""
        delar = self._delar
        sections = {
            "reservation": [(one.av or "", one.text or "") for one in delar.reservationer],
            "sarskilt_yttrande": [(one.av, one.text) for one in delar.sarskilt_yttrande],
            "protokollsanteckning": [(one.av, one.text) for one in delar.protokollsanteckning],
        }
        return [
            {
                "rubrik": typeset(self._say(f"rubrik.{key}")),
                "stycken": [part for av, text in said for part in _yttrande(av, text, self._say)],
            }
            for key, said in sections.items()
            if said
        ]


def _omrostning(vote: Omrostning | None, say: Wording) -> list[Stycke]:
    """Return what yes and no meant, the result, and the list of votes where it is known."""
    if vote is None:
        return []
    sentences = [
        say("omrostning.betydelse", ja_betyder=vote.ja_betyder, nej_betyder=vote.nej_betyder),
        say("omrostning.resultat", ja=str(vote.ja), nej=str(vote.nej)),
        *([say("omrostning.avstar", antal=str(vote.avstar))] if vote.avstar else []),
        *([say("omrostning.franvarande", antal=str(vote.franvarande))] if vote.franvarande else []),
        *([say("omrostning.utslagsrost")] if vote.utslagsrost else []),
    ]
    return [stycke(sentences[0]), stycke(" ".join(sentences[1:])), *_lista(_roster(vote, say))]


def _roster(vote: Omrostning, say: Wording) -> list[str]:
    """Return a line for each way of voting that someone chose."""
    groups = {rost: [f"{one.namn} ({one.parti})" for one in vote.roster if one.rost is rost] for rost in Rost}
    return [say(f"rost.{rost.value}", namn=", ".join(names)) for rost, names in groups.items() if names]


def _yttrande(av: str, text: str, say: Wording) -> list[Stycke]:
    return [stycke(say("yttrande.av", av=av)), *stycken(text)]


def _lista(punkter: Sequence[str]) -> list[Stycke]:
    return [lista(punkter)] if punkter else []
