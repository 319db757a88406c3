"""The rules on a plan: who is responsible for each insats (R-105)."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.anteckning import Deltagare
from docgen.documents.samverkan.parter import PlaneradInsats
from docgen.errors import Severity


class MedInsatser(Protocol):
    """A record that plans insatser, and has the parties that are to carry them out."""

    @property
    def planerade(self) -> Mapping[str, PlaneradInsats]:
        """Return the insatser that are planned here, by their JSON path."""

    @property
    def tidigare_id(self) -> frozenset[str]:
        """Return the ids that the insatser of an earlier plan have."""

    def part(self, verksamhet: str) -> Deltagare | None:
        """Return the party of that activity, None when there is none."""


@rule("R-105", Severity.ERROR, "S3; SoL (2025:400) 10 kap. 8 §")
def en_ansvarig(record: MedInsatser, _: Setting) -> Iterator[Fault]:
    """Each insats has an id of its own and one responsible party, who is a party to the meeting."""
    seen = set(record.tidigare_id)
    for path, insats in record.planerade.items():
        if insats.id in seen:
            yield Fault(f"{path}.id", {"orsak": "samma_insats_id"})
        seen.add(insats.id)
        party = record.part(insats.ansvarig_part)
        if party is None:
            yield Fault(f"{path}.ansvarig_part", {"orsak": "okand_part"})
        elif party.huvudman is not insats.huvudman:
            facts = {"orsak": "annan_huvudman", "huvudman": insats.huvudman.value, "partens": party.huvudman.value}
            yield Fault(f"{path}.huvudman", facts)
