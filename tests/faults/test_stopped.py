"""R12: a batch that was stopped is finished by the next as if it had not been; what has changed since is never mixed.

A record's letter and its file copy are always of the same data and the same template.
"""

import io
import random
import shutil
import signal
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from batches import documents, export, wrong
from conftest import ROOT
from sizes import size
from started import (
    Ended,
    Run,
    book,
    broken,
    by_chance,
    carried_out,
    command,
    not_whole,
    some_moment,
    unbroken,
    unlike,
    untrue,
)

RECORDS = 40
FILES = 2 * RECORDS
Whole = Mapping[str, bytes]


class Work:
    """The order as it was first given, and as it is given again: with other data, or with another template."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._data = {"same": export(folder / "e.jsonl", RECORDS)}
        (folder / "new").mkdir()
        self._data["data"] = folder / "new" / "e.jsonl"
        said = self._data["same"].read_text(encoding="utf-8")
        self._data["data"].write_text(said.replace("två träffar", "tre träffar"), encoding="utf-8")
        templates = folder / "templates" / "bistandsbeslut"
        shutil.copytree(ROOT / "templates" / "bistandsbeslut", templates)
        (templates / "template.docx").write_bytes(restyled((templates / "template.docx").read_bytes()))
        self.whole = cache(self._whole)

    def order(self, change: str, out: Path, *more: str) -> list[str]:
        """Return the command."""
        templates = ["--templates", str(self._folder / "templates")] if change == "template" else []
        return command(self._data.get(change, self._data["same"]), out, *templates, *more)

    def _whole(self, change: str) -> Whole:
        if change == "same":
            return unbroken(RECORDS)
        out = self._folder / f"unbroken-{change}"
        assert carried_out(self.order(change, out), self._folder).code == 0
        made = documents(out)
        assert not made.items() & self.whole("same").items()
        return made


def restyled(template: bytes) -> bytes:
    """Return a template with another line distance."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:line="276"', b'w:line="280"'))
    return target.getvalue()


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    return Work(tmp_path_factory.mktemp("work"))


def stopped(how: str, chance: random.Random, order: list[str], out: Path, log: Path) -> Ended:
    """Begin a batch and stop it at some moment after it has taken the folder."""
    run = Run(order, log)
    assert run.until((out / ".docgen" / "logbook.lock").exists)
    some_moment(chance, run, out, FILES // 2)
    for name in how.split():
        run.sent(signal.Signals[name])
    ended = run.ended()
    assert run.survivors() == []
    return ended


def mixed(out: Path, old: Whole, new: Whole) -> list[str]:
    """Return the records of which one document is of the old and the other of the new, or either of neither."""
    there = documents(out)
    pairs = {name: f"akt/{name.removesuffix('.docx')}_akt.docx" for name in new if "/" not in name}
    return [
        letter
        for letter, copy in pairs.items()
        if not any(there.get(letter) == one[letter] and there.get(copy) == one[copy] for one in (old, new))
    ]


STOPS = {"SIGINT": 130, "SIGTERM": 130, "SIGKILL": -9, "SIGINT SIGINT": 130}
AGAIN = [("same", False), ("data", False), ("data", True), ("template", True), ("template", False)]
CASES = [(how, change, overwrite) for change, overwrite in AGAIN for how in STOPS]


@pytest.mark.parametrize("seed", range(size(150, 4)))
def test_a_stopped_batch_is_finished_as_if_it_had_not_been(seed: int, tmp_path: Path, work: Work) -> None:
    how, change, overwrite = CASES[seed * 7 % len(CASES)]
    out, old = tmp_path / "ut", work.whole("same")
    ended = stopped(how, by_chance(seed), work.order("same", out), out, tmp_path)
    assert "Traceback" not in ended.err, ended.err
    assert ended.code == STOPS[how] or (ended.code, book(out).made) == (0, RECORDS)  # it was done before it was stopped
    assert (not_whole(out, old), untrue(out, old)) == ([], [])
    new = work.whole(change)
    made = book(out).made
    again = carried_out(work.order(change, out, *(["--overwrite"] if overwrite else [])), tmp_path)
    if overwrite or change == "same" or not made:
        assert again.code == 0, again.err
        assert unlike(out, new) == []
    else:
        assert (again.code, again.err.count("Fel S-07 ")) == (1, made), again.err
        assert (mixed(out, old, new), wrong(out), len(documents(out))) == ([], [], FILES)


def test_a_docgen_that_mixes_is_found_out(tmp_path: Path, work: Work) -> None:
    out = tmp_path / "ut"
    assert carried_out(work.order("same", out), tmp_path).code == 0
    carried_out(work.order("data", out, "--overwrite"), tmp_path, broken("keeps_what_is_there"))
    assert len(mixed(out, work.whole("same"), work.whole("data"))) == RECORDS
