"""The relations of a Word file: which part leads to which, and what leads out of the file."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.errors import Facts
from docgen.templating.fault import Fault, Place
from docgen.templating.guard.active_content import ADD_IN, CONTROL, FOREIGN, MACRO, MERGE, OBJECT
from docgen.templating.guard.active_fields import is_link
from docgen.templating.unzip import told
from docgen.templating.xml_part import XmlPart

CUSTOM: Facts = {"orsak": "egna_menyer"}
KINDS: Mapping[str, Facts] = {
    "vbaproject": MACRO,
    "wordvbadata": MACRO,
    "keymapcustomizations": CUSTOM,
    "attachedtoolbars": CUSTOM,
    "extensibility": CUSTOM,
    "usercustomization": CUSTOM,
    "oleobject": OBJECT,
    "control": CONTROL,
    "activexcontrolbinary": CONTROL,
    "ctrlprop": CONTROL,
    "afchunk": FOREIGN,
    "subdocument": FOREIGN,
    "frame": FOREIGN,
    "webextension": ADD_IN,
    "webextensiontaskpanes": ADD_IN,
    "mailmergesource": MERGE,
    "mailmergeheadersource": MERGE,
    "recipientdata": MERGE,
}
"""The kinds of relation that no template may have inside itself either, by the last word of their address."""
CONTENT_TYPES: Mapping[str, Facts] = {
    "vbaproject": MACRO,
    "vbadata": MACRO,
    "activex": CONTROL,
    "oleobject": OBJECT,
    "keymapcustomizations": CUSTOM,
    "attachedtoolbars": CUSTOM,
    "customui": CUSTOM,
    "webextension": ADD_IN,
}
"""The same of what parts are said to hold, by a word in it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part; ``target`` is a member of the package, or an address outside."""

    place: Place
    id: str
    type: str
    target: str
    is_outside: bool

    @property
    def kind(self) -> str:
        """Return the last word of the type, in small letters."""
        return self.type.rpartition("/")[2].lower()


def source_of(name: str) -> str:
    """Return the member whose relations stand in the member ``name``; the package itself is the empty name."""
    folder, _, file = name.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels"), file.removesuffix(".rels"))


def relations(part: XmlPart) -> list[Relation]:
    """Return the relations of a ``.rels`` member."""
    folder, found = posixpath.dirname(source_of(part.name)), []
    for one in part.root.iter("{*}Relationship"):
        target, is_outside = one.get("Target", ""), one.get("TargetMode", "Internal") != "Internal"
        if not is_outside:
            target = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            target = posixpath.normpath(target)
        found.append(Relation(Place(part.name), one.get("Id", ""), one.get("Type", ""), target, is_outside))
    return found


def faults(relation: Relation, types: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what is wrong with one relation; ``types`` are the members of the package with what they hold."""
    if relation.is_outside:
        is_hyperlink = relation.kind == "hyperlink"
        if not is_hyperlink or not is_link(relation.target):
            yield Fault("M-19" if is_hyperlink else "M-14", relation.place, facts={"mal": told(relation.target)})
    elif relation.kind in KINDS:
        yield Fault("M-15", relation.place, facts=KINDS[relation.kind])
    elif relation.target not in types:
        facts = {"orsak": "mal_saknas", "namn": relation.place.part, "mal": told(relation.target)}
        yield Fault("M-13", relation.place, facts=facts)
    elif not types[relation.target]:
        facts = {"orsak": "typ_saknas", "namn": relation.place.part, "mal": told(relation.target)}
        yield Fault("M-13", relation.place, facts=facts)
