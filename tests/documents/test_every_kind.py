"""A document type is one slug in one set of places: every type of the catalogue is whole, and nothing of it is dead."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, get_args, get_origin

import pytest
from conftest import ROOT, SAMPLES, TODAY
from noted import Made, Workroom, keys, styles
from pydantic import BaseModel

from docgen.documents import organisation
from docgen.documents.catalogue import KINDS
from docgen.documents.contract import BasVy
from docgen.documents.kind import Kind
from docgen.documents.organisation import Stil
from docgen.documents.record import Record
from docgen.documents.rule import Setting
from docgen.documents.schema import schema_of
from docgen.law import lagrum
from docgen.preflight import shared
from docgen.rehearsal import CONTRACTS
from docgen.resources import shipped_file
from docgen.templating import guard, lint
from docgen.templating.contract import Contract, Field, Sort, contract
from docgen.templating.names import names, values

SHARED = contract("", BasVy).names
"""The names that every view has; a template prints those that its document needs."""

NUMBERS = "tal."
"""The numbers in words: a row of them, of which the samples need not say each."""


@cache
def room(stil: Stil) -> Workroom:
    law = lagrum.load(shipped_file("_common/lagrum.toml"))
    own = organisation.load(SAMPLES / "organisation.toml").model_copy(update={"stil": stil})
    return Workroom(Setting(own, law, TODAY))


@cache
def made(slug: str) -> Mapping[Stil, list[Made]]:
    """Return every document of the samples of a type, by style."""
    return {stil: list(room(stil).made(KINDS[slug])) for stil in styles(KINDS[slug])}


def documents(slug: str) -> Iterator[Made]:
    """Yield every document of a type, whichever type's sample it follows from."""
    for other in KINDS:
        for some in made(other).values():
            yield from (one for one in some if one.kind.slug == slug)


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield ``model`` and every part of it."""
    found, waiting = {model}, [model]
    while waiting:
        one = waiting.pop()
        yield one
        inner = {part for field in one.model_fields.values() for part in parts(field.annotation)} - found
        found |= inner
        waiting += inner


def parts(hint: object) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for inner in get_args(hint):
        yield from parts(inner)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
class TestAType:
    def test_has_a_model_that_says_its_name(self, kind: Kind) -> None:
        dokument = kind.model.model_fields["dokument"].annotation
        assert issubclass(kind.model, Record)
        assert isinstance(dokument, type)
        said = dokument.model_fields["typ"].annotation
        assert (get_origin(said), get_args(said)) == (Literal, (kind.slug,))

    def test_says_of_each_field_what_it_is(self, kind: Kind) -> None:
        fields = [(one.__name__, name, field) for one in models(kind.model) for name, field in one.model_fields.items()]
        assert [(part, name) for part, name, field in fields if not field.title or not field.description] == []

    def test_has_its_files(self, kind: Kind) -> None:
        slug = kind.slug
        wanted = (
            f"templates/{slug}/template.docx",
            f"templates/{slug}/wording.toml",
            f".ci/templates/{slug}.py",
            f"schemas/{slug}.schema.json",
            f"samples/{slug}/{kind.exempel}.json",
        )
        assert [name for name in wanted if not (ROOT / name).is_file()] == []

    def test_has_the_schema_of_its_model(self, kind: Kind) -> None:
        assert (ROOT / "schemas" / f"{kind.slug}.schema.json").read_text(encoding="utf-8") == schema_of(kind)

    def test_has_samples_that_name_their_schema(self, kind: Kind) -> None:
        for path in (SAMPLES / kind.slug).glob("*.json"):
            record = json.loads(path.read_text(encoding="utf-8"))
            assert record["$schema"] == f"../../schemas/{kind.slug}.schema.json", path.name

    def test_has_a_sample_that_breaks_each_of_its_rules(self, kind: Kind) -> None:
        there = {path.stem for path in (SAMPLES / "invalid" / kind.slug).glob("*.json")}
        assert {rule.id for rule in kind.rules if rule.id.startswith("R-")} - there == set()

    def test_has_an_approved_text_for_every_document(self, kind: Kind) -> None:
        for path in (SAMPLES / kind.slug).glob("*.json"):
            some = [one for one in made(kind.slug)[Stil.FORMELL] if one.sample == path.stem]
            approved = list((ROOT / "tests" / "golden" / kind.slug).glob(f"{path.stem}.*txt"))
            assert len(approved) == len(some) > 0, path.name

    def test_is_written_in_one_language_and_what_is_in_swedish_is_looked_through(self, kind: Kind) -> None:
        (language,) = {one.view.sprak for one in documents(kind.slug)}
        looked = {"R-110", "R-112"} & {rule.id for rule in kind.rules}
        assert looked == ({"R-110", "R-112"} if language == "sv" else set())


@pytest.mark.parametrize("slug", KINDS)
def test_a_template_uses_the_names_of_its_view_and_no_other(slug: str) -> None:
    assert told(CONTRACTS[slug]) == []


@pytest.mark.parametrize("slug", KINDS)
def test_a_name_that_the_template_leaves_out_or_makes_up_is_told(slug: str) -> None:
    known = CONTRACTS[slug]
    more = {**known.names, "oanvand": Field(Sort.TEXT, "Ett namn på prov")}
    fewer = {name: field for name, field in known.names.items() if name != "dokument"}
    assert set(told(replace(known, names=more))) - set(told(known)) == {"M-46 oanvand"}
    assert "M-35 dokument" in told(replace(known, names=fewer, required=()))


def told(known: Contract) -> list[str]:
    """Return what is said of the names in the shipped template of a type held against ``known``.

    Of the names that every view has, a template prints those that its document needs.
    """
    faults = lint.check(guard.members(shipped_file(f"{known.slug}/template.docx").read_bytes()), known)
    said = [f"{fault.code} {name}" for fault in faults for name in fault.facts.get("namn", "").split(", ")]
    return [one for one in said if not (one.startswith("M-46 ") and one[5:].partition(".")[0] in SHARED)]


@pytest.mark.parametrize("slug", KINDS)
def test_a_view_has_the_names_of_its_contract_and_no_other(slug: str) -> None:
    whole = Field(Sort.GROUP, names=CONTRACTS[slug].names)
    assert [(one.sample, fault) for one in documents(slug) for fault in unlike(one.view.data, whole, "")] == []


def unlike(data: object, field: Field, path: str) -> Iterator[str]:
    """Yield the places where a view is not what the contract says."""
    if data is None:
        yield from () if field.optional else (path,)
    elif field.sort is Sort.GROUP and isinstance(data, dict):
        yield from (f"{path}.{name}" for name in data.keys() ^ field.names.keys())
        for name in data.keys() & field.names.keys():
            yield from unlike(data[name], field.names[name], f"{path}.{name}")
    elif field.sort is Sort.LIST and field.each is not None and isinstance(data, list):
        for one in data:
            yield from unlike(one, field.each, f"{path}[]")
    elif not isinstance(data, {Sort.TEXT: str, Sort.FLAG: bool}.get(field.sort, ())):
        yield path


@pytest.mark.parametrize("slug", KINDS)
def test_the_samples_say_something_under_every_name(slug: str) -> None:
    views = [one.view.data for one in documents(slug)]
    texts = [name.path for name in names(CONTRACTS[slug]) if name.field.sort is Sort.TEXT]
    wanted = [path for path in texts if path.partition(".")[0] not in SHARED and not may_be_silent(path, texts)]
    assert [path for path in wanted if not any(text for data in views for text in values(data, path))] == []


def may_be_silent(path: str, texts: Sequence[str]) -> bool:
    """Tell whether a name says nothing in many a place: a paragraph or a list, how and where something is signed."""
    group, _, last = path.rpartition(".")
    return last in {"satt", "ort_och_datum"} or (
        last in {"text", "punkter[]"} and {f"{group}.text", f"{group}.punkter[]"} <= set(texts)
    )


@pytest.mark.parametrize("slug", KINDS)
def test_the_samples_use_every_sentence_of_their_type(slug: str) -> None:
    name = f"{slug}/wording.toml"
    used = {stil: found(slug, stil) for stil in Stil}
    own = {f"{stil}.{key}" for stil in Stil for key in keys(name, stil) - used[stil]}
    assert own | (keys(name) - set[str]().union(*used.values())) == set()


def test_the_samples_of_all_types_use_every_sentence_that_types_share() -> None:
    for name in dict.fromkeys(name for kind in KINDS.values() for name in shared(kind)):
        used = {stil: set[str]().union(*(found(slug, stil) for slug in KINDS)) for stil in Stil}
        own = {f"{stil}.{key}" for stil in Stil for key in keys(name, stil) - used[stil]}
        assert own | (keys(name) - set[str]().union(*used.values())) == set()


def found(slug: str, stil: Stil) -> set[str]:
    """Return the keys of a type's sentences that its documents use in a style; of the numbers in words all or none."""
    list(documents(slug))
    noted = room(stil).sentences.get(slug)
    if noted is None:
        return set()
    numbers = {key for key in noted if key.startswith(NUMBERS)}
    return noted.found | (numbers if noted.found & numbers else set())
