"""``docgen template check``, and the batch that refuses what it finds wrong."""

import re
import sys
from pathlib import Path

import docx
import pytest
from conftest import ROOT, SAMPLES
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from mallar import changed, packed
from running import check, docgen

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.messages import Lang
from docgen.resources import shipped_file
from docgen.stages import faults
from docgen.templating import guard, outline
from docgen.templating.fault import Place
from docgen.templating.verdict import Verdict

BESLUT, UTDRAG = "bistandsbeslut", "protokollsutdrag"
TEXTCONV = f"{sys.executable} -m docgen template text"


@pytest.mark.parametrize("typ", KINDS)
def test_the_shipped_template_has_neither_errors_nor_warnings(typ: str) -> None:
    told = check(shipped_file(f"{typ}/template.docx"), typ, "--json").json
    assert (told["godkand"], told["antal_fel"], told["antal_varning"]) == (True, 0, 0), told["fynd"]


def test_a_misspelt_name_is_told_with_its_place_in_word(tmp_path: Path) -> None:
    done = check(changed(tmp_path / "m.docx", BESLUT, ("{{ u.varde }}", "{{ u.vrade }}")))
    assert done.code == 1
    assert re.search(r"Brödtext, stycke \d+, tabell 1, rad 2, cell 2", done.out)
    assert "Menade du u.varde?" in done.out
    assert "\n  Där står: {{ u.vrade }}\n" in done.out
    assert "Gör så här" in done.out
    assert "går inte att använda förrän felen är rättade" in done.err


def test_a_place_in_a_header_is_called_what_word_calls_it(tmp_path: Path) -> None:
    done = check(changed(tmp_path / "m.docx", BESLUT, ("{{ avsandare.enhet }}", "{{ avsandare.enheten }}")))
    assert "Sidhuvud, första sidan, stycke" in done.out


@pytest.mark.parametrize(("words", "place"), [("{{ fel }}", "Dokumentegenskaper, ämne"), ("", "Dokumentegenskaper")])
def test_a_document_property_is_called_by_its_name(tmp_path: Path, words: str, place: str) -> None:
    document = docx.Document()
    document.core_properties.subject = "{{ fel }}"
    parts = [*outline.properties(guard.members(packed(document)))]
    verdict = Verdict(tmp_path, parts, [])
    assert faults.where(Place(outline.CORE, words=words), verdict, messages.of(Lang.SV)) == place


def test_all_faults_are_told_at_once_in_the_order_of_the_paper(tmp_path: Path) -> None:
    file = changed(
        tmp_path / "m.docx",
        BESLUT,
        ("{{ kontaktfot.webb }}", "{{ kontaktfot.web }}"),
        ("{{ hjalp.rubrik }}", "{{ hjalp.rubriken }}"),
        ("{{ beslut_rubrik }}", "{{ beslut_rubrikk }}"),
        ("{{ avsandare.enhet }}", "{{ avsandare.enheten }}"),
    )
    told = check(file, BESLUT, "--json").json
    places = [(one["del"], one["text"]) for one in told["fynd"] if one["allvar"] == "fel"]
    assert places == [
        ("word/header1.xml", "{{ avsandare.enheten }}"),
        ("word/document.xml", "{{ beslut_rubrikk }}"),
        ("word/document.xml", "{{ hjalp.rubriken }}"),
        ("word/footer1.xml", "{{ kontaktfot.web }}"),
    ]
    assert all(one["gor"] and one["plats"] and one["vad"] for one in told["fynd"])


DATE = "{{ dokument.datum }}"


@pytest.mark.parametrize(
    ("name", "tag", "condition"),
    [
        ("underskrift.inledning", "{{ underskrift.inledning }}", "overklagande"),
        ("beslut[].text", "{{ p.text }}", "not p.nummer"),
        ("dokument.datum", DATE, "dokument.markningar"),  # the same day stands elsewhere, but not often enough
    ],
)
def test_a_required_text_inside_the_wrong_condition_is_found(
    tmp_path: Path, name: str, tag: str, condition: str
) -> None:
    file = changed(tmp_path / "m.docx", BESLUT, (tag, f"{{% if {condition} %}}{tag}{{% endif %}}"))
    told = check(file, BESLUT, "--json").json
    assert [(one["kod"], one["plats"]) for one in told["fynd"]] == [("M-51", "Hela mallen")]
    assert f"Texten {name} kom inte med" in told["fynd"][0]["vad"]


def test_a_text_lost_in_a_branch_that_no_sample_takes_is_found(tmp_path: Path) -> None:
    file = changed(tmp_path / "m.docx", UTDRAG)
    texts = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    for at, text in enumerate(texts):
        if text in {"{{ s.text }}", "{{ punkt }}"}:
            document = docx.Document(str(file))
            document.paragraphs[at].text = ""
            document.save(str(tmp_path / "n.docx"))
            told = check(tmp_path / "n.docx", UTDRAG, "--json").json
            assert [one["kod"] for one in told["fynd"] if one["allvar"] == "fel"], (at, text)


def test_a_required_text_that_is_hidden_is_found(tmp_path: Path) -> None:
    file = changed(tmp_path / "m.docx", UTDRAG)
    document = docx.Document(str(file))
    (sentence,) = [one for one in document.paragraphs if one.text == "{{ bestyrkande.inledning }}"]
    sentence.runs[0].font.hidden = True
    document.save(str(file))
    done = check(file, UTDRAG)
    assert done.code == 1
    assert "bestyrkande.inledning" in done.out


def test_what_is_dangerous_is_told_with_what_is_misspelt(tmp_path: Path) -> None:
    file = changed(tmp_path / "m.docx", BESLUT, ("{{ beslut_rubrik }}", "{{ beslut_rubrikk }}"))
    document = docx.Document(str(file))
    field = f'<w:fldSimple {nsdecls("w")} w:instr="INCLUDETEXT x.docx"/>'
    document.add_paragraph()._p.append(parse_xml(field))  # noqa: SLF001
    document.save(str(file))
    assert {one["kod"] for one in check(file, BESLUT, "--json").json["fynd"]} == {"M-16", "M-35"}


def test_what_is_no_word_file_is_told_as_a_fault_of_the_whole() -> None:
    done = check(ROOT / "README.md")
    assert done.code == 1
    assert "M-02, Hela mallen" in done.out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", "finns-inte.docx", "--type", BESLUT), (66, "M-01")),
        (("preview", "finns-inte.docx", "--type", BESLUT, "--out", "prov"), (66, "M-01")),
        (("text", "finns-inte.docx"), (66, "M-01")),
        (("check", "finns-inte.docx", "--type", "bistandsbeslutt"), (2, "Menade du bistandsbeslut?")),
        (("fields", "bistandsbeslutt"), (2, "U-03")),
        (("new", "bistandsbeslutt", "mallar"), (2, "U-03")),
        (("check", "finns-inte.docx"), (2, "--type")),
        (("kontrollera",), (2, "kontrollera")),
    ],
)
def test_the_exit_code_says_what_went_wrong(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: tuple[str, ...],
    expected: tuple[int, str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, told = expected
    done = docgen("template", *arguments)
    assert done.code == code
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_sarif_has_what_the_standard_requires(tmp_path: Path) -> None:
    file = changed(tmp_path / "min mall.docx", BESLUT, ("{{ beslut_rubrik }}", "{{ beslut_rubrikk }}"))
    done = check(file, BESLUT, "--sarif")
    log = done.json
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (done.code, log["version"], driver["name"]) == (1, "2.1.0", "docgen")
    assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", run["language"])
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"])
    assert "error" in {result["level"] for result in run["results"]}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"] == file.as_uri()
        assert location["logicalLocations"][0]["fullyQualifiedName"].startswith("Brödtext, stycke ")


def test_sarif_of_a_good_template_has_no_results() -> None:
    done = check(shipped_file(f"{BESLUT}/template.docx"), BESLUT, "--sarif")
    assert (done.code, done.json["runs"][0]["results"]) == (0, [])


def test_a_batch_refuses_a_template_with_faults_and_tells_what_check_tells(tmp_path: Path) -> None:
    file = changed(tmp_path / "mallar" / BESLUT / "template.docx", BESLUT, ("{{ rad }}", "{{ radd }}"))
    order = ("--templates", tmp_path / "mallar", "--out", tmp_path / "ut", "--format", "docx")
    done = docgen("batch", SAMPLES / BESLUT, *order)
    assert done.code == 78
    assert f"M-50: Mallen {file} används inte" in done.err
    assert check(file).out in done.err
    assert not (tmp_path / "ut").exists()
