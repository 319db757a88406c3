"""One record, from raw text to finished files: the screen to read first.

read -> validate -> derive -> render -> convert -> finish -> write -> report
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import takewhile
from pathlib import Path

from docgen.binding import attachments
from docgen.documents.fingerprint import fingerprint
from docgen.documents.kind import Kopia
from docgen.documents.texts import texts
from docgen.engines.engine import Engines
from docgen.folder import storage
from docgen.order import Order
from docgen.outcome import Done, Failed, Made, Outcome, Task, Written
from docgen.preflight import Workshop
from docgen.stages import convert, derive, finish, read, render, validate, write
from docgen.stages.files import File, remarks
from docgen.stages.read import Raw
from docgen.stages.xmp import Origin


@dataclass(frozen=True, slots=True)
class Ready:
    """The finished documents of a record, and what is to be said of it when they are written."""

    record: validate.Validated
    files: Sequence[File]

    def written(self, made: Sequence[Made]) -> Written:
        """Return what became of the record when its files are ``made``."""
        told = [*self.record.remarks, *remarks(self.files)]
        return Written(self.record.place, self.record.kind.slug, made, told)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Makes documents of records, one at a time, under one order."""

    order: Order
    workshop: Workshop
    engines: Engines
    names: write.Names = field(default_factory=write.Names)
    exports: read.Exports = field(default_factory=read.Exports)

    def __call__(self, raw: Raw) -> Outcome:
        """Make the documents of one record; a record that fails becomes a value, not an exception."""
        return validate.guarded(raw, self.made)

    def made(self, raw: Raw) -> Written:
        """Make the documents of one record, or raise."""
        ready = self.ready(raw)
        for one in (ready.record, *ready.record.foljande):
            self.names.claim(write.stem(one.record), one.place)
        return ready.written(write.atomically(ready.files, overwrite=self.order.overwrite))

    def group(self, tasks: Sequence[Task], begins: Callable[[Task], bool]) -> list[Done]:
        """Make the documents of ``tasks`` until ``begins`` says no to one, and return what became of them."""
        found = [self._found(task) for task in takewhile(begins, tasks)]
        ready = [one for one in found if isinstance(one, Ready)]
        made = iter(storage(self.order).together([one.files for one in ready]))
        outcomes = [one.written(next(made)) if isinstance(one, Ready) else one for one in found]
        return [Done(task.row, outcome) for task, outcome in zip(tasks, outcomes, strict=False)]

    def _found(self, task: Task) -> "Ready | Failed":
        found = validate.guarded(self.exports.again(task.place, task.file, task.offset, task.length), self.ready)
        if isinstance(found, Ready) and write.stem(found.record.record) != task.name:
            return Failed(task.place, "J-18")  # the export is another than the one that was planned
        return found

    def ready(self, raw: Raw) -> "Ready":
        """Return the documents of one record, not yet written, or raise."""
        record = validate.record(raw, self.workshop.setting)
        return Ready(record, [file for one in (record, *record.foljande) for file in self.documents(one)])

    def documents(self, record: validate.Validated) -> Iterator[File]:
        """Yield the finished files of every copy of a record."""
        name = write.stem(record.record)
        for kopia in record.kind.kopior(record.record):
            yield from self.files(record, kopia, name)

    def path(self, name: str, kopia: Kopia, suffix: str) -> Path:
        """Return where a document of the order lies."""
        return write.path(self.order.out, name, kopia, suffix, spread=self.order.spread)

    def files(self, record: validate.Validated, kopia: Kopia, name: str) -> Iterator[File]:
        """Yield the finished files of one copy of a record."""
        bench = self.workshop.bench(record.kind)
        key = self.workshop.setting.organisation.nyckel
        origin = Origin(bench.template.sha256, fingerprint(record.record, key) if key else "")
        view = derive.view(record, kopia, self.workshop.setting, bench.wording)
        document = render.docx(view, bench.template, origin.data)
        if self.order.wants_docx:
            yield File(self.path(name, kopia, "docx"), document)
        if self.order.wants_pdf:
            finishing = partial(
                finish.pdf,
                title=view.titel,
                lang=view.sprak,
                must_contain=view.kontroll,
                said=" ".join(text for _, text in texts(view.data)),
                created=record.record.dokument.datum,
                origin=origin,
            )
            done, noted = convert.pdf(document, self.engines, finishing)
            file = File(self.path(name, kopia, "pdf"), done, [*noted, *finish.remarks(done, view.sidor)])
            yield file
            yield from attachments.files(file.path, done, record, view)
