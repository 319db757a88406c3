"""One record's trouble is its own: what the pipeline does when the engine, or docgen itself, fails."""

import json
from pathlib import Path

import pytest
from conftest import SAMPLES, TODAY

from docgen.engines.engine import Engines
from docgen.errors import BUG, TransientError
from docgen.order import Format, Order
from docgen.outcome import Failed, Outcome, Written
from docgen.pipeline import Pipeline
from docgen.preflight import prepare
from docgen.stages import derive, read
from docgen.stages.validate import Validated

S4 = SAMPLES / "protokollsutdrag" / "s4-slutrapport.json"


class Failing:
    """An engine that fails in passing as often as it is told to, and then gives what is no PDF."""

    def __init__(self, times: int) -> None:
        self.times, self.asked = times, 0

    def convert(self, docx: bytes) -> bytes:
        assert docx.startswith(b"PK")
        self.asked += 1
        if self.asked <= self.times:
            raise TransientError("P-02", sekunder="60")
        return b"not a PDF"


def outcomes(source: Path, out: Path, engine: Failing, format_: Format = Format.PDF) -> list[Outcome]:
    order = Order(
        sources=(str(source),), out=out, organisation=SAMPLES / "organisation.toml", today=TODAY, format=format_
    )
    pipeline = Pipeline(order, prepare(order), Engines(engine))
    return [pipeline(raw) for raw in read.records(order.sources)]


def test_an_engine_that_fails_twice_costs_the_record_and_nothing_is_written(tmp_path: Path) -> None:
    engine = Failing(times=2)
    (outcome,) = outcomes(S4, tmp_path / "ut", engine)
    assert isinstance(outcome, Failed)
    assert (outcome.code, engine.asked) == ("P-02", 2)
    assert not (tmp_path / "ut").exists()


def test_a_second_try_is_made_and_its_result_is_not_believed_blindly(tmp_path: Path) -> None:
    engine = Failing(times=1)
    (outcome,) = outcomes(S4, tmp_path / "ut", engine)
    assert isinstance(outcome, Failed)
    assert (outcome.code, outcome.facts, engine.asked) == ("P-04", {"orsak": "trasig"}, 2)


def test_word_files_need_no_engine(tmp_path: Path) -> None:
    engine = Failing(times=9)
    (outcome,) = outcomes(S4, tmp_path / "ut", engine, Format.DOCX)
    assert isinstance(outcome, Written)
    assert engine.asked == 0


def test_a_fault_of_our_own_costs_one_record_and_tells_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "export.jsonl"
    good = json.loads(S4.read_text(encoding="utf-8"))
    other = good | {"arende": {"diarienummer": "SN 2010/1"}}
    export.write_text(f"{json.dumps(good)}\n{json.dumps(other)}\n", encoding="utf-8")
    real = derive.view

    def broken(validated: Validated, *rest: object) -> object:
        if validated.record.arende.diarienummer == "2007/310-75":
            raise ZeroDivisionError("Mallan Sekreterarsson")
        return real(validated, *rest)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(derive, "view", broken)
    first, second = outcomes(export, tmp_path / "ut", Failing(0), Format.DOCX)
    assert isinstance(first, Failed)
    assert first.code == BUG
    assert "Mallan" not in str(first)
    assert first.facts["typ"] == "ZeroDivisionError"
    assert isinstance(second, Written)
