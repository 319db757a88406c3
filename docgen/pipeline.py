"""One record, from raw text to finished files: the screen to read first.

read -> validate -> derive -> render -> convert -> finish -> write -> report
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from docgen.documents.fingerprint import fingerprint
from docgen.documents.kind import Kopia
from docgen.documents.texts import texts
from docgen.engines.engine import Engines
from docgen.errors import BUG, RecordError, RunError, bug_facts
from docgen.order import Order
from docgen.outcome import Failed, Outcome, Written
from docgen.preflight import Workshop
from docgen.stages import convert, derive, finish, render, validate, write
from docgen.stages.read import Raw
from docgen.stages.xmp import Origin


def guarded(raw: Raw, make: Callable[[Raw], Written]) -> Outcome:
    """Return what ``make`` made of ``raw``, or why it could not; only a RunError travels on."""
    try:
        return make(raw)
    except RecordError as error:
        return Failed(validate.placed(raw), error.code, error.findings, error.facts)
    except RunError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours in one record must not cost the others theirs
        return Failed(validate.placed(raw), BUG, facts=bug_facts(error))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Makes documents of records, one at a time, under one order."""

    order: Order
    workshop: Workshop
    engines: Engines
    names: write.Names = field(default_factory=write.Names)

    def __call__(self, raw: Raw) -> Outcome:
        """Make the documents of one record; a record that fails becomes a value, not an exception."""
        return guarded(raw, self.made)

    def made(self, raw: Raw) -> Written:
        """Make the documents of one record, or raise."""
        record = validate.record(raw, self.workshop.setting)
        files = [file for one in (record, *record.foljande) for file in self.documents(one)]
        paths = write.atomically(files, overwrite=self.order.overwrite)
        return Written(record.place, record.kind.slug, paths, [*record.remarks, *write.remarks(files)])

    def documents(self, record: validate.Validated) -> Iterator[write.File]:
        """Yield the finished files of every copy of a record, under a name that no other record of the run has."""
        name = write.stem(record.record)
        self.names.claim(name, record.place)
        for kopia in record.kind.kopior(record.record):
            yield from self.files(record, kopia, name)

    def files(self, record: validate.Validated, kopia: Kopia, name: str) -> Iterator[write.File]:
        """Yield the finished files of one copy of a record."""
        bench = self.workshop.bench(record.kind)
        key = self.workshop.setting.organisation.nyckel
        origin = Origin(bench.template.sha256, fingerprint(record.record, key) if key else "")
        view = derive.view(record, kopia, self.workshop.setting, bench.wording)
        document = render.docx(view, bench.template, origin.data)
        if self.order.wants_docx:
            yield write.File(write.path(self.order.out, name, kopia, "docx"), document)
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
            done, remarks = convert.pdf(document, self.engines, finishing)
            target = write.path(self.order.out, name, kopia, "pdf")
            yield write.File(target, done, [*remarks, *finish.remarks(done, view.sidor)])
