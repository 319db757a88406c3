"""Build the shipped Word templates: ``python .ci/templates [FOLDER]``, by default into ``templates/``.

The template of each document type is built by the module beside this one that has its slug for a name.
"""

import sys
from importlib import import_module
from pathlib import Path

from house import save

from docgen.documents.catalogue import KINDS


def main(folder: Path) -> None:
    """Write ``<slug>/template.docx`` for each document type."""
    for slug in KINDS:
        save(import_module(slug).template(), folder / slug / "template.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[2] / "templates")
