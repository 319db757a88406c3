"""How the decisions of a protocol are appealed: one section for each way and each day from which the time runs."""

from collections.abc import Sequence
from datetime import date

from docgen.documents.contract import Avsnitt
from docgen.documents.namnd.arende import OverklagandeTyp
from docgen.documents.namnd.spann import paragrafer
from docgen.documents.overklagande import Bistand, Namndbeslut, forvaltningsbesvar, laglighetsprovning
from docgen.documents.protokoll.model import Protokollsarende, Sammantradesprotokoll
from docgen.documents.rule import Setting
from docgen.values.text import typeset
from docgen.wording import Wording


def overklagande(record: Sammantradesprotokoll, setting: Setting, say: Wording) -> list[Avsnitt]:
    """Return a section for each regime; a version for the public has none for the individuals' own matters."""
    open_matters = [one for one in record.arenden if one.paragraf not in record.hemliga]
    legality = [one for one in open_matters if one.overklagande_typ is OverklagandeTyp.LAGLIGHETSPROVNING]
    later = [one for one in legality if one.paragraf not in record.omedelbara]
    at_once = [one for one in legality if one.paragraf in record.omedelbara]
    own = [one for one in open_matters if one.overklagande_typ is OverklagandeTyp.FORVALTNINGSBESVAR]
    announced = record.anslag.uppsatt if record.anslag else None
    announced_at_once = record.omedelbart_anslag.uppsatt if record.omedelbart_anslag else None
    by_notice = sorted([(later, announced), (at_once, announced_at_once)], key=lambda group: _forsta(group[0]))
    return [
        *(section for matters, day in by_notice for section in _laglighet(record, matters, day, setting, say)),
        *_besvar(record, own, setting, say),
    ]


def _forsta(matters: Sequence[Protokollsarende]) -> int:
    return min((one.paragraf for one in matters), default=0)


def _laglighet(
    record: Sammantradesprotokoll,
    matters: Sequence[Protokollsarende],
    announced: date | None,
    setting: Setting,
    say: Wording,
) -> list[Avsnitt]:
    if not matters:
        return []
    one = matters[0] if len(matters) == 1 else None
    decision = Namndbeslut(
        organ=record.organ,
        sammantradesdatum=record.sammantradesdatum,
        paragraf=paragrafer([one.paragraf]) if one else say("overklagande.paragraf"),
        diarienummer=record.diarienummer(one) if one else say("overklagande.diarienummer"),
        tillkannagiven=announced,
    )
    return [_under(matters, laglighetsprovning(say, setting, decision), say)]


def _besvar(
    record: Sammantradesprotokoll, matters: Sequence[Protokollsarende], setting: Setting, say: Wording
) -> list[Avsnitt]:
    if not matters:
        return []
    number = record.diarienummer(matters[0]) if len(matters) == 1 else say("overklagande.diarienummer")
    decision = Bistand(beslutsdatum=record.sammantradesdatum, diarienummer=number)
    return [_under(matters, forvaltningsbesvar(say, setting, decision), say)]


def _under(matters: Sequence[Protokollsarende], section: Avsnitt, say: Wording) -> Avsnitt:
    """Return the section under a heading that says which decisions it is about."""
    key = "ett" if len(matters) == 1 else "flera"
    heading = say(f"overklagande.rubrik_{key}", paragrafer=paragrafer(one.paragraf for one in matters))
    return {"rubrik": typeset(heading), "stycken": section["stycken"]}
