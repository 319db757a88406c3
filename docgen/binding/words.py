"""The sentences on the sheets that are laid among finished pages."""

from functools import cache

from docgen.resources import shipped_file
from docgen.wording import Wording, load


@cache
def words() -> Wording:
    """Return the sentences of ``templates/_common/bindning.toml``; committees' papers are always formal."""
    return load([shipped_file("_common/bindning.toml")], "formell")
