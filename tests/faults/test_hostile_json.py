"""Hostile exports: nothing in one makes docgen fall, and every refusal says what and where.

``FAULTS=10`` tries 50 000 random ones and measures the reader on 200 MB.
"""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from batches import ORGANISATION, carried_out, order
from conftest import TODAY
from hostile_json import exports, mutated, odd, record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from running import docgen
from sizes import size

from docgen import messages
from docgen.checking import check
from docgen.errors import BUG, RunError
from docgen.order import Order
from docgen.outcome import Failed, Outcome, Written
from docgen.stages import parse
from docgen.stages.window import LARGEST

HERE = Path(__file__).parent
ODD, EXPORTS = odd(), exports()
GOOD = record().encode()
MANY = settings(max_examples=size(25_000, 120), deadline=None, suppress_health_check=list(HealthCheck), database=None)
SMALL, LARGE = size(20, 4), size(200, 40)
MB = 1 << 20


def checked(file: Path) -> list[Outcome]:
    """Return what becomes of the records of a file, every refusal held to what one must say; may raise RunError."""
    found = list(check(Order(sources=(str(file),), out=file.parent, organisation=ORGANISATION, today=TODAY)))
    for one in found:
        if isinstance(one, Failed):
            assert one.code != BUG, one.facts
            assert one.findings
            assert all(finding.code and finding.path.startswith("$") for finding in one.findings)
    return found


def refused(file: Path) -> str:
    """Return the code of the first refusal; "" when there is none."""
    try:
        return next((one.code for one in checked(file) if isinstance(one, Failed)), "")
    except RunError as error:
        return error.code if messages.of(messages.Lang.SV).what(error.code, error.facts) else ""


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("what", ODD)
def test_an_odd_record_is_refused_with_code_and_path(what: str, tmp_path: Path) -> None:
    assert refused(written(tmp_path, "e.json", ODD[what]))


@pytest.mark.parametrize("what", ODD)
def test_an_odd_line_costs_no_other_record(what: str, tmp_path: Path) -> None:
    found = checked(written(tmp_path, "e.jsonl", b"\n".join([GOOD, ODD[what], GOOD])))
    assert [type(one) for one in found] == [Written, Failed, Written]


@pytest.mark.parametrize("what", ODD)
def test_an_odd_element_is_told_and_those_before_it_are_read(what: str, tmp_path: Path) -> None:
    file = written(tmp_path, "e.json", b"[" + b", ".join([GOOD, ODD[what], GOOD]) + b"]")
    if what in {"latin-1", "an encoded surrogate"}:
        assert refused(file) == "J-03"
        return
    before, fault, *after = checked(file)
    assert isinstance(before, Written)
    assert isinstance(fault, Failed)
    assert fault.code == "J-13" or [type(one) for one in after] == [Written]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
@pytest.mark.parametrize("what", EXPORTS)
def test_a_hostile_file_is_refused_with_a_code(what: str, suffix: str, packed: bool, tmp_path: Path) -> None:  # noqa: FBT001
    name, data = (f"e.{suffix}.gz", gzip.compress(EXPORTS[what])) if packed else (f"e.{suffix}", EXPORTS[what])
    nothing = suffix == "jsonl" and not EXPORTS[what].strip()
    assert bool(refused(written(tmp_path, name, data))) is not nothing


@pytest.mark.parametrize("cut", [1, 5, 12, 200, -9, -1])
def test_a_packed_file_that_is_broken_off_is_refused(cut: int, tmp_path: Path) -> None:
    assert refused(written(tmp_path, "e.jsonl.gz", gzip.compress(GOOD)[:cut])) == "J-17"


def test_latin_1_is_told_with_the_place_of_the_byte(tmp_path: Path) -> None:
    data = b"[" + GOOD + b", " + ODD["latin-1"] + b"]"
    with pytest.raises(RunError) as told:
        checked(written(tmp_path, "e.json", data))
    assert told.value.facts["byte"] == str(data.index(b"\xe5"))


@pytest.mark.parametrize("name", ["e.json", "e.jsonl"])
def test_one_record_of_20_mb_is_no_record(name: str, tmp_path: Path) -> None:
    huge = record(utredning="x" * (20 * MB)).encode()
    assert len(huge) > LARGEST
    assert refused(written(tmp_path, name, GOOD + b"\n" + huge)) == "J-15"


def test_a_folder_of_all_of_them_is_a_batch_in_which_each_has_a_name_and_the_good_one_is_made(tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    paged = {name for name in EXPORTS if "page" in name}
    for at, (what, data) in enumerate({**ODD, **EXPORTS}.items()):
        if what not in paged:
            written(tmp_path / "e", f"{at}.json", data)
    written(tmp_path / "e", "good.json", record(arende={"diarienummer": "SN 2026/1"}).encode())
    found = carried_out(order(tmp_path / "e", tmp_path / "ut"))
    assert "SN 2026/1" in {one.place.key for one in found if isinstance(one, Written)}
    said = docgen("status", tmp_path / "ut", "--format", "json").out.splitlines()[1:]
    told = [one for one in map(json.loads, said) if one["status"] == "misslyckad"]
    assert len({one["fil"] for one in told}) == len(ODD) + len(EXPORTS) - len(paged)
    assert all(one["plats"].startswith("$") and one["kod"] not in {"", BUG} for one in told)


@MANY
@given(data=mutated(), suffix=st.sampled_from(("json", "jsonl")))
def test_a_damaged_sample_is_a_record_or_refused(
    data: bytes, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    refused(written(tmp_path_factory.getbasetemp(), f"damaged.{suffix}", data))


@MANY
@given(data=st.binary(max_size=400), suffix=st.sampled_from(("json", "jsonl", "json.gz")))
def test_random_bytes_are_no_record(data: bytes, suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = written(tmp_path_factory.getbasetemp(), f"random.{suffix}", data)
    assert refused(file) or not data.strip() or suffix == "json.gz"


def grown(tmp_path: Path, form: str, how: str = "one by one") -> tuple[float, float]:
    """Return how many MB a process that reads gets above its start at most, and how many of them for 10 times more."""
    peaks = []
    for mb in (SMALL, LARGE):
        file = tmp_path / f"{mb}.{'jsonl' if form == 'lines' else 'json'}"
        _fill(file, form, mb * MB)
        run = [sys.executable, str(HERE / "reading_peak.py"), str(file), how]
        peaks.append(float(subprocess.run(run, capture_output=True, text=True, check=True).stdout))
        file.unlink()
    return peaks[1], peaks[1] - peaks[0]


def _fill(file: Path, form: str, wanted: int) -> None:
    """Write an export; an array and a page are one line each."""
    head, between, tail = {
        "lines": (b"", b"\n", b"\n"),
        "array": (b"[", b",", b"]"),
        "page": (b'{"Result": [', b",", b"]}"),
    }[form]
    with file.open("wb") as stream:
        stream.write(head + GOOD)
        while stream.tell() < wanted:
            stream.writelines(_more(between))
        stream.write(tail)


def _more(between: bytes) -> Iterable[bytes]:
    return [between + GOOD] * 500


@pytest.mark.parametrize("form", ["lines", "array", "page"])
def test_the_reader_holds_a_window_whatever_the_size(form: str, tmp_path: Path) -> None:
    peak, growth = grown(tmp_path, form)
    assert peak <= 64
    assert growth <= 4


def test_a_reader_that_holds_the_export_would_be_seen(tmp_path: Path) -> None:
    _, growth = grown(tmp_path, "array", "all at once")
    assert growth > 4


def test_a_reader_that_falls_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "parsed", json.loads)
    with pytest.raises((AssertionError, RecursionError)):
        refused(written(tmp_path, "e.json", ODD["very deep"]))
