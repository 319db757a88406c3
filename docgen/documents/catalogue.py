"""Every document type there is: the one list from which everything else is made."""

from collections.abc import Mapping

from docgen.documents import bistandsbeslut, protokollsutdrag
from docgen.documents.kind import Kind

KINDS: Mapping[str, Kind] = {kind.slug: kind for kind in (bistandsbeslut.KIND, protokollsutdrag.KIND)}
