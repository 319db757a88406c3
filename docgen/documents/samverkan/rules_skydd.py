"""The rule on parties that are named in a document about a protected person (R-50)."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from docgen.documents.person_rules import AboutPerson
from docgen.documents.record import Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity


class NamngerParter(AboutPerson, Protocol):
    """A record about one person that names who gives her care and support."""

    @property
    def verksamheter(self) -> Sequence[str]:
        """Return the JSON paths of the names of the parties."""


@rule("R-50", Severity.WARNING, "OSL 21 kap. 3 §")
def parternas_namn(record: NamngerParter, _: Setting) -> Iterator[Fault]:
    """The name of a party can tell where a protected person is: someone is to look at each of them."""
    if record.person.skydd is not Skydd.INGEN:
        yield from (Fault(path, {"falt": path.rsplit(".", 1)[-1]}) for path in record.verksamheter)
