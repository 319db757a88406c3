"""The characters people and systems write for one and the same sign."""

import re
import unicodedata

_DASHES = re.compile("[\u2010-\u2015\u2212]")


def plain(text: str) -> str:
    """Return ``text`` in NFKC without surrounding space, every dash as the ASCII hyphen.

    Full-width digits become ASCII and a no-break space becomes a space; digits of other scripts stay.
    """
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()


def readable(name: str) -> str:
    """Return a file's name as it can be shown and kept: what is not UTF-8 in it becomes question marks."""
    return name.encode("utf-8", "replace").decode()
