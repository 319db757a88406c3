"""The plan of a batch: every record is looked at before the first document is made.

What two records would call alike, what lies in the folder already and what was made before of the same is known then;
the rules are not asked yet. It runs in a process of its own, so that no record is ever in the supervisor's memory.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from docgen import preflight
from docgen.binding import attachments
from docgen.documents.catalogue import KINDS
from docgen.documents.record import Record
from docgen.errors import RecordError
from docgen.folder import drafts, opened, storage
from docgen.logbook.book import Logbook
from docgen.logbook.seal import Sealer
from docgen.logbook.tables import Planned
from docgen.order import Order
from docgen.stages import read, sources, validate, write
from docgen.stages.read import Raw

LARGE = 20 << 20
"""Bytes of export from which the documents are spread over subfolders: a folder of many thousands is slow to use."""

Conditions = Callable[[str], str]


def plan(order: Order) -> None:
    """Write into the logbook what ``order`` asks for; raise the RunError that stops it."""
    shop = preflight.prepare(order)
    spool = cache(lambda: drafts(order))
    found = [one for source in order.sources for one in sources.files(source, spool)]
    with opened(order) as (book, seal):
        book.write_note("order", order.remembered())
        book.write_note("lager", order.store)
        order = replace(order, spread=_spread(book, found))
        look = _Look(order, shop, book, seal)
        with book.planning(storage(order).size, overwrite=order.overwrite) as planned, _remembered(book) as remember:
            for at, raw in enumerate(read.of(found)):
                one = look.at(raw)
                remember(one)
                if order.shard is None or order.shard.holds(at):
                    planned(one)
                else:
                    book.leave_to_others(one)


@contextmanager
def _remembered(book: Logbook) -> Iterator[Callable[[Planned], None]]:
    """Note what all records together were and under which conditions, by which shards of one run know each other."""
    export, conditions = hashlib.sha256(), set()

    def remember(one: Planned) -> None:
        export.update(one.uppgifter.encode())
        conditions.add(one.villkor)

    yield remember
    book.write_note("export", export.hexdigest())
    book.write_note("villkor", " ".join(sorted(conditions)))


def _spread(book: Logbook, found: Sequence[sources.Source]) -> bool:
    """Return whether the documents lie in subfolders; what the first run in the folder decided holds for all."""
    said = book.note("undermappar")
    if not said:
        said = "ja" if sum(sources.size(one.file) for one in found) > LARGE else "nej"
        book.write_note("undermappar", said)
    return said == "ja"


class _Look:
    """Looks at records, as far as is needed to know what they will be called."""

    def __init__(self, order: Order, shop: preflight.Workshop, book: Logbook, seal: Sealer) -> None:
        self._order, self._setting, self._seal = order, shop.setting, seal
        self._condition = cache(lambda kind: book.condition(preflight.condition(kind, shop)))

    def at(self, raw: Raw) -> Planned:
        """Return what is known of ``raw``; one that is no record is known by its bytes, and fails when it is made."""
        uppgifter = self._seal.of(raw.data)
        place = validate.placed(raw)
        unknown = Planned(
            identitet=f"{place.key or '?'} {uppgifter[:16]} {place.source} {place.number}",
            place=place,
            typ="",
            file=raw.file,
            offset=raw.offset,
            length=len(raw.data),
            uppgifter=uppgifter,
            villkor="",
            fault=raw.fault,
        )
        try:
            record, kind = validate.shaped(raw, self._setting)
        except RecordError:
            return unknown
        records = [record, *(one.record for one in kind.foljer(record))]
        stems = [write.stem(one) for one in records]
        attached = b"".join(attachments.fingerprint(one, raw.place.source) for one in records)
        return replace(
            unknown,
            identitet=stems[0],
            place=replace(raw.place, key=record.nyckel),
            typ=kind.slug,
            uppgifter=self._seal.of(raw.data + attached) if attached else uppgifter,
            villkor=self._condition(kind),
            namn=stems,
            filer=[name for one in records for name in self._files(one)],
        )

    def _files(self, record: Record) -> list[str]:
        """Return the names that must be free: in each format, for the same document in another is taken away."""
        order, kind = self._order, KINDS[record.dokument.typ]
        paths = [
            write.path(order.out, write.stem(record), kopia, suffix, spread=order.spread)
            for kopia in kind.kopior(record)
            for suffix in ("docx", "pdf")
        ]
        if attachments.has_files(record):
            paths += [attachments.beside(path) for path in paths if path.suffix == ".pdf"]
        return [path.relative_to(order.out).as_posix() for path in paths]
