"""Rules about who served: quorum, those who sign the protocol, and who was disqualified."""

import re
from collections.abc import Iterator

from docgen.documents.namnd.behandling import Roll, samma
from docgen.documents.namnd.sak import HarJusterare, HarSaker, Sak
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity


@rule("R-83", Severity.ERROR, "KL 5 kap. 65-66 §§, 6 kap. 27 §")
def beslutfor(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """Each decider is listed once, one of them led the meeting, more than half of the seats are taken and no more."""
    told: set[tuple[str, ...]] = set()
    for sak in record.saker:
        # The same people in several paragraphs are told of once.
        serving = tuple(path for path, _one in sak.beslutande)
        if serving not in told:
            told.add(serving)
            yield from _beslutfor(sak)


def _beslutfor(sak: Sak) -> Iterator[Fault]:
    chairs = sum(one.roll is Roll.ORDFORANDE for _path, one in sak.beslutande)
    if chairs != 1:
        yield Fault(sak.tjanstgoring, {"orsak": "inte_en_ordforande", "ordforande": str(chairs)})
    deciders, seats = len(sak.beslutande), sak.antal_ledamoter
    facts = {"beslutande": str(deciders), "platser": str(seats)}
    if seats and 2 * deciders <= seats:
        yield Fault(sak.tjanstgoring, facts | {"orsak": "inte_fler_an_halften"})
    if seats and deciders > seats:
        yield Fault(sak.tjanstgoring, facts | {"orsak": "fler_an_platserna"})
    people = [(samma(one.namn), samma(one.parti)) for _path, one in sak.beslutande]
    for index, (path, _one) in enumerate(sak.beslutande):
        if people[index] in people[:index]:
            yield Fault(path, {"orsak": "beslutande_tva_ganger"})


@rule("R-84", Severity.ERROR, "praxis: den som justerar har tjänstgjort, jämte ordföranden")
def justerare_deltog(record: HarJusterare, _: Setting) -> Iterator[Fault]:
    """Each justerare served at the meeting; the chair is not her own justerare."""
    roles: dict[str, set[Roll | None]] = {}
    for name, role in record.tjanstgjorde:
        roles.setdefault(samma(name), set()).add(role)
    for index, namn in enumerate(record.justerare):
        had = roles.get(samma(namn))
        if had is None:
            yield Fault(f"$.justerare[{index}]")
        elif Roll.ORDFORANDE in had:
            yield Fault(f"$.justerare[{index}]", severity=Severity.WARNING)


@rule("R-85", Severity.ERROR, "KL 6 kap. 28-30 §§")
def jav_haller_sig_borta(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """Nobody disqualified in the matter decided, voted, moved anything or made a reservation in it."""
    for sak in record.saker:
        away = "|".join(re.escape(samma(one.namn)) for one in sak.jav_har)
        if away:
            # Who moved or reserved is written as a text: Bo Ek (V) och Eva Ek (V).
            named = re.compile(rf"(?:^|[,;/] ?|\boch )(?:{away})(?= ?(?:$|[(,;/]|och\b))")
            yield from (Fault(path) for path, written in _deltog(sak) if named.search(samma(written)))


def _deltog(sak: Sak) -> Iterator[tuple[str, str]]:
    """Yield where it stands that someone took part, and who."""
    delar, path = sak.delar, sak.path
    yield from ((place, one.namn) for place, one in sak.beslutande)
    votes = delar.omrostning.roster if delar.omrostning else ()
    yield from ((f"{path}.omrostning.roster[{index}]", one.namn) for index, one in enumerate(votes))
    yield from ((f"{path}.yrkanden[{index}]", one.av) for index, one in enumerate(delar.yrkanden))
    yield from ((f"{path}.reservationer[{index}]", one.av or "") for index, one in enumerate(delar.reservationer))
