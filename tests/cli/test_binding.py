"""``docgen extract``, ``bundle`` and ``encrypt``, called as a person calls them."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES
from papers import finished, typeset
from pypdf import PdfReader
from running import docgen

PASSWORD = "korrekt häst batteri"  # noqa: S105 - a test's own
HEAD = "#set page(header: [Socialnämnden])\nFörstasida #pagebreak()\n= § 7 Ett\n#pagebreak()\n= § 8 Två\n"
PROTOCOL = finished(typeset(HEAD), lang="sv", title="Protokoll Socialnämnden 2026-03-18 §§ 7 och 8")


@pytest.fixture
def protocol(tmp_path: Path) -> Path:
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(PROTOCOL)
    return path


def test_an_extract_is_written_for_its_owner_only_and_told(protocol: Path, tmp_path: Path) -> None:
    out = tmp_path / "ny" / "utdrag.pdf"
    done = docgen("extract", protocol, "--paragraf", "8", "--out", out, "--date", "2026-03-27")
    assert (done.code, done.out) == (0, f"{out}\n")
    assert "sidorna 3–3" in done.err
    assert (out.stat().st_mode & 0o777, out.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    about = PdfReader(out).metadata
    assert about is not None
    assert about.title == "Protokollsutdrag Socialnämnden 2026-03-18 §\xa08"


def test_an_extract_is_told_as_json(protocol: Path, tmp_path: Path) -> None:
    out = tmp_path / "utdrag.pdf"
    done = docgen("extract", protocol, "--paragraf", "7", "--out", out, "--json")
    assert done.json == {"fil": str(out), "paragraf": 7, "sidor": [2, 2]}


def test_no_file_is_taken_the_place_of_unasked_and_a_word_file_never(protocol: Path, tmp_path: Path) -> None:
    out, word = tmp_path / "utdrag.pdf", tmp_path / "utdrag.docx"
    out.write_bytes(b"mitt")
    order = ("extract", protocol, "--paragraf", "8", "--out", out)
    assert docgen(*order).code == 73
    assert out.read_bytes() == b"mitt"
    word.write_bytes(b"mitt")
    assert docgen(*order, "--overwrite").code == 73
    assert (out.read_bytes(), word.read_bytes()) == (b"mitt", b"mitt")
    word.unlink()
    assert docgen(*order, "--overwrite").code == 0
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (typeset("= § 7 Ett"), (65, "B-10")),
        (typeset("= § 8 Ett\n= § 9 Två"), (65, "B-11")),
        (typeset("= § 8 Ett"), (2, "B-13")),
        (None, (66, "B-08")),
        (b"PK\3\4", (65, "B-09")),
        (PROTOCOL[:2000], (65, "B-09")),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_cannot_be_cut_out_is_refused_with_what_to_do_instead(
    tmp_path: Path, content: bytes | None, answer: tuple[int, str], lang: str
) -> None:
    protocol, out = tmp_path / "protokoll.pdf", tmp_path / "utdrag.pdf"
    if content is not None:
        protocol.write_bytes(content)
    done = docgen("extract", protocol, "--paragraf", "8", "--out", out, "--lang", lang)
    assert (done.code, answer[1] in done.err, out.exists()) == (answer[0], True, False)
    assert "Traceback" not in done.err


def test_print_jobs_are_told_and_records_without_a_document_are_not_forgotten(tmp_path: Path) -> None:
    whole = (SAMPLES / "tjansteskrivelse" / "s4-slutrapport.json").read_text(encoding="utf-8")
    (tmp_path / "export.jsonl").write_text(" ".join(whole.split()) + '\n{"dokument": {}}\n', encoding="utf-8")
    organisation = ("--organisation", SAMPLES / "organisation.toml")
    made = docgen("batch", tmp_path / "export.jsonl", "--out", tmp_path / "ut", *organisation, "--workers", "1")
    assert made.code == 1
    done = docgen("bundle", tmp_path / "ut", "--out", tmp_path / "tryck", "--json")
    assert (done.code, done.json["dokument"], done.json["jobb"], done.json["ogjorda"]) == (0, 1, 1, 1)
    assert "1 poster i mappen har inget dokument" in done.err
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "tryck").iterdir()} == {0o600}
    assert docgen("bundle", tmp_path / "ut", "--out", tmp_path / "tryck").code == 73


def test_copies_are_encrypted_with_the_password_of_the_environment(
    protocol: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_PASSWORD", PASSWORD)
    done = docgen("encrypt", protocol, "--out", tmp_path / "ut")
    copy = tmp_path / "ut" / "protokoll_krypterad.pdf"
    assert (done.code, done.out) == (0, f"{copy}\n")
    assert "inga arkivfiler" in done.err
    assert PASSWORD not in done.out + done.err
    assert copy.stat().st_mode & 0o777 == 0o600
    assert PdfReader(copy).decrypt(PASSWORD)
    assert protocol.read_bytes() == PROTOCOL
    again = docgen("encrypt", copy, "--out", tmp_path / "ut")
    assert (again.code, "B-09" in again.err) == (65, True)


@pytest.mark.parametrize(("password", "code"), [("kort", "B-31"), ("", "B-31"), (None, "B-30")])
def test_no_copy_is_made_without_a_password_that_holds(
    protocol: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, password: str | None, code: str
) -> None:
    monkeypatch.delenv("DOCGEN_PASSWORD", raising=False)
    if password is not None:
        monkeypatch.setenv("DOCGEN_PASSWORD", password)
    with open(os.devnull, encoding="utf-8") as nothing:  # noqa: PTH123 - no terminal
        monkeypatch.setattr(sys, "stdin", nothing)
        done = docgen("encrypt", protocol, "--out", tmp_path / "ut")
    assert (done.code, code in done.err, (tmp_path / "ut").exists()) == (2, True, False)


def test_two_files_of_one_name_are_not_encrypted_into_one_place(protocol: Path, tmp_path: Path) -> None:
    done = docgen("encrypt", protocol, tmp_path / "annan" / "protokoll.pdf", "--out", tmp_path / "ut")
    assert (done.code, "B-32" in done.err) == (2, True)


def test_the_password_is_asked_for_twice_and_never_shown(protocol: Path, tmp_path: Path) -> None:
    order = [sys.executable, "-m", "docgen", "encrypt", str(protocol), "--out", str(tmp_path / "ut")]
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "DOCGEN_PASSWORD"}
    process = subprocess.Popen(
        order, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    shown = b""
    with process, os.fdopen(ours, "r+b", buffering=0) as terminal:
        for _ in range(2):
            while not shown.endswith(b": "):
                shown += terminal.read(1)
            terminal.write(f"{PASSWORD}\n".encode())
            shown += b"|"
        try:
            while part := terminal.read(100):
                shown += part
        except OSError:  # the other side of a terminal that has gone
            pass
    assert process.returncode == 0, shown
    assert b"L\xc3\xb6senordet en g\xc3\xa5ng till" in shown
    assert "häst".encode() not in shown
    assert PdfReader(tmp_path / "ut" / "protokoll_krypterad.pdf").decrypt(PASSWORD)


@pytest.mark.parametrize("command", ["extract", "bundle", "encrypt"])
@pytest.mark.parametrize(("lang", "word"), [("sv", "Användning"), ("en", "Usage")])
def test_each_command_explains_itself_in_both_languages(command: str, lang: str, word: str) -> None:
    done = docgen(command, "--lang", lang, "--help")
    assert done.code == 0
    assert word in done.out
    assert not any(key in done.out for key in ("flagga.", "kort."))
