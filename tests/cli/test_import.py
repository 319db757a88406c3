"""``docgen import`` as the one who connects the systems meets it."""

import gzip
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES
from running import Done, docgen

from docgen.errors import CannotCreate
from docgen.importing import outfile
from docgen.importing.converters import Som
from docgen.importing.mapping import Falt

FOLDER = SAMPLES / "import"
EXPORT, MAP = FOLDER / "lifecare-export.json", FOLDER / "lifecare.toml"
GOLDEN = (ROOT / "tests" / "golden" / "import" / "lifecare.jsonl").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "import.md").read_text(encoding="utf-8")
RESULT: list[dict[str, Any]] = json.loads(EXPORT.read_text(encoding="utf-8"))["Result"]


def imported(out: Path, *exports: Path, more: tuple[str, ...] = ()) -> Done:
    return docgen("import", *(exports or (EXPORT,)), "--from", MAP, "--out", out, *more)


def paged(path: Path, total: int, *records: object) -> Path:
    path.write_text(json.dumps({"TotalNumberOfRecords": total, "Result": records}), encoding="utf-8")
    return path


def test_the_sample_becomes_the_records_that_were_approved(tmp_path: Path) -> None:
    out = tmp_path / "mapp" / "poster.jsonl"
    done = imported(out)
    assert (done.code, done.out) == (0, "")
    assert "3 poster är omvandlade, 0 har fel" in done.err
    assert out.read_text(encoding="utf-8") == GOLDEN
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert list(out.parent.iterdir()) == [out]


def test_the_records_go_to_standard_output_in_utf_8_whatever_the_terminal_speaks() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "import", str(EXPORT), "--from", str(MAP)],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
    )
    assert done.stdout.decode("utf-8") == GOLDEN


def test_the_records_are_without_fault_and_become_documents(tmp_path: Path) -> None:
    out = tmp_path / "poster.jsonl"
    assert imported(out).code == 0
    organisation = ("--organisation", SAMPLES / "organisation.toml", "--date", "2026-11-22")
    assert docgen("validate", out, *organisation).code == 0
    done = docgen("batch", out, "--out", tmp_path / "brev", "--format", "docx", *organisation)
    assert done.code == 0, done.err
    assert len(list((tmp_path / "brev").glob("*.docx"))) == 3


def test_a_record_with_a_fault_is_told_by_its_paths_and_the_others_are_made(tmp_path: Path) -> None:
    bad = RESULT[0] | {"Klient": RESULT[0]["Klient"] | {"PersonId": "880320-0017", "Tolk": "Kanariefågel"}}
    export = paged(tmp_path / "export.json", 3, bad, RESULT[1], RESULT[2])
    done = imported(tmp_path / "poster.jsonl", export)
    assert done.code == 1
    assert (tmp_path / "poster.jsonl").read_text(encoding="utf-8") == "".join(GOLDEN.splitlines(keepends=True)[1:])
    assert "export.json, post 1" in done.err
    assert "Fel J-22 $.person.id_nummer ← $.Klient.PersonId" in done.err
    assert "Fel J-23 $.person.tolkbehov ← $.Klient.Tolk" in done.err
    assert "Gör så här" in done.err
    assert "2 poster är omvandlade, 1 har fel" in done.err
    assert not re.search("880320|Kanarie|Provdal", done.err)


def test_faults_are_told_as_json(tmp_path: Path) -> None:
    export = paged(tmp_path / "export.json", 1, {})
    done = imported(tmp_path / "poster.jsonl", export, more=("--json",))
    told = json.loads(done.err.splitlines()[0])
    assert (told["post"], told["status"]) == (1, "misslyckad")
    assert {"kod", "plats", "vad", "gor"} <= set(told["fynd"][0])
    assert "1 with errors" in imported(tmp_path / "2.jsonl", export, more=("--lang", "en")).err


def test_a_file_is_never_overwritten_by_mistake(tmp_path: Path) -> None:
    out = tmp_path / "poster.jsonl"
    out.write_text("mitt", encoding="utf-8")
    done = imported(out)
    assert (done.code, out.read_text(encoding="utf-8")) == (73, "mitt")
    assert "I-29" in done.err
    assert imported(out, more=("--overwrite",)).code == 0
    assert out.read_text(encoding="utf-8") == GOLDEN


def test_a_name_that_someone_takes_meanwhile_is_theirs(tmp_path: Path) -> None:
    out = tmp_path / "poster.jsonl"

    def lines() -> Any:  # noqa: ANN401 - an iterator that does something on the way
        yield b"vara\n"
        out.write_bytes(b"deras\n")

    with pytest.raises(CannotCreate):
        outfile.write(lines(), out, overwrite=False)
    assert out.read_bytes() == b"deras\n"
    assert list(tmp_path.iterdir()) == [out]


def test_a_name_that_is_taken_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "poster.jsonl").touch()
    unread = iter([b"en post\n"])
    with pytest.raises(CannotCreate):
        outfile.write(unread, tmp_path / "poster.jsonl", overwrite=False)
    assert next(unread) == b"en post\n"


def test_missing_pages_leave_no_file_at_all(tmp_path: Path) -> None:
    export = paged(tmp_path / "export.json", 4, *RESULT)
    done = imported(tmp_path / "poster.jsonl", export)
    assert done.code == 65
    assert "J-16" in done.err
    assert list(tmp_path.iterdir()) == [export]


def test_pages_of_one_export_are_counted_together_packed_or_not(tmp_path: Path) -> None:
    first = paged(tmp_path / "1.json", 3, *RESULT[:2])
    second = paged(tmp_path / "2.json", 3, RESULT[2])
    packed = tmp_path / "2.json.gz"
    packed.write_bytes(gzip.compress(second.read_bytes()))
    out = tmp_path / "poster.jsonl"
    assert imported(out, first, packed).code == 0
    assert out.read_text(encoding="utf-8") == GOLDEN


def test_a_map_that_is_wrong_stops_everything_and_is_told_with_its_line(tmp_path: Path) -> None:
    karta = tmp_path / "karta.toml"
    karta.write_text(MAP.read_text(encoding="utf-8").replace('"person.fornamn"', '"person.fornamm"'), encoding="utf-8")
    done = docgen("import", EXPORT, "--from", karta, "--out", tmp_path / "poster.jsonl")
    assert done.code == 78
    assert re.search(r"Fel I-24: Rad \d+ i .*karta.toml: .* person.fornamm .* Menade du fornamn\?", done.err)
    assert not (tmp_path / "poster.jsonl").exists()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_help_is_in_both_languages(lang: str) -> None:
    told = docgen("--lang", lang, "import", "--help").out
    assert {"sv": "KARTA.toml", "en": "MAP.toml"}[lang] in told
    assert {"sv": "hoppas över", "en": "is skipped"}[lang] in told


def test_memory_does_not_grow_with_the_export(tmp_path: Path) -> None:
    line = json.dumps(RESULT[2]) + "\n"
    program = (
        "import re, sys; from docgen.cli.app import start; code = start(sys.argv[1:])\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]); sys.exit(code)"
    )
    peaks = []
    for number in (50, 2000):
        export = tmp_path / f"{number}.jsonl"
        export.write_text(line * number, encoding="utf-8")
        arguments = ["import", str(export), "--from", str(MAP), "--out", str(tmp_path / f"ut-{number}.jsonl")]
        done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
    assert len((tmp_path / "ut-2000.jsonl").read_text(encoding="utf-8").splitlines()) == 2000
    assert peaks[1] - peaks[0] < 4096


def test_every_command_of_the_guide_works_in_its_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCGEN_ORGANISATION", str(SAMPLES / "organisation.toml"))
    monkeypatch.setenv("DOCGEN_DATE", "2026-11-22")
    shutil.copytree(FOLDER, "import")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
    for line in commands:
        done = docgen(*line.split()[1:])
        assert done.code == 0, (line, done.err)
    assert len(list(Path("brev").glob("*.docx"))) == 3


def test_the_guide_explains_every_word_of_a_map() -> None:
    assert [word for word in (*Som, *Falt.model_fields) if f"`{word}`" not in GUIDE] == []
