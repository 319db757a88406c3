"""``docgen types``, ``schema``, ``sample`` and ``explain``: what docgen knows, told without making anything."""

import json

import click

from docgen.cli.ordering import json_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, said
from docgen.documents.catalogue import KINDS
from docgen.documents.kind import Kind
from docgen.documents.schema import schema_of
from docgen.errors import UsageError
from docgen.resources import samples, schemas
from docgen.values.likhet import nearest


def kind_called(typ: str) -> Kind:
    """Return the document type; raise UsageError U-03 when there is none of that name."""
    if typ not in KINDS:
        raise UsageError("U-03", typ=typ, **nearest(typ, KINDS))
    return KINDS[typ]


@click.command(cls=SpokenCommand, help="types")
@json_option
@lang_option
def types(*, as_json: bool) -> None:
    """List the document types."""
    found = [{"typ": kind.slug, "titel": kind.titel, "exemplar": list(kind.exemplar)} for kind in KINDS.values()]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for kind in KINDS.values():
        click.echo(f"{kind.slug:<20} {kind.titel}")


@click.command(cls=SpokenCommand, help="schema")
@argument("typ", metavar="TYPE")
@lang_option
def schema(typ: str) -> None:
    """Print the JSON Schema of a document type."""
    click.echo(schema_of(kind_called(typ)), nl=False)


@click.command(cls=SpokenCommand, help="sample")
@argument("typ", metavar="TYPE")
@lang_option
def sample(typ: str) -> None:
    """Print a valid record of a document type."""
    kind = kind_called(typ)
    text = (samples() / kind.slug / f"{kind.exempel}.json").read_text(encoding="utf-8")
    schema = schemas() / f"{kind.slug}.schema.json"
    click.echo(text.replace(f"../../schemas/{schema.name}", schema.as_uri()), nl=False)


@click.command(cls=SpokenCommand, help="explain")
@argument("code", metavar="CODE")
@json_option
@lang_option
def explain(code: str, *, as_json: bool) -> None:
    """Tell what a code means, why and what to do."""
    words = said()
    known = {name.casefold(): name for name in words.codes()}
    if code.casefold() not in known:
        raise UsageError("U-04", kod=code, **nearest(code.upper(), words.codes()))
    name = known[code.casefold()]
    rules = {rule.id: rule for kind in KINDS.values() for rule in kind.rules}
    told = {"kod": name, "varfor": words.why(name), "gor": words.remedy(name, {})}
    if name in rules:
        told |= {"allvar": words.word(rules[name].severity.value), "grund": rules[name].basis}
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(f"{name}\n{told['varfor']}\n{words.word('gor')}: {told['gor']}")
    if name in rules:
        click.echo(f"{words.word('allvar')}: {told['allvar']}\n{words.word('grund')}: {told['grund']}")
