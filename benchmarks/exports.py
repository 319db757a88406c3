"""Exports of letters in their thousands: the same decision under numbers of its own."""

import json
from collections.abc import Iterator
from pathlib import Path

from docgen.resources import samples

ORGANISATION = samples() / "organisation.toml"
LETTER = samples() / "bistandsbeslut" / "s0-behandling-och-uppfoljningskontakt.json"


def _records(count: int) -> Iterator[str]:
    letter = json.loads(LETTER.read_text(encoding="utf-8"))
    del letter["$schema"]
    for number in range(1, count + 1):
        letter["arende"] = {"diarienummer": f"IFO 2026/{number:07}"}
        yield json.dumps(letter, ensure_ascii=False)


def lines(path: Path, count: int) -> Path:
    """Write ``count`` records as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{one}\n" for one in _records(count))
    return path


def array(path: Path, count: int) -> Path:
    """Write ``count`` records as one JSON array."""
    with path.open("w", encoding="utf-8") as file:
        for at, one in enumerate(_records(count)):
            file.write(f"{',' if at else '['}\n{one}")
        file.write("\n]\n")
    return path
