"""One record, from raw text to finished files: the screen to read first.

read -> validate -> derive -> render -> convert -> finish -> write -> report
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.documents.kind import Exemplar
from docgen.engines.engine import PdfEngine
from docgen.errors import BUG, RecordError, RunError, bug_facts
from docgen.order import Order
from docgen.outcome import Failed, Outcome, Written
from docgen.preflight import Workshop
from docgen.stages import convert, derive, finish, render, validate, write
from docgen.stages.read import Raw


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Makes documents of records, one at a time, under one order."""

    order: Order
    workshop: Workshop
    engine: PdfEngine
    names: write.Names = field(default_factory=write.Names)

    def __call__(self, raw: Raw) -> Outcome:
        """Make the documents of one record; a record that fails becomes a value, not an exception."""
        try:
            record = validate.record(raw, self.workshop.setting)
            name = write.stem(record.record)
            self.names.claim(name, raw.place)
            files = [file for exemplar in record.kind.exemplar for file in self.files(record, exemplar, name)]
            paths = write.atomically(files, overwrite=self.order.overwrite)
            return Written(validate.placed(raw), record.kind.slug, paths, record.remarks)
        except RecordError as error:
            return Failed(validate.placed(raw), error.code, error.findings, error.facts)
        except RunError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours in one record must not cost the others theirs
            return Failed(validate.placed(raw), BUG, facts=bug_facts(error))

    def files(self, record: validate.Validated, exemplar: Exemplar, name: str) -> Iterator[write.File]:
        """Yield the finished files of one copy of a record."""
        bench = self.workshop.bench(record.kind)
        view = derive.view(record, exemplar, self.workshop.setting, bench.wording)
        document = render.docx(view, bench.template)
        if self.order.wants_docx:
            yield write.File(write.path(self.order.out, name, exemplar, "docx"), document)
        if self.order.wants_pdf:
            pdf = convert.pdf(document, self.engine)
            day = record.record.dokument.datum
            done = finish.pdf(pdf, title=view.titel, lang=view.sprak, must_contain=view.kontroll, created=day)
            yield write.File(write.path(self.order.out, name, exemplar, "pdf"), done)
