"""The rules that hold for every record: its numbers in the registers."""

import re
from collections.abc import Iterator

from docgen.documents.record import Record
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.diarienummer import DEFAULT_PATTERN, DiarieReason, InvalidDiarienummer, parse_diarienummer


@rule("F-09", Severity.ERROR, "OSL 5 kap. 2 §; dataskyddslagen (2018:218) 3 kap. 10 §")
def nummer_i_registren(record: Record, setting: Setting) -> Iterator[Fault]:
    """The diarienummer has the form of the register, and no number is somebody's personnummer."""
    form = setting.organisation.diarienummer_monster
    patterns = {"diarienummer": re.compile(form) if form else DEFAULT_PATTERN, "arendenummer": DEFAULT_PATTERN}
    for name, pattern in patterns.items():
        text = getattr(record.arende, name)
        try:
            if text is not None:
                parse_diarienummer(text, pattern)
        except InvalidDiarienummer as error:
            reason = "är ett personnummer" if error.reason is DiarieReason.PERSONNUMMER else "har fel form"
            yield Fault(f"$.arende.{name}", {"falt": name, "orsak": reason})
