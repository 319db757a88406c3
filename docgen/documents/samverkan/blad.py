"""What the views of plans, minutes and follow-ups say with: the sentences and the slots that each of them may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docgen.documents.contract import Avsnitt, Stycke
from docgen.documents.record import Person
from docgen.documents.rule import Setting
from docgen.documents.samverkan.kontakt import i_ett
from docgen.documents.stycken import ordagrant
from docgen.law.lagrum import cite
from docgen.values.text import typeset
from docgen.wording import Wording


@dataclass(frozen=True, slots=True)
class Blad:
    """One document about one person; ``dag`` is the day whose law is cited."""

    person: Person
    dag: date
    setting: Setting
    wording: Wording

    def say(self, key: str, /, **slots: str) -> str:
        """Return the sentence, typeset; ``person`` and ``namnd`` are slots of every sentence."""
        common = {"person": self.person.namn, "namnd": self.setting.organisation.namnd}
        return typeset(self.wording(key, **common | slots))

    def ring(self, key: str, telefon: str, /, **slots: str) -> Stycke:
        """Return the sentence ``key`` with a telephone number after it, which is set as it is, on one line."""
        return ordagrant(f"{self.say(key, **slots)} {i_ett(telefon)}.")

    def avsnitt(self, key: str, innehall: Sequence[Stycke]) -> Avsnitt:
        """Return ``innehall`` under the heading ``key``."""
        return {"rubrik": self.say(f"rubrik.{key}"), "stycken": list(innehall)}

    def lagrum(self, *concepts: str) -> str:
        """Return the citation of what the concepts mean on the day, empty when no such section was in force."""
        found = (self.setting.law.find(one, self.dag) for one in concepts)
        return cite([one for one in found if one is not None])

    def kort(self, concept: str) -> str:
        """Return the short citation, ``27 § LVM``, empty when no such section was in force."""
        found = self.setting.law.find(concept, self.dag)
        return found.kort if found is not None else ""
