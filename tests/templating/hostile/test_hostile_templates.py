"""Hostile templates and values in eight hiding places: nothing is run, touched or called.

140 payloads in 8 places are 1 120 templates. Each is written to a file, loaded and filled, and must come to just the
end that ``payloads`` tells, without an event of the interpreter that an everyday template does not cause.
"""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from payloads import DATA, FILE, PAYLOADS, Payload
from places import PLACES, code, template, words
from tripwires import Event, watched

from docgen.errors import TemplateError
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

CLEAN = {
    "{{ namn }}": "Tolvan",
    "{{ 1.5 * 2 }}": "3.0",
    "{{ namn": "M-03",
    "{{ finns_inte }}": "M-04",
    "{{ rader }}": "M-05",
    "{% include 'x' %}": "M-05",
}
CONTENT = "what nobody may read"
Run = Callable[[str, Payload], tuple[str, set[Event]]]


def outcome(path: Path, place: str, data: dict[str, Any]) -> str:
    """Return the code of the refusal, or what stands in the place; an error of another kind by its name."""
    try:
        return words(WordTemplate.load(path, Layout()).fill(data), place)
    except TemplateError as error:
        return "told the data" if CONTENT in str(error.facts) else code(error)
    except etree.XMLSyntaxError:
        return "a broken document"
    except Exception as error:  # noqa: BLE001 (the other places are tried all the same)
        return repr(error)


def told(value: Any, path: Path) -> Any:  # noqa: ANN401 (whatever a payload holds)
    """Return the value with the path of the canary file in it."""
    return value.replace(FILE, str(path)) if isinstance(value, str) else value


@pytest.fixture(scope="session")
def canary_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hemligt") / "kanari.txt"
    path.write_text(CONTENT)
    return path


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory, canary_file: Path) -> Run:
    """Return a function that loads and fills a template, always at the same path; gives the outcome and the events."""
    path = tmp_path_factory.mktemp("mall") / "template.docx"

    def one(place: str, payload: Payload) -> tuple[str, set[Event]]:
        given = {name: told(value, canary_file) for name, value in payload.data.items()}
        data = deepcopy(DATA) | given
        template(path, place, told(payload.source, canary_file), raw=payload.raw)
        with watched() as events:
            found = outcome(path, place, data)
        assert data == DATA | given, "a template changed the data"
        return found, events

    return one


@pytest.fixture(scope="session")
def usual(run: Run) -> set[Event]:
    """Return the events of templates that do nothing wrong and of those refused for an everyday fault."""
    everywhere = [(place, Payload("", "{{ namn }}")) for place in PLACES]
    everyday = everywhere + [(place, Payload("", source)) for place in ("body", "title", "field") for source in CLEAN]
    for place, payload in everyday:
        run(place, payload)  # what is imported at first use
    return {event for place, payload in everyday for event in run(place, payload)[1]}


@pytest.mark.parametrize("place", PLACES)
def test_each_hiding_place_is_filled_and_vetted(run: Run, place: str) -> None:
    ran = {source: run(place, Payload("", source))[0] for source in CLEAN}
    assert {
        source: end for source, end in ran.items() if end not in Payload("", source, CLEAN[source]).ends(place)
    } == {}


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.name)
def test_a_payload_does_nothing_in_any_place(run: Run, usual: set[Event], canary_file: Path, payload: Payload) -> None:
    ran = {place: run(place, payload) for place in PLACES}
    ends = {place: {told(end, canary_file) for end in payload.ends(place)} for place in PLACES}
    assert {place: found for place, (found, _) in ran.items() if found not in ends[place]} == {}
    assert {place: events - usual for place, (_, events) in ran.items() if events - usual} == {}
    assert canary_file.read_text() == CONTENT
    assert [one.name for one in canary_file.parent.iterdir()] == ["kanari.txt"]


def test_there_are_as_many_payloads_as_is_said_and_no_two_are_called_the_same() -> None:
    assert len({payload.name for payload in PAYLOADS}) == len(PAYLOADS)
    assert f"{len(PAYLOADS)} payloads in {len(PLACES)} places" in (__doc__ or "")
