"""The total of a logbook: what shows that a row has been taken out of it, or that another has been put in.

A row's own seal says nothing of the rows that are no longer there. So the book keeps a sum of all rows: the exclusive
or of the seals of their seals, in which the order does not count. Triggers of the connection keep it, in the same
transaction as the rows.
"""

import sqlite3

from docgen.logbook.seal import Sealer

NAME = "summa"
_NOTHING = "0" * 64
_ROWS = {"post": "{0}.sigill || ' ' || {0}.korning", "fil": "{0}.sigill"}
"""What the total knows of a row of each table: in which run a record was last seen counts too."""

_TRIGGERS = """
CREATE TEMP TRIGGER {table}_in AFTER INSERT ON main.{table} BEGIN
    UPDATE bok SET varde = med(varde, {new}) WHERE namn = 'summa';
END;
CREATE TEMP TRIGGER {table}_om AFTER UPDATE ON main.{table} BEGIN
    UPDATE bok SET varde = med(med(varde, {old}), {new}) WHERE namn = 'summa';
END;
CREATE TEMP TRIGGER {table}_ut AFTER DELETE ON main.{table} BEGIN
    UPDATE bok SET varde = med(varde, {old}) WHERE namn = 'summa';
END;
"""


def kept(base: sqlite3.Connection, seal: Sealer) -> None:
    """Let every change of rows over this connection change the total too."""

    def with_row(total: str, row: str) -> str:
        return f"{int(total, 16) ^ int(seal.of(row.encode()), 16):064x}"

    base.create_function("med", 2, with_row, deterministic=True)
    base.execute("INSERT OR IGNORE INTO bok VALUES (?, ?)", (NAME, _NOTHING))
    triggers = [
        _TRIGGERS.format(table=table, old=row.format("old"), new=row.format("new")) for table, row in _ROWS.items()
    ]
    # A row that INSERT OR REPLACE takes away is told to triggers only so.
    base.executescript("PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = ON;" + "".join(triggers))


def right(base: sqlite3.Connection, seal: Sealer) -> bool:
    """Tell whether the rows are those that the total was kept of, all read as they are at one moment."""
    parts = [f"SELECT {row.format(table)} FROM {table}" for table, row in _ROWS.items()]  # noqa: S608 - our own names
    rows = base.execute(" UNION ALL ".join(["SELECT varde FROM bok WHERE namn = 'summa'", *parts]))
    said, found = next(rows, ("",)), 0
    for (row,) in rows:
        found ^= int(seal.of(str(row).encode()), 16)
    return str(said[0]) == f"{found:064x}"
