"""Rules on a tjänsteskrivelse (domain 3.6; R-03, R-89, R-91)."""

from collections.abc import Iterator

from docgen.documents.ordning import har_varit, i_ordning
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.tjansteskrivelse.model import Tjansteskrivelse
from docgen.errors import Severity

ATT = "att "


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: Tjansteskrivelse, setting: Setting) -> Iterator[Fault]:
    """What the proposal rests on is there when it is written, and it is written before the meeting."""
    written = {"dokument.datum": record.dokument.datum}
    for index, one in enumerate(record.beslutsunderlag):
        yield from i_ordning({f"beslutsunderlag[{index}].datum": one.datum} | written)
    if record.foredragningslista is not None:
        yield from i_ordning(
            written | {"foredragningslista.sammantradesdatum": record.foredragningslista.sammantradesdatum}
        )
    yield from har_varit(record, setting, written)


@rule("R-89", Severity.ERROR, "praxis: förslaget är skrivet så att det kan bli beslutet")
def forslaget_kan_bli_beslut(record: Tjansteskrivelse, setting: Setting) -> Iterator[Fault]:
    """Each proposal begins with the body that decides or with att, all of them in the same way."""
    starts = (record.till_organ.casefold(), setting.organisation.namnd.casefold(), ATT)
    for index, text in enumerate(record.forslag_till_beslut):
        if not text.casefold().startswith(starts):
            facts = {"orsak": "forslag_utan_organ", "organ": record.till_organ}
            yield Fault(f"$.forslag_till_beslut[{index}]", facts)
    if len({borjar_med_att(text) for text in record.forslag_till_beslut}) > 1:
        yield Fault("$.forslag_till_beslut", {"orsak": "forslag_pa_tva_satt", "organ": record.till_organ})


def borjar_med_att(forslag: str) -> bool:
    """Tell whether a proposal is an att-sats, which the words before it lead into."""
    return forslag.casefold().startswith(ATT)


@rule("R-91", Severity.WARNING, "praxis: samma rubrik och diarienummer i tjänsteskrivelse, protokoll och utdrag")
def samma_som_foredragningslistan(record: Tjansteskrivelse, _: Setting) -> Iterator[Fault]:
    """The agenda has the same heading and diarienummer as the memorandum."""
    listed = record.foredragningslista
    if listed and listed.dnr != record.arende.diarienummer:
        yield Fault("$.foredragningslista.dnr", {"falt": "dnr"})
    if listed and listed.rubrik != record.rubrik:
        yield Fault("$.foredragningslista.rubrik", {"falt": "rubrik"})
