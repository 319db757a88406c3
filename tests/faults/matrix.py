"""A plugin of pytest that tells the matrix of faults as a table: ``pytest -p matrix tests/faults``.

A row's size is the number of its tests that ran, without those that show that it can fail, unless a test says by
``record_property("size", ...)`` how much it held up.
"""

import re
from collections.abc import Iterator

import pytest

_SELF_TEST = re.compile("found_out|would_be_seen")

ROWS = {
    "test_kills": ("R1", "batch dödad vid slumpvisa ögonblick", "inget förlorat, dubbelt, halvt eller kvarlämnat"),
    "test_power_loss": ("R2", "strömavbrott vid varje skrivning", "0 brott"),
    "test_failing_calls": ("R4", "systemanrop som misslyckas", "rätt felkod, ingen traceback, nästa körning blir klar"),
    "test_full_disk": ("R5", "full disk", "felkod 74, inget trasigt dokument"),
    "test_two_batches": ("R7", "två körningar i en mapp", "den andra avvisas (75), låset fritt direkt"),
    "test_libreoffice_faults": ("R8", "LibreOffice som dör, hänger eller ljuger", "0 felaktiga ok, inget kvar"),
    "test_workers": ("R9", "post som fäller sin arbetare", "alla andra gjorda, posten namngiven"),
    "test_soak": ("R10", "lång körning", "minnet växer inte, inget öppet, inget kvar"),
    "test_verify": ("R11", "ändrad mapp eller loggbok", "allt funnet, 0 falska larm"),
    "test_stopped": ("R12", "avbruten körning, ändrade uppgifter eller mallar", "samma resultat, aldrig blandat"),
    "test_hostile_json": ("S4", "fientlig JSON", "0 traceback"),
    "test_canary": ("S6", "märkta personuppgifter", "0 träffar utanför dokumenten"),
    "test_hostile_names": ("S8", "fientliga nummer som filnamn", "0 utanför mappen, 0 tysta krockar"),
    "test_modes": ("S9", "rättigheter på filer och mappar", "0600 och 0700"),
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell of each row how much was done and how much was found."""
    lines = ["| rad | prov | antal | mål | funna fel |", "|---|---|---|---|---|"]
    for module, (row, what, target) in ROWS.items():
        ran = [one for one in _reports(terminalreporter) if f"/{module}.py::" in one.nodeid]
        done = sum(_size(one) for one in ran if one.when == "call" and not _SELF_TEST.search(one.nodeid))
        found = sum(one.failed for one in ran)
        if ran:
            lines.append(f"| {row} | {what} | {done} | {target} | {found} |")
    terminalreporter.write_line("\n".join(lines))


def _reports(reporter: pytest.TerminalReporter) -> Iterator[pytest.TestReport]:
    for outcome in ("passed", "failed", "error"):
        yield from (one for one in reporter.stats.get(outcome, []) if isinstance(one, pytest.TestReport))


def _size(report: pytest.TestReport) -> int:
    return int(str(dict(report.user_properties).get("size", 1)))
