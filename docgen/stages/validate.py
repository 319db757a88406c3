"""Validate: a raw record becomes a record of its kind that breaks no rule, or all its faults at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Foljande, Kind
from docgen.documents.record import Record
from docgen.documents.rule import Setting
from docgen.errors import BUG, Finding, RecordError, RunError, Severity, bug_facts
from docgen.outcome import Failed, Place
from docgen.stages import parse, shape
from docgen.stages.read import Raw
from docgen.values.cpr import contains_cpr
from docgen.values.diarienummer import DEFAULT_PATTERN
from docgen.values.identitet import contains_personnummer
from docgen.values.likhet import nearest

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Validated:
    """A record that may become a document; ``remarks`` are the warnings and notes that go with it.

    ``foljande`` are the records of other types that are made with it; their remarks are among its own.
    """

    record: Record
    kind: Kind
    remarks: Sequence[Finding]
    place: Place
    foljande: Sequence["Validated"] = ()


def record(raw: Raw, setting: Setting) -> Validated:
    """Return the record of ``raw``; raise RecordError with every finding when one of them is an error."""
    found, kind = shaped(raw, setting)
    place = replace(raw.place, key=found.nyckel)
    foljande = [_foljande(one, place, setting) for one in kind.foljer(found)]
    own = _said(found, kind, setting)
    theirs = [finding for one in foljande for finding in one.remarks]
    # What a rule has said of a matter of the protocol it says again of the extract.
    new = [one for one in theirs if not any(it.code == one.code and it.path.startswith(one.path) for it in own)]
    findings = _accepted(found, [*own, *new])
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise RecordError.of(sorted(findings, key=lambda one: one.severity is not Severity.ERROR))
    return Validated(found, kind, findings, place, foljande)


def _said(found: Record, kind: Kind, setting: Setting) -> list[Finding]:
    return [finding for rule in kind.rules for finding in rule.findings(found, setting)]


def _foljande(one: Foljande, place: Place, setting: Setting) -> Validated:
    """Return a record that follows from another; what its rules say is told at the place it was made from."""
    kind = KINDS[one.record.dokument.typ]
    remarks = [replace(finding, path=one.path) for finding in _said(one.record, kind, setting)]
    return Validated(one.record, kind, remarks, place)


def _offentlig(found: Record) -> Record:
    """Return the record as its version for the public; raise RecordError F-17 when its type has none."""
    if "publik" not in type(found).model_fields:
        raise RecordError.at("$.dokument.typ", "F-17", typ=found.dokument.typ)
    return found.model_copy(update={"publik": True})


def guarded(raw: Raw, make: Callable[[Raw], M]) -> M | Failed:
    """Return what ``make`` made of ``raw``, or why it could not; only a RunError travels on."""
    try:
        return make(raw)
    except RecordError as error:
        return Failed(placed(raw), error.code, error.findings, error.facts)
    except RunError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours in one record must not cost the others theirs
        return Failed(placed(raw), BUG, facts=bug_facts(error))


def shaped(raw: Raw, setting: Setting) -> tuple[Record, Kind]:
    """Return what ``raw`` holds and its kind, no rule asked yet; raise RecordError when it is no record."""
    if raw.fault is not None:
        raise RecordError.of([raw.fault])
    parsed = parse.parsed(raw.data)
    kind = _kind(parsed)
    found = shape.validated(kind.model, raw.data, parsed)
    return (_offentlig(found) if setting.publik else found), kind


def placed(raw: Raw) -> Place:
    """Return the record's place with the number it is known by, if it has one that may be shown."""
    try:
        arende = parse.parsed(raw.data)["arende"]
    except (RecordError, KeyError):
        return raw.place
    number = (arende.get("arendenummer") or arende.get("diarienummer")) if isinstance(arende, Mapping) else None
    return replace(raw.place, key=number) if isinstance(number, str) and _may_be_shown(number) else raw.place


def _may_be_shown(number: str) -> bool:
    """Tell whether ``number`` looks like one of a register and holds nobody's own."""
    return bool(DEFAULT_PATTERN.fullmatch(number)) and not (contains_personnummer(number) or contains_cpr(number))


def _kind(parsed: Mapping[str, object]) -> Kind:
    dokument = parsed.get("dokument")
    typ = dokument.get("typ") if isinstance(dokument, Mapping) else None
    known = ", ".join(KINDS)
    if not isinstance(typ, str):
        raise RecordError.at("$.dokument.typ", "J-09", kanda=known)
    if typ not in KINDS:
        raise RecordError.at("$.dokument.typ", "J-08", kanda=known, **nearest(typ, KINDS))
    return KINDS[typ]


def _accepted(found: Record, findings: Sequence[Finding]) -> list[Finding]:
    """Mark the warnings that the record accepts; an acceptance of nothing is itself worth a note."""
    accepted = {one.regel for one in found.anmarkning_godkand}
    marked = [
        replace(one, accepted=True) if one.severity is Severity.WARNING and one.code in accepted else one
        for one in findings
    ]
    warned = {one.code for one in findings if one.severity is Severity.WARNING}
    for index, one in enumerate(found.anmarkning_godkand):
        if one.regel not in warned:
            path = f"$.anmarkning_godkand[{index}].regel"
            marked.append(Finding("F-12", path, Severity.NOTE, {"regel": one.regel}))
    return marked
