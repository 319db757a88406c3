"""``docgen template fields``: the names that the templates of a type may use."""

import json
import textwrap
from collections.abc import Iterator, Mapping

import click

from docgen import preflight, rehearsal, rulebook
from docgen.cli.ordering import json_option
from docgen.cli.sampling import sample_order
from docgen.cli.show import kind_called
from docgen.cli.speech import SpokenCommand, argument, lang_option, said
from docgen.documents.kind import Kind
from docgen.messages import Messages
from docgen.templating.contract import Sort
from docgen.templating.names import Name, names, values

WRITTEN, SORT, TOLD = 49, 8, 43
"""The widths of the columns: what is written in Word, what it holds, what it is for."""


@click.command(cls=SpokenCommand, help="template.fields")
@argument("typ", metavar="TYPE")
@json_option
@lang_option
def fields(typ: str, *, as_json: bool) -> None:
    """List every name, with the loop or condition that it is written in."""
    kind, words = kind_called(typ), said()
    found = list(names(rehearsal.CONTRACTS[kind.slug]))
    examples = _examples(kind, found)
    if as_json:
        rows = [_as_data(name, examples.get(name.path, "")) for name in found]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    click.echo(words.word("namnen", titel=kind.titel))
    for line in _table(found, examples, words):
        click.echo(line)


def _examples(kind: Kind, found: list[Name]) -> Mapping[str, str]:
    """Return a text for each name that any sample has one for, the main sample's if it can be."""
    setting = rulebook.setting(sample_order(kind))
    wording = preflight.wording(kind, setting, None)
    examples: dict[str, str] = {}
    for _, view in rehearsal.views(kind, setting, wording):
        for name in found:
            texts = values(view.data, name.path) if name.field.sort is Sort.TEXT else []
            text = next(filter(None, texts), None)
            if text is not None:
                examples.setdefault(name.path, text)
    return examples


def _as_data(name: Name, example: str) -> dict[str, object]:
    return {
        "namn": name.path,
        "skrivs": name.prints or name.opens,
        "inuti": list(name.inside),
        "slag": name.field.sort.value,
        "beskrivning": name.field.description,
        "kan_saknas": name.field.optional,
        "kravs": name.required,
        "exempel": example,
    }


def _table(found: list[Name], examples: Mapping[str, str], words: Messages) -> Iterator[str]:
    """Yield the lines of the table; the end of a loop or condition stands where it is written."""
    open_: list[tuple[int, str]] = []
    for name in found:
        depth = name.path.count(".") + name.path.endswith("[]")
        yield from _closed(open_, depth)
        if not depth:
            yield ""
        yield from _row(name, depth, examples.get(name.path, ""), words)
        if name.closes:
            open_.append((depth, name.closes))
    yield from _closed(open_, 0)


def _closed(open_: list[tuple[int, str]], depth: int) -> Iterator[str]:
    while open_ and open_[-1][0] >= depth:
        inner, closes = open_.pop()
        yield "  " * (inner + 1) + closes


def _row(name: Name, depth: int, example: str, words: Messages) -> Iterator[str]:
    mark = "* " if name.required else "  "
    left = "  " * depth + mark + (name.prints or name.opens or name.path)
    absent = [words.word("saknas_ibland")] if name.field.optional else []
    told = [*textwrap.wrap(" ".join([f"{name.field.description}.", *absent]), TOLD)] if name.field.description else []
    if example:
        told += textwrap.wrap(textwrap.shorten(words.word("tex", exempel=example), 2 * TOLD, placeholder=" …"), TOLD)
    if len(left) >= WRITTEN:
        yield left
        left = ""
    yield f"{left:<{WRITTEN}}{words.word(name.field.sort.value):<{SORT}}{told[0] if told else ''}".rstrip()
    yield from (" " * (WRITTEN + SORT) + line for line in told[1:])
