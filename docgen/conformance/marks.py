"""Marked content: whether what is painted belongs to a tag or is an artifact (ISO 14289-1, 7.1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

from docgen.conformance import languages, rules
from docgen.conformance.finding import Rule
from docgen.conformance.objects import at, text
from docgen.conformance.painted import Painted
from docgen.conformance.structure import Tree, is_under_root, language


@dataclass(frozen=True, slots=True)
class Mark:
    """What holds at a place in a content stream: of the marks around it and of the tag that they lead to.

    ``spoken`` tells whether an ActualText stands for what is painted there.
    """

    tag: DictionaryObject = field(default_factory=DictionaryObject)
    tagged: bool = False
    artifact: bool = False
    spoken: bool = False
    language: str | None = None


@dataclass(slots=True)
class Marks:
    """The marks of one content stream as it is read; ``used`` are the content numbers it has had."""

    painted: Painted
    tree: Tree
    page: int
    owner: int | None
    outer: Mark
    tested: bool
    catalog_language: bool
    used: set[int] = field(default_factory=set)
    _open: list[Mark] = field(default_factory=list)

    @property
    def here(self) -> Mark:
        """Return what holds now."""
        return self._open[-1] if self._open else self.outer

    def inside(self, owner: int | None) -> "Marks":
        """Return the marks of a stream that is called here; ``owner`` is its own number in the parent tree."""
        return Marks(self.painted, self.tree, self.page, owner, self.here, self.tested, self.catalog_language)

    def untested(self) -> "Marks":
        """Return the marks of a pattern or an appearance, which belongs to what it is used for."""
        return Marks(self.painted, self.tree, self.page, None, self.here, tested=False, catalog_language=True)

    def begin(self, kind: str, properties: Mapping[str, object]) -> None:
        """Take up a mark with its tag and properties."""
        mcid = properties.get("MCID")
        tag = self.here.tag
        own = DictionaryObject()
        if isinstance(mcid, float) and mcid.is_integer():
            self.used.add(int(mcid))
            own = self.tree.of_content(self.owner, int(mcid))
        tagged = is_under_root(own) if own else self.here.tagged
        mark = Mark(
            own or tag,
            tagged,
            self.here.artifact or kind == "Artifact",
            isinstance(properties.get("ActualText"), bytes | str)
            or text(at(own, "/ActualText")) is not None
            or self.here.spoken,
            self._language(properties, own),
        )
        self._test(kind, mark, properties)
        self._open.append(mark)

    def end(self) -> None:
        """Let the innermost mark go."""
        if self._open:
            self._open.pop()

    def paint(self, *, is_text: bool) -> None:
        """Take up that something is painted here."""
        here = self.here
        if not self.tested:
            return
        if not (here.tagged or here.artifact):
            self._tell(rules.CONTENT_UNTAGGED)
        if is_text and not self.catalog_language and here.language is None:
            self._tell(rules.TEXT_LANGUAGE)

    def _language(self, properties: Mapping[str, object], own: DictionaryObject) -> str | None:
        said = languages.of_mark(properties.get("Lang"))
        if said is not None:
            return said
        return (language(own) if own else None) or self.here.language

    def _test(self, kind: str, mark: Mark, properties: Mapping[str, object]) -> None:
        if not self.tested:
            return
        if mark.tagged and kind == "Artifact":
            self._tell(rules.ARTIFACT_IN_TAGGED)
        elif mark.tagged and mark.artifact:
            self._tell(rules.TAGGED_IN_ARTIFACT)
        if rule := languages.fault(languages.of_mark(properties.get("Lang"))):
            self._tell(rule)
        speaks = {"ActualText", "Alt", "E"} & properties.keys()
        if speaks and kind == "Span" and not self.catalog_language and mark.language is None:
            self._tell(rules.ALTERNATIVE_LANGUAGE)

    def _tell(self, rule: Rule) -> None:
        self.painted.tell(rule, self.page)
