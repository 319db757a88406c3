"""``docgen template check`` and ``preview``: a template held against its type, and filled with the samples."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen import preflight, rehearsal, rulebook
from docgen.cli import exits
from docgen.cli.making import told
from docgen.cli.ordering import json_option
from docgen.cli.sampling import sample_order
from docgen.cli.show import kind_called
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.engines import choice, poppler
from docgen.outcome import Failed, Written
from docgen.pipeline import Pipeline
from docgen.preflight import Bench, Workshop
from docgen.stages import faults, read, sarif, validate, write
from docgen.stages.files import Copied, File, remarks

F = TypeVar("F", bound=Callable[..., Any])
PAGE = "sida"
"""What the picture of a page is called, after the name of its document."""


def _template_of_a_type(command: F) -> F:
    """Add the file and the type that it is a template of."""
    command = option("--type", "typ", required=True, metavar="TYPE", help="flagga.type")(command)
    return argument("file", metavar="FILE", type=click.Path(path_type=Path))(command)


@click.command(cls=SpokenCommand, help="template.check")
@_template_of_a_type
@option("--json", "form", flag_value="json", help="flagga.json.svar")
@option("--sarif", "form", flag_value="sarif", help="flagga.sarif")
@lang_option
def check(file: Path, typ: str, *, form: str | None) -> None:
    """Tell all that is wrong with a template; only an error makes the exit code 1."""
    words, kind = said(), kind_called(typ)
    setting = rulebook.setting(sample_order(kind))
    wording = preflight.wording(kind, setting, None)
    verdict, _ = rehearsal.examined(file, kind, setting, wording, preflight.layout(setting))
    if form == "json":
        click.echo(json.dumps(faults.as_data(verdict, words), ensure_ascii=False))
    elif form == "sarif":
        click.echo(sarif.log(verdict, words))
    else:
        for line in faults.lines(verdict, words):
            click.echo(line)
        click.echo(faults.summary(verdict, words), err=True)
    if not verdict.usable:
        raise click.exceptions.Exit(exits.SOME_FAILED)


@click.command(cls=SpokenCommand, help="template.preview")
@_template_of_a_type
@option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="flagga.out.batch")
@option("--png", is_flag=True, help="flagga.png")
@option("--overwrite", is_flag=True, help="flagga.overwrite")
@json_option
@lang_option
def preview(file: Path, typ: str, *, png: bool, as_json: bool, **chosen: Any) -> None:  # noqa: ANN401 - for the order
    """Make the documents of the type's sample with a template, and pictures of their pages."""
    kind = kind_called(typ)
    order = sample_order(kind, **chosen)
    setting = rulebook.setting(order)
    wording = preflight.wording(kind, setting, None)
    bench = Bench(wording, preflight.accepted(file, kind, setting, wording))
    with choice.chosen(order.engine) as engines:
        pipeline = Pipeline(order, Workshop(setting, order, {kind.slug: bench}), engines)
        made = (validate.guarded(raw, lambda raw: _made(pipeline, raw, png=png)) for raw in read.records(order.sources))
        for outcome in told(made, as_json=as_json):
            if isinstance(outcome, Failed):
                raise click.exceptions.Exit(exits.of_failed(outcome))


def _made(pipeline: Pipeline, raw: read.Raw, *, png: bool) -> Written:
    """Return the documents of one record, as the pipeline makes them, and the pictures beside them."""
    record = validate.record(raw, pipeline.workshop.setting)
    files = [*pipeline.documents(record)]
    files += [picture for file in files if png for picture in _pictures(file)]
    made = write.atomically(files, overwrite=pipeline.order.overwrite)
    paths = {one.path for one in made}
    for path in paths:
        for stale in set(path.parent.glob(f"{path.stem}_{PAGE}-*.png")) - paths:
            stale.unlink()
    return Written(record.place, record.kind.slug, made, [*record.remarks, *remarks(files)])


def _pictures(file: File) -> Iterator[File]:
    """Yield a picture of each page of a PDF."""
    if file.path.suffix == ".pdf":
        for number, page in enumerate(poppler.pages(file.data), 1):
            yield File(file.path.with_name(f"{file.path.stem}_{PAGE}-{number}.png"), Copied(page))
