"""What to make: one frozen order, filled alike by the command line and a library call."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

STDIN = "-"


class Format(StrEnum):
    """The files wanted of each document."""

    DOCX = "docx"
    PDF = "pdf"
    BOTH = "both"


class Packing(StrEnum):
    """How the parts of a Word file are packed: as fast as can be, or as small."""

    SNABB = "snabb"
    LITEN = "liten"


class Engine(StrEnum):
    """What makes the PDFs; ``AUTO`` is Typst, and LibreOffice, where it is here, for what Typst cannot set as Word."""

    AUTO = "auto"
    TYPST = "typst"
    LIBREOFFICE = "libreoffice"


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several runs that share an export between them, without speaking to each other: the third of sixteen."""

    number: int
    of: int

    def holds(self, at: int) -> bool:
        """Tell whether the record at the place ``at`` of the whole export, from 0, is this run's."""
        return at % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the workers of a Dask cluster are asked for, and the files of TLS, for an address that begins ``tls://``."""

    address: str
    ca: str | None = None
    cert: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One run: where the records are, what to make of them and where to put it.

    ``today`` is the only clock of the run. ``sources`` are paths; ``-`` is standard input. ``single`` says that there
    is exactly one record, so that nobody else's document is made by accident. ``workers`` are the processes of a batch;
    ``spread`` lays its documents in subfolders, which the plan of a batch decides. Paths that are not whole begin in
    ``start``, the working directory of whoever gave the order.

    ``store`` is the address of an object store for the documents; then ``out`` holds only what docgen keeps for itself,
    and a document's path below ``out`` is its name below the address. ``cluster`` makes the documents on other
    machines, and ``run`` is then what this run alone is called.
    """

    sources: Sequence[str]
    out: Path
    organisation: Path
    today: date
    format: Format = Format.BOTH
    overwrite: bool = False
    templates: Path | None = None
    single: bool = False
    packing: Packing = Packing.SNABB
    engine: Engine = Engine.AUTO
    publik: bool = False
    workers: int = 1
    shard: Shard | None = None
    spread: bool = False
    start: Path = Path()
    store: str = ""
    cluster: Cluster | None = None
    run: str = ""

    def whole(self) -> "Order":
        """Return the order with whole paths, which mean the same to a process that begins in another folder."""
        return replace(
            self,
            sources=tuple(one if one == STDIN or is_address(one) else str(self.start / one) for one in self.sources),
            out=self.start / self.out,
            organisation=self.start / self.organisation,
            templates=self.start / self.templates if self.templates else None,
        )

    def remembered(self) -> str:
        """Return the order as JSON that ``recalled`` reads."""
        return json.dumps({one.name: _plain(getattr(self, one.name)) for one in fields(self)}, ensure_ascii=False)

    @property
    def wants_docx(self) -> bool:
        """Tell whether the Word file is to be kept."""
        return self.format in {Format.DOCX, Format.BOTH}

    @property
    def wants_pdf(self) -> bool:
        """Tell whether a PDF is to be made."""
        return self.format in {Format.PDF, Format.BOTH}


def is_address(text: str) -> bool:
    """Tell whether ``text`` is the address of something in an object store, and no path."""
    return "://" in text


def _plain(value: object) -> object:
    if isinstance(value, Cluster):
        return asdict(value)
    if isinstance(value, Shard):
        return [value.number, value.of]
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, bool | int) else str(value)


def recalled(text: str) -> Order:
    """Return the order that ``Order.remembered`` wrote."""
    said = json.loads(text)
    shard, templates, cluster = said["shard"], said["templates"], said["cluster"]
    return Order(
        sources=tuple(said["sources"]),
        out=Path(said["out"]),
        organisation=Path(said["organisation"]),
        today=date.fromisoformat(said["today"]),
        format=Format(said["format"]),
        overwrite=said["overwrite"],
        templates=Path(templates) if templates else None,
        packing=Packing(said["packing"]),
        engine=Engine(said["engine"]),
        publik=said["publik"],
        workers=said["workers"],
        shard=Shard(*shard) if shard else None,
        start=Path(said["start"]),
        store=said["store"],
        cluster=Cluster(**cluster) if cluster else None,
    )
