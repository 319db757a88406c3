"""The rules that hold for every record: its numbers in the registers and its secrecy marks."""

import re
import unicodedata
from collections.abc import Iterator

from docgen.documents.record import Record
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.diarienummer import DEFAULT_PATTERN, InvalidDiarienummer, parse_diarienummer

SKRIFTER = ("LATIN ", "GREEK ", "CYRILLIC ", "MODIFIER LETTER APOSTROPHE")
NASTAN_ASCII = 0x0100
SYMBOLER = 0x2300
ANDRA_SKRIFTER = range(0x0590, 0x2000)
"""Below the first lie the signs of every Western font, soft hyphen among them; from the second on pictures, emoji and
the signs of East Asia; in the third the signs of other scripts."""


@rule("F-09", Severity.ERROR, "OSL 5 kap. 2 §; dataskyddslagen (2018:218) 3 kap. 10 §")
def nummer_i_registren(record: Record, setting: Setting) -> Iterator[Fault]:
    """The diarienummer has the form of the register, and no number is somebody's personnummer."""
    form = setting.organisation.diarienummer_monster if record.i_eget_diarium else None
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


@rule("F-13", Severity.ERROR, "dokumentets typsnitt")
def tecken_som_gar_att_skriva(record: Record, _: Setting) -> Iterator[Fault]:
    """Every character of every text is one that the fonts of the documents have, and that can be seen."""
    for path, text in texts(record):
        if text.isascii():
            continue
        odd = next((one for one in unicodedata.normalize("NFC", text) if _gar_inte_att_skriva(one)), None)
        if odd is not None:
            yield Fault(path, {"falt": path.rsplit(".", 1)[-1], "tecken": f"U+{ord(odd):04X}"})


def _gar_inte_att_skriva(sign: str) -> bool:
    if ord(sign) < NASTAN_ASCII:
        return False
    kind, place = unicodedata.category(sign), ord(sign)
    if kind[0] == "L":
        return not unicodedata.name(sign, "").startswith(SKRIFTER)
    if kind[0] == "N":
        return kind != "Nd" and place >= SYMBOLER
    return kind[0] in "MC" or kind in {"Zl", "Zp"} or place >= SYMBOLER or place in ANDRA_SKRIFTER
