"""The structure of a tagged PDF (ISO 32000-1, 14.7): its elements in reading order, and the ways back to them."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import Dictionary, Ref, Value, string

# ISO 32000-1, 14.8.4: what every reader knows, and no file may call something else.
_STANDARD = frozenset(
    b"Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl"
    b" LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu"
    b" WT WP Figure Formula Form".split()
)


@dataclass(frozen=True, slots=True)
class Element:
    """One element: where it stands, and its kind after the role map."""

    at: Ref
    kind: bytes


class Tree:
    """The structure of a file; what is changed reaches the file with ``save``."""

    def __init__(self, file: PdfFile) -> None:
        self.file = file
        self._root = file.dictionary(file.root[b"StructTreeRoot"])
        roles = file.dictionary(self._root.get(b"RoleMap", {}))
        self._roles = {name: role for name, role in roles.items() if name not in _STANDARD}
        self._misnamed = {name: role for name, role in roles.items() if name in _STANDARD}
        self._ids: list[tuple[str, Ref]] = []
        self._seen: set[Ref] = set()
        self.elements = [one for kid in self._kids(self._root) for one in self._below(kid)]
        self._parents = self._read_parents()

    def of_kind(self, *kinds: bytes) -> list[Ref]:
        """Return the elements of these kinds in reading order."""
        return [one.at for one in self.elements if one.kind in kinds]

    def attributes(self, element: Ref) -> Iterator[Dictionary]:
        """Yield the groups of attributes of an element."""
        held = self.file.resolved(self.file.dictionary(element).get(b"A", []))
        for one in held if isinstance(held, list) else [held]:
            yield self.file.dictionary(one)

    def kids(self, element: Ref) -> list[Value]:
        """Return what an element holds: elements, marks on its page (numbers) and marks elsewhere (dictionaries)."""
        return list(self._kids(self.file.dictionary(element)))

    def parent(self, element: Ref) -> Ref:
        """Return the element that holds another."""
        found = self.file.dictionary(element)[b"P"]
        if not isinstance(found, Ref):
            raise Unreadable
        return found

    def hold(self, element: Ref, kids: list[Value]) -> None:
        """Have an element hold ``kids``."""
        found = self.file.dictionary(element)
        self.file.put(element, found | {b"K": kids})

    def name(self, element: Ref, name: str) -> None:
        """Give an element a name of its own; names come in alphabetical order."""
        found = self.file.dictionary(element)
        self.file.put(element, found | {b"ID": string(name)})
        self._ids.append((name, element))

    def take_mark(self, element: Ref, page: Ref, mark: Value) -> None:
        """Have a mark on a page lead to an element."""
        self._marks(page)[_number(mark)] = element

    def new_mark(self, element: Ref, page: Ref) -> int:
        """Return the number of a new mark on a page, which leads to an element."""
        marks = self._marks(page)
        marks.append(element)
        return len(marks) - 1

    def take_annotation(self, element: Ref, annotation: Ref) -> None:
        """Have an annotation lead to an element."""
        key = max(self._parents) + 1
        self._parents[key] = element
        found = self.file.dictionary(annotation)
        self.file.put(annotation, found | {b"StructParent": b"%d" % key})

    def save(self) -> None:
        """Write the way back from the pages, and the names."""
        numbers = [part for key in sorted(self._parents) for part in (b"%d" % key, self._parents[key])]
        self._root[b"RoleMap"] = self._roles
        self._root[b"ParentTree"] = {b"Nums": numbers}
        self._root[b"ParentTreeNextKey"] = b"%d" % (max(self._parents) + 1)
        if self._ids:
            self._root[b"IDTree"] = {b"Names": [part for name, at in self._ids for part in (string(name), at)]}
        self.file.put(self.file.root[b"StructTreeRoot"], self._root)

    def _kids(self, element: Dictionary) -> Iterator[Value]:
        held = element.get(b"K", [])
        yield from held if isinstance(held, list) else [held]

    def _below(self, kid: Value) -> Iterator[Element]:
        if not isinstance(kid, Ref):
            return
        found = self.file.dictionary(kid)
        if found.get(b"Type", b"/StructElem") != b"/StructElem":
            return
        if kid in self._seen:  # a tree that grows into itself has no end
            raise Unreadable
        self._seen.add(kid)
        yield Element(kid, self._kind(kid, found))
        for one in self._kids(found):
            yield from self._below(one)

    def _kind(self, at: Ref, element: Dictionary) -> bytes:
        """Return the kind of an element; a paragraph whose style has the name of a standard kind loses that name."""
        kind = _token(element[b"S"])
        if kind[1:] in self._misnamed and any(isinstance(one, bytes) for one in self._kids(element)):
            kind = _token(self._misnamed[kind[1:]])
            self.file.put(at, element | {b"S": kind})
        return _token(self._roles.get(kind[1:], kind))

    def _read_parents(self) -> dict[int, Value]:
        numbers = self.file.array(self.file.dictionary(self._root[b"ParentTree"])[b"Nums"])
        return {_number(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}

    def _marks(self, page: Ref) -> list[Value]:
        key = _number(self.file.dictionary(page)[b"StructParents"])
        found = self._parents[key] = self.file.array(self._parents[key])
        return found


def _token(value: Value) -> bytes:
    if not isinstance(value, bytes):
        raise Unreadable
    return value


def _number(value: Value) -> int:
    return int(_token(value))
