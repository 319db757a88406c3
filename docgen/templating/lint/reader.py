"""What each tag says; and what one that cannot be read seems to be about, so that nothing more is said of it."""

import re

from jinja2 import nodes

from docgen.templating.lint.names import Names
from docgen.templating.lint.speech import spoken
from docgen.templating.lint.syntax import Problem
from docgen.templating.lint.tag import Shape, Tag
from docgen.templating.lint.value import Value, whole

_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


class Reader:
    """Reads the tags of a part, one at a time."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def node(self, tag: Tag) -> nodes.Node | None:
        """Return what a tag says, None when it says nothing that can be read; then tell why."""
        self.names.tag = tag
        said = None if tag.cut else spoken(tag, self.names.scope.macros)
        if not tag.cut and not isinstance(said, Problem):
            return said
        if isinstance(said, Problem) and not self._is_spaced_name(tag, said) and tag.sound:
            self.names.tell(said.code, **said.facts)
        for value in self.guessed(tag):
            self.names.usage.print(whole(value))
        return None

    def guessed(self, tag: Tag) -> list[Value]:
        """Return the values of the names in a tag that cannot be read, as far as they can be told."""
        code = _QUOTED.sub("", tag.code.partition("|")[0])
        names = [*_DOTTED.findall(code), re.sub(r"[^\w.]", "", code)]
        found = [value for value in map(self.names.scope.resolve, names) if value is not None]
        if not found and "." in code:
            return [Value(loose=f".{code.rpartition('.')[2].strip()}")]
        return found

    def _is_spaced_name(self, tag: Tag, problem: Problem) -> bool:
        """Tell of a name that was written with spaces in it."""
        words = tag.code.split()
        spaced = tag.shape is Shape.PRINT and problem.code == "M-28" and len(words) > 1 and tag.sound
        return spaced and self.names.misread(words, " ") is not None
