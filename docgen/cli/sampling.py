"""The order that a document type is shown with: its main sample."""

from typing import Any

from docgen.cli.ordering import ORGANISATION, ordered
from docgen.documents.kind import Kind
from docgen.order import Order
from docgen.resources import samples


def sample_order(kind: Kind, **chosen: Any) -> Order:  # noqa: ANN401 - click's options
    """Return the order to make the main sample of ``kind``, sent by the samples' own organisation."""
    sample = samples() / kind.slug / f"{kind.exempel}.json"
    return ordered((str(sample),), organisation=samples() / ORGANISATION, templates=None, **chosen)
