"""Translation: one record of another system becomes one of docgen's, or all its faults at once."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from docgen.errors import Finding, RecordError
from docgen.importing import converters, paths
from docgen.importing.faults import Unfit
from docgen.importing.mapping import Karta
from docgen.importing.tree import Group, Leaf, Tree
from docgen.importing.tree import List as Listed
from docgen.stages import parse, shape
from docgen.stages.read import Raw


def record(raw: Raw, karta: Karta, today: date) -> bytes:
    """Return docgen's record as a line of JSON, whose shape is right; no rule is asked.

    Raises RecordError with every fault; its path says where docgen misses something and where it was looked for.
    """
    if raw.fault is not None:
        raise RecordError.of([raw.fault])
    work = _Work(parse.parsed(raw.data), today)
    made, _ = work.built(karta.tree, "$", ())
    record = made if isinstance(made, Mapping) else {}
    data = json.dumps(record, ensure_ascii=False).encode()
    findings = [*work.findings]
    try:
        shape.validated(karta.kind.model, data, record)
    except RecordError as error:
        findings += [work.placed(one) for one in error.findings if not work.follows(one)]
    if findings:
        raise RecordError.of(findings)
    return data + b"\n"


@dataclass(slots=True)
class _Work:
    """The making of one record: ``places`` are the foreign paths by docgen's, for every field that was looked for."""

    foreign: Mapping[str, object]
    today: date
    places: dict[str, paths.Path] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def built(self, tree: Tree, path: str, indexes: tuple[int, ...]) -> tuple[object, bool]:
        """Return what ``tree`` makes at ``path``, None for nothing, and whether any of it comes from the export."""
        if isinstance(tree, Leaf):
            return self._leaf(tree, path, indexes)
        if isinstance(tree, Group):
            return self._group(tree, path, indexes)
        return self._list(tree, path, indexes)

    def _group(self, tree: Group, path: str, indexes: tuple[int, ...]) -> tuple[object, bool]:
        """Return a part; one that the export says nothing of is left out, whatever the map itself would say."""
        made = {name: self.built(one, f"{path}.{name}", indexes) for name, one in tree.fields.items()}
        filled = any(from_export for _, from_export in made.values())
        if tree.optional and not filled:
            return None, False
        return {name: value for name, (value, _) in made.items() if value is not None}, filled

    def _list(self, tree: Listed, path: str, indexes: tuple[int, ...]) -> tuple[object, bool]:
        """Return a list without what is empty in it; that it is itself empty says something where it must be there."""
        source = paths.at(tree.source, indexes)
        self.places[path] = source
        try:
            elements = paths.found_list(self.foreign, source)
        except Unfit as unfit:
            self._refuse(path, source, unfit)
            return None, True
        items = list(self._items(tree.item, path, indexes, len(elements or ())))
        return (None if elements is None or (tree.optional and not items) else items), bool(items)

    def _items(self, tree: Tree, path: str, indexes: tuple[int, ...], length: int) -> Iterator[object]:
        number = 0
        for index in range(length):
            value, filled = self.built(tree, f"{path}[{number}]", (*indexes, index))
            if filled:
                number += 1
                yield value

    def _leaf(self, leaf: Leaf, path: str, indexes: tuple[int, ...]) -> tuple[object, bool]:
        if leaf.constant is not None:
            return leaf.constant, False
        source = paths.at(leaf.source, indexes)
        self.places[path] = source
        try:
            value = converters.converted(leaf.som, paths.found(self.foreign, source), leaf.codes, self.today)
        except Unfit as unfit:
            self._refuse(path, source, unfit, tabell=leaf.table)
            return None, True
        return (leaf.otherwise, False) if value is None else (value, True)

    def _refuse(self, path: str, source: paths.Path, unfit: Unfit, **facts: str) -> None:
        finding = Finding(unfit.code, _both(path, source), facts={**facts, **unfit.facts})
        self.broken.append(path)
        if finding not in self.findings:
            self.findings.append(finding)

    def follows(self, finding: Finding) -> bool:
        """Tell whether the field is called missing only because what stood there was refused."""
        return any(
            path == finding.path or path.startswith((f"{finding.path}.", f"{finding.path}[")) for path in self.broken
        )

    def placed(self, finding: Finding) -> Finding:
        """Return the finding with the foreign path too, where something was looked for there or below."""
        below = (f"{finding.path}.", f"{finding.path}[")
        looked = (place for path, place in self.places.items() if path == finding.path or path.startswith(below))
        place = next(looked, None)
        return replace(finding, path=_both(finding.path, place)) if place else finding


def _both(path: str, source: paths.Path) -> str:
    return f"{path} \N{LEFTWARDS ARROW} {paths.shown(source)}"
