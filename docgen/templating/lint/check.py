"""A Word template held against the contract of its document type: all that is wrong, all at once."""

import re
from collections.abc import Iterable, Mapping, Sequence

from docgen.errors import TemplateError
from docgen.templating.contract import Contract
from docgen.templating.fault import Fault
from docgen.templating.lint import access, blocks, elsewhere, frames, needs, traces
from docgen.templating.lint.fonts import Faces
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.names import Names, Usage
from docgen.templating.lint.paper import Paper
from docgen.templating.lint.scan import scan
from docgen.templating.lint.seats import placed
from docgen.templating.lint.statements import corrected
from docgen.templating.lint.story import Paragraph, paragraphs, properties
from docgen.templating.lint.tag import Tag
from docgen.templating.lint.walk import Walk
from docgen.templating.outline import CORE, PROPERTIES, WORDS, Members, named_parts
from docgen.templating.xml_part import W, XmlPart, parsed

COMMENTS = f"{W}comments"
_NOT_FILLED = WORDS["endnotes", ""]
_GIVEN = re.compile(r"\b(?:for|set)\s+([^\W\d]\w*)")
_NOT_READ = ("[Content_Types].xml", ".rels")


def check(
    members: Mapping[str, bytes],
    contract: Contract,
    others: Sequence[Contract] = (),
    *,
    language: str = "",
    faces: Faces | None = None,
) -> list[Fault]:
    """Return every fault of the template, in reading order.

    ``members`` are what the package of the template holds; ``others`` are the contracts of the other document types,
    whose names are told as such. ``language`` is that of the document type; ``faces`` knows the fonts of the machine
    that makes the PDF. What is not given is not held against the template. Errors keep a template from use, warnings
    and notes do not.
    """
    found = named_parts(members)
    stories = [room.name for room in found if room.word != _NOT_FILLED]
    xml = _read(members, stories)
    ledger = Ledger([*stories, CORE])
    usage = Usage()
    papers = []
    _judge_traces(xml, stories, ledger)
    for part in (xml[name] for name in stories if name in xml):
        source = paragraphs(part)
        tags, tree = _judge(source, Names(contract, others, usage, ledger), ledger)
        papers.append(Paper(part, source, tags, tree))
    for one in properties(xml[CORE], PROPERTIES) if CORE in xml else ():
        _judge([one], Names(contract, others, usage, ledger), ledger)
    access.judge(papers, members, language, faces, ledger)
    needs.judge(contract, usage, ledger)
    return ledger.faults()


def _read(members: Members, stories: Iterable[str]) -> dict[str, XmlPart]:
    """Return the XML of the parts that are filled, and of every other that may hold a tag or hide a text.

    What cannot be read is for the guard to tell.
    """
    found: dict[str, XmlPart] = {}
    for name in dict.fromkeys((*stories, *members)):
        content = members[name]
        wanted = name in stories or b"{" in content or b":vanish" in content or name == CORE
        if wanted and content.lstrip()[:1] == b"<" and not name.endswith(_NOT_READ):
            try:
                found[name] = parsed(name, content)
            except TemplateError:
                continue
    return found


def _judge(source: Sequence[Paragraph], names: Names, ledger: Ledger) -> tuple[Sequence[Tag], blocks.Tree]:
    """Judge a part, or a property: what is a template of its own; return its tags, as they stand and as a tree."""
    given = {name for one in source for name in _GIVEN.findall(one.text)}
    known = {*names.contract.names, *(name for other in names.others for name in other.names), *given}
    tags = list(corrected(scan(source, known, ledger), ledger))
    tags = placed(tags, source, ledger)
    tree = blocks.tree(tags, ledger)
    frames.judge(tree, ledger)
    frames.judge_rooms(tags, source, ledger)
    Walk(names, frozenset(frames.bare_tables(tags, source))).through(tree)
    return tags, tree


def _judge_traces(xml: Mapping[str, XmlPart], stories: Sequence[str], ledger: Ledger) -> None:
    hidden = traces.hidden_styles(xml.values())
    for name, part in xml.items():
        if part.is_words:
            traces.judge(part, hidden, ledger)
        if part.root.tag == COMMENTS:
            continue
        if name in stories:
            elsewhere.judge_bindings(part, ledger)
        else:
            elsewhere.judge(part, frozenset(PROPERTIES) if name == CORE else frozenset(), ledger)
