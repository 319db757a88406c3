"""Rules about the paragraphs of a protocol and the pages of each body's protocol."""

from collections.abc import Iterator

from docgen.documents.namnd.sak import HarParagrafer, HarSaker, Sak
from docgen.documents.namnd.textblock import Sidbrytning
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity


@rule("R-82", Severity.ERROR, "KL 5 kap. 65-66 §§; praxis: paragraferna numreras löpande")
def paragrafer_i_foljd(record: HarParagrafer, _: Setting) -> Iterator[Fault]:
    """The paragraphs of the protocol are consecutive and unique, and each that is named is one of them."""
    known = record.omfattning
    if known is None:
        return
    bounds = {"from": str(known.fran), "till": str(known.till)}
    wanted = tuple(range(known.fran, known.till + 1))
    if not wanted or (known.alla and tuple(known.alla) != wanted):
        odd = next((one for one, due in zip(known.alla, wanted, strict=False) if one != due), known.till)
        yield Fault(known.path, bounds | {"paragraf": str(odd)})
    for path, number in known.namnda:
        if wanted and number not in wanted:
            yield Fault(path, bounds | {"paragraf": str(number)})


@rule("R-90", Severity.ERROR, "praxis: sidhuvudet är lika på alla sidor utom sidnumren, som löper jämsides")
def sidor_jamsides(record: HarSaker, _: Setting) -> Iterator[Fault]:
    """Every body with page numbers has as many pages as the others, and as the text's own page breaks make."""
    for sak in record.saker:
        yield from _jamsides(sak)


def _jamsides(sak: Sak) -> Iterator[Fault]:
    spans: list[tuple[str, str, int]] = []
    for path, one in sak.instanser:
        start, end, facts = one.sida_start, one.sida_slut, {"organ": one.organ}
        if end is not None and start is None:
            yield Fault(f"{path}.sida_start", facts | {"orsak": "forsta_sidan_saknas"})
        elif end is not None and start is not None and end < start:
            facts |= {"orsak": "sidorna_bakvanda", "forsta": str(start), "sista": str(end)}
            yield Fault(f"{path}.sida_slut", facts)
        elif end is not None and start is not None:
            spans.append((path, one.organ, end - start + 1))
    if spans:
        yield from _lika_manga(spans, sak)


def _lika_manga(spans: list[tuple[str, str, int]], sak: Sak) -> Iterator[Fault]:
    """Yield a fault for each body with other pages than the first, and a remark if the text makes other pages."""
    _path, first, pages = spans[0]
    for path, organ, span in spans:
        if span != pages:
            facts = {"orsak": "olika_manga_sidor", "organ": organ, "sidor": str(span)}
            yield Fault(f"{path}.sida_slut", facts | {"forst": first, "antal": str(pages)})
    delar = sak.delar
    text = (*delar.arendebeskrivning, *delar.resultat, *delar.beslutsgang)
    breaks = sum(isinstance(one, Sidbrytning) for one in text)
    if breaks and breaks + 1 != pages:
        # A break may fall where the record cannot hold one, so the text alone does not stop the record.
        facts = {"orsak": "andra_sidbrytningar", "organ": first, "sidor": str(pages), "antal": str(breaks + 1)}
        yield Fault(f"{sak.path}.arendebeskrivning", facts, Severity.WARNING)
