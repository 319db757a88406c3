"""One record, from raw text to finished files: the screen to read first.

read -> validate -> derive -> render -> convert -> finish -> write -> report
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from docgen.documents.fingerprint import fingerprint
from docgen.documents.kind import Exemplar
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
        name = write.stem(record.record)
        self.names.claim(name, raw.place)
        files = [file for exemplar in record.kind.exemplar for file in self.files(record, exemplar, name)]
        paths = write.atomically(files, overwrite=self.order.overwrite)
        return Written(record.place, record.kind.slug, paths, [*record.remarks, *write.remarks(files)])

    def files(self, record: validate.Validated, exemplar: Exemplar, name: str) -> Iterator[write.File]:
        """Yield the finished files of one copy of a record."""
        bench = self.workshop.benches[record.kind.slug]
        key = self.workshop.setting.organisation.nyckel
        origin = Origin(bench.template.sha256, fingerprint(record.record, key) if key else "")
        view = derive.view(record, exemplar, self.workshop.setting, bench.wording)
        document = render.docx(view, bench.template, origin.data)
        if self.order.wants_docx:
            yield write.File(write.path(self.order.out, name, exemplar, "docx"), document)
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
            target = write.path(self.order.out, name, exemplar, "pdf")
            yield write.File(target, done, [*remarks, *finish.remarks(done, view.sidor)])
