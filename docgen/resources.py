"""Where the data files are: templates, schemas and samples.

Inside a wheel they lie in ``docgen/_data``; in a checkout (editable installs included) beside the
package. A municipality's own template folder goes in front of both.
"""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def _root() -> Path:
    """Return the folder that holds ``templates/``, ``schemas/`` and ``samples/``."""
    packed = PACKAGE / "_data"
    return packed if packed.is_dir() else PACKAGE.parent


def samples() -> Path:
    """Return the folder of shipped samples."""
    return _root() / "samples"


def schemas() -> Path:
    """Return the folder of published JSON Schemas."""
    return _root() / "schemas"


def shipped_file(name: str) -> Path:
    """Return the shipped file ``name`` (``slug/template.docx``) of the templates."""
    return _root() / "templates" / name


def own_file(name: str, own: Path | None) -> Path | None:
    """Return the file ``name`` in the municipality's ``own`` folder, None when it has none."""
    return own / name if own is not None and (own / name).is_file() else None
