"""Carry out an order: every record of every export through the pipeline."""

from collections.abc import Iterator

from docgen import preflight
from docgen.engines.choice import chosen
from docgen.order import Order
from docgen.outcome import Outcome
from docgen.pipeline import Pipeline
from docgen.stages import read


def run(order: Order) -> Iterator[Outcome]:
    """Yield what became of each record, in the order of the exports.

    Raises RunError for what stops the whole run; what was made before that stays.
    """
    workshop = preflight.prepare(order)
    raws = read.records(order.sources)
    with chosen(order.engine) as engines:
        pipeline = Pipeline(order, workshop, engines)
        for raw in read.only(raws) if order.single else raws:
            yield pipeline(raw)
