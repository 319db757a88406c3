"""Templates that other programs wrote come out as docxtpl makes them, or are refused by name."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from case import USUAL
from contexts import contexts
from family_packages import MAIN
from foreign import by_libreoffice, by_python_docx, typed_into
from making import loaded
from ooxml import NAMESPACES, Story, changed, document, ps, word
from reference import differences, rendered

from docgen.errors import TemplateError

SEEDS = 12


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return by_libreoffice(tmp_path_factory.mktemp("libreoffice")) | {"python-docx": by_python_docx()}


@pytest.mark.parametrize("name", ["odt", "rtf", "python-docx"])
def test_a_foreign_template_comes_out_as_docxtpl_makes_it(
    tmp_path: Path, converted: dict[str, bytes], name: str
) -> None:
    assert outcomes(tmp_path, converted[name], 50) == {"lika": 50}


@pytest.mark.parametrize("name", ["odt", "rtf", "python-docx"])
def test_tags_typed_anywhere_come_out_as_docxtpl_makes_them_or_are_refused(
    tmp_path: Path, converted: dict[str, bytes], name: str
) -> None:
    found: Counter[str] = Counter()
    for seed in range(SEEDS):
        found += outcomes(tmp_path, typed_into(converted[name], seed), 5)
    print(name, dict(found))  # noqa: T201 (both sides are told)
    assert found["lika"] > 3 * SEEDS


def outcomes(folder: Path, content: bytes, count: int) -> Counter[str]:
    """Return how many contexts came out equal, and how many were refused with each code; anything else fails."""
    try:
        template = loaded(folder, content)
    except TemplateError as error:
        return Counter({error.code: count})
    found: Counter[str] = Counter()
    for turn, context in enumerate(contexts(USUAL, count)):
        try:
            ours = template.fill(context)
        except TemplateError as error:
            found[error.code] += 1
            continue
        assert differences(ours, rendered(content, context)) == [], f"context {turn}"
        found["lika"] += 1
    return found


_NS0 = document(ps("{{ a }}")).replace("w:", "ns0:")
_UNUSABLE: dict[str, Any] = {
    "another prefix for all of Word's elements": {MAIN: _NS0.encode()},
    "a main part that is a header": {MAIN: f"<w:hdr xmlns:w='{NAMESPACES['w']}'/>".encode()},
    "no relationships": {"_rels/.rels": None},
    "a main part that is not there": {MAIN: None},
    "a main part without a body": {MAIN: f"<w:document xmlns:w='{NAMESPACES['w']}'/>".encode()},
    "a main part that is no XML": {MAIN: b"x"},
    "styles that are no XML": {"word/styles.xml": b"x"},
}


@pytest.mark.parametrize("name", _UNUSABLE)
def test_what_docxtpl_cannot_use_is_refused_with_a_code(tmp_path: Path, name: str) -> None:
    content = changed(word(ps("{{ a }}")), _UNUSABLE[name])
    with pytest.raises(Exception):  # noqa: B017, PT011 (docxtpl lets out whatever lxml, zipfile and python-docx raise)
        rendered(content, {"a": "x"})
    with pytest.raises(TemplateError):
        loaded(tmp_path, content).fill({"a": "x"})


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_footnotes_in_an_encoding_docxtpl_cannot_read_are_refused_with_a_code(tmp_path: Path, encoding: str) -> None:
    said = f'<w:footnotes xmlns:w="{NAMESPACES["w"]}">{ps("Å {{ a }}")}</w:footnotes>'
    notes = f'<?xml version="1.0" encoding="{encoding}"?>{said}'.encode(encoding)
    content = changed(word(ps("x"), Story("footnotes", "")), {"word/footnotes0.xml": notes})
    with pytest.raises(UnicodeDecodeError):
        rendered(content, {"a": "x"})
    with pytest.raises(TemplateError):
        loaded(tmp_path, content)
