"""The faults of a template as SARIF 2.1.0, which code hosts and editors show beside the file."""

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from docgen import __version__
from docgen.errors import Severity
from docgen.messages import Messages
from docgen.stages.faults import where
from docgen.templating.fault import Fault
from docgen.templating.verdict import Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def log(verdict: Verdict, messages: Messages) -> str:
    """Return the log of one examination; its rules are the codes that were found."""
    codes = sorted({fault.code for fault in verdict.faults})
    run = {
        "tool": {"driver": {"name": "docgen", "version": __version__, "rules": [_rule(c, messages) for c in codes]}},
        "language": str(messages.lang),
        "results": [_result(fault, codes, verdict, messages) for fault in verdict.faults],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)


def _rule(code: str, messages: Messages) -> dict[str, object]:
    return {
        "id": code,
        "shortDescription": {"text": messages.why(code)},
        "help": {"text": messages.remedy(code, {})},
    }


def _result(fault: Fault, codes: list[str], verdict: Verdict, messages: Messages) -> dict[str, object]:
    said = f"{messages.what(fault.code, fault.facts)} {messages.remedy(fault.code, fault.facts)}"
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(verdict.path)}},
        "logicalLocations": [{"fullyQualifiedName": where(fault.place, verdict, messages)}],
    }
    if fault.place.words:
        location["message"] = {"text": fault.place.words}
    return {
        "ruleId": fault.code,
        "ruleIndex": codes.index(fault.code),
        "level": LEVELS[fault.severity],
        "message": {"text": said},
        "locations": [location],
    }


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
