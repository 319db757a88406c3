"""What is made with a protocol: the extracts that are asked for, and the notice of each justering."""

from collections.abc import Iterator

from docgen.documents.anslagsbevis.model import Anslagsbevis, AnslagsbevisDokument
from docgen.documents.kind import Foljande
from docgen.documents.namnd.arende import Arendedelar, OverklagandeTyp
from docgen.documents.namnd.behandling import Beslutande
from docgen.documents.namnd.justering import Anslag, UndertecknatAnslag
from docgen.documents.protokoll.model import BestalldaUtdrag, Protokollsarende, Sammantradesprotokoll
from docgen.documents.protokollsutdrag.model import (
    Protokoll,
    Protokollsutdrag,
    UtdragDokument,
    Utdragsbestyrkande,
)
from docgen.documents.record import Arende


def foljer(record: Sammantradesprotokoll) -> tuple[Foljande, ...]:
    """Return the extracts and the notices; what R-81 and R-92 stop is not among them."""
    return (*_utdragen(record), *_anslagsbevisen(record))


def _utdragen(record: Sammantradesprotokoll) -> Iterator[Foljande]:
    asked = record.utdrag
    if asked is None:
        return
    for index, one in enumerate(record.arenden):
        if one.expedieras_till and (asked.alla or one.paragraf in asked.paragrafer):
            yield Foljande(f"$.arenden[{index}]", _utdrag(record, one, asked))


def _utdrag(record: Sammantradesprotokoll, arende: Protokollsarende, asked: BestalldaUtdrag) -> Protokollsutdrag:
    at_once = arende.paragraf in record.omedelbara
    signed = asked.bestyrks_av
    fields = {name: getattr(arende, name) for name in Arendedelar.model_fields}
    return Protokollsutdrag(
        **fields | {"overklagande_typ": _typ(record, arende)},
        dokument=UtdragDokument(
            typ="protokollsutdrag",
            datum=asked.datum,
            version=record.dokument.version,
            status=record.dokument.status,
        ),
        arende=Arende(diarienummer=record.diarienummer(arende)),
        organ=record.organ,
        sammantradesdatum=record.sammantradesdatum,
        instanser=record.instanser(arende),
        beslutande=tuple(_beslutande(one) for _path, one in record.tjanstgor(arende.paragraf)),
        antal_ledamoter=record.antal_ledamoter,
        justerare=record.justerare,
        justerat_datum=record.sammantradesdatum if at_once else record.justering.datum,
        omedelbart_justerad=at_once,
        utdragsbestyrkande=Utdragsbestyrkande(namn=signed.namn, titel=signed.titel, datum=asked.datum),
        anslag=_anslag(record.omedelbart_anslag if at_once else record.anslag),
        protokoll=Protokoll(
            paragraf_from=record.paragraf_from,
            paragraf_till=record.paragraf_till,
            tjanstgjorde=tuple(one.namn for one in record.beslutande),
        ),
        publik=record.publik,
    )


def _typ(record: Sammantradesprotokoll, arende: Protokollsarende) -> OverklagandeTyp:
    """Return the appeal information; a version for the public goes to nobody who can appeal by förvaltningsbesvär."""
    besvar = arende.overklagande_typ is OverklagandeTyp.FORVALTNINGSBESVAR
    return OverklagandeTyp.INGEN if record.publik and besvar else arende.overklagande_typ


def _anslag(one: Anslag | None) -> Anslag | None:
    return one and Anslag(uppsatt=one.uppsatt, nedtas=one.nedtas, forvaringsplats=one.forvaringsplats)


def _beslutande(one: Beslutande) -> Beslutande:
    return Beslutande(namn=one.namn, parti=one.parti, roll=one.roll)


def _anslagsbevisen(record: Sammantradesprotokoll) -> Iterator[Foljande]:
    """Yield the notice of each justering; of a protocol that was justerat at once as a whole there is one."""
    if record.anslag and record.senare:
        yield Foljande("$.anslag", _bevis(record, record.anslag, record.senare, at_once=False))
    if record.omedelbart_anslag and record.omedelbara:
        numbers = tuple(sorted(record.omedelbara))
        yield Foljande("$.omedelbart_anslag", _bevis(record, record.omedelbart_anslag, numbers, at_once=True))


def _bevis(
    record: Sammantradesprotokoll, anslag: UndertecknatAnslag, paragrafer: tuple[int, ...], *, at_once: bool
) -> Anslagsbevis:
    types = {one.paragraf: one.overklagande_typ for one in record.arenden}

    def of(typ: OverklagandeTyp) -> tuple[int, ...]:
        return tuple(number for number in paragrafer if types.get(number) is typ)

    return Anslagsbevis(
        dokument=AnslagsbevisDokument(
            typ="anslagsbevis",
            datum=anslag.uppsatt,
            version=record.dokument.version,
            status=record.dokument.status,
        ),
        arende=record.arende,
        organ=record.organ,
        sammantradesdatum=record.sammantradesdatum,
        paragrafer=paragrafer,
        justerat_datum=record.sammantradesdatum if at_once else record.justering.datum,
        omedelbar=at_once,
        laglighetsprovning=of(OverklagandeTyp.LAGLIGHETSPROVNING),
        forvaltningsbesvar=of(OverklagandeTyp.FORVALTNINGSBESVAR),
        anslag=anslag,
        publik=record.publik,
    )
