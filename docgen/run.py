"""Carry out an order: every record of every export through the pipeline."""

from collections.abc import Iterator
from contextlib import closing

from docgen.documents.rule import Setting
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.errors import RecordError
from docgen.order import Order
from docgen.outcome import Failed, Outcome, Written
from docgen.pipeline import Pipeline
from docgen.preflight import prepare
from docgen.stages import read, validate


def run(order: Order) -> Iterator[Outcome]:
    """Yield what became of each record, in the order of the exports.

    Raises RunError for what stops the whole run; what was made before that stays.
    """
    workshop = prepare(order)
    with closing(LibreOfficeEngine()) as engine:
        pipeline = Pipeline(order, workshop, engine)
        for raw in read.records(order.sources):
            yield pipeline(raw)


def check(order: Order) -> Iterator[Outcome]:
    """Yield what would become of each record, and make nothing."""
    setting = prepare(order).setting
    for raw in read.records(order.sources):
        yield _checked(raw, setting)


def _checked(raw: read.Raw, setting: Setting) -> Outcome:
    place = validate.placed(raw)
    try:
        record = validate.record(raw, setting)
    except RecordError as error:
        return Failed(place, error.code, error.findings, error.facts)
    return Written(place, record.kind.slug, (), record.remarks)
