"""A legal rule: a small named function beside its model that yields faults.

A rule carries its id, its severity and its legal basis; it never knows how it is shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docgen.documents.organisation import Organisation
from docgen.errors import Facts, Finding, Severity
from docgen.law.lagrum import Catalogue


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may know besides the record: the organisation, the law and the day of the run.

    ``publik`` says that versions for the public are to be made, where the law asks for them (R-53).
    """

    organisation: Organisation
    law: Catalogue
    today: date
    publik: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """One place that breaks a rule; ``severity`` only where it differs from the rule's own."""

    path: str
    facts: Facts = field(default_factory=dict)
    severity: Severity | None = None


Check = Callable[[Any, Setting], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: ``check`` takes a record of the type the rule is written for."""

    id: str
    severity: Severity
    basis: str
    check: Check

    def findings(self, record: object, setting: Setting) -> Iterator[Finding]:
        """Yield a finding for each place where ``record`` breaks the rule."""
        for fault in self.check(record, setting):
            yield Finding(self.id, fault.path, fault.severity or self.severity, fault.facts)


def rule(id_: str, severity: Severity, basis: str) -> Callable[[Check], Rule]:
    """Make a rule of the function below; ``basis`` names the section of law or the practice behind it."""

    def make(check: Check) -> Rule:
        return Rule(id_, severity, basis, check)

    return make


def rules_of(*modules: object) -> tuple[Rule, ...]:
    """Return the rules that ``modules`` define, in the order of their ids."""
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda one: one.id))
