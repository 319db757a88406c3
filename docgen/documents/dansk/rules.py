"""The rules that hold for every Danish record: the CPR number, and how the guideline is named."""

import re
from collections.abc import Iterator

from docgen.documents.dansk.sag import Sag
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.cpr import contains_cpr, parse_cpr
from docgen.values.identitet import InvalidIdentity

_NUMMER = r"(?:(?:nr|pkt|kap)\.?\s*|(?:nummer|punkt|kapitel|afsnit)\s+)?[1-9]\.\d{1,2}(?!\d)"
_PUNKT = re.compile(rf"(?<![\d.])[1-9]\.\d{{1,2}}\.[1-9](?!\d|\.\d)|retningslinje\w*,?\s+{_NUMMER}", re.IGNORECASE)
"""2.8.3, or a chapter that is said to be of a guideline; a time or a date has neither form."""

_UDGAVE = re.compile(r"udgaven?\s+(?:fra\s+)?(?:2016|2020)\b|\b(?:2016|2020)-udgave", re.IGNORECASE)


@rule("F-09", Severity.ERROR, "OSL 5 kap. 2 §; dataskyddslagen (2018:218) 3 kap. 10 §")
def journalnummer_uden_cpr(sag: Sag, _: Setting) -> Iterator[Fault]:
    """No number of a register is somebody's CPR number."""
    for name in ("diarienummer", "arendenummer"):
        text = getattr(sag.arende, name)
        if text is not None and contains_cpr(text):
            yield Fault(f"$.arende.{name}", {"falt": name, "orsak": "register_cpr"})


@rule("R-49", Severity.WARNING, "Socialstyrelsens nationale retningslinjer, udgave 2016 og 2020")
def retningslinjens_udgave(sag: Sag, _: Setting) -> Iterator[Fault]:
    """A number of the guideline is written with the edition that it is of."""
    for path, text in texts(sag):
        if _PUNKT.search(text) and not _UDGAVE.search(text):
            yield Fault(path, {"falt": path.rsplit(".", 1)[-1]})


@rule("R-63", Severity.ERROR, "cpr.dk: opbygning af CPR-nummeret; personnumre uden kontrolciffer")
def gyldigt_cpr(sag: Sag, setting: Setting) -> Iterator[Fault]:
    """The CPR number is a possible one; modulus 11 says nothing."""
    try:
        parse_cpr(sag.borger.cpr, setting.today)
    except InvalidIdentity as error:
        yield Fault("$.borger.cpr", {"orsak": f"nummer_{error.reason}"})
