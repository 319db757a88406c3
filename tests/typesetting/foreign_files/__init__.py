"""Word files that were not made by docgen: one builder for each construct that the translator must know."""

from collections.abc import Callable, Mapping

from . import characters, fields, lists, long_tables, pages, pictures, rules, spacing, tables

DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    f"{module.__name__.rpartition('.')[2]}/{build.__name__}": build
    for module in (pages, spacing, rules, characters, lists, tables, long_tables, pictures, fields)
    for build in module.BUILDERS
}

FROZEN = "fields/dates"
"""The one file that LibreOffice sets otherwise by design: it reckons saved dates anew."""
