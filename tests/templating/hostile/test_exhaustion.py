"""Templates that would take all time or all memory are refused soon and cheaply.

Each is set off in a process of its own, which may take ``SECONDS`` of processor time and ``MEGABYTES`` of memory; the
process is a fork of one that has all modules in it already.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import ground
import pytest
from bombs import Bomb
from ground import MEGABYTES, NAMED, SECONDS
from places import template

Answer = tuple[str, float, int]


@pytest.fixture(scope="session")
def detonate() -> Iterator[Callable[[Bomb, Path], Answer]]:
    """Return a function that sets off a bomb apart and gives the outcome, the seconds and the megabytes."""
    with subprocess.Popen(
        [sys.executable, ground.__file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        asked, answers = process.stdin, process.stdout

        def one(bomb: Bomb, path: Path) -> Answer:
            asked.write(f"{bomb.name}\t{path}\n")
            asked.flush()
            outcome, seconds, megabytes = json.loads(answers.readline())
            return outcome, seconds, megabytes

        yield one
        asked.close()


@pytest.mark.parametrize("bomb", NAMED.values(), ids=NAMED)
def test_a_bomb_is_refused(detonate: Callable[[Bomb, Path], Answer], tmp_path: Path, bomb: Bomb) -> None:
    path = template(tmp_path / "template.docx", bomb.place, bomb.source(), raw=bomb.raw, headers=bomb.headers)
    outcome, seconds, megabytes = detonate(bomb, path)
    assert outcome in bomb.outcome.split()
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
