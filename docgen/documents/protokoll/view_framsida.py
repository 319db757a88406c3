"""The front page of a protocol in its customary order: who, where, when, the signatures and the notice."""

from collections.abc import Iterator

from docgen.documents.namnd.behandling import Roll
from docgen.documents.namnd.justering import UndertecknatAnslag
from docgen.documents.namnd.spann import paragrafer
from docgen.documents.protokoll.contract import Anslagsruta, Framsidesrad, Underskriftsrad
from docgen.documents.protokoll.deltagare import Ersattare, OvrigDeltagande, Tjanstgorande
from docgen.documents.protokoll.model import Sammantradesprotokoll
from docgen.documents.stycken import uppgifter
from docgen.values.datum import iso, long
from docgen.values.text import enumerate_och, typeset
from docgen.wording import Wording


def framsida(record: Sammantradesprotokoll, say: Wording) -> list[Framsidesrad]:
    """Return the rows that say something, in the order of the form."""
    rows = {
        "plats_och_tid": _plats_och_tid(record, say),
        "beslutande": [_tjanstgorande(one, say) for one in record.beslutande],
        "ersattare": [_ersattare(one, say) for one in record.ersattare_ej_tjg],
        "ovriga": [_ovrig(one, say) for one in record.ovriga_deltagande if not record.doljs(one)],
        "narvaroratt": [_ovrig(one, say) for one in record.narvaroratt if not record.doljs(one)],
        "utses_att_justera": list(record.justerare),
        "justering": list(_justering(record, say)),
    }
    return [_rad(say(f"etikett.{key}"), [typeset(one) for one in lines]) for key, lines in rows.items() if lines]


def _rad(label: str, lines: list[str]) -> Framsidesrad:
    return {"etikett": typeset(label), "forsta": lines[0], "fler": lines[1:]}


def _plats_och_tid(record: Sammantradesprotokoll, say: Wording) -> list[str]:
    when = say(
        "framsida.tid", datum=long(record.sammantradesdatum), start=_klocka(record.start), slut=_klocka(record.slut)
    )
    breaks = [f"{_klocka(one.fran)}\N{EN DASH}{_klocka(one.till)}" for one in record.ajournering]
    return [record.plats, when, *([say("framsida.ajournering", tider=enumerate_och(breaks))] if breaks else [])]


def _klocka(time: str) -> str:
    return time.replace(":", ".")


def _tjanstgorande(one: Tjanstgorande, say: Wording) -> str:
    parts = [say("framsida.namn", namn=one.namn, parti=one.parti)]
    if one.roll is Roll.TJANSTGORANDE_ERSATTARE and one.ersatter:
        parts.append(say("roll.ersatter", namn=one.ersatter))
    elif one.roll is not Roll.LEDAMOT:
        parts.append(say(f"roll.{one.roll.value}"))
    return _med(parts, one.paragrafer, say, distans=one.distans)


def _ersattare(one: Ersattare, say: Wording) -> str:
    return _med([say("framsida.namn", namn=one.namn, parti=one.parti)], (), say, distans=one.distans)


def _ovrig(one: OvrigDeltagande, say: Wording) -> str:
    return _med([one.namn, one.titel], one.paragrafer, say, distans=one.distans)


def _med(parts: list[str], numbers: tuple[int, ...], say: Wording, *, distans: bool) -> str:
    """Return the parts on one line, with the paragraphs and the way of taking part when they are told."""
    return ", ".join([*parts, *([paragrafer(numbers)] if numbers else []), *([say("framsida.distans")] * distans)])


def _justering(record: Sammantradesprotokoll, say: Wording) -> Iterator[str]:
    """Yield when and where the protocol is signed, and what was justerat at the meeting."""
    place, day = record.justering.plats, long(record.justering.datum)
    if record.justering.tid:
        yield say("framsida.justering_tid", plats=place, datum=day, tid=_klocka(record.justering.tid))
    else:
        yield say("framsida.justering", plats=place, datum=day)
    if record.omedelbara:
        yield say("framsida.omedelbar", paragrafer=paragrafer(record.omedelbara))


def underskrifter(record: Sammantradesprotokoll, say: Wording) -> list[Underskriftsrad]:
    """Return those who sign: the secretary, whoever was in the chair, and those who were appointed."""
    every = [one.paragraf for one in record.arenden]
    chairs = [(one.namn, one.paragrafer or every) for one in record.beslutande if one.roll is Roll.ORDFORANDE]
    rows = [
        ("sekreterare", record.sekreterare.namn, every),
        *(("ordforande", name, numbers) for name, numbers in chairs),
        *(("justerande", name, every) for name in record.justerare),
    ]
    return [
        {"uppdrag": typeset(say(f"underskrift.{key}")), "namn": typeset(name), "paragrafer": paragrafer(numbers)}
        for key, name, numbers in rows
    ]


def anslag(record: Sammantradesprotokoll, say: Wording) -> list[Anslagsruta]:
    """Return the box of each notice."""
    boxes = []
    if record.anslag and record.senare:
        boxes.append(_ruta(record, record.anslag, paragrafer(record.senare), say))
    if record.omedelbart_anslag and record.omedelbara:
        boxes.append(_ruta(record, record.omedelbart_anslag, paragrafer(record.omedelbara), say))
    return boxes


def _ruta(record: Sammantradesprotokoll, one: UndertecknatAnslag, numbers: str, say: Wording) -> Anslagsruta:
    values = {
        "organ": typeset(record.organ),
        "sammantradesdatum": iso(record.sammantradesdatum),
        "anslagets_paragrafer": numbers,
        "uppsatt": iso(one.uppsatt),
        "nedtas": iso(one.nedtas),
        "forvaringsplats": typeset(one.forvaringsplats),
        "undertecknare": typeset(f"{one.undertecknare.namn}, {one.undertecknare.titel}"),
    }
    return {
        "rubrik": typeset(say("rubrik.anslag")),
        "text": typeset(say("anslag.text")),
        "uppgifter": uppgifter(say, values),
    }
