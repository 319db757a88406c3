"""The rules of a notice alone: its paragraphs, and that none of them is appealed in two ways."""

from collections.abc import Iterator

from docgen.documents.anslagsbevis.model import Anslagsbevis
from docgen.documents.namnd.arende import OverklagandeTyp
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity

_ORDNINGAR = (OverklagandeTyp.LAGLIGHETSPROVNING.value, OverklagandeTyp.FORVALTNINGSBESVAR.value)


@rule("R-13", Severity.ERROR, "SoL 35 kap. 1 §; KL 13 kap.")
def en_ordning_for_varje_paragraf(record: Anslagsbevis, _: Setting) -> Iterator[Fault]:
    """No decision is appealed both by laglighetsprövning and by förvaltningsbesvär."""
    if set(record.laglighetsprovning) & set(record.forvaltningsbesvar):
        yield Fault("$.forvaltningsbesvar", {"angivet": OverklagandeTyp.FORVALTNINGSBESVAR.value})


@rule("R-82", Severity.ERROR, "praxis: paragraferna numreras löpande")
def paragrafer_i_ordning(record: Anslagsbevis, _: Setting) -> Iterator[Fault]:
    """The paragraphs are in order and told once, and each that can be appealed is one of them."""
    numbers = record.paragrafer
    bounds = {"from": str(numbers[0]), "till": str(numbers[-1])}
    odd = [one for at, one in enumerate(numbers) if at and one <= numbers[at - 1]]
    if odd:
        yield Fault("$.paragrafer", bounds | {"paragraf": str(odd[0])})
    for name in _ORDNINGAR:
        for index, one in enumerate(getattr(record, name)):
            if one not in numbers:
                yield Fault(f"$.{name}[{index}]", bounds | {"paragraf": str(one)})
