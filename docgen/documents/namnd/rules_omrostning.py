"""Rules about what was put and how it was voted: the votes, the order of the proposals, the reservations."""

import re
from collections import Counter
from collections.abc import Iterator

from docgen.documents.namnd.arende import Arendedelar
from docgen.documents.namnd.behandling import Omrostning, Rost, samma
from docgen.documents.namnd.sak import HarSaker, Sak
from docgen.documents.namnd.textblock import Sidbrytning
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity

_BIFALL = re.compile(r"(?:yrkar )?bifall\b(?!.*(?:tillägg|ändring|avslag|undantag))")


@rule("R-86", Severity.ERROR, "KL 5 kap. 67 §")
def omrostningen_gar_ihop(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """Those who served voted once each, the list agrees with the totals, and a tie has its casting vote."""
    for sak in record.saker:
        vote = sak.delar.omrostning
        if vote is not None:
            yield from _gar_ihop(vote, sak, f"{sak.path}.omrostning")


def _gar_ihop(vote: Omrostning, sak: Sak, path: str) -> Iterator[Fault]:
    yield from _antal(vote, len(sak.beslutande), path)
    yield from _utslag(vote, path)
    if vote.roster:
        yield from _summor(vote, path)
        yield from _vilka(vote, [samma(one.namn) for _path, one in sak.beslutande], path)


def _antal(vote: Omrostning, beslutande: int, path: str) -> Iterator[Fault]:
    cast = vote.ja + vote.nej + vote.avstar
    if cast > beslutande:
        facts = {"orsak": "fler_roster", "antal": str(cast), "beslutande": str(beslutande)}
        yield Fault(path, facts)
    if vote.ja + vote.nej == 0:
        yield Fault(path, {"orsak": "ingen_rost"})


def _utslag(vote: Omrostning, path: str) -> Iterator[Fault]:
    """Yield a fault for a casting vote without a tie, or a tie without one."""
    place, facts = f"{path}.utslagsrost", {"ja": str(vote.ja), "nej": str(vote.nej)}
    if vote.utslagsrost and vote.ja != vote.nej:
        yield Fault(place, facts | {"orsak": "utslagsrost_utan_lika"})
    if not vote.utslagsrost and vote.ja == vote.nej > 0:
        yield Fault(place, facts | {"orsak": "lika_utan_utslagsrost"})


def _summor(vote: Omrostning, path: str) -> Iterator[Fault]:
    """Yield a fault for each total that the list of votes does not add up to."""
    listed = Counter(one.rost for one in vote.roster)
    totals = {
        Rost.JA: vote.ja,
        Rost.NEJ: vote.nej,
        Rost.AVSTAR: vote.avstar,
        Rost.FRANVARANDE: vote.franvarande,
    }
    for rost, total in totals.items():
        if listed[rost] != total:
            facts = {"orsak": "rosternas_summa", "falt": rost.value, "antal": str(total), "listade": str(listed[rost])}
            yield Fault(f"{path}.{rost.value}", facts)


def _vilka(vote: Omrostning, beslutande: list[str], path: str) -> Iterator[Fault]:
    """Yield a fault for each line of the list that is of someone who did not serve, or is one too many."""
    served, listed = Counter(beslutande), Counter[str]()
    for index, one in enumerate(vote.roster):
        place, namn = f"{path}.roster[{index}]", samma(one.namn)
        listed[namn] += 1
        if listed[namn] > max(1, served[namn]):
            yield Fault(place, {"orsak": "rostar_tva_ganger"})
        elif one.rost is Rost.FRANVARANDE and namn in served:
            yield Fault(place, {"orsak": "franvarande_beslutande"})
        elif one.rost is not Rost.FRANVARANDE and served and namn not in served:
            yield Fault(place, {"orsak": "okand_i_roster"})


@rule("R-87", Severity.ERROR, "KL 5 kap. 67 §, 4 kap. 27 §")
def beslutsgang_och_reservationer(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """Two proposals or a vote need a beslutsgång; a reservation needs who and what."""
    for sak in record.saker:
        delar = sak.delar
        told = any(not isinstance(one, Sidbrytning) for one in delar.beslutsgang)
        if not told and (_antal_forslag(delar) > 1 or delar.omrostning):
            yield Fault(f"{sak.path}.beslutsgang", {"falt": "beslutsgang"})
        for index, one in enumerate(delar.reservationer):
            for name in ("av", "text"):
                if getattr(one, name) is None:
                    yield Fault(f"{sak.path}.reservationer[{index}].{name}", {"falt": name})


def _antal_forslag(delar: Arendedelar) -> int:
    """Return how many proposals were put: the one the matter came with or was supported, and each other."""
    moved = {samma(one.innehall) for one in delar.yrkanden if not one.aterkallat}
    others = {text for text in moved if not _BIFALL.match(text)}
    came_with = delar.forslag_forvaltning or (delar.forslag_utskott and delar.beslut)
    return len(others) + bool(came_with or moved - others)
