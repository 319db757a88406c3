"""Natural languages: tags that a reader aloud knows (BCP 47; ISO 14289-1, 7.2; ISO 19005-2, 6.7.4)."""

import re

from docgen.conformance import rules
from docgen.conformance.finding import Rule

_TAG = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")


def fault(said: str | None) -> Rule | None:
    """Return the rule that a language tag breaks, None when it breaks none; archives allow an empty one."""
    if said is None or _TAG.fullmatch(said):
        return None
    return rules.ODD_LANGUAGE if said else rules.EMPTY_LANGUAGE


def of_mark(said: object) -> str | None:
    """Return the language that marked content says, or None when it says none."""
    if isinstance(said, bytes):
        return said.decode("utf-16" if said.startswith((b"\xfe\xff", b"\xff\xfe")) else "latin-1", "replace")
    return said if isinstance(said, str) else None
