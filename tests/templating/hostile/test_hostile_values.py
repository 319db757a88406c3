"""Values that are not plain data, and formatted ones that lead where they may not, are refused untouched."""

import array
import pickle
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from docxtpl import InlineImage
from markupsafe import Markup
from payloads import PAYLOADS, PNG
from places import code, template, words
from tripwires import Canary, CanaryBytes, Event, watched

from docgen.errors import TemplateError
from docgen.templating.layout import Layout
from docgen.templating.rich import Image, RichText
from docgen.templating.word import WordTemplate

Refused = Callable[..., set[Event]]
Make = Callable[[Path], object]
FILLS, THREADS = 20, 4
HEAVY = "{% for r in rader %}{% if r %}{% endif %}{% endfor %}{{ namn }}"


def _with_xml(xml: str) -> RichText:
    text = RichText("fet")
    text.xml = xml
    return text


def _linked(address: str) -> RichText:
    text = RichText("fet")
    text.add("länk", url_id=f"docgen:{address}")
    return text


class CanaryText(str):
    """A text that is one by inheritance."""

    __slots__ = ()


OBJECTS: Mapping[str, Make] = {
    "an object": lambda _: Canary(),
    "an object that is bytes": lambda _: CanaryBytes(b"x"),
    "an object that is a text": lambda _: CanaryText("x"),
    "an object in a set": lambda _: frozenset({Canary()}),
    "an object as a key": lambda _: {Canary(): "x"},
    "a picture of docxtpl's": lambda path: InlineImage(None, str(path)),
    "a function": lambda path: path.read_text,
    "a path": lambda path: path,
    "XML": lambda _: Markup("<w:altChunk/>"),
}
BUILT_IN = [
    *(b"x", bytearray(b"x"), memoryview(b"x"), array.array("b", b"x"), {"x"}, frozenset({"x"}), 1j, ..., StopIteration),
    template.__code__,
]
FORMATTED: Mapping[str, Make] = {
    "a look that ends": lambda _: RichText("fet", color='"/><w:instrText>x</w:instrText><w:color w:val="'),
    "text with other elements": lambda _: _with_xml('<w:altChunk r:id="rId9"/>'),
    "text with a relation": lambda _: _with_xml('<w:hyperlink r:id="rId9"/>'),
    "text that is open": lambda _: _with_xml("<w:r>"),
    "text with an entity": lambda _: _with_xml("&e;"),
    "text with the engine's mark": lambda _: _with_xml("<?docgen-grid 1?>"),
    "text with a comment": lambda _: _with_xml("<!-- x -->"),
    "a link to a file": lambda path: _linked(f"file://{path}"),
    "a link that runs": lambda _: _linked("javascript:x"),
    "a picture that is none": lambda _: Image(b"\x89PNG"),
    "a picture with a link to a file": lambda path: Image(PNG, anchor=f"file://{path}"),
}


@pytest.fixture(scope="session")
def canary_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hemligt") / "kanari.txt"
    path.write_text("what nobody may read")
    return path


@pytest.fixture(scope="session")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Refused:
    """Return a function that fills in a value that is refused, and gives the events that an ``object()`` does not."""
    path = tmp_path_factory.mktemp("mall") / "template.docx"
    made = WordTemplate.load(template(path, "body", "{% set x %}{{ namn }}{% endset %}{{ (namn|first).x }}"), Layout())

    def events_of(value: object, *errors: type[Exception]) -> set[Event]:
        with watched() as events, pytest.raises(errors):
            made.fill({"namn": value})
        return events

    usual = events_of(object(), TypeError)
    return lambda value, *errors: events_of(value, *errors) - usual


@pytest.mark.parametrize("make", [*OBJECTS.values(), *FORMATTED.values()], ids=[*OBJECTS, *FORMATTED])
def test_an_object_is_refused_untouched(refused: Refused, canary_file: Path, make: Make) -> None:
    value = make(canary_file)
    Canary.touched.clear()
    for within in (value, [value], {"x": [value]}, [Image(PNG), value]):
        assert refused(within, TypeError, TemplateError) == set()
        assert Canary.touched == []


@pytest.mark.parametrize("value", BUILT_IN, ids=lambda value: type(value).__name__)
def test_what_is_built_in_but_no_data_is_refused(refused: Refused, value: object) -> None:
    for within in (value, [value], {"x": [value]}, [Image(PNG), value]):
        assert refused(within, TypeError, TemplateError) == set()


def _end(made: WordTemplate, data: dict[str, object]) -> str:
    try:
        return words(made.fill(data), "body")
    except TemplateError as error:
        return code(error)


def test_a_template_that_has_been_sent_to_another_process_lets_nothing_more_through(tmp_path: Path) -> None:
    for payload in PAYLOADS:
        path = template(tmp_path / "template.docx", "body", payload.source, raw=payload.raw)
        try:
            made = WordTemplate.load(path, Layout())
        except TemplateError:
            continue
        data = {"namn": "Tolvan", "rader": ["a", "b"], "antal": 3, "del": {"text": "x"}, "inget": None, **payload.data}
        assert _end(pickle.loads(pickle.dumps(made)), data) == _end(made, data), payload.name  # noqa: S301 (our own)


def test_threads_share_neither_values_nor_what_a_document_may_spend(tmp_path: Path) -> None:
    made = WordTemplate.load(template(tmp_path / "template.docx", "body", HEAVY), Layout())
    found: dict[str, set[str]] = {}

    def fill(name: str) -> None:
        data = {"namn": name, "rader": [1] * 10_000}
        found[name] = {words(made.fill(data), place) for _ in range(FILLS) for place in ("body", "header", "title")}

    threads = [threading.Thread(target=fill, args=(f"Tolvan {number}",)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {f"Tolvan {number}": {f"Tolvan {number}"} for number in range(THREADS)}
