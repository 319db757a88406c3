"""Rules about the matter and its decision: appeal, votes, proposals, the bodies' order, the memorandum."""

from collections import Counter
from collections.abc import Iterator

from docgen.documents.protokollsutdrag.behandling import Omrostning, Rost
from docgen.documents.protokollsutdrag.model import Niva, OverklagandeTyp, Protokollsutdrag
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.datum import iso

_ORDNING = tuple(Niva)


@rule("R-13", Severity.ERROR, "SoL 35 kap. 1 §; KL 13 kap.")
def ratt_ordning_for_overklagande(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """A decision on bistånd is appealed by förvaltningsbesvär, every other one by laglighetsprövning."""
    wrong = OverklagandeTyp.LAGLIGHETSPROVNING if record.beslut_om_bistand else OverklagandeTyp.FORVALTNINGSBESVAR
    if record.overklagande_typ is wrong:
        yield Fault("$.overklagande_typ", {"angivet": wrong.value})


@rule("R-86", Severity.ERROR, "KL 5 kap. 67 §")
def omrostningen_gar_ihop(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """No more vote than served, the list agrees with the totals, and a casting vote is given only on a tie."""
    vote = record.omrostning
    if vote is None:
        return
    cast = vote.ja + vote.nej + vote.avstar
    if cast > len(record.beslutande):
        facts = {"antal": str(cast), "jamfort": str(len(record.beslutande))}
        yield Fault("$.omrostning", facts | {"falt": "beslutande"})
    if vote.utslagsrost and vote.ja != vote.nej:
        yield Fault(
            "$.omrostning.utslagsrost",
            {"antal": str(vote.ja), "jamfort": str(vote.nej), "falt": "utslagsrost"},
        )
    yield from _roster(vote)


def _roster(vote: Omrostning) -> Iterator[Fault]:
    """Yield a fault for each total that the list of votes, where there is one, does not add up to."""
    if not vote.roster:
        return
    listed = Counter(one.rost for one in vote.roster)
    totals = {
        Rost.JA: vote.ja,
        Rost.NEJ: vote.nej,
        Rost.AVSTAR: vote.avstar,
        Rost.FRANVARANDE: vote.franvarande,
    }
    for rost, total in totals.items():
        if listed[rost] != total:
            facts = {"antal": str(total), "jamfort": str(listed[rost]), "falt": rost.value}
            yield Fault(f"$.omrostning.{rost.value}", facts)


@rule("R-87", Severity.ERROR, "KL 5 kap. 67 §, 4 kap. 27 §")
def beslutsgang_och_reservationer(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """Two proposals or a vote need a beslutsgång; a reservation needs who and what."""
    proposals = {one.innehall for one in record.yrkanden if not one.aterkallat}
    if not record.beslutsgang and (len(proposals) > 1 or record.omrostning):
        yield Fault("$.beslutsgang", {"falt": "beslutsgang"})
    for index, one in enumerate(record.reservationer):
        for name in ("av", "text"):
            if getattr(one, name) is None:
                yield Fault(f"$.reservationer[{index}].{name}", {"falt": name})


@rule("R-88", Severity.WARNING, "praxis: beredning, utskott och nämnd handlägger ärendet i den ordningen")
def instanserna_i_ordning(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """No body handled the matter after a higher one; the extract's own not before its own meeting (an error)."""
    for index, one in enumerate(record.instanser):
        higher = [
            other
            for other in record.instanser
            if _ORDNING.index(other.niva) > _ORDNING.index(one.niva) and other.datum < one.datum
        ]
        if higher:
            last = max(higher, key=lambda other: _ORDNING.index(other.niva))
            facts = {"organ": one.organ, "datum": iso(one.datum)}
            facts |= {"jamfort": last.organ, "jamfort_datum": iso(last.datum)}
            yield Fault(f"$.instanser[{index}].datum", facts)
    own = record.egen_instans
    if own and own.datum < record.sammantradesdatum:
        facts = {"organ": own.organ, "datum": iso(own.datum)}
        facts |= {"jamfort": "sammantradet", "jamfort_datum": iso(record.sammantradesdatum)}
        yield Fault(f"$.instanser[{record.instanser.index(own)}].datum", facts, Severity.ERROR)


@rule("R-89", Severity.ERROR, "KL 5 kap. 67 §")
def beslutet_ar_organets(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The body is in the header and has decided; a committee that only proposes never says that the board decides."""
    own = record.egen_instans
    if own is None:
        yield Fault("$.instanser", {"organ": record.organ, "falt": "instanser"})
    only_proposes = own is not None and own.niva is not Niva.NAMND and record.forslag_utskott is not None
    if not record.beslut and not only_proposes:
        yield Fault("$.beslut", {"organ": record.organ, "falt": "beslut"})
    for index, text in enumerate(record.forslag_utskott.punkter if record.forslag_utskott else ()):
        if "beslutar" in text.casefold().split():
            path = f"$.forslag_utskott.punkter[{index}]"
            yield Fault(path, {"organ": record.organ, "falt": "forslag_utskott"})


@rule("R-91", Severity.WARNING, "praxis: samma rubrik och diarienummer i tjänsteskrivelse, protokoll och utdrag")
def samma_som_tjansteskrivelsen(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """The memorandum has the same heading and diarienummer as the extract."""
    memo = record.tjansteskrivelse
    if memo and memo.dnr != record.arende.diarienummer:
        yield Fault("$.tjansteskrivelse.dnr", {"falt": "dnr"})
    if memo and memo.rubrik != record.rubrik:
        yield Fault("$.tjansteskrivelse.rubrik", {"falt": "rubrik"})
