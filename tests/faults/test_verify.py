"""``docgen verify``: whatever is done to the files of a batch or to its logbook is found, and nothing else is told.

``FAULTS=10`` does a thousand of them.
"""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from batches import carried_out, documents, export, order
from running import docgen
from sizes import size

from docgen.logbook import total

Harm = Callable[[Path, random.Random], object]
LETTERS = 12


def found(out: Path) -> list[tuple[str, str]]:
    """Return what verify tells of a folder, its exit code held to it."""
    told = docgen("verify", out, "--json")
    said = [json.loads(line) for line in told.out.splitlines()]
    assert told.code == (1 if said else 0)
    return sorted((one["fel"], one["namn"]) for one in said)


def some(out: Path, chance: random.Random, count: int = 1) -> Sequence[Path]:
    return chance.sample([out / name for name in sorted(documents(out))], count)


def flipped(out: Path, chance: random.Random) -> object:
    (file,) = some(out, chance)
    data = bytearray(file.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    return [("andrad", file.relative_to(out).as_posix())]


def deleted(out: Path, chance: random.Random) -> object:
    (file,) = some(out, chance)
    file.unlink()
    return [("saknas", file.relative_to(out).as_posix())]


def added(out: Path, chance: random.Random) -> object:
    name = f"{chance.choice(('', 'akt/', 'ny/'))}{chance.choice(('x.pdf', '.x', 'logbook.sqlite', 'å.docx'))}"
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_bytes(b"x" * chance.randrange(3))
    return [("frammande", name)]


def swapped(out: Path, chance: random.Random) -> object:
    one, other = some(out, chance, 2)
    first = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(first)
    return sorted(("andrad", file.relative_to(out).as_posix()) for file in (one, other))


def truncated(out: Path, chance: random.Random) -> object:
    (file,) = some(out, chance)
    file.write_bytes(file.read_bytes()[: chance.randrange(file.stat().st_size)])
    return [("andrad", file.relative_to(out).as_posix())]


def renamed(out: Path, chance: random.Random) -> object:
    (file,) = some(out, chance)
    file.rename(file.with_name(f"x{file.name}"))
    name = file.relative_to(out)
    return [("frammande", name.with_name(f"x{name.name}").as_posix()), ("saknas", name.as_posix())]


def linked(out: Path, chance: random.Random) -> object:
    (file,) = some(out, chance)
    (out.parent / "elsewhere").write_bytes(file.read_bytes())
    file.unlink()
    file.symlink_to(out.parent / "elsewhere")
    return [("saknas", file.relative_to(out).as_posix())]


def row(statement: str) -> Harm:
    """Return what does something to one row of the logbook, as somebody with a tool for SQLite would."""

    def harmed(out: Path, chance: random.Random) -> object:
        with closing(sqlite3.connect(out / ".docgen" / "logbook.sqlite")) as base, base:
            rows = base.execute("SELECT rad FROM post ORDER BY rad").fetchall()
            (number,) = chance.choice(rows)
            assert base.execute(statement.replace("A_FILE", A_FILE), {"rad": number}).rowcount >= 1
        return None

    return harmed


A_FILE = "(SELECT namn FROM fil ORDER BY namn LIMIT 1 OFFSET :rad % (SELECT count(*) FROM fil))"
HARMS = {
    "a bit is flipped": flipped,
    "a file is deleted": deleted,
    "a file is added": added,
    "two files have each other's contents": swapped,
    "a file is cut short": truncated,
    "a file has another name": renamed,
    "a file is a link": linked,
    "a row's status": row("UPDATE post SET status = 'vantar' WHERE rad = :rad"),
    "a row's code": row("UPDATE post SET kod = 'R-12' WHERE rad = :rad"),
    "a row's findings": row("UPDATE post SET fynd = '[{}]' WHERE rad = :rad"),
    "a row's input": row("UPDATE post SET uppgifter = 'x' || substr(uppgifter, 2) WHERE rad = :rad"),
    "a row's conditions": row("UPDATE post SET villkor = villkor || 'x' WHERE rad = :rad"),
    "a row's number": row("UPDATE post SET nyckel = 'SN 1999/1' WHERE rad = :rad"),
    "a row's run": row("UPDATE post SET korning = korning + 1 WHERE rad = :rad"),
    "a row's seal": row("UPDATE post SET sigill = '' WHERE rad = :rad"),
    "a row is taken out": row("DELETE FROM post WHERE rad = :rad"),
    "a row is put in": row(
        "INSERT INTO post SELECT rad + 1000, 'x', nyckel, typ, korning, kalla, nummer, fil, plats, langd, uppgifter,"
        " villkor, status, kod, fynd, sigill FROM post WHERE rad = :rad"
    ),
    "a file's sha256": row("UPDATE fil SET sha256 = 'x' || substr(sha256, 2) WHERE namn = A_FILE"),
    "a file's size": row("UPDATE fil SET storlek = storlek + 1 WHERE namn = A_FILE"),
    "a file's record": row("UPDATE fil SET rad = rad + 1 WHERE namn = A_FILE"),
    "a file's row is taken out": row("DELETE FROM fil WHERE namn = A_FILE"),
    "a file's row is put in": row(
        "INSERT INTO fil SELECT 'x', rad, storlek, sha256, sigill FROM fil WHERE namn = A_FILE"
    ),
    "the total is another": row("UPDATE bok SET varde = 'f' || varde WHERE namn = 'summa' AND :rad"),
    "the total is taken out": row("DELETE FROM bok WHERE namn = 'summa' AND :rad"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a batch of which half was made anew with other data, and in which one record failed."""
    folder = tmp_path_factory.mktemp("verify")
    source = export(folder / "e.jsonl", LETTERS, "UTR-1")
    carried_out(order(source, folder / "ut"))
    with export(source, LETTERS // 2, "UTR-2").open("a", encoding="utf-8") as stream:
        stream.write('{"dokument": {}}\n')
    carried_out(order(source, folder / "ut", overwrite=True))
    return folder / "ut"


def test_nothing_is_told_of_a_folder_as_it_was_made(made: Path) -> None:
    assert len(documents(made)) == 2 * LETTERS
    assert [found(made) for _ in range(size(20, 2))] == [[]] * size(20, 2)


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_done_to_a_folder_is_found(harm: str, made: Path, tmp_path: Path) -> None:
    for at in range(size(1000, len(HARMS)) // len(HARMS)):
        out = Path(shutil.copytree(made, tmp_path / str(at), symlinks=True))
        expected = HARMS[harm](out, random.Random(f"{harm} {at}"))  # noqa: S311 - not for secrets
        told = found(out)
        assert told == expected if expected is not None else told, f"{harm}, {at}"
        shutil.rmtree(out)


def test_a_book_without_a_total_would_be_seen(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(total, "right", lambda *_: True)
    with pytest.raises(AssertionError):
        test_what_is_done_to_a_folder_is_found("a row is taken out", made, tmp_path)
