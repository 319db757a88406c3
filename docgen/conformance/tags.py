"""What the tags are and where they stand: types, headings, lists, alternatives, notes (ISO 14289-1, 7.1 to 7.9)."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from docgen.conformance import rules, tables
from docgen.conformance.finding import Finding, Rule
from docgen.conformance.objects import at, dictionary, items, name, octets, text
from docgen.conformance.reading import Document
from docgen.conformance.structure import HEADINGS, STANDARD, Node, Tree, attribute

_CELLS = frozenset({"TH", "TD"})
_GROUPS = frozenset({"THead", "TBody", "TFoot"})
_PARENTS: Mapping[str, tuple[Rule, frozenset[str]]] = {
    "TR": (rules.TABLE_NESTING, _GROUPS | {"Table"}),
    "THead": (rules.TABLE_NESTING, frozenset({"Table"})),
    "TBody": (rules.TABLE_NESTING, frozenset({"Table"})),
    "TFoot": (rules.TABLE_NESTING, frozenset({"Table"})),
    "TH": (rules.TABLE_NESTING, frozenset({"TR"})),
    "TD": (rules.TABLE_NESTING, frozenset({"TR"})),
    "LI": (rules.LIST_NESTING, frozenset({"L"})),
    "LBody": (rules.LIST_NESTING, frozenset({"LI"})),
    "TOCI": (rules.CONTENTS_NESTING, frozenset({"TOC"})),
}
"""What a tag of each kind must stand in."""
_KIDS: Mapping[str, tuple[Rule, frozenset[str]]] = {
    "Table": (rules.TABLE_NESTING, _GROUPS | {"TR", "Caption"}),
    "THead": (rules.TABLE_NESTING, frozenset({"TR"})),
    "TBody": (rules.TABLE_NESTING, frozenset({"TR"})),
    "TFoot": (rules.TABLE_NESTING, frozenset({"TR"})),
    "TR": (rules.TABLE_NESTING, _CELLS),
    "L": (rules.LIST_NESTING, frozenset({"L", "LI", "Caption"})),
    "LI": (rules.LIST_NESTING, frozenset({"Lbl", "LBody"})),
    "TOC": (rules.CONTENTS_NESTING, frozenset({"TOC", "TOCI", "Caption"})),
}
"""What alone may stand in a tag of each kind."""
_PARTS: Mapping[Rule, str] = {
    rules.TABLE_NESTING: "pdf_tabell",
    rules.LIST_NESTING: "pdf_lista",
    rules.CONTENTS_NESTING: "pdf_innehallsforteckning",
}


def findings(document: Document, tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with the tags of a file."""
    info = dictionary(at(document.root, "/MarkInfo"))
    if str(at(info, "/Marked")) != "True":
        yield rules.NOT_MARKED.at("pdf_dokument")
    if not tree.root:
        yield rules.NO_TREE.at("pdf_dokument")
    if str(at(info, "/Suspects")) == "True":
        yield rules.SUSPECTS.at("pdf_dokument")
    for node in tree.nodes:
        for test in _TESTS:
            yield from test(node, tree)
    yield from _headings(tree.nodes)
    yield from _notes(tree.nodes)


def _types(node: Node, tree: Tree) -> Iterator[Finding]:
    place = ("pdf_markning", node.page)
    if "/P" not in node.entries:
        yield rules.NO_PARENT.at(*place)
    if _circles(node.type, tree.roles):
        yield rules.TYPE_CIRCLE.at(*place)
    elif _is_remapped(node, tree):
        yield rules.TYPE_REMAPPED.at(*place)
    elif node.type and not node.standard:
        yield rules.TYPE_UNMAPPED.at(*place)


def _is_remapped(node: Node, tree: Tree) -> bool:
    """Return whether the role map gives a standard type, the tag's own or the one it stands for, another meaning."""
    kind = node.type if node.type in STANDARD else node.standard
    return bool(kind) and tree.standard(kind) != kind


def _circles(kind: str, roles: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    while kind in roles:
        if kind in seen:
            return True
        seen.add(kind)
        kind = roles[kind]
    return kind in seen


def _nesting(node: Node, _tree: Tree) -> Iterator[Finding]:
    """Yield a tag that stands where its kind may not, or that holds what its kind may not."""
    rule, allowed = _PARENTS.get(node.standard, (None, frozenset()))
    if rule and node.parent_kind() not in allowed:
        yield rule.at(_PARTS[rule], node.page, typ=node.standard)
    rule, allowed = _KIDS.get(node.standard, (None, frozenset()))
    if rule:
        wrong = [kind for kind in node.kinds() if kind not in allowed]
        misplaced = "Caption" in node.kinds()[1:] and node.standard in {"L", "TOC"}
        if wrong or misplaced:
            yield rule.at(_PARTS[rule], node.page, typ=wrong[0] if wrong else "Caption")


def _tables(node: Node, tree: Tree) -> Iterator[Finding]:
    if node.standard == "Table":
        yield from tables.findings(node, tree)


def _alternatives(node: Node, _tree: Tree) -> Iterator[Finding]:
    rule = {"Figure": rules.FIGURE, "Formula": rules.FORMULA}.get(node.standard)
    if rule and not text(at(node.entries, "/Alt")) and at(node.entries, "/ActualText") is None:
        yield rule.at("pdf_bild" if rule is rules.FIGURE else "pdf_formel", node.page)


def _one_heading(node: Node, _tree: Tree) -> Iterator[Finding]:
    if node.kinds().count("H") > 1:
        yield rules.HEADING_TWICE.at("pdf_rubrik", node.page)


def _forms(node: Node, tree: Tree) -> Iterator[Finding]:
    """Yield a Form tag that neither says what it prints nor holds exactly one field (ISO 14289-1, 7.18.4)."""
    if node.standard != "Form" or attribute(tree, node.entries, "PrintField", "/Role") is not None:
        return
    value = at(node.entries, "/K")
    kids = items(value) or [value]
    if len(kids) != 1 or name(at(kids[0], "/Obj", "/Subtype")) != "Widget":
        yield rules.FIELD_UNTAGGED.at("pdf_falt", node.page)


_TESTS: Sequence[Callable[[Node, Tree], Iterator[Finding]]] = (
    _types,
    _nesting,
    _tables,
    _alternatives,
    _one_heading,
    _forms,
)


def _headings(nodes: Sequence[Node]) -> Iterator[Finding]:
    """Yield headings that begin below the first level, skip one, or are numbered in part only."""
    last = 0
    for node in nodes:
        if node.standard in HEADINGS:
            level = int(node.standard[1])
            if level > last + 1:
                rule = rules.HEADING_SKIPPED if last else rules.HEADING_FIRST
                yield rule.at("pdf_rubrik", node.page, niva=str(level), fore=str(last))
            last = level
    if last and any(node.standard == "H" for node in nodes):
        yield rules.HEADING_MIXED.at("pdf_rubrik")


def _notes(nodes: Sequence[Node]) -> Iterator[Finding]:
    seen: set[bytes] = set()
    for node in nodes:
        if node.standard == "Note":
            identifier = octets(at(node.entries, "/ID"))
            if not identifier:
                yield rules.NOTE_WITHOUT_ID.at("pdf_fotnot", node.page)
            elif identifier in seen:
                yield rules.NOTE_SAME_ID.at("pdf_fotnot", node.page)
            seen.add(identifier)
