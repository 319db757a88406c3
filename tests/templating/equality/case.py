"""A template of the family: what it is about, the file, and the shape of its contexts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from contexts import Kind, Shape, few, flag, group, line, many, some, text, whole
from ooxml import CORE, Story, word

USUAL: Shape = {
    "a": text,
    "b": text,
    "rad": line,  # a text without line breaks and tabs
    "f": flag,
    "g": flag,
    "n": whole,
    "xs": many(text),
    "ys": some(text),
    "rows": many(group(a=text, b=text, f=flag, n=whole, xs=few(text))),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One template; one that is ``refusable`` may be refused, but not come out wrong."""

    name: str
    content: bytes
    shape: Shape
    refusable: bool = False


def perhaps(name: str, body: str, *stories: Story, **shape: Kind) -> Case:
    """Return a case that may be refused: tags where nobody can type them in Word, language that is not let through."""
    return replace(case(name, body, *stories, core=CORE, **shape), refusable=True)


def case(name: str, body: str, *stories: Story, core: Mapping[str, str] = CORE, **shape: Kind) -> Case:
    """Return a case whose contexts hold those of the usual names that stand in it, and its own."""
    words = " ".join([body, *core.values(), *(story.content for story in stories)])
    usual = {name: kind for name, kind in USUAL.items() if re.search(rf"\b{name}\b", words)}
    return Case(name, word(body, *stories, core=core), usual | shape)
