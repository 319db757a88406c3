"""The pre-flight guard: what is dangerous in a Word file is refused before anything opens it.

A template is a file that somebody has sent. It is opened by docxtpl here, by LibreOffice when the PDF is made, and by
Word where the documents go; each follows links, runs fields and fetches pictures that no letter of an authority needs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from docgen.errors import TemplateError
from docgen.templating.fault import Fault, Place
from docgen.templating.guard import active_content, active_fields, misplaced_tags, relations
from docgen.templating.guard.relations import CONTENT_TYPES, Relation
from docgen.templating.unzip import is_xml
from docgen.templating.xml_part import W, XmlPart, parsed

MOST = 5_000
"""More faults than anyone mends."""

_TYPES, _PACKAGE = "[Content_Types].xml", "_rels/.rels"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_XML_NAMES = (".xml", ".rels", ".vml", ".svg")


def faults(members: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield every fault of the members of a Word file: what is broken, active, or fetched from outside.

    What is told of a paragraph is not told of the file once more. A file that is made of faults is given up after
    ``MOST``.
    """
    told: set[object] = set()
    for fault in islice(_Package(members).faults(), MOST):
        said = (fault.code, *sorted(fault.facts.items()))
        key = (said, fault.place) if fault.place.paragraph else said
        if key not in told:
            told |= {key, said}
            yield fault


@dataclass(slots=True)
class _Package:
    """A Word file while it is examined: its members, what each is said to hold, and the relations of each."""

    members: Mapping[str, bytes]
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    pictures: set[str] = field(default_factory=set)
    workbooks: set[str] = field(default_factory=set)
    main: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield the faults in the order of the members, those of the file as a whole last."""
        broken = list(self._read_relations())
        yield from broken
        if {fault.place.part for fault in broken} & {_TYPES, _PACKAGE}:
            return
        yield from self._of_main()
        for name, content in self.members.items():
            if name != _TYPES and not _is_relations(name):
                yield from self._of_member(name, content)
        for found in self.relations.values():
            for relation in found:
                yield from relations.faults(relation, self.types)

    def _read_relations(self) -> Iterator[Fault]:
        """Read what the members are and how they are related; yield the broken ones."""
        try:
            self.types = _types(parsed(_TYPES, self.members[_TYPES]), self.members)
        except TemplateError as error:
            yield _broken(_TYPES, error)
        for name in filter(_is_relations, self.members):
            try:
                found = relations.relations(parsed(name, self.members[name]))
            except TemplateError as error:
                yield _broken(name, error)
                continue
            source = relations.source_of(name)
            self.relations.setdefault(source, []).extend(found)
            self.pictures |= {one.target for one in found if one.kind in {"image", "thumbnail"}}
            if "chart" in self.types.get(source, ""):
                self.workbooks |= {one.target for one in found if one.kind == "package"}

    def _of_main(self) -> Iterator[Fault]:
        """Yield what keeps the main part from being a plain Word document."""
        mains = [one for one in self.relations[""] if one.kind == "officedocument"]
        self.main = mains[0].target if len(mains) == 1 and not mains[0].is_outside else ""
        kind = self.types.get(self.main, "")
        if "macroEnabled" in kind:
            yield Fault("M-12", Place(self.main), facts={"orsak": "docm"})
        elif "wordprocessingml.template" in kind:
            yield Fault("M-12", Place(self.main), facts={"orsak": "dotx"})
        elif kind != _MAIN:
            yield Fault("M-12", Place(self.main), facts={"orsak": "annan_fil"})
        elif mains[0].type != _DOCUMENT:
            yield Fault("M-12", Place(self.main), facts={"orsak": "strikt"})

    def _of_member(self, name: str, content: bytes) -> Iterator[Fault]:
        active = [facts for word, facts in CONTENT_TYPES.items() if word in self.types[name].lower()]
        yield from (Fault("M-15", Place(name), facts=facts) for facts in active)
        if is_xml(content) or name.lower().endswith(_XML_NAMES):
            try:
                yield from self._of_part(parsed(name, content))
            except TemplateError as error:
                yield _broken(name, error)
        elif content.startswith(active_content.ARCHIVE):
            is_workbook = name in self.workbooks and self.types[name] == _WORKBOOK
            if not is_workbook or not active_content.is_plain_workbook(content):
                yield Fault("M-15", Place(name), facts=active_content.OBJECT)
        elif not active:
            is_picture = name in self.pictures or self.types[name].startswith("image/")
            yield from active_content.in_binary(name, content, is_picture=is_picture)

    def _of_part(self, part: XmlPart) -> Iterator[Fault]:
        if part.name == self.main and part.root.tag != f"{W}document":
            yield Fault("M-12", Place(part.name), facts={"orsak": "strikt" if part.is_words else "annan_fil"})
        found = self.relations.pop(part.name, [])
        used = active_content.users(part) if found else {}
        for relation in found:
            for fault in relations.faults(relation, self.types):
                yield replace(fault, place=part.place(used[relation.id])) if relation.id in used else fault
        hyperlinks = {one.id for one in found if one.kind == "hyperlink"}
        yield from active_content.in_elements(part, hyperlinks)
        yield from active_fields.faults(part)
        if part.is_words and part.has_braces:
            yield from misplaced_tags.faults(part)


def _types(part: XmlPart, members: Mapping[str, bytes]) -> dict[str, str]:
    """Return what each member is said to hold, empty where nothing is said."""
    names = {one.get("PartName", "").lower(): one.get("ContentType", "") for one in part.root.iter("{*}Override")}
    endings = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in part.root.iter("{*}Default")}
    return {one: names.get(f"/{one}".lower()) or endings.get(one.lower().rpartition(".")[2], "") for one in members}


def _is_relations(name: str) -> bool:
    return name.lower().endswith(".rels")


def _broken(name: str, error: TemplateError) -> Fault:
    return Fault(error.code, Place(name), facts=error.facts)
