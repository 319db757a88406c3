"""``docgen merge-logbooks``: the logbooks of all shards become the one that a whole run would have had."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from letters import batch, docgen, documents, export, letters, own

BOOKS = (".docgen/logbook-1-av-2.sqlite", ".docgen/logbook-2-av-2.sqlite")


def exported(path: Path) -> Path:
    """Write an export of five letters, one that is no record, and a second one of the first's name."""
    lines = letters(5).splitlines()
    path.write_text("\n".join([*lines, "{", lines[0]]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an export and what two shards have made of it in ``ut``."""
    folder = tmp_path_factory.mktemp("delar")
    for shard in ("1/2", "2/2"):
        batch(exported(folder / "e.jsonl"), folder / "ut", "--shard", shard, "--workers", "1")
    return folder


@pytest.fixture
def shards(made: Path, tmp_path: Path) -> Path:
    """Return a copy of it, in which the same files are the export and the documents."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "ut"


def change(book: Path, statement: str) -> None:
    with closing(sqlite3.connect(book)) as base, base:
        base.execute(statement)


def status(out: Path) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in docgen("status", out, "--format", "json").stdout.splitlines()]
    return [lines[0], *sorted(lines[1:], key=lambda one: int(one["post"]))]


def refused(out: Path, code: str) -> None:
    """See that the folder cannot be joined, and is as it was."""
    before = own(out) | {"logbook.lock"}
    done = docgen("merge-logbooks", out)
    assert (done.returncode, code in done.stderr, "Traceback" in done.stderr) == (65, True, False), done.stderr
    assert own(out) | {"logbook.lock"} == before


def test_the_joined_book_says_what_the_parts_said_and_its_seals_are_whole(shards: Path) -> None:
    before = status(shards)
    done = docgen("merge-logbooks", shards)
    assert (done.returncode, "7" in done.stderr) == (0, True), done.stderr
    assert {name for name in own(shards) if name.endswith(".sqlite")} == {"logbook.sqlite"}
    assert status(shards) == before
    assert before[0] == {"antal": {"vantar": 0, "gjord": 5, "misslyckad": 2}}
    verified = docgen("verify", shards)
    assert (verified.returncode, verified.stdout) == (0, "")
    assert (shards / ".docgen" / "logbook.sqlite").stat().st_mode & 0o777 == 0o600


def test_verify_finds_in_the_joined_book_what_was_changed_since(shards: Path) -> None:
    docgen("merge-logbooks", shards)
    first, second, *_ = sorted(documents(shards))
    (shards / first).write_bytes(b"changed")
    (shards / second).unlink()
    change(shards / ".docgen" / "logbook.sqlite", "UPDATE post SET status = 'gjord' WHERE status = 'misslyckad'")
    found = [json.loads(line)["fel"] for line in docgen("verify", shards, "--json").stdout.splitlines()]
    assert sorted(found) == ["andrad", "loggrad", "loggrad", "saknas"]


def test_retry_makes_what_failed_of_all_parts_and_leaves_the_rest(made: Path, shards: Path) -> None:
    docgen("merge-logbooks", shards)
    export(shards.parent / "e.jsonl", 7)
    change(
        shards / ".docgen" / "logbook.sqlite",
        f"UPDATE bok SET varde = replace(varde, '{made}', '{shards.parent}') WHERE namn = 'order'",  # noqa: S608
    )
    told = [json.loads(line)["status"] for line in docgen("retry", shards, "--json").stdout.splitlines()]
    assert (told.count("oforandrad"), told.count("gjord"), len(told)) == (5, 2, 7)
    assert len(documents(shards)) == 14
    assert docgen("verify", shards).returncode == 0


@pytest.mark.parametrize("gone", [0, 1])
def test_a_part_that_is_missing_is_named(gone: int, shards: Path) -> None:
    (shards / BOOKS[gone]).unlink()
    refused(shards, "S-10")
    assert f"Del {gone + 1} av 2" in docgen("merge-logbooks", shards).stderr


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE post SET status = 'vantar' WHERE rad = 1", "S-10"),
        ("UPDATE bok SET varde = '9' WHERE namn = 'korning'", "S-10"),
        ("UPDATE post SET kod = 'R-01' WHERE rad = 1", "S-13"),
        ("UPDATE fil SET sha256 = 'ff'", "S-13"),
        ("UPDATE bok SET varde = 'another' WHERE namn = 'export'", "S-11"),
        ("UPDATE bok SET varde = 'another' WHERE namn = 'villkor'", "S-14"),
        ("UPDATE bok SET varde = 's3://another' WHERE namn = 'lager'", "S-14"),
    ],
    ids=["not finished", "planned halfway", "row", "file", "export", "conditions", "store"],
)
def test_a_part_that_is_not_as_the_others_or_as_it_was_is_refused(statement: str, code: str, shards: Path) -> None:
    change(shards / BOOKS[1], statement)
    refused(shards, code)


def test_what_two_exports_or_two_templates_made_is_not_joined(tmp_path: Path) -> None:
    for at, (count, more) in enumerate([(5, ()), (6, ()), (6, ("--packing", "liten"))], start=1):
        source = export(tmp_path / f"{at}.jsonl", count)
        batch(source, tmp_path / "ut", "--shard", f"{min(at, 2)}/2", *more, *(["--overwrite"] if more else []))
        if at == 2:
            refused(tmp_path / "ut", "S-11")
    batch(tmp_path / "2.jsonl", tmp_path / "ut", "--shard", "1/2")
    refused(tmp_path / "ut", "S-14")


def test_a_book_of_a_whole_run_is_not_written_over(shards: Path) -> None:
    whole = shards / ".docgen" / "logbook.sqlite"
    shutil.copy(shards / BOOKS[0], whole)
    refused(shards, "S-12")


def test_a_join_that_was_interrupted_before_it_was_tidied_up_is_done_again(shards: Path) -> None:
    kept = {name: (shards / name).read_bytes() for name in BOOKS}
    docgen("merge-logbooks", shards)
    for name, data in kept.items():
        (shards / name).write_bytes(data)
    assert docgen("merge-logbooks", shards).returncode == 0
    assert {name for name in own(shards) if name.endswith(".sqlite")} == {"logbook.sqlite"}
    assert docgen("verify", shards).returncode == 0


def test_a_folder_without_parts_is_told(tmp_path: Path) -> None:
    done = docgen("merge-logbooks", tmp_path)
    assert (done.returncode, "S-09" in done.stderr) == (66, True)
