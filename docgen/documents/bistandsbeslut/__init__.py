"""Biståndsbeslut: a decision under SoL, as a letter to the person and a copy for the file."""

from docgen.documents import person_rules, record_rules
from docgen.documents.bistandsbeslut import (
    rules_beslut,
    rules_insats,
    rules_overklagande,
    rules_punkter,
    rules_uppfoljningskontakt,
)
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.bistandsbeslut.view import view
from docgen.documents.kind import Exemplar, Kind
from docgen.documents.rule import rules_of

KIND = Kind(
    slug="bistandsbeslut",
    titel="Biståndsbeslut",
    model=Bistandsbeslut,
    rules=rules_of(
        record_rules,
        person_rules,
        rules_beslut,
        rules_insats,
        rules_overklagande,
        rules_punkter,
        rules_uppfoljningskontakt,
    ),
    exemplar=(Exemplar.EXPEDIERING, Exemplar.AKT),
    view=view,
    exempel="flera-punkter-behandling-uppfoljningskontakt-och-avslag",
)
