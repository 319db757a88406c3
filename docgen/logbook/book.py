"""The logbook itself: one SQLite file, opened by one run at a time."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, astuple, replace
from pathlib import Path
from typing import Any

from docgen.errors import Finding, Severity
from docgen.logbook import total
from docgen.logbook.seal import Sealer
from docgen.logbook.tables import TABLES, VERSION, Condition, Finished, Planned, Row, Status, Verdict
from docgen.outcome import Done, Failed, Place, Task, Written

_PAGE = 500

Size = Callable[[str], int | None]
"""Says how many bytes a file of the folder has, None when there is none of that name."""

MISSING = ""
"""What rows that are no longer there are known by."""

OTHERS = 0
"""The row of a name that another shard has."""

STATUS = {
    Verdict.GORS: Status.VANTAR,
    Verdict.OFORANDRAD: Status.GJORD,
    Verdict.ANDRAD: Status.GJORD,
    Verdict.UPPTAGET: Status.MISSLYCKAD,
    Verdict.FEL: Status.MISSLYCKAD,
}


class Logbook:
    """What is to be made in a folder and what became of it; ``out`` is where its files lie.

    Every change is on the disk when the method that makes it returns, except those of ``planning``, which are when it
    ends: a plan that was interrupted is made again.
    """

    def __init__(self, path: Path, seal: Sealer, out: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._seal, self._out = seal, out
        # A rollback journal also works on network file systems, and FULL waits for the disk at each commit.
        self._base.executescript(f"PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; {TABLES}")
        self._base.execute("INSERT OR IGNORE INTO bok VALUES ('version', ?)", (VERSION,))
        total.kept(self._base, seal)
        self._korning = int(self.note("korning") or 0)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def note(self, name: str) -> str:
        """Return what the book says about itself under ``name``, "" when it says nothing."""
        found = self._base.execute("SELECT varde FROM bok WHERE namn = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def write_note(self, name: str, value: str) -> None:
        """Let the book say ``value`` about itself under ``name``."""
        self._base.execute("INSERT OR REPLACE INTO bok VALUES (?, ?)", (name, value))

    def condition(self, one: Condition) -> str:
        """Keep what documents depend on besides their records, and return what it is known by."""
        known = self._seal.row(*astuple(one))
        self._base.execute("INSERT OR IGNORE INTO villkor VALUES (?,?,?,?,?,?,?,?,?)", (known, *astuple(one)))
        return known

    @contextmanager
    def planning(self, size: Size, *, overwrite: bool) -> Iterator[Callable[[Planned], Verdict]]:
        """Give what plans a record of a new run and tells what is to become of it; ``size`` says what lies there.

        With ``overwrite`` a document whose record or conditions have changed is made anew, without it is refused.
        """
        self._korning += 1
        self.write_note("korning", str(self._korning))
        self._base.execute("BEGIN")
        try:
            yield lambda one: self._plan(one, size, overwrite=overwrite)
        except BaseException:
            if self._base.in_transaction:  # a full disk has ended it already
                self._base.execute("ROLLBACK")
            raise
        self.write_note("planerad", str(self._korning))
        self._base.execute("COMMIT")

    @property
    def finished(self) -> bool:
        """Tell whether the last run was planned to its end and nothing of it is left to do."""
        return self.note("planerad") == str(self._korning) and not self.counts().get(Status.VANTAR)

    def _plan(self, one: Planned, size: Size, *, overwrite: bool) -> Verdict:
        found = self._base.execute(
            "SELECT rad, korning, uppgifter, villkor, status, kod, kalla, nummer FROM post WHERE identitet = ?",
            (one.identitet,),
        ).fetchone()
        again = found and found[1] == self._korning
        twin = Place(*found[6:]) if again else self._taken(one.namn, int(found[0]) if found else None)
        if twin:
            self._refuse_twin(one, twin)
            return Verdict.DUBBLETT
        verdict = Verdict.FEL if one.fault else self._judged(one, found, size, overwrite=overwrite)
        if verdict in {Verdict.OFORANDRAD, Verdict.ANDRAD} and found:
            # What was made stays proved by what it was made from.
            one = replace(one, uppgifter=str(found[2]), villkor=str(found[3]))
        self._keep(one, STATUS[verdict], self._reason(one, verdict))
        self._claim(one)
        return verdict

    def _reason(self, one: Planned, verdict: Verdict) -> Finding | None:
        if verdict in {Verdict.UPPTAGET, Verdict.ANDRAD}:
            return Finding("S-01" if verdict is Verdict.UPPTAGET else "S-07", "$", facts={"namn": one.identitet})
        return one.fault

    def _judged(self, one: Planned, found: Sequence[str | int] | None, size: Size, *, overwrite: bool) -> Verdict:
        if found is None or found[5] == "S-01":
            occupied = not overwrite and any(size(name) is not None for name in one.filer)
            return Verdict.UPPTAGET if occupied else Verdict.GORS
        if found[4] != Status.GJORD:
            return Verdict.GORS
        if (found[2], found[3]) == (one.uppgifter, one.villkor):
            return Verdict.OFORANDRAD if self._all_there(int(found[0]), size) else Verdict.GORS
        return Verdict.GORS if overwrite else Verdict.ANDRAD

    def _all_there(self, rad: int, size: Size) -> bool:
        files = self._base.execute("SELECT namn, storlek FROM fil WHERE rad = ?", (rad,)).fetchall()
        return all(size(namn) == storlek for namn, storlek in files)

    def _taken(self, namn: Sequence[str], rad: int | None) -> Place | None:
        """Return where the record stands that has one of the names already; None when nobody else has."""
        for name in namn:
            found = self._base.execute(
                "SELECT rad, kalla, nummer FROM namn WHERE namn = ?", (name.casefold(),)
            ).fetchone()
            if found and found[0] != rad:
                return Place(str(found[1]), int(found[2]))
        return None

    def _claim(self, one: Planned) -> None:
        (rad,) = self._base.execute("SELECT rad FROM post WHERE identitet = ?", (one.identitet,)).fetchone()
        self._name(one, int(rad))

    def leave_to_others(self, one: Planned) -> None:
        """Note the names of a record that another shard makes."""
        if self._taken(one.namn, OTHERS) is None:
            self._name(one, OTHERS)

    def _name(self, one: Planned, rad: int) -> None:
        rows = [(name.casefold(), rad, one.place.source, one.place.number) for name in one.namn]
        self._base.executemany("INSERT OR REPLACE INTO namn VALUES (?, ?, ?, ?)", rows)

    def _refuse_twin(self, one: Planned, first: Place) -> None:
        """Keep a second record of the same name as one that failed, so that it is counted and told."""
        twin = replace(one, identitet=f"{one.identitet}#{one.place.source}#{one.place.number}")
        facts = {"namn": one.identitet, "fil": first.source, "post": str(first.number)}
        self._keep(twin, Status.MISSLYCKAD, Finding("S-02", "$", facts=facts))

    def _keep(self, one: Planned, status: Status, reason: Finding | None) -> None:
        kod, fynd = (reason.code, _written([reason])) if reason else ("", "[]")
        values = {
            "identitet": one.identitet,
            "nyckel": one.place.key,
            "typ": one.typ,
            "korning": self._korning,
            "kalla": one.place.source,
            "nummer": one.place.number,
            "fil": one.file,
            "plats": one.offset,
            "langd": one.length,
            "uppgifter": one.uppgifter,
            "villkor": one.villkor,
            "status": str(status),
            "kod": kod,
            "fynd": fynd,
            "sigill": self._seal.row(one.identitet, one.place.key, one.uppgifter, one.villkor, status, kod, fynd),
        }
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "identitet")
        self._base.execute(
            f"INSERT INTO post ({names}) VALUES ({marks}) ON CONFLICT (identitet) DO UPDATE SET {changes}",  # noqa: S608
            list(values.values()),
        )

    def tasks(self) -> Iterator[Task]:
        """Yield what is left to do of the run, page by page, so that its length costs no memory."""
        last = 0
        while rows := self._base.execute(
            "SELECT rad, identitet, kalla, nummer, nyckel, fil, plats, langd FROM post"
            " WHERE korning = ? AND status = ? AND rad > ? ORDER BY rad LIMIT ?",
            (self._korning, Status.VANTAR, last, _PAGE),
        ).fetchall():
            last = int(rows[-1][0])
            for rad, namn, kalla, nummer, nyckel, fil, plats, langd in rows:
                yield Task(rad, Place(kalla, nummer, nyckel), namn, fil, plats, langd)

    def done(self, finished: Sequence[Done]) -> list[str]:
        """Keep what became of tasks, all or none; return the names of files that the records no longer have."""
        stale: list[str] = []
        self._base.execute("BEGIN")
        for one in finished:
            if isinstance(one.outcome, Written):
                stale += self._made(one.row, one.outcome)
            elif isinstance(one.outcome, Failed):
                self._failed(one.row, one.outcome)
        self._base.execute("COMMIT")
        return stale

    def _made(self, rad: int, outcome: Written) -> list[str]:
        names = {one.path.relative_to(self._out).as_posix(): one for one in outcome.made}
        before = {str(name) for (name,) in self._base.execute("SELECT namn FROM fil WHERE rad = ?", (rad,))}
        self._base.execute("DELETE FROM fil WHERE rad = ?", (rad,))
        rows = [(name, rad, one.size, one.sha256) for name, one in names.items()]
        self._base.executemany(
            "INSERT OR REPLACE INTO fil VALUES (?, ?, ?, ?, ?)", [(*row, self._seal.row(*row)) for row in rows]
        )
        self._settle(rad, Status.GJORD, "", outcome.remarks)
        return sorted(before - names.keys())

    def _failed(self, rad: int, outcome: Failed) -> None:
        findings = outcome.findings or [Finding(outcome.code, "$", facts=outcome.facts)]
        self._settle(rad, Status.MISSLYCKAD, outcome.code, findings)

    def _settle(self, rad: int, status: Status, kod: str, findings: Sequence[Finding]) -> None:
        fynd = _written(findings)
        identitet, nyckel, uppgifter, villkor = self._base.execute(
            "SELECT identitet, nyckel, uppgifter, villkor FROM post WHERE rad = ?", (rad,)
        ).fetchone()
        sigill = self._seal.row(identitet, nyckel, uppgifter, villkor, status, kod, fynd)
        self._base.execute(
            "UPDATE post SET status = ?, kod = ?, fynd = ?, sigill = ? WHERE rad = ?", (status, kod, fynd, sigill, rad)
        )

    def rows(self, status: Status | None = None) -> Iterator[Row]:
        """Yield the records of the last run, in the order of the exports; only those of ``status`` if one is given."""
        found = self._base.execute(
            "SELECT kalla, nummer, nyckel, typ, status, kod, fynd FROM post"
            " WHERE korning = ?1 AND (?2 = '' OR status = ?2) ORDER BY kalla, nummer",
            (self._korning, status or ""),
        )
        for kalla, nummer, nyckel, typ, said, kod, fynd in found:
            yield Row(Place(kalla, nummer, nyckel), typ, Status(said), kod, [_read(one) for one in json.loads(fynd)])

    def counts(self) -> Mapping[Status, int]:
        """Return how many records of the last run have come how far."""
        found = self._base.execute(
            "SELECT status, count(*) FROM post WHERE korning = ? GROUP BY status", (self._korning,)
        )
        return {Status(said): number for said, number in found}

    def files(self) -> Iterator[Finished]:
        """Yield every file that was made in the folder, by name."""
        for namn, storlek, sha256 in self._base.execute("SELECT namn, storlek, sha256 FROM fil ORDER BY namn"):
            yield Finished(namn, storlek, sha256)

    def broken_seals(self) -> Iterator[str]:
        """Yield what each row is known by that is not as docgen wrote it: a record's number, or a file's name.

        Where a row has been taken out or put in, or is of another run than it was, the last is ``MISSING``.
        """
        for identitet, nyckel, *rest, sigill in self._base.execute(
            "SELECT identitet, nyckel, uppgifter, villkor, status, kod, fynd, sigill FROM post"
        ):
            if self._seal.row(identitet, nyckel, *rest) != sigill:
                yield nyckel or identitet
        for namn, rad, storlek, sha256, sigill in self._base.execute("SELECT * FROM fil"):
            if self._seal.row(namn, rad, storlek, sha256) != sigill:
                yield namn
        if not total.right(self._base, self._seal):
            yield MISSING


def _written(findings: Sequence[Finding]) -> str:
    return json.dumps([asdict(one) for one in findings], ensure_ascii=False)


def _read(one: Mapping[str, Any]) -> Finding:
    return Finding(one["code"], one["path"], Severity(one["severity"]), one["facts"], one["accepted"])
