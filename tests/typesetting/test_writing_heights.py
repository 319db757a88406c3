"""The heights that the writer knows are those that the typesetter would measure."""

from collections.abc import Mapping, Sequence

import pytest
from foreign_files import DOCUMENTS
from yardstick import Word, sheets, shipped

from docgen.engines.typst import TypstEngine
from docgen.typesetting.model import Block
from docgen.typesetting.refusal import CannotSet
from docgen.typesetting.writing import edges
from docgen.typesetting.writing.heights import Heights


@pytest.fixture(scope="module")
def engine() -> TypstEngine:
    return TypstEngine()


@pytest.fixture(scope="module")
def documents() -> Mapping[str, bytes]:
    return {one.name: one.docx for one in shipped()} | {name: build() for name, build in DOCUMENTS.items()}


def words(engine: TypstEngine, docx: bytes) -> list[Word]:
    return [word for sheet in sheets(engine.convert(docx)) for word in sheet.words]


def test_no_word_stands_elsewhere_when_nothing_is_known_beforehand(
    engine: TypstEngine, documents: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    settable = {name: words(engine, docx) for name, docx in documents.items() if _is_settable(engine, docx)}
    assert len(settable) > len(documents) / 2
    known = [height for name in settable for height in _asked(engine, documents[name], monkeypatch)]
    assert sum(height is not None for height in known) > len(known) / 2
    with monkeypatch.context() as patch:
        patch.setattr(edges, "REMEMBERED", {})
        patch.setattr(Heights, "blocks", lambda *_: None)
        patch.setattr(Heights, "row", lambda *_: None)
        for name, found in settable.items():
            measured = words(engine, documents[name])
            assert [(one.text, one.page) for one in measured] == [(one.text, one.page) for one in found], name
            assert max(abs(one.y - two.y) for one, two in zip(measured, found, strict=True)) < 0.02, name


def _asked(engine: TypstEngine, docx: bytes, monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """Return what the writer was told when it asked for the heights of headers, footers and frames."""
    told: list[float | None] = []
    ask = Heights.blocks

    def asked(heights: Heights, blocks: Sequence[Block]) -> float | None:
        told.append(ask(heights, blocks))
        return told[-1]

    with monkeypatch.context() as patch:
        patch.setattr(edges, "REMEMBERED", {})
        patch.setattr(Heights, "blocks", asked)
        engine.convert(docx)
    return told


def _is_settable(engine: TypstEngine, docx: bytes) -> bool:
    try:
        engine.convert(docx)
    except CannotSet:
        return False
    return True
