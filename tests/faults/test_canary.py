"""Marks in all that could be somebody's: whatever is done with the records, the marks are seen in the documents alone.

``FAULTS=10`` takes every sample there is, and every invalid one.
"""

import json
import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import started
from batches import ORGANISATION, export
from canaries import MARK, around, hits, marked, personal, samples, whole
from conftest import SAMPLES, TODAY
from running import docgen
from sizes import size
from watched import Watched

from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.stages import shape

HERE = Path(__file__).parent
SETTINGS = ["--organisation", str(ORGANISATION), "--date", TODAY.isoformat()]
EVERY = size(100, 1)
"""Samples of each kind."""
INVALID = sorted((SAMPLES / "invalid").glob("*/*.json"))[:: 1 if size(10, 1) > 1 else 5]


@pytest.fixture(scope="module")
def records(setting: Setting) -> Mapping[str, Sequence[object]]:
    """Return marked records that become documents, by their kind."""
    return {slug: [whole(file, setting)[0] for file in files[:EVERY]] for slug, files in samples().items()}


@pytest.fixture(scope="module")
def batch(records: Mapping[str, Sequence[object]], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Watched]:
    """Return a folder that holds an export of all the records, and the batch that made their documents."""
    folder = tmp_path_factory.mktemp("kanarie")
    lines = [json.dumps(one, ensure_ascii=False) for some in records.values() for one in some]
    (folder / "e.jsonl").write_text("\n".join(lines), encoding="utf-8")
    order: list[str | Path] = ["batch", folder / "e.jsonl", "--out", folder / "ut", "--workers", "2", *SETTINGS]
    return folder, Watched(order, folder / "tmp")


@pytest.fixture(scope="module")
def secrets(records: Mapping[str, Sequence[object]]) -> list[str]:
    """Return what is looked for besides the marks."""
    return sorted({number for some in records.values() for one in some for number in personal(one)})


def names(folder: Path) -> bytes:
    return b"\n".join(os.fsencode(path.relative_to(folder)) for path in folder.rglob("*"))


def own(out: Path) -> bytes:
    """Return all that docgen keeps for itself in a folder."""
    return b"\n".join(path.read_bytes() for path in (out / ".docgen").rglob("*") if path.is_file())


def test_every_kind_has_marks_and_they_are_printed(
    records: Mapping[str, Sequence[object]], batch: tuple[Path, Watched]
) -> None:
    assert set(records) == set(KINDS)
    assert all(MARK.search(json.dumps(one)) for some in records.values() for one in some)
    # Samples of a protocol and of its extracts speak of the same meeting: with all of them, some names are taken.
    assert set(re.findall(rb"  Fel (\S+)", batch[1].err)) == ({b"S-02"} if EVERY > 1 else set())
    made = [path.name for path in (batch[0] / "ut").rglob("*.pdf")]
    assert [slug for slug in KINDS if not any(name.startswith(f"{slug}_") for name in made)] == []


def test_a_batch_shows_nobody_anything(batch: tuple[Path, Watched], secrets: list[str]) -> None:
    folder, ended = batch
    assert hits(ended.out + ended.seen, *secrets) == set()
    assert hits(names(folder), *secrets) == set()
    assert ended.left == []


def test_the_logbook_holds_nobody(batch: tuple[Path, Watched], secrets: list[str]) -> None:
    assert len(own(batch[0] / "ut")) > 10_000
    assert hits(own(batch[0] / "ut"), *secrets) == set()


def test_a_document_tells_of_nobody_but_in_its_text(batch: tuple[Path, Watched], secrets: list[str]) -> None:
    for file in (batch[0] / "ut").rglob("*.*"):
        if file.suffix in {".docx", ".pdf"}:
            assert hits(around(file), *secrets) == set(), file.name


COMMANDS: Mapping[str, Sequence[str]] = {
    "status": ["status", "ut"],
    "status as JSON": ["status", "ut", "--format", "json"],
    "status as CSV": ["status", "ut", "--format", "csv", "--lang", "en"],
    "verify": ["verify", "ut", "--json"],
    "retry as JSON": ["retry", "ut", "--json"],
    "validate": ["validate", "e.jsonl", *SETTINGS],
    "validate as JSON": ["validate", "e.jsonl", *SETTINGS, "--json", "--lang", "en"],
    "a batch for the public": ["batch", "e.jsonl", "--out", "publik", "--public", "--format", "docx", *SETTINGS],
    "render of too many": ["render", "e.jsonl", "--out", "ut2", *SETTINGS],
    "bundle": ["bundle", "ut", "--out", "jobb", "--json"],
    "timeline": ["timeline", "plan.json", *SETTINGS],
    "import": ["import", "e.jsonl", "--from", "plan.json"],
    "template check": ["template", "check", "plan.json", "--type", "sip_plan"],
    "template preview": ["template", "preview", "plan.json", "--type", "sip_plan", "--out", "prov"],
    "explain": ["explain", "R-12"],
    "check": ["check", "plan.json"],
}


@pytest.mark.parametrize("what", COMMANDS)
def test_no_command_shows_anybody(
    what: str, batch: tuple[Path, Watched], secrets: list[str], records: Mapping[str, Sequence[object]]
) -> None:
    folder = batch[0]
    (folder / "plan.json").write_text(json.dumps(records["sip_plan"][0]), encoding="utf-8")
    named = {"ut", "ut2", "publik", "jobb", "prov", "e.jsonl", "plan.json"}
    ended = Watched([folder / one if one in named else one for one in COMMANDS[what]], folder / "tmp")
    assert hits(ended.out + ended.seen, *secrets) == set()
    assert ended.out + ended.err
    assert b"Traceback" not in ended.err
    assert ended.left == []
    assert hits(names(folder) + own(folder / "ut"), *secrets) == set()


@pytest.mark.parametrize("file", INVALID, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_no_refusal_shows_anybody(file: Path, tmp_path: Path) -> None:
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        value = {"dokument": file.read_text(encoding="utf-8")}
    gentle, _ = marked(value, lambda path: not path.endswith((".typ", "datum", "_nummer")))
    harsh, _ = marked(value, lambda path: not path.startswith("$.dokument"))
    odd = {**gentle, "Zqkaaaqz": 1} if isinstance(gentle, dict) else {"Zqkaaaqz": gentle}
    lines = [json.dumps(one, ensure_ascii=False) for one in (gentle, harsh, odd)]
    lines += [lines[0][: len(lines[0]) // 2], lines[1].replace("Zqk", "\\ud800Zqk", 3)]
    (tmp_path / "e.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for more in (["--json"], ["--lang", "en"]):
        told = docgen("validate", tmp_path / "e.jsonl", *SETTINGS, *more)
        assert told.code == 1
        assert hits((told.out + told.err).encode(), *personal(value)) == set()


BREAKS = {
    "a poison record": ("from docgen.executors import process; process.WORKER = 'bad_worker'", "W-01"),
    "a disk that takes no more": (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))",
        "S-04",
    ),
}
"""What Python carries out before docgen, and the code of what comes of it."""


@pytest.mark.parametrize("what", BREAKS)
def test_a_batch_that_goes_wrong_shows_nobody(
    what: str,
    tmp_path: Path,
    records: Mapping[str, Sequence[object]],
    secrets: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program, code = BREAKS[what]
    (tmp_path / "sitecustomize.py").write_text(program, encoding="utf-8")
    letter: Any = records["tjansteskrivelse"][0]
    (tmp_path / "fel.json").write_text(json.dumps({letter["arende"]["diarienummer"]: ["dies", 9]}), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(HERE)]))
    monkeypatch.setenv("DOCGEN_TEST_FAULTS", str(tmp_path / "fel.json"))
    lines = [json.dumps(some[0]) for some in records.values()]
    (tmp_path / "e.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ended = Watched(["batch", tmp_path / "e.jsonl", "--out", tmp_path / "ut", *SETTINGS], tmp_path / "tmp")
    assert code.encode() in ended.err, ended.err
    assert hits(ended.out + ended.seen + names(tmp_path) + own(tmp_path / "ut"), *secrets) == set()
    assert b"Traceback" not in ended.err


def test_a_batch_of_records_that_are_refused_shows_nobody(tmp_path: Path, secrets: list[str]) -> None:
    values = [json.loads(file.read_bytes()) for file in INVALID if file.stem[:1] in "FR"]
    lines = [json.dumps(marked(one, lambda path: not path.endswith((".typ", "datum")))[0]) for one in values]
    (tmp_path / "e.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ended = Watched(["batch", tmp_path / "e.jsonl", "--out", tmp_path / "ut", *SETTINGS], tmp_path / "tmp")
    assert ended.code == 1
    told = Watched(["status", tmp_path / "ut", "--format", "json"], tmp_path / "tmp")
    shown = ended.out + ended.seen + told.out + told.seen + names(tmp_path) + own(tmp_path / "ut")
    assert hits(shown, *secrets, *(number for one in values for number in personal(one))) == set()


def test_a_refusal_that_told_a_value_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shape, "shown", lambda name: name)
    with pytest.raises(AssertionError):
        test_no_refusal_shows_anybody(INVALID[0], tmp_path)


def test_a_fault_of_ours_in_the_process_that_plans_is_told_without_what_it_says(tmp_path: Path) -> None:
    order = started.command(export(tmp_path / "e.jsonl", 2), tmp_path / "ut")
    told = started.carried_out(order, tmp_path, started.broken("falls_over_the_plan"))
    assert (told.code, "X-01" in told.err, "Traceback" in told.err) == (70, True, False)
    assert hits((told.out + told.err).encode()) == set()


def test_a_name_in_the_metadata_would_be_seen(batch: tuple[Path, Watched], tmp_path: Path) -> None:
    file = next((batch[0] / "ut").glob("*.docx"))
    spoilt = tmp_path / "spoilt.docx"
    spoilt.write_bytes(file.read_bytes())
    with zipfile.ZipFile(spoilt, "a") as package:
        package.writestr("docProps/extra.xml", "<x>Zqkaabqz</x>")
    assert hits(around(spoilt)) == {"Zqkaabqz"}
