"""Random text in every free text of every kind stands in the Word file and the PDF as it was, or is refused by name.

``FAULTS=10`` sends 5 000 texts through each. Which texts a kind prints is found out with marks, not listed.
"""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from batches import ORGANISATION
from canaries import MARK, samples, whole
from conftest import TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from reading import page_texts
from sizes import size

from docgen import preflight
from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.engines.choice import chosen
from docgen.errors import BUG
from docgen.order import Engine, Format, Order
from docgen.outcome import Failed, Place
from docgen.pipeline import Pipeline
from docgen.stages import validate
from docgen.stages.read import Raw

BEGIN, END = "Zqkzzaqz", "Zqkzzbqz"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALIKE = {**dict.fromkeys("–−‑\u2010", "-"), **dict.fromkeys("”“„", '"'), **dict.fromkeys("’\u2018", "'")}
"""Signs that typography may put in each other's place."""
PLAIN = st.text(alphabet="abcåäöÅÄÖéüæøß 0123456789.,:;!?()§%&<>/\"'-–+=*#_{}[]|~^`\\", min_size=1, max_size=40)
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40)
MANY = settings(
    max_examples=max(1, size(5000, 70) // len(KINDS)),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def same(text: str) -> str:
    """Return text without what typography and lines may change."""
    alike = "".join(_ALIKE.get(sign, sign) for sign in unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", "", alike)


def word_text(data: bytes) -> Iterator[str]:
    """Yield the text of each part of a Word file, paragraph by paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", name):
                for one in etree.fromstring(package.read(name)).iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}p"):
                    yield one.text or " " if one.tag == f"{_W}t" else " "


@dataclass(frozen=True)
class Press:
    """Makes the documents of records in this process."""

    pipeline: Pipeline

    def texts(self, record: object) -> list[str] | str:
        """Return the text of each document of a record, or the code with which the record was refused."""
        made = validate.guarded(Raw(Place("e", 1), json.dumps(record).encode()), self.pipeline.ready)
        if isinstance(made, Failed):
            assert made.code != BUG, made.facts
            return made.code
        read = {".docx": lambda data: "".join(word_text(data)), ".pdf": lambda data: "".join(page_texts(data))}
        return [read[file.path.suffix](bytes(file.data)) for file in made.files]


@pytest.fixture(scope="module", params=[Format.DOCX, Format.PDF])
def press(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    order = Order(
        sources=(),
        out=tmp_path_factory.mktemp("press"),
        organisation=ORGANISATION,
        today=TODAY,
        format=request.param,
        engine=Engine.TYPST,
    )
    with chosen(order.engine) as engines:
        yield Press(Pipeline(order, preflight.prepare(order), engines))


def with_text(record: object, mark: str, text: str) -> object:
    """Return a record in which the texts with a mark are ``text``."""
    if isinstance(record, dict):
        return {name: with_text(one, mark, text) for name, one in record.items()}
    if isinstance(record, list):
        return [with_text(one, mark, text) for one in record]
    return f"{BEGIN} {text} {END}" if isinstance(record, str) and mark in record else record


def printed(press: Press, record: object) -> list[str]:
    """Return the marks of a record that its documents show."""
    texts = press.texts(record)
    assert not isinstance(texts, str), texts
    found = {same(mark) for text in texts for mark in MARK.findall(same(text))}
    return sorted(found & set(MARK.findall(json.dumps(record))))


@pytest.mark.parametrize("slug", KINDS)
def test_any_text_comes_out_as_it_went_in_or_is_refused(slug: str, press: Press, setting: Setting) -> None:
    record, _ = whole(samples()[slug][0], setting)
    marks = printed(press, record)
    assert marks

    numbers = set(MARK.findall(" ".join(re.findall(r'nummer": "[^"]*', json.dumps(record)))))

    @MANY
    @given(mark=st.sampled_from(marks), text=PLAIN if press.pipeline.order.wants_pdf else PLAIN | ANY)
    def comes_out(mark: str, text: str) -> None:
        texts = press.texts(with_text(record, mark, text))
        if isinstance(texts, list):
            # A number in a register is printed as it is checked: in NFKC.
            wanted = same(unicodedata.normalize("NFKC", text) if mark in numbers else text)
            assert any(f"{BEGIN}{wanted}{END}" in same(one) for one in texts), (mark, text)

    comes_out()


def test_a_text_that_was_changed_would_be_seen() -> None:
    assert same("a – b") == same("a\xa0- b")
    assert same("ab") != same("a.b")
