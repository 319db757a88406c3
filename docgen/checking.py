"""Check an export: what would become of each record, without anything that only making needs."""

from collections.abc import Iterator

from docgen import rulebook
from docgen.order import Order
from docgen.outcome import Outcome, Written
from docgen.stages import read, validate


def check(order: Order) -> Iterator[Outcome]:
    """Yield what would become of each record, and make nothing; memory does not grow with the export."""
    setting = rulebook.setting(order)

    def checked(raw: read.Raw) -> Written:
        found = validate.record(raw, setting)
        return Written(found.place, found.kind.slug, (), found.remarks)

    for raw in read.records(order.sources):
        yield validate.guarded(raw, checked)
