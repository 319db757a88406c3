import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.documents import organisation
from docgen.documents.rule import Setting
from docgen.law import lagrum
from docgen.resources import shipped_file

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
TODAY = date(2026, 11, 22)

Record = dict[str, Any]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write tests/golden anew from the samples")


@pytest.fixture(scope="session")
def setting() -> Setting:
    law = lagrum.load(shipped_file("_common/lagrum.toml"))
    return Setting(organisation.load(SAMPLES / "organisation.toml"), law, TODAY)


@pytest.fixture
def sample() -> Callable[[str], Record]:
    """Return a function that reads a sample by its name, ``bistandsbeslut/s0-...``, fresh each time."""

    def read(name: str) -> Record:
        found: Record = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        return found

    return read
