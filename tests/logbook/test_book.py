"""The logbook as a plan sees it: what becomes of a record that is new, known, changed, or not alone with its name."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.errors import Finding
from docgen.logbook.book import Logbook
from docgen.logbook.seal import Sealer
from docgen.logbook.tables import Planned, Status, Verdict
from docgen.outcome import Done, Failed, Made, Place, Written


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Logbook]:
    with closing(Logbook(tmp_path / "logbook.sqlite", Sealer(b"key"), tmp_path)) as one:
        yield one


class Folder(dict[str, int]):
    """The files of a folder by name, and their sizes."""

    def size(self, name: str) -> int | None:
        """Return how many bytes a file has."""
        return self.get(name)


def record(name: str, at: int = 1, *, says: str = "a", under: str = "v", names: Sequence[str] = ()) -> Planned:
    """Return a record whose documents are called ``name`` and ``names``, at a place of the export."""
    stems = [name, *names]
    return Planned(
        identitet=name,
        place=Place("e.jsonl", at, name.upper()),
        typ="bistandsbeslut",
        file="e.jsonl",
        offset=100 * at,
        length=10,
        uppgifter=says,
        villkor=under,
        namn=stems,
        filer=[f"{one}.docx" for one in stems],
    )


def planned(book: Logbook, *records: Planned, there: Folder | None = None, overwrite: bool = False) -> list[Verdict]:
    """Return what a run's plan says of records."""
    with book.planning((there or Folder()).size, overwrite=overwrite) as plan:
        return [plan(one) for one in records]


def made(book: Logbook, out: Path, there: Folder) -> list[str]:
    """Let all that is planned be made, and return the files that are no longer any record's."""
    done = []
    for task in list(book.tasks()):
        there[f"{task.name}.docx"] = 5
        files = [Made(out / f"{task.name}.docx", 5, "aa")]
        done.append(Done(task.row, Written(task.place, "bistandsbeslut", files)))
    return book.done(done)


def told(book: Logbook) -> list[tuple[str, Status, str]]:
    return [(row.place.key, row.status, row.kod) for row in book.rows()]


def test_a_record_nobody_has_seen_is_to_be_made(book: Logbook) -> None:
    assert planned(book, record("a"), record("b", 2)) == [Verdict.GORS, Verdict.GORS]
    assert [(task.name, task.offset) for task in book.tasks()] == [("a", 100), ("b", 200)]


def test_a_record_that_is_made_and_says_the_same_is_left(book: Logbook, tmp_path: Path) -> None:
    there = Folder()
    planned(book, record("a"))
    made(book, tmp_path, there)
    assert planned(book, record("a", 7), there=there) == [Verdict.OFORANDRAD]
    assert list(book.tasks()) == []
    assert told(book) == [("A", Status.GJORD, "")]


@pytest.mark.parametrize("changed", [record("a", says="b"), record("a", under="w")], ids=["data", "conditions"])
def test_a_record_that_is_made_and_changed_is_refused_or_with_overwrite_made_anew(
    changed: Planned, book: Logbook, tmp_path: Path
) -> None:
    there = Folder()
    planned(book, record("a"))
    made(book, tmp_path, there)
    assert planned(book, changed, there=there) == [Verdict.ANDRAD]
    assert told(book) == [("A", Status.GJORD, "S-07")]
    assert planned(book, record("a"), there=there) == [Verdict.OFORANDRAD]
    assert planned(book, changed, there=there, overwrite=True) == [Verdict.GORS]
    made(book, tmp_path, there)
    assert planned(book, changed, there=there) == [Verdict.OFORANDRAD]


@pytest.mark.parametrize("size", [None, 4])
def test_a_document_that_is_gone_or_of_another_size_is_made_anew(
    size: int | None, book: Logbook, tmp_path: Path
) -> None:
    there = Folder()
    planned(book, record("a"))
    made(book, tmp_path, there)
    left = Folder() if size is None else Folder({"a.docx": size})
    assert planned(book, record("a"), there=left) == [Verdict.GORS]


def test_a_name_that_somebody_else_has_is_refused_until_it_is_free_or_may_be_overwritten(book: Logbook) -> None:
    there = Folder({"a.docx": 1})
    assert planned(book, record("a"), there=there) == [Verdict.UPPTAGET]
    assert told(book) == [("A", Status.MISSLYCKAD, "S-01")]
    assert planned(book, record("a"), there=there) == [Verdict.UPPTAGET]
    assert planned(book, record("a"), there=there, overwrite=True) == [Verdict.GORS]
    assert planned(book, record("b"), there=there) == [Verdict.GORS]


def test_an_occupied_name_that_becomes_free_is_made(book: Logbook) -> None:
    planned(book, record("a"), there=Folder({"a.docx": 1}))
    assert planned(book, record("a")) == [Verdict.GORS]


@pytest.mark.parametrize("second", ["a", "A"])
def test_two_records_of_one_name_are_one_made_and_one_told(second: str, book: Logbook) -> None:
    assert planned(book, record("a"), record(second, 2)) == [Verdict.GORS, Verdict.DUBBLETT]
    assert [(row.place.number, row.kod) for row in book.rows()] == [(1, ""), (2, "S-02")]
    (twin,) = (row.fynd[0].facts for row in book.rows(Status.MISSLYCKAD))
    assert (twin["fil"], twin["post"]) == ("e.jsonl", "1")
    assert [task.place.number for task in book.tasks()] == [1]


def test_every_further_record_of_one_name_is_told_wherever_it_stands(book: Logbook) -> None:
    elsewhere = [replace(record("a"), place=Place(source, 1, "A")) for source in ("f.jsonl", "g.jsonl")]
    assert planned(book, record("a"), record("a", 2), record("a", 3), *elsewhere)[1:] == [Verdict.DUBBLETT] * 4
    assert len(list(book.rows())) == 5


@pytest.mark.parametrize("first", ["protokoll", "utdrag"])
def test_a_record_has_the_names_of_the_records_that_follow_from_it(first: str, book: Logbook) -> None:
    pair = [record("protokoll", 1, names=["utdrag"]), record("utdrag", 2)]
    if first == "utdrag":
        pair.reverse()
    assert planned(book, *pair) == [Verdict.GORS, Verdict.DUBBLETT]


def test_a_twin_stays_a_twin_when_the_order_is_given_again(book: Logbook, tmp_path: Path) -> None:
    there = Folder()
    pair = [record("a"), record("a", 2)]
    planned(book, *pair)
    made(book, tmp_path, there)
    assert planned(book, *pair, there=there) == [Verdict.OFORANDRAD, Verdict.DUBBLETT]
    assert len(list(book.rows())) == 2


def test_a_record_that_failed_is_tried_again(book: Logbook) -> None:
    planned(book, record("a"))
    (task,) = book.tasks()
    book.done([Done(task.row, Failed(task.place, "R-12", [Finding("R-12", "$.x")]))])
    assert told(book) == [("A", Status.MISSLYCKAD, "R-12")]
    assert planned(book, record("a", says="b")) == [Verdict.GORS]


def test_a_fault_in_the_export_is_kept_as_what_became_of_its_record(book: Logbook) -> None:
    fault = Finding("J-13", "$", facts={"rad": "3", "tecken": "1"})
    broken = Planned("? abc 2", Place("e.json", 2), "", "e.json", 0, 0, "abc", "", fault=fault)
    assert planned(book, broken) == [Verdict.FEL]
    assert [row.fynd for row in book.rows()] == [[fault]]


def test_a_plan_that_is_interrupted_leaves_the_book_as_it_was(book: Logbook) -> None:
    planned(book, record("a"))
    odd = replace(record("c"), typ=None)  # type: ignore[arg-type] # what no row can hold
    with pytest.raises(sqlite3.IntegrityError):
        planned(book, record("b"), odd)
    assert not book.finished
    assert list(book.broken_seals()) == []
    assert planned(book, record("b")) == [Verdict.GORS]


def test_a_file_that_a_record_no_longer_has_is_returned(book: Logbook, tmp_path: Path) -> None:
    planned(book, record("a"))
    (task,) = book.tasks()
    files = [Made(tmp_path / name, 5, "aa") for name in ("a.docx", "a.pdf")]
    assert book.done([Done(task.row, Written(task.place, "t", files))]) == []
    assert book.done([Done(task.row, Written(task.place, "t", files[:1]))]) == ["a.pdf"]
    assert [file.namn for file in book.files()] == ["a.docx"]


def test_tasks_come_page_by_page_in_the_order_of_the_export(book: Logbook) -> None:
    planned(book, *(record(f"n{at:04}", at) for at in range(1, 1203)))
    assert [task.place.number for task in book.tasks()] == list(range(1, 1203))


def test_every_row_is_sealed_whatever_is_done_with_the_book(book: Logbook, tmp_path: Path) -> None:
    there = Folder({"c.docx": 1})
    for overwrite in (False, True):
        planned(
            book, record("a", says=str(overwrite)), record("a", 2), record("c", 3), there=there, overwrite=overwrite
        )
        assert list(book.broken_seals()) == []
        made(book, tmp_path, there)
        assert list(book.broken_seals()) == []


def test_a_record_of_another_shard_has_its_name(book: Logbook) -> None:
    with book.planning(Folder().size, overwrite=False) as plan:
        book.leave_to_others(record("a"))
        assert plan(record("a", 2)) == Verdict.DUBBLETT
    assert list(book.broken_seals()) == []
