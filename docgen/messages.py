"""The sentences of the program, by language: what, why and what to do, for each code.

``messages.<lang>.toml`` has one table per code (``vad``, ``varfor``, ``gor``), one table ``orsak`` of what can be
wrong or missing, one table ``ord`` of single words and one table ``hjalp`` of help texts. Swedish is the default;
English is complete.
"""

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from docgen.errors import Facts
from docgen.resources import PACKAGE

IN_WORDS = frozenset({"orsak", "saknas", "angivet", "ratt", "fynd", "jamfort", "forslag"})
"""The facts that may be keys of the table ``orsak``, where each language has the words."""


class Lang(StrEnum):
    """The languages the program itself speaks."""

    SV = "sv"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Messages:
    """The sentences of one language."""

    lang: Lang
    table: Mapping[str, Any]

    def what(self, code: str, facts: Facts) -> str:
        """Return what is wrong, with the facts of this fault."""
        return self._filled(code, "vad", facts)

    def why(self, code: str) -> str:
        """Return why it is a fault: the rule behind the code, the same for every fault."""
        return str(self.table[code]["varfor"])

    def remedy(self, code: str, facts: Facts) -> str:
        """Return what the reader can do about it."""
        return self._filled(code, "gor", facts)

    def word(self, key: str, **facts: str) -> str:
        """Return a label or a short sentence of the program's own talk."""
        return str(self.table["ord"][key]).format_map(facts)

    def help(self, key: str) -> str:
        """Return a help text of the command line; a text that is no key is returned as it is."""
        return str(self.table["hjalp"].get(key, key))

    def codes(self) -> list[str]:
        """Return every code that can be explained, sorted."""
        return sorted(name for name in self.table if name not in {"ord", "hjalp", "orsak"})

    def _filled(self, code: str, part: str, facts: Facts) -> str:
        words: Mapping[str, str] = self.table["orsak"]
        said = {name: _fill(words[fact], facts) for name, fact in facts.items() if name in IN_WORDS and fact in words}
        return _fill(str(self.table[code][part]), {**facts, **said})


def _fill(text: str, facts: Facts) -> str:
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format_map({name: facts.get(name, "–") for name in names})


@cache
def of(lang: Lang) -> Messages:
    """Return the sentences of ``lang``."""
    text = (PACKAGE / f"messages.{lang}.toml").read_text(encoding="utf-8")
    return Messages(lang, tomllib.loads(text))
