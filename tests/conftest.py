import json
import os
from collections import Counter
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


FAULTS_EACH = {
    "test_canary": 2,
    "test_failing_calls": 2,
    "test_kills": 2,
    "test_modes": 3,
    "test_power_loss": 2,
    "test_round_trip": 3,
    "test_verify": 8,
    "test_workers": 2,
}
"""How many cases of each test of the fault matrix CI does; ``make faults`` does them all."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of the fault matrix what is beyond CI's slice, and say how many those are."""
    if "FAULTS" in os.environ:
        return
    seen: Counter[tuple[Path, str]] = Counter()
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        name = (item.path, str(getattr(item, "originalname", item.name)))
        seen[name] += 1
        slice_ = FAULTS_EACH.get(item.path.stem) if item.path.parent.name == "faults" else None
        (left if slice_ and seen[name] > slice_ else kept).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


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
