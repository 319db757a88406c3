"""Every sample in ``samples/invalid`` breaks the rule it is named after, and no other."""

import re
from datetime import date
from pathlib import Path

import pytest

from docgen import resources
from docgen.documents import organisation
from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Rule, Setting
from docgen.errors import Finding, RecordError
from docgen.law import lagrum
from docgen.stages import read, validate

TODAY = date(2026, 11, 22)
NAMED = re.compile(r"(?:R-\d{2,3}[a-z]?|[FJ]-\d{2})(?![0-9a-z])")


@pytest.fixture(scope="module")
def setting() -> Setting:
    return Setting(
        organisation.load(resources.samples() / "organisation.toml"),
        lagrum.load(resources.shipped_file("_common/lagrum.toml")),
        TODAY,
    )


def samples(*folders: str) -> list[Path]:
    return [path for slug in KINDS for path in sorted(resources.samples().joinpath(*folders, slug).glob("*.json"))]


def code(path: Path) -> str:
    found = NAMED.match(path.stem)
    assert found is not None, f"{path.name} is not named after a rule"
    return found[0]


def findings(path: Path, setting: Setting) -> list[Finding]:
    """Return all that is said of the records in ``path``; what was accepted by the record is left out."""
    said: list[Finding] = []
    for raw in read.records([str(path)]):
        try:
            said += validate.record(raw, setting).remarks
        except RecordError as error:
            said += error.findings
    return [one for one in said if not one.accepted]


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_a_valid_sample_breaks_no_rule(path: Path, setting: Setting) -> None:
    assert findings(path, setting) == []


@pytest.mark.parametrize("path", samples("invalid"), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_invalid_sample_breaks_only_what_it_is_named_after(path: Path, setting: Setting) -> None:
    assert {one.code for one in findings(path, setting)} == {code(path)}


def test_every_rule_has_a_sample_that_breaks_it_as_gravely_as_the_rule_says(setting: Setting) -> None:
    rules = {rule for kind in KINDS.values() for rule in kind.rules}
    shown = set[Rule]()
    for path in samples("invalid"):
        told = {(one.code, one.severity) for one in findings(path, setting)}
        shown |= {rule for rule in KINDS[path.parent.name].rules if (rule.id, rule.severity) in told}
    assert {rule.id for rule in rules - shown} == set()


def test_no_finding_repeats_a_personnummer(setting: Setting) -> None:
    for path in samples("invalid"):
        for one in findings(path, setting):
            said = " ".join((one.path, *one.facts.values()))
            assert re.search(r"\d{6,8}[-+]\d{4}", said) is None, path
