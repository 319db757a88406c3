"""Rules about secrecy: what a public version must not show."""

import re
from collections.abc import Iterator

from docgen.documents.person_rules import EPOST, GATA, TELEFON
from docgen.documents.protokollsutdrag.model import HEMLIGA_FALT, Protokollsutdrag
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.texts import texts
from docgen.errors import Severity
from docgen.values.identitet import contains_personnummer
from docgen.values.tecken import plain

# Also numbers with a wrong check digit: a slip of the pen does not make a person unknown.
_NUMMER = re.compile(r"(?<!\d)(?:\d\d)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+]\d{4}(?!\d)")

# Dates are taken out first: their digits and hyphens can look like a telephone number.
_DATUM = re.compile(r"\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b")

_FYND = {"telefonnummer": TELEFON, "epostadress": EPOST, "gatuadress": GATA}

# What is no free text, and the authority's own address where the protocol is kept (KL 8 kap. 12 §).
_UNDANTAG = ("$schema", "arende", "anmarkning_godkand")
_FORVARINGSPLATS = "$.anslag.forvaringsplats"


@rule("R-53", Severity.ERROR, "dataskyddslagen (2018:218) 3 kap. 10 §; KL 8 kap. 10 §; OSL 26 kap. 1 §")
def inget_personligt_i_offentlig_version(record: Protokollsutdrag, _: Setting) -> Iterator[Fault]:
    """A public version leaves out an individual's matter and holds no personnummer, telephone, address or e-mail."""
    if not record.publik:
        return
    if record.beslut_om_bistand and not record.hemligt:
        yield Fault("$.sekretess", {"fynd": "individarende"})
    for path, text in texts(record):
        found = _personligt(text) if _trycks(path, record) else None
        if found:
            yield Fault(path, {"fynd": found})


def _trycks(path: str, record: Protokollsutdrag) -> bool:
    """Tell whether the text at ``path`` can be read in the public version."""
    field = re.split(r"[.\[]", path)[1]
    left_out = field in _UNDANTAG or (record.hemligt and field in HEMLIGA_FALT)
    return not left_out and path != _FORVARINGSPLATS


def _personligt(text: str) -> str | None:
    """Return what kind of personal data ``text`` seems to hold, never the data itself."""
    bare = _DATUM.sub(" ", plain(text))
    if contains_personnummer(bare) or _NUMMER.search(bare):
        return "personnummer"
    return next((name for name, pattern in _FYND.items() if pattern.search(bare)), None)
