"""Each benchmark starts, measures what it says and prints its table; how fast it is, no test asks."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

PARTS = {"durable"}
"""Programs that another one runs."""

PROGRAMS = [
    path
    for path in sorted((ROOT / "benchmarks").glob("*.py"))
    if "__main__" in path.read_text("utf-8") and path.stem not in PARTS
]


@pytest.fixture
def small(tmp_path: Path) -> dict[str, list[str]]:
    """Return for each program how it is asked for little."""
    export = tmp_path / "export.jsonl"
    record = (SAMPLES / "protokollsutdrag" / "s4-slutrapport.json").read_text(encoding="utf-8")
    export.write_text(" ".join(record.splitlines()), encoding="utf-8")
    (tmp_path / "organisation.toml").write_bytes((SAMPLES / "organisation.toml").read_bytes())
    (tmp_path / "logotyp.png").write_bytes((SAMPLES / "logotyp.png").read_bytes())
    return {
        "batch": ["1", str(export)],
        "cluster": ["1", "4"],
        "pdf": ["--rounds", "1"],
        "scale": ["--records", "100"],
        "word_engine": ["--rounds", "1", "--fills", "20"],
    }


def table(program: Path, arguments: list[str]) -> list[str]:
    done = subprocess.run([sys.executable, str(program), *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_benchmark_prints_its_table_and_how_to_repeat_it(program: Path, small: dict[str, list[str]]) -> None:
    head, *rows = table(program, small[program.stem])
    assert head.endswith(f"python benchmarks/{program.name} {' '.join(small[program.stem])}")
    assert rows
    assert all(re.search(r"\d", row) for row in rows)
    {"pdf": check_pdf, "word_engine": check_word_engine}.get(program.stem, lambda _: None)(rows)


def check_word_engine(rows: list[str]) -> None:
    """Every subject has every figure, and what was timed was the same work."""
    for name in ("brev", "plan"):
        own = [row for row in rows if row.startswith(name)]
        assert sum("x  >= " in row for row in own) == 2
        assert sum("1 av 1  1 av 1" in row for row in own) == 1
        assert sum(row.endswith("<= 2 MB") for row in own) == 2
        for packing in ("snabb", "liten"):
            shares = [int(found) for row in own for found in re.findall(rf"därav, {packing}.* (-?\d+)%$", row)]
            assert len(shares) == 7
            assert 95 <= sum(shares) <= 105


def check_pdf(rows: list[str]) -> None:
    """Each document has our time with its steps, what is not measured is named, and the whole way is there."""
    for name in ("brev", "sip", "utdrag", "blankett"):
        own = [row for row in rows if row.startswith(name)]
        assert sum("docgen, typst" in row and row.endswith(" 1.0x, CPU 1.0x") for row in own) == 1
        shares = [int(found) for row in own for found in re.findall(r"därav .* (\d+)%$", row)]
        assert len(shares) == 4
        assert 97 <= sum(shares) <= 103
    assert sum("unoserver" in row for row in rows) == 1
    assert sum(row.endswith("<= 80 kB") for row in rows) == 1
    assert sum(" brev/s " in row for row in rows) == 1
