"""Report: what became of each record, told to a person or to a program."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.errors import Facts, Finding, Severity
from docgen.messages import Messages
from docgen.outcome import Failed, Kept, Outcome, Place, Written


@dataclass(slots=True)
class Tally:
    """How many records became what; ``kept`` were made before."""

    made: int = 0
    kept: int = 0
    failed: int = 0
    files: int = 0
    codes: dict[str, int] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if isinstance(outcome, Written):
            self.made += 1
            self.files += len(outcome.made)
        elif isinstance(outcome, Kept):
            self.kept += 1
        else:
            self.failed += 1
            self.codes[outcome.code] = self.codes.get(outcome.code, 0) + 1


def refusal(code: str, facts: Facts, messages: Messages) -> list[str]:
    """Return the lines that tell why nothing more could be done."""
    return [
        f"{messages.word('fel')} {code}: {messages.what(code, facts)}",
        f"  {messages.word('varfor')}: {messages.why(code)}",
        f"  {messages.word('gor')}: {messages.remedy(code, facts)}",
    ]


def lines(outcome: Outcome, messages: Messages) -> Iterator[str]:
    """Yield the lines that tell a person what must be known of ``outcome``; none when all is well."""
    if isinstance(outcome, Kept):
        return
    findings = outcome.findings if isinstance(outcome, Failed) else outcome.remarks
    if isinstance(outcome, Failed):
        yield messages.word("misslyckad", plats=where(outcome.place, messages))
        if not findings:
            yield from (f"  {line}" for line in refusal(outcome.code, outcome.facts, messages))
    elif findings:
        yield messages.word("anmarkt", plats=where(outcome.place, messages))
    for finding in findings:
        yield from (f"  {line}" for line in _finding(finding, messages))


def where(place: Place, messages: Messages) -> str:
    """Return where a record stands, as a person says it."""
    key = f" ({place.key})" if place.key else ""
    return messages.word("plats", fil=place.source, post=str(place.number)) + key


def _finding(finding: Finding, messages: Messages) -> Iterator[str]:
    word = messages.word("godkand") if finding.accepted else messages.word(finding.severity.value)
    yield f"{word} {finding.code} {finding.path}: {messages.what(finding.code, finding.facts)}"
    if finding.severity is Severity.ERROR or not finding.accepted:
        yield f"  {messages.word('varfor')}: {messages.why(finding.code)}"
        yield f"  {messages.word('gor')}: {messages.remedy(finding.code, finding.facts)}"


def as_json(outcome: Outcome, messages: Messages) -> str:
    """Return ``outcome`` as one line of JSON."""
    return json.dumps(as_data(outcome, messages), ensure_ascii=False)


def as_data(outcome: Outcome, messages: Messages) -> dict[str, object]:
    """Return ``outcome`` as plain data for ``--json``."""
    place = outcome.place
    data: dict[str, object] = {"fil": place.source, "post": place.number, "nyckel": place.key}
    if isinstance(outcome, Written):
        return data | {
            "status": "gjord" if outcome.files else "utan_fel",
            "typ": outcome.typ,
            "filer": list(outcome.names),
            "anmarkningar": _findings(outcome.remarks, messages),
        }
    if isinstance(outcome, Kept):
        return data | {"status": "oforandrad", "typ": outcome.typ}
    failed = data | {"status": "misslyckad", "kod": outcome.code, "fynd": _findings(outcome.findings, messages)}
    if not outcome.findings:
        failed["vad"] = messages.what(outcome.code, outcome.facts)
        failed["gor"] = messages.remedy(outcome.code, outcome.facts)
    return failed


def _findings(findings: Sequence[Finding], messages: Messages) -> list[dict[str, object]]:
    return [
        {
            "kod": one.code,
            "plats": one.path,
            "allvar": one.severity.value,
            "godkand": one.accepted,
            "vad": messages.what(one.code, one.facts),
            "gor": messages.remedy(one.code, one.facts),
        }
        for one in findings
    ]


def summary(tally: Tally, seconds: float, messages: Messages) -> list[str]:
    """Return the last lines of a run: how many became what, and how fast."""
    total = tally.made + tally.kept + tally.failed
    each = seconds / total * 1000 if total else 0
    facts = {"gjorda": str(tally.made), "filer": str(tally.files), "misslyckade": str(tally.failed)}
    said = [messages.word("summering", sekunder=f"{seconds:.1f}", ms=f"{each:.0f}", **facts)]
    if tally.kept:
        said.append(messages.word("behallna", antal=str(tally.kept)))
    if tally.codes:
        said.append(messages.word("koder", koder=", ".join(f"{code} ({n})" for code, n in sorted(tally.codes.items()))))
    return said
