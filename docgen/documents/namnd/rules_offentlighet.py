"""Rules about secrecy: what a public version must not show."""

import re
import unicodedata
from collections.abc import Iterator

from docgen.documents.namn import normal
from docgen.documents.namnd.hemligt import under
from docgen.documents.namnd.sak import KanPubliceras
from docgen.documents.person_rules import EPOST, GATA
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.identitet import contains_personnummer

# Also numbers with a wrong check digit: a slip of the pen does not make a person unknown.
_YY, _MM, _DD = r"(?:18|19|20)?\d\d", r"(?:0[1-9]|1[0-2])", r"(?:[0-2]\d|3[01]|[6-8]\d|9[01])"
_NUMMER = re.compile(
    rf"(?<!\d)(?:{_YY}{_MM}{_DD} ?[-+] ?|(?:18|19|20)\d\d{_MM}{_DD} ?|{_YY}([-./ ]){_MM}\1{_DD}(?:[-+]|\1))"
    r"\d{4}(?!\d|-\d)"
)

# No number of a subscriber begins with 0, but one of a mobile telephone may be written in pairs.
_TELEFON = re.compile(
    r"(?<![\d/,.-])(?:(?:\+46 ?(?:\(0\) ?)?|0046 ?|\(?0)[1-9]\d{0,2}\)? ?[-/. ]? ?[1-9](?:[ .-]?\d){4,7}"
    r"|07(?:[ .-]?\d){8})(?!\d)"
)

# What has the digits and hyphens of a telephone number: dates, hours, amounts and numbers of matters.
_ANNAT = re.compile(
    r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
    r"|(?<![\d-])(?:[01]?\d|2[0-4])[.: ][0-5]\d ?- ?(?:[01]?\d|2[0-4])[.: ][0-5]\d(?! ?\d)"
    r"|\b\d{1,3}(?: \d{3})+(?:,\d+)?(?= ?(?:kr|kronor|tkr|mkr)\b)"
    r"|\b(?:[Dd]nr|[Dd]iarienummer)[.:]? (?:[A-ZÅÄÖ]{1,5}[ -])?\d[\d/.-]*"
    r"|\b[A-ZÅÄÖ]{2,5}[ -](?:(?:19|20)\d\d[-/.]\d+|\d+[-/.](?:19|20)\d\d)(?:[-/.]\d+)?(?! ?\d)"
)

_FYND = {"telefonnummer": _TELEFON, "epostadress": EPOST, "gatuadress": GATA}

_UNDANTAG = ("$.$schema", "$.arende", "$.anmarkning_godkand")
_NUMMER_I_REGISTER = (".dnr", ".diarienummer")
"""What is no free text."""


@rule("R-53", Severity.ERROR, "dataskyddslagen (2018:218) 3 kap. 10 §; KL 8 kap. 10 §; OSL 26 kap. 1 §")
def inget_personligt_i_offentlig_version(record: KanPubliceras, _: Setting) -> Iterator[Fault]:
    """A public version leaves out an individual's matter and holds no personnummer, telephone, address or e-mail."""
    if not record.offentlig:
        return
    for sak in record.saker:
        if sak.delar.beslut_om_bistand and not sak.hemlig:
            yield Fault(f"{sak.path}.sekretess", {"fynd": "individarende"})
    mark = record.dokument.sekretessmarkering
    if mark and None not in {mark.lagrum, mark.datum, mark.myndighet}:  # R-52 tells of half a mark
        yield Fault("$.dokument.sekretessmarkering", {"fynd": "sekretessmarkering"})
    for path, text in texts(record):
        if path.endswith(_NUMMER_I_REGISTER) or under(path, (*_UNDANTAG, *record.dolda)):
            continue
        found = _personligt(text)
        if found and not (found == "gatuadress" and under(path, record.egna_platser)):
            yield Fault(path, {"fynd": found})


def _personligt(text: str) -> str | None:
    """Return what kind of personal data ``text`` seems to hold, never the data itself."""
    written = "".join(str(unicodedata.decimal(sign, sign)) for sign in normal(text))
    if contains_personnummer(written) or _NUMMER.search(written):
        return "personnummer"
    bare = _ANNAT.sub(" ", written)
    return next((name for name, pattern in _FYND.items() if pattern.search(bare)), None)
