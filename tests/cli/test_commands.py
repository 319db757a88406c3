"""The command line as a person meets it: real processes, real files."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES

ORGANISATION = SAMPLES / "organisation.toml"
S4 = SAMPLES / "protokollsutdrag" / "s4-slutrapport.json"


def docgen(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, path: str = ""
) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DOCGEN_")}
    environment |= {"PATH": path} if path else {}
    done = subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_render_makes_word_and_pdf_and_prints_their_names(tmp_path: Path) -> None:
    done = docgen("render", S4, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    made = sorted(path.name for path in tmp_path.iterdir())
    assert [Path(line).name for line in done.stdout.splitlines()] == made
    assert {Path(name).suffix for name in made} == {".docx", ".pdf"}
    assert "Exempelkommun" not in done.stdout


def test_render_twice_refuses_to_overwrite_until_it_is_told_to(tmp_path: Path) -> None:
    order = ("render", S4, "--out", tmp_path, "--format", "docx")
    assert docgen(*order).returncode == 0
    again = docgen(*order)
    assert again.returncode == 73
    assert "S-01" in again.stderr
    assert docgen(*order, "--overwrite").returncode == 0


def test_render_of_a_record_with_faults_is_bad_data_and_makes_nothing(tmp_path: Path) -> None:
    done = docgen("render", SAMPLES / "invalid" / "protokollsutdrag" / "R-92.json", "--out", tmp_path)
    assert done.returncode == 65
    assert "R-92" in done.stderr
    assert "Gör så här" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_render_refuses_an_export_of_many_records(tmp_path: Path) -> None:
    done = docgen("render", SAMPLES / "export.jsonl", "--out", tmp_path)
    assert done.returncode == 2
    assert "U-02" in done.stderr


def test_render_reads_standard_input(tmp_path: Path) -> None:
    done = docgen(
        "render", "-", "--organisation", ORGANISATION, "--out", tmp_path, "--format", "docx", stdin=S4.read_bytes()
    )
    assert done.returncode == 0, done.stderr


def test_a_batch_makes_the_good_records_and_names_the_bad_ones(tmp_path: Path) -> None:
    good = json.loads(S4.read_text(encoding="utf-8"))
    bad = good | {"sammantradesdatum": "i går"}
    export = tmp_path / "export.jsonl"
    twin = json.dumps(good)
    lines = [twin, json.dumps(bad), "{", twin, '{"dokument": {"typ": "okand"}}']
    export.write_text("\n".join(lines), encoding="utf-8")
    done = docgen(
        "batch", export, "--out", tmp_path / "ut", "--format", "docx", "--organisation", ORGANISATION, "--json"
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    told.sort(key=lambda one: one["post"])
    assert [one["status"] for one in told] == ["gjord", *["misslyckad"] * 4]
    assert [one.get("kod") for one in told[1:]] == ["F-04", "J-01", "S-02", "J-08"]
    assert told[1]["fynd"][0]["plats"] == "$.sammantradesdatum"
    assert len(list((tmp_path / "ut").glob("*.docx"))) == 1


def test_a_batch_without_settings_above_it_is_refused(tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    export.write_bytes(S4.read_bytes().replace(b"\n", b" "))
    done = docgen("batch", export, "--out", tmp_path / "ut")
    assert done.returncode == 78
    assert "I-09" in done.stderr
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("render",), 2),
        (("rendera",), 2),
        (("render", "finns-inte.json", "--organisation", ORGANISATION), 66),
        (("explain", "Q-99"), 2),
        (("schema", "bistandsbeslutt"), 2),
        (("render", S4, "--format", "odt"), 2),
        (("render", S4, "--date", "2026-13-01"), 2),
        (("render", S4, "--out", "/dev/null/ut", "--format", "docx"), 73),
    ],
)
def test_the_exit_code_says_what_went_wrong(arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    done = docgen(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_another_encoding_is_bad_data(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    export.write_bytes(S4.read_text(encoding="utf-8").encode("utf-16"))
    done = docgen("batch", export, "--out", tmp_path / "ut", "--organisation", ORGANISATION)
    assert done.returncode == 65
    assert "UTF-16" in done.stderr


def test_validate_tells_faults_and_makes_nothing(tmp_path: Path) -> None:
    good = docgen("validate", S4, cwd=tmp_path)
    assert (good.returncode, list(tmp_path.iterdir())) == (0, [])
    assert "R-88" in good.stdout
    bad = docgen("validate", SAMPLES / "invalid" / "protokollsutdrag", "--json")
    assert bad.returncode == 1
    assert {json.loads(line)["status"] for line in bad.stdout.splitlines()} == {"misslyckad", "utan_fel"}


def test_schema_sample_and_types_go_together(tmp_path: Path) -> None:
    for one in json.loads(docgen("types", "--json").stdout):
        sample = docgen("sample", one["typ"]).stdout
        (tmp_path / "post.json").write_text(sample, encoding="utf-8")
        checked = docgen("validate", tmp_path / "post.json", "--organisation", ORGANISATION)
        assert checked.returncode == 0, checked.stdout
        assert json.loads(docgen("schema", one["typ"]).stdout)["title"] == one["titel"]


def test_explain_tells_a_rule_with_its_legal_basis() -> None:
    told = docgen("explain", "r-16")
    assert told.returncode == 0
    assert "1930:173" in told.stdout


def test_help_and_messages_are_swedish_and_on_request_english() -> None:
    assert "Användning: docgen" in docgen("--help").stdout
    assert "Usage: docgen" in docgen("--lang", "en", "--help").stdout
    assert "Make the documents of one record" in docgen("render", "--lang", "en", "--help").stdout
    assert "Menade du" in docgen("render", S4, "--formt", "docx").stderr
    assert "No such option" in docgen("--lang", "en", "render", S4, "--formt", "docx").stderr
    assert "What to do" in docgen("--lang", "en", "explain", "S-01").stdout


def test_doctor_finds_all_that_is_needed() -> None:
    done = docgen("doctor", "--organisation", ORGANISATION)
    assert done.returncode == 0, done.stdout
    assert "LibreOffice" in done.stdout


def test_all_is_made_on_a_machine_without_libreoffice(tmp_path: Path) -> None:
    done = docgen("render", S4, "--out", tmp_path / "ut", path=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert {path.suffix for path in (tmp_path / "ut").iterdir()} == {".docx", ".pdf"}
    seen = docgen("doctor", "--organisation", ORGANISATION, path=str(tmp_path))
    assert seen.returncode == 0, seen.stdout
    assert "–      LibreOffice" in seen.stdout


def test_doctor_names_what_is_lacking(tmp_path: Path) -> None:
    settings = tmp_path / "organisation.toml"
    settings.write_text('kommun = "Exempelkommun"\n')
    done = docgen("doctor", "--organisation", settings)
    assert done.returncode == 78
    assert "BRIST  organisation" in done.stdout


def test_exports_of_different_senders_are_not_sent_by_one(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        shutil.copy(S4, tmp_path / name / "post.json")
        shutil.copy(ORGANISATION, tmp_path / name)
    done = docgen("batch", tmp_path / "a" / "post.json", tmp_path / "b" / "post.json", "--out", tmp_path / "ut")
    assert done.returncode == 2
    assert "U-05" in done.stderr
    assert not (tmp_path / "ut").exists()


def test_two_people_with_the_same_number_never_share_a_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        shutil.copy(S4, tmp_path / name / "post.json")
    exports = [tmp_path / name / "post.json" for name in ("a", "b")]
    order = ("--out", tmp_path / "ut", "--organisation", ORGANISATION, "--format", "docx", "--overwrite", "--json")
    done = docgen("batch", *exports, *order)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["fil"]: one.get("kod") for one in told} == {str(exports[0]): None, str(exports[1]): "S-02"}


def test_a_pipe_can_be_an_export(tmp_path: Path) -> None:
    line = (
        f"{sys.executable} -m docgen batch <(cat {S4}) --organisation {ORGANISATION} --out {tmp_path}/ut --format docx"
    )
    assert subprocess.run(["bash", "-c", line], capture_output=True, check=False).returncode == 0


def test_render_of_nothing_is_bad_data(tmp_path: Path) -> None:
    done = docgen("render", "-", "--organisation", ORGANISATION, "--out", tmp_path / "ut", stdin=b"[]")
    assert done.returncode == 65
    assert "J-14" in done.stderr


def test_a_reader_that_goes_away_is_no_fault_of_ours() -> None:
    line = f"{sys.executable} -m docgen sample bistandsbeslut | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert "X-01" not in done.stderr
    assert "Traceback" not in done.stderr


def test_the_sample_points_at_a_schema_that_is_there() -> None:
    for typ in ("bistandsbeslut", "protokollsutdrag"):
        address = json.loads(docgen("sample", typ).stdout)["$schema"]
        assert Path(address.removeprefix("file://")).is_file()


def test_an_own_law_catalogue_goes_first(tmp_path: Path) -> None:
    own = tmp_path / "mallar" / "_common"
    own.mkdir(parents=True)
    (own / "lagrum.toml").write_text("sönder")
    done = docgen("render", S4, "--out", tmp_path / "ut", "--templates", tmp_path / "mallar")
    assert done.returncode == 78
    assert "I-07" in done.stderr
