"""A template is tried before any record is: what can be seen in it, and what comes of it with the shipped samples."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from docgen.documents.catalogue import KINDS
from docgen.documents.contract import Stycke
from docgen.documents.kind import Kind, View
from docgen.documents.namnd.contract import Protokollavsnitt
from docgen.documents.rule import Setting
from docgen.engines.typst import TypstEngine, faces
from docgen.errors import NoInput, NotPermitted, Severity, TemplateError
from docgen.resources import samples
from docgen.templating import guard, lint
from docgen.templating.contract import Contract, contract
from docgen.templating.fault import Fault, Place
from docgen.templating.layout import Layout
from docgen.templating.names import values
from docgen.templating.outline import Members, named_parts, properties
from docgen.templating.text import printed
from docgen.templating.verdict import Verdict
from docgen.templating.word import WordTemplate
from docgen.typesetting.refusal import CannotSet
from docgen.wording import Wording

CONTRACTS: Mapping[str, Contract] = {kind.slug: contract(kind.slug, kind.vy, kind.kravs) for kind in KINDS.values()}

EVERY_KIND: Sequence[Stycke] = (
    {"text": "Ett stycke på prov.", "punkter": []},
    {"text": "En inledning på prov:", "punkter": ["en punkt på prov"]},
    {"text": "", "punkter": ["en punkt på prov utan inledning"]},
)
CONTINUED: Sequence[Protokollavsnitt] = [{"rubrik": "", "ny_sida": True, "stycken": [one]} for one in EVERY_KIND]
MORE = {frozenset(one[0]): one for one in (EVERY_KIND, CONTINUED)}
"""What is added to a list of such things."""


def members(path: Path) -> Members:
    """Return what the template file holds.

    Raises NoInput or NotPermitted M-01 when it is not there or may not be read, TemplateError when it is no Word file.
    """
    try:
        return guard.members(path.read_bytes())
    except PermissionError:
        raise NotPermitted("M-01", fil=str(path)) from None
    except OSError:
        raise NoInput("M-01", fil=str(path)) from None
    except TemplateError as error:
        raise TemplateError(error.code, **{"fil": str(path), **error.facts}) from None


def seen(path: Path, kind: Kind, language: str = "") -> Verdict:
    """Return what can be seen in a template without data: what Word files may not hold, and what the contract says."""
    try:
        held = members(path)
    except TemplateError as error:
        return Verdict(path, (), [_fault(error, path)])
    others = [one for slug, one in CONTRACTS.items() if slug != kind.slug]
    embedding = faces().embedding
    seen = lint.check(held, CONTRACTS[kind.slug], others, language=language, faces=embedding)
    faults = [*guard.faults(held), *seen]
    return Verdict(path, [*named_parts(held), *properties(held)], faults)


def examined(
    path: Path, kind: Kind, setting: Setting, wording: Wording, layout: Layout
) -> tuple[Verdict, WordTemplate | None]:
    """Return all that is wrong with a template, what can be seen in it, else what the samples show; and the one tried.

    There is none when it could not be tried.
    """
    found = seen(path, kind, next(views(kind, setting, wording))[1].sprak)
    if not found.usable:
        return found, None
    try:
        template = WordTemplate.load(path, layout)
    except TemplateError as error:
        return replace(found, faults=[*found.faults, _fault(error, path)]), None
    shown = [*tried(template, kind, setting, wording), *not_settable(template, kind, setting, wording)]
    return replace(found, faults=[*found.faults, *shown]), template


def tried(template: WordTemplate, kind: Kind, setting: Setting, wording: Wording) -> list[Fault]:
    """Return what comes to light when every copy of every sample is made, each fault once.

    Raises SettingsError for a fault in the wording.
    """
    found: dict[tuple[str, str], Fault] = {}
    for sample, view in views(kind, setting, wording):
        for data in (view.data, stretched(view.data)):
            for fault in _of_sample(template, kind, sample, data):
                found.setdefault((fault.code, fault.facts.get("namn", "")), fault)
    return list(found.values())


def not_settable(template: WordTemplate, kind: Kind, setting: Setting, wording: Wording) -> list[Fault]:
    """Return what cannot be set as Word would in each copy of the main sample, whose PDF then needs LibreOffice."""
    engine, found = TypstEngine(), dict[tuple[str, str], Fault]()
    for sample, view in islice(views(kind, setting, wording), len(kind.exemplar)):
        for data in (view.data, stretched(view.data)):
            try:
                engine.convert(template.fill(data))
            except CannotSet as refused:
                for one in refused.constructs:
                    facts = {"element": one.construct, "stycke": str(one.place), "exempel": sample}
                    fault = Fault("M-70", Place(one.part), Severity.WARNING, facts)
                    found.setdefault((one.part, one.construct), fault)
            except TemplateError:
                continue  # told by the trial of all samples
    return list(found.values())


def stretched(data: Any) -> Any:  # noqa: ANN401 - plain data of any shape, and the same shape back
    """Return a view with every kind of paragraph in each section, sections that go on after a page, and every flag set.

    No sample has all of them everywhere, and a template has a branch for each.
    """
    if isinstance(data, bool):
        return True
    if isinstance(data, Mapping):
        return {name: stretched(one) for name, one in data.items()}
    if not isinstance(data, list):
        return data
    more = MORE.get(frozenset(data[0]), ()) if data and isinstance(data[0], Mapping) else ()
    return [*(stretched(one) for one in data), *more]


def views(kind: Kind, setting: Setting, wording: Wording) -> Iterator[tuple[str, View]]:
    """Yield the name of each shipped sample and the view of each of its copies, the main sample first."""
    paths = sorted((samples() / kind.slug).glob("*.json"), key=lambda path: (path.stem != kind.exempel, path.name))
    for path in paths:
        record = kind.model.model_validate_json(path.read_bytes())
        yield from ((path.stem, kind.view(record, kopia, setting, wording)) for kopia in kind.kopior(record))


def _of_sample(template: WordTemplate, kind: Kind, sample: str, data: Mapping[str, Any]) -> Iterator[Fault]:
    try:
        document = template.fill(data)
    except TemplateError as error:
        yield _fault(error, template.path)
        return
    for path in _lost(kind, data, _plain(printed(guard.members(document)))):
        yield Fault("M-51", Place(""), facts={"namn": path, "exempel": sample})


def _lost(kind: Kind, data: Mapping[str, Any], document: str) -> list[str]:
    """Return the required paths with a text that the document does not have as often as the view says it.

    Of several with that text, those that have lost all they say are the ones.
    """
    said = {path: [text for text in map(_plain, values(data, path)) if text] for path in kind.kravs}
    wanted = Counter(text for texts in said.values() for text in texts)
    lost = {text for text, times in wanted.items() if document.count(text) < times}
    found: set[str] = set()
    for text in lost:
        sharing = [path for path, texts in said.items() if text in texts]
        found.update([path for path in sharing if lost.issuperset(said[path])] or sharing)
    return [path for path in kind.kravs if path in found]


def _plain(text: str) -> str:
    """Return a text as it is looked for: a template may choose spaces and capitals."""
    return " ".join(text.split()).casefold()


def _fault(error: TemplateError, path: Path) -> Fault:
    """Return what the engine refuses, as a fault at its place."""
    facts = {"fil": str(path), **error.facts}
    return Fault(error.code, Place(facts.get("dokumentdel", ""), words=facts.get("text", "")), facts=facts)
