"""Build the shipped Word templates: ``python .ci/templates [FOLDER]``, by default into ``templates/``."""

import sys
from pathlib import Path

import bistandsbeslut
import protokollsutdrag
from house import save

TEMPLATES = {"bistandsbeslut": bistandsbeslut.template, "protokollsutdrag": protokollsutdrag.template}


def main(folder: Path) -> None:
    """Write ``<slug>/template.docx`` for each document type."""
    for slug, template in TEMPLATES.items():
        save(template(), folder / slug / "template.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[2] / "templates")
