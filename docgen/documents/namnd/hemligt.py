"""The second lock on a version for the public: no text that it leaves out may reach the paper (R-53)."""

import re
from collections.abc import Collection

from pydantic import BaseModel

from docgen.documents.namn import normal
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.values.text import typeset

# Shorter texts (a block's type, a word) may rightly stand elsewhere on the paper.
_MINSTA_HEMLIGA = 15


def under(path: str, places: Collection[str]) -> bool:
    """Tell whether the JSON path lies in one of ``places``."""
    return any(path == place or path.startswith((f"{place}.", f"{place}[")) for place in places)


def forbjudet(record: BaseModel, dolda: Collection[str], setting: Setting) -> dict[str, re.Pattern[str]]:
    """Return what finds a text of ``record`` that is left out, save what stands elsewhere on the paper too."""
    if not dolda:
        return {}
    written = [(under(path, dolda), text) for path, text in texts(record)]
    elsewhere = [text for hidden, text in written if not hidden]
    shown = normal(" ".join([*elsewhere, *(text for _path, text in texts(setting.organisation))])).casefold()
    hidden = {normal(typeset(text)) for left_out, text in written if left_out}
    secret = [text for text in hidden if len(text) >= _MINSTA_HEMLIGA and text.casefold() not in shown]
    return {"R-53": re.compile("|".join(map(re.escape, secret)) or r"(?!)", re.IGNORECASE)}
