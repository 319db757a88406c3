"""The rules that hold for every record: its numbers in the registers and its secrecy marks."""

import re
from collections.abc import Iterator

from docgen.documents.record import Record
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity
from docgen.values.diarienummer import DEFAULT_PATTERN, InvalidDiarienummer, parse_diarienummer


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
            yield Fault(f"$.arende.{name}", {"falt": name, "orsak": f"register_{error.reason}"})


@rule("R-52", Severity.ERROR, "OSL 5 kap. 5 §")
def sekretessmarkering_hel(record: Record, _: Setting) -> Iterator[Fault]:
    """A secrecy mark, of the document or of the matter, states the provision, the day and the authority."""
    for path, mark in record.markeringar.items():
        for name in ("lagrum", "datum", "myndighet"):
            if getattr(mark, name) is None:
                yield Fault(f"{path}.{name}", {"falt": name})
