"""Merge: the logbooks of all shards of a run become the one that the whole run would have had.

What each row was sealed with is looked at first. A record's seal holds in the new book as it is; a file's is made anew,
for it also seals the number of the record's row, which is another there.
"""

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from docgen.errors import BadInput
from docgen.logbook import total
from docgen.logbook.book import Logbook
from docgen.logbook.seal import Sealer
from docgen.logbook.tables import Status
from docgen.order import recalled
from docgen.stages.disk import PRIVATE_FILE, flush_folder

_PART = re.compile(r"-(\d+)-av-(\d+)")
_KEPT = ("undermappar", "lager", "export", "villkor")
_RUN = "1"
"""The run of the joined book; records that were in the exports of earlier runs only keep their files, in run 0."""

# What is made goes before what is not: a record that has moved from one shard to another may be known to both.
_RECORDS = """
INSERT INTO post (identitet, nyckel, typ, korning, kalla, nummer, fil, plats, langd, uppgifter, villkor, status, kod,
                  fynd, sigill)
SELECT identitet, nyckel, typ, korning = (SELECT CAST(varde AS INTEGER) FROM del.bok WHERE namn = 'korning'),
       kalla, nummer, fil, plats, langd, uppgifter, villkor, status, kod, fynd, sigill
FROM del.post WHERE (status = ?) = ? ORDER BY rad
ON CONFLICT (identitet) DO UPDATE SET korning = max(korning, excluded.korning)
"""
_CONDITIONS = "INSERT OR IGNORE INTO villkor SELECT * FROM del.villkor"
_SAME = "JOIN del.post AS old USING (rad) JOIN main.post AS new USING (identitet)"
_NAMES = f"INSERT OR IGNORE INTO namn SELECT one.namn, new.rad, one.kalla, one.nummer FROM del.namn AS one {_SAME}"  # noqa: S608
_FILES = f"SELECT one.namn, new.rad, one.storlek, one.sha256 FROM del.fil AS one {_SAME}"  # noqa: S608


def join(parts: Sequence[Path], draft: Path, final: Path, seal: Sealer) -> int:
    """Write the book of the whole run to ``draft``, name it ``final``, and take the parts away; return its records.

    Raises BadInput S-10 (a part is missing or not finished), S-11 (of another export or in another number), S-12 (there
    is a whole book), S-13 (a row was changed) or S-14 (of other templates, wording, law or settings).
    """
    out = final.parent.parent
    with ExitStack() as stack:
        books = {path: stack.enter_context(closing(Logbook(path, seal, out))) for path in parts}
        _refuse_incomplete(books, out)
        _refuse_foreign(books, out)
        if final.exists() and not _joined_before(stack.enter_context(closing(Logbook(final, seal, out)))):
            raise BadInput("S-12", mapp=str(out))
        notes = {name: next(iter(books.values())).note(name) for name in (*_KEPT, "order")}
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    with closing(Logbook(draft, seal, out)) as book:
        notes["order"] = replace(recalled(notes["order"]), shard=None).remembered()
        for name, value in (notes | dict.fromkeys(("korning", "planerad", "sammanfogad"), _RUN)).items():
            book.write_note(name, value)
    count = _copied(parts, draft, seal)
    draft.replace(final)
    flush_folder(final.parent)
    for path in parts:
        path.unlink()
    flush_folder(final.parent)
    return count


def _refuse_incomplete(books: dict[Path, Logbook], out: Path) -> None:
    numbers = {path: _part(path) for path in books}
    totals = {of for _, of in numbers.values()}
    if len(totals) > 1:
        raise BadInput("S-11", mapp=str(out))
    (of,) = totals
    there = {number for path, (number, _) in numbers.items() if books[path].finished}
    if missing := sorted(set(range(1, of + 1)) - there):
        raise BadInput("S-10", mapp=str(out), antal=str(of), delar=", ".join(map(str, missing)))


def _part(path: Path) -> tuple[int, int]:
    found = _PART.search(path.stem)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _refuse_foreign(books: dict[Path, Logbook], out: Path) -> None:
    for path, book in books.items():
        if any(book.broken_seals()):
            raise BadInput("S-13", fil=str(path))
    if len({book.note("export") for book in books.values()}) > 1:
        raise BadInput("S-11", mapp=str(out))
    if len({(book.note("villkor"), book.note("lager")) for book in books.values()}) > 1:
        raise BadInput("S-14", mapp=str(out))


def _joined_before(book: Logbook) -> bool:
    """Tell whether the book is what a join left that was interrupted before it had taken the parts away."""
    return book.note("sammanfogad") != "" and book.note("sammanfogad") == book.note("korning")


def _copied(parts: Sequence[Path], draft: Path, seal: Sealer) -> int:
    """Copy the rows of every part, all or none; return how many records the run has."""
    with closing(sqlite3.connect(draft, isolation_level=None)) as base:
        base.execute("PRAGMA synchronous = FULL")
        total.kept(base, seal)
        for made in (True, False):
            for path in parts:
                _from(base, path, (_RECORDS, (Status.GJORD, made)))
        for path in parts:
            _from(base, path, (_CONDITIONS, ()), (_NAMES, ()), seal=seal)
        (count,) = base.execute("SELECT count(*) FROM post WHERE korning = ?", (_RUN,)).fetchone()
        return int(count)


def _from(
    base: sqlite3.Connection, path: Path, *copies: tuple[str, Sequence[object]], seal: Sealer | None = None
) -> None:
    """Copy from one part what the statements say, and with ``seal`` its files."""
    base.execute("ATTACH ? AS del", (str(path),))
    base.execute("BEGIN")
    for statement, values in copies:
        base.execute(statement, values)
    if seal:
        rows = base.execute(_FILES)
        sealed = ((*row, seal.row(*row)) for row in rows)
        base.executemany("INSERT OR IGNORE INTO fil VALUES (?, ?, ?, ?, ?)", sealed)
    base.execute("COMMIT")
    base.execute("DETACH del")
