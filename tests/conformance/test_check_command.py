"""``docgen check`` as a person meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from broken_tags import BROKEN
from good_pdf import HEAD, LETTER, LONG, changed, made

FIGURE = changed(BROKEN["a picture without words"][0])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    (path := tmp_path / "bra.pdf").write_bytes(made(LETTER))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    (path := tmp_path / "utan-alternativtext.pdf").write_bytes(FIGURE)
    return path


def docgen(*arguments: str | Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``docgen check`` with nothing but ``path`` to find other programs in."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DOCGEN_")}
    environment["PATH"] = str(path or "")
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "check", *map(str, arguments)],
        capture_output=True,
        check=False,
        env=environment,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def vera(folder: Path, answer: str) -> Path:
    """Put a program called verapdf into a folder: it fails PDF/UA-1 and says ``answer`` of the rest."""
    program = folder / "verapdf"
    program.write_text(
        f'#!{sys.executable}\nimport sys\nanswer = "false" if "ua1" in sys.argv else "{answer}"\n'
        "print(f'<validationReport isCompliant=\"{answer}\">')\nsys.exit(answer == 'false')\n"
    )
    program.chmod(0o755)
    return folder


def test_a_good_file_is_passed_in_one_line_that_says_what_was_tested(good: Path) -> None:
    done = docgen(good)
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    assert "bra.pdf är godkänd" in line
    assert "PDF/UA-1" in line
    assert "PDF/A-2a" in line


def test_a_bad_file_is_told_with_what_where_why_the_remedy_in_word_and_the_number(bad: Path) -> None:
    done = docgen(bad)
    assert done.returncode == 65
    what, where, why, remedy, basis, last = done.stdout.splitlines()
    assert what == "Fel K-36: En bild saknar alternativtext."
    assert where.strip() == "Var: en bild på sida 1"
    assert why.strip().startswith("Varför: ")
    assert "Word" in remedy
    assert basis.strip() == "Grund: Matterhorn 13-004; ISO 14289-1, 7.3"
    assert "är inte godkänd. Fel: 1." in last


def test_all_files_are_tested_and_one_bad_makes_the_exit_code(good: Path, bad: Path) -> None:
    done = docgen(bad, good)
    assert done.returncode == 65
    assert "bra.pdf är godkänd" in done.stdout.splitlines()[-1]


def test_json_is_one_line_for_each_file(good: Path, bad: Path) -> None:
    done = docgen("--json", good, bad)
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["godkand"], first["fynd"]) == (True, [])
    assert second["godkand"] is False
    (finding,) = second["fynd"]
    assert (finding["kod"], finding["nummer"], finding["sida"]) == ("K-36", "13-004", 1)
    assert (finding["iso_14289_1"], finding["iso_19005_2"]) == ("7.3", "")
    assert "verapdf" not in second


def test_it_speaks_english_when_it_is_asked_to(bad: Path) -> None:
    assert "A picture has no alternative text." in docgen("--lang", "en", bad).stdout


def test_a_note_does_not_fail_a_file(tmp_path: Path) -> None:
    (path := tmp_path / "utan-bokmarken.pdf").write_bytes(
        changed(lambda writer: writer.root_object.pop("/Outlines") and None)
    )
    done = docgen(path)
    assert done.returncode == 0
    assert "Upplysning K-47" in done.stdout


def test_the_pages_of_one_fault_are_told_together(tmp_path: Path) -> None:
    def without_tabs(writer) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        for page in writer.pages:
            page.pop("/Tabs")

    links = "#pagebreak()".join('#link("https://example.org")[Mer]' for _ in range(12))
    (path := tmp_path / "tabb.pdf").write_bytes(changed(without_tabs, made(HEAD + links)))
    (where,) = [line for line in docgen(path).stdout.splitlines() if "Var:" in line]
    assert where.strip() == "Var: " + ", ".join(f"sida {page}" for page in range(1, 9)) + " och 4 ställen till"


def test_what_is_no_pdf_is_told_without_a_traceback_and_without_its_text(tmp_path: Path) -> None:
    (path := tmp_path / "brev.pdf").write_text("Astas hemliga brev")
    done = docgen(path)
    assert done.returncode == 65
    assert "filen är ingen PDF" in done.stdout
    assert "hemliga" not in done.stdout + done.stderr


def test_a_file_that_is_not_there_is_no_input(tmp_path: Path) -> None:
    done = docgen(tmp_path / "saknas.pdf")
    assert done.returncode == 66
    assert "K-48" in done.stderr


@pytest.mark.parametrize(("answer", "said"), [("true", "godkänd"), ("false", "inte godkänd"), ("", "inget svar")])
def test_what_verapdf_says_is_told_beside_when_it_is_there(good: Path, tmp_path: Path, answer: str, said: str) -> None:
    done = docgen(good, path=vera(tmp_path, answer))
    assert done.returncode == 0
    assert f"veraPDF: PDF/UA-1 inte godkänd, PDF/A-2a {said}" in done.stdout


def test_without_verapdf_nothing_is_said_of_it(good: Path) -> None:
    assert "veraPDF" not in docgen(good).stdout


def test_a_damaged_file_writes_nothing_of_the_parsers_own(tmp_path: Path) -> None:
    (path := tmp_path / "halv.pdf").write_bytes(made(LONG)[:9000])
    done = docgen(path)
    assert done.returncode == 65
    assert done.stderr == ""
