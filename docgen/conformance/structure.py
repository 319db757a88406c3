"""The tree of tags: its nodes, what their types stand for, and the way from content on a page to its tag."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

from docgen.conformance.objects import (
    Unreadable,
    at,
    dictionary,
    entries,
    identity,
    integer,
    items,
    name,
    resolve,
    stream,
    text,
)
from docgen.conformance.reading import Document

MAX_NODES = 200_000
MAX_DEPTH = 128
HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
STANDARD = (
    HEADINGS
    | {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"}
    | {"Private", "H", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span"}
    | {"Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT"}
    | {"WP", "Figure", "Formula", "Form"}
)
"""The standard structure types (ISO 32000-1, 14.8.4)."""
_TRANSPARENT = frozenset({"NonStruct", "Div", "Part"})


@dataclass(slots=True, eq=False)
class Node:
    """One tag; ``standard`` is the standard type that its own stands for, "" when there is none."""

    entries: DictionaryObject
    type: str
    standard: str
    parent: "Node | None"
    depth: int
    page: int = 0
    kids: list["Node"] = field(default_factory=list)

    def significant(self) -> "list[Node]":
        """Return the kids, with those of mere groups (Div, Part, NonStruct) in the groups' places."""
        found: list[Node] = []
        waiting = self.kids[::-1]
        while waiting:
            kid = waiting.pop()
            if kid.standard in _TRANSPARENT:
                waiting += kid.kids[::-1]
            else:
                found.append(kid)
        return found

    def kinds(self) -> list[str]:
        """Return the standard types of the significant kids; those that stand for none are not told."""
        return [kid.standard for kid in self.significant() if kid.standard]

    def parent_kind(self) -> str:
        """Return the standard type of the nearest parent that is no mere group, "" at the root."""
        above = self.parent
        while above is not None and above.standard in _TRANSPARENT:
            above = above.parent
        return above.standard if above else ""


@dataclass(frozen=True, slots=True)
class Tree:
    """All tags of a file; ``nodes`` in reading order, ``parents`` what the parent tree has under each number."""

    root: DictionaryObject
    roles: Mapping[str, str]
    nodes: Sequence[Node]
    parents: Mapping[int, object]

    def standard(self, kind: str) -> str:
        """Return the standard type that ``kind`` stands for, "" when the role map leads to none."""
        mapped = self.roles.get(kind)
        if kind in STANDARD and mapped in {None, kind}:
            return kind
        seen = {kind}
        while mapped is not None and mapped not in seen:
            if mapped in STANDARD:
                return mapped
            seen.add(mapped)
            mapped = self.roles.get(mapped)
        return ""

    def of_content(self, structure_parents: int | None, mcid: int | None) -> DictionaryObject:
        """Return the tag of marked content by the parent tree, or an empty one."""
        if structure_parents is None or mcid is None or mcid < 0:
            return DictionaryObject()
        owners = items(self.parents.get(structure_parents))
        return dictionary(owners[mcid]) if mcid < len(owners) else DictionaryObject()

    def of_object(self, structure_parent: int | None) -> DictionaryObject:
        """Return the tag of an annotation by the parent tree, or an empty one."""
        found = self.parents.get(structure_parent) if structure_parent is not None else None
        return dictionary(found)


def tree(document: Document) -> Tree:
    """Return the tags of the file; none when it is not tagged. Raises Unreadable when they nest without end."""
    root = dictionary(at(document.root, "/StructTreeRoot"))
    roles = {kind: name(value) for kind, value in entries(at(root, "/RoleMap")).items() if name(value)}
    found = Tree(root, roles, [], dict(_numbered(at(root, "/ParentTree"))))
    pages = {identity(page.entries): page.number for page in document.pages}
    return Tree(root, roles, list(_nodes(found, pages)), found.parents)


def _numbered(top: object) -> Iterator[tuple[int, object]]:
    """Yield the entries of a number tree."""
    waiting, seen = [dictionary(top)], 0
    visited: set[int] = set()
    while waiting:
        node = waiting.pop()
        seen += 1
        if seen > MAX_NODES or id(node) in visited:
            continue
        visited.add(id(node))
        pairs = items(at(node, "/Nums"))
        for key, value in zip(pairs[::2], pairs[1::2], strict=False):
            number = integer(key)
            if number is not None:
                yield number, resolve(value)
        waiting += [dictionary(kid) for kid in items(at(node, "/Kids"))]


def _nodes(tree: Tree, pages: Mapping[int, int]) -> Iterator[Node]:
    """Yield every tag in reading order; one that stands twice is told once."""
    waiting: list[tuple[DictionaryObject, Node | None]] = [(kid, None) for kid in _kids(tree.root)[::-1]]
    seen: set[int] = set()
    while waiting:
        owner, parent = waiting.pop()
        if id(owner) in seen:
            continue
        seen.add(id(owner))
        kind = name(at(owner, "/S"))
        depth = parent.depth + 1 if parent else 0
        if len(seen) > MAX_NODES or depth > MAX_DEPTH:
            raise Unreadable("pdf_djup")
        node = Node(owner, kind, tree.standard(kind), parent, depth, _page(owner, parent, pages))
        if parent:
            parent.kids.append(node)
        yield node
        waiting += [(kid, node) for kid in _kids(owner)[::-1]]


def _page(owner: DictionaryObject, parent: Node | None, pages: Mapping[int, int]) -> int:
    number = pages.get(identity(at(owner, "/Pg")), 0) if "/Pg" in owner else 0
    return number or (parent.page if parent else 0)


def _kids(owner: DictionaryObject) -> list[DictionaryObject]:
    """Return the tags directly under ``owner``."""
    value = at(owner, "/K")
    return [dictionary(kid) for kid in (items(value) or [value]) if _is_tag(kid)]


def _is_tag(value: object) -> bool:
    found = dictionary(value)
    return bool(found) and stream(found) is None and name(at(found, "/Type")) in {"", "StructElem"}


def attribute(tree: Tree, owner: DictionaryObject, kind: str, key: str) -> object:
    """Return an attribute of ``kind`` (``Table``) of a tag, its own or of its classes; None when it has none."""
    own = at(owner, "/A")
    classes = at(owner, "/C")
    named = [name(one) for one in (items(classes) or [classes])]
    sets = [own, *(at(tree.root, "/ClassMap", f"/{one}") for one in named if one)]
    for values in sets:
        for one in items(values) or [values]:
            if name(at(one, "/O")) == kind and at(one, key) is not None:
                return at(one, key)
    return None


def is_under_root(owner: DictionaryObject) -> bool:
    """Return whether the way up from a tag ends at the root of the tree."""
    for _ in range(MAX_DEPTH):
        if name(at(owner, "/Type")) == "StructTreeRoot":
            return True
        if not owner:
            return False
        owner = dictionary(at(owner, "/P"))
    return False


def language(owner: DictionaryObject) -> str | None:
    """Return the language of a tag, its own or the nearest above it; None when none says any."""
    for _ in range(MAX_DEPTH):
        if not owner:
            break
        if (own := text(at(owner, "/Lang"))) is not None:
            return own
        owner = dictionary(at(owner, "/P"))
    return None
