"""A municipality's own sentences and template: they reach the document, and what is wrong in them is found first."""

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from conftest import SAMPLES, TODAY
from reading import docx_text

from docgen.errors import RunError
from docgen.order import Format, Order
from docgen.outcome import Written
from docgen.resources import shipped_file
from docgen.run import run
from docgen.templating.verdict import Refused

SAMPLE = SAMPLES / "bistandsbeslut" / "delvis-bifall-boendestod.json"
SENTENCE = "beslutsmening.bifall"
Letter = Callable[[], str]


@pytest.fixture
def letter(tmp_path: Path) -> Letter:
    """Return a function that makes the letter with the kit in ``mallar`` and returns its text."""

    def make() -> str:
        order = Order(
            sources=(str(SAMPLE),),
            out=tmp_path / "ut",
            organisation=SAMPLES / "organisation.toml",
            today=TODAY,
            format=Format.DOCX,
            templates=tmp_path / "mallar",
        )
        (outcome,) = run(order)
        assert isinstance(outcome, Written), outcome
        return docx_text(outcome.files[0])

    (tmp_path / "mallar" / "bistandsbeslut").mkdir(parents=True)
    return make


def own_wording(folder: Path, text: str) -> None:
    (folder / "mallar" / "bistandsbeslut" / "wording.toml").write_text(text, encoding="utf-8")


def own_template(folder: Path, old: str, new: str) -> None:
    document = docx.Document(str(shipped_file("bistandsbeslut/template.docx")))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    document.save(str(folder / "mallar" / "bistandsbeslut" / "template.docx"))


def test_an_own_sentence_is_printed_and_the_others_stay(tmp_path: Path, letter: Letter) -> None:
    own_wording(tmp_path, '[du.rubrik]\nhjalp = "Undrar du över något?"\n')
    text = letter()
    assert "## Undrar du över något?" in text
    assert "## Din ansökan" in text


def test_an_own_template_is_used(tmp_path: Path, letter: Letter) -> None:
    own_template(tmp_path, "{{ beslut_rubrik }}", "Så här har vi beslutat")
    assert "## Så här har vi beslutat" in letter()


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (
            '[du.beslutsmening.delvis_avslag]\nstandard = "Avslag {avslagen_dell} {lagrum} {avslagen_del}."',
            "I-06",
        ),
        ('[du.beslutsmening.delvis_avslag]\nstandard = "Vi avslår {avslagen_del}."', "I-11"),
        ("[du", "I-04"),
        ('[du.beslutsmening.avskrivning]\nstandard = "{yrkande} {lagrum} {fel}"', "I-06"),  # not of this record
    ],
)
def test_a_fault_in_an_own_sentence_stops_the_run_before_the_first_record(
    tmp_path: Path, letter: Letter, sentence: str, code: str
) -> None:
    own_wording(tmp_path, sentence)
    with pytest.raises(RunError) as refused:
        letter()
    assert refused.value.code == code
    assert not (tmp_path / "ut").exists()


def test_a_name_in_an_own_template_that_is_not_there_stops_the_run_before_the_first_record(
    tmp_path: Path, letter: Letter
) -> None:
    own_template(tmp_path, "{{ beslut_rubrik }}", "{{ beslut_rubrikk }}")
    with pytest.raises(RunError) as refused:
        letter()
    assert isinstance(refused.value, Refused)
    assert (refused.value.code, refused.value.facts["antal"]) == ("M-50", "1")
    (fault,) = refused.value.verdict.faults
    assert "beslut_rubrikk" in fault.facts.values()
    assert not (tmp_path / "ut").exists()


def test_a_required_text_that_an_own_template_can_lose_stops_the_run_before_the_first_record(
    tmp_path: Path, letter: Letter
) -> None:
    own_template(tmp_path, "{{ underskrift.inledning }}", "{% if registrering %}{{ underskrift.inledning }}{% endif %}")
    with pytest.raises(RunError) as refused:
        letter()
    assert isinstance(refused.value, Refused)
    assert [(fault.code, fault.facts["namn"]) for fault in refused.value.verdict.faults] == [
        ("M-51", "underskrift.inledning")
    ]
    assert not (tmp_path / "ut").exists()


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, letter: Letter) -> None:
    shutil.copy(SAMPLE, tmp_path / "mallar" / "bistandsbeslut" / "template.docx")
    with pytest.raises(RunError) as refused:
        letter()
    assert isinstance(refused.value, Refused)
    assert [fault.code for fault in refused.value.verdict.faults] == ["M-02"]
