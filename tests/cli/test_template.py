"""``docgen template`` as the one who edits the templates meets it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from conftest import ROOT, SAMPLES
from mallar import changed, written
from running import check, docgen

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.engines import poppler
from docgen.errors import EngineMissing
from docgen.messages import Lang
from docgen.resources import shipped_file

BESLUT, UTDRAG = "bistandsbeslut", "protokollsutdrag"
TEXTCONV = f"{sys.executable} -m docgen template text"


@pytest.mark.parametrize("typ", KINDS)
def test_a_template_written_from_the_list_of_names_is_right(tmp_path: Path, typ: str) -> None:
    listed = docgen("template", "fields", typ).out.splitlines()
    tags = [found[0] for line in listed[4:] if (found := re.match(r"[ *]*(\{.+?\}\}?)", line)) and found[1]]
    language = "da-DK" if typ.startswith("dk_") else "sv-SE"
    file = written(tmp_path / "template.docx", *(tag.strip(" *") for tag in tags), language=language)
    done = check(file, typ)
    assert (done.code, done.out) == (0, "")


@pytest.mark.parametrize("typ", KINDS)
def test_the_list_of_names_fits_a_terminal(typ: str) -> None:
    assert max(len(line) for line in docgen("template", "fields", typ).out.splitlines()) <= 100


def test_a_name_is_told_with_its_loop_its_meaning_and_an_example() -> None:
    told = {name["namn"]: name for name in docgen("template", "fields", BESLUT, "--json").json}
    assert told["beslut[].text"] == {
        "namn": "beslut[].text",
        "skrivs": "{{ del.text }}",
        "inuti": ["{%p for del in beslut %}"],
        "slag": "text",
        "beskrivning": "Beslutsmeningen",
        "kan_saknas": False,
        "kravs": True,
        "exempel": told["beslut[].text"]["exempel"],
    }
    assert told["beslut[].text"]["exempel"].startswith("Socialnämnden beviljar dig öppenvårdsbehandling")
    assert told["forbehall"]["kan_saknas"]
    assert not told["beslut_rubrik"]["kravs"]


def test_the_names_are_told_in_english_too() -> None:
    assert "Must be printed in every template" in docgen("template", "fields", UTDRAG, "--lang", "en").out


# preview


def test_a_preview_is_word_pdf_and_a_picture_of_each_page(tmp_path: Path) -> None:
    order = ("template", "preview", shipped_file(f"{UTDRAG}/template.docx"), "--type", UTDRAG, "--out", tmp_path)
    done = docgen(*order, "--png")
    assert done.code == 0, done.err
    paths = [Path(line) for line in done.out.splitlines()]
    assert sorted(paths) == sorted(tmp_path.iterdir())
    pictures = [path for path in paths if path.suffix == ".png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)
    assert {path.suffix for path in paths} == {".docx", ".pdf", ".png"}
    assert pictures[0].name.endswith("_sida-1.png")
    assert docgen(*order).code == 73
    pages_of_a_longer_one = pictures[0].with_name(pictures[0].name.replace("sida-1", "sida-99"))
    pages_of_a_longer_one.write_bytes(b"")
    assert docgen(*order, "--overwrite").code == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".docx", ".pdf"}


def test_a_preview_of_a_template_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    file = changed(tmp_path / "m.docx", UTDRAG, ("{{ rubrik }}", "{{ rubrikk }}"), ("{{ organ }}", "{{ organet }}"))
    done = docgen("template", "preview", file, "--type", UTDRAG, "--out", tmp_path / "prov")
    assert done.code == 78
    assert "M-50" in done.err
    assert all(name in done.err for name in ("rubrikk", "organet"))
    assert not (tmp_path / "prov").exists()


def test_pictures_without_poppler_are_refused_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(EngineMissing) as broken:
        poppler.pages(b"no pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineMissing) as missing:
        poppler.pages(b"%PDF-1.7")
    assert (broken.value.code, missing.value.code) == ("M-54", "M-53")


# new


def test_a_new_kit_can_be_used_at_once_and_is_never_overwritten(tmp_path: Path) -> None:
    done = docgen("template", "new", UTDRAG, tmp_path / "mallar")
    assert done.code == 0
    assert "--templates" in done.err
    made = sorted(str(path.relative_to(tmp_path / "mallar")) for path in (tmp_path / "mallar").rglob("*.*"))
    assert made == [
        "_common/brevhuvud.toml",
        "_common/namnd.toml",
        "_common/overklagande.toml",
        f"{UTDRAG}/template.docx",
        f"{UTDRAG}/wording.toml",
    ]
    changed(tmp_path / "mallar" / UTDRAG / "template.docx", UTDRAG, ("PROTOKOLLSUTDRAG", "UTDRAG UR PROTOKOLL"))
    sample = SAMPLES / UTDRAG / "s4-slutrapport.json"
    order = ("render", sample, "--out", tmp_path, "--format", "docx", "--templates", tmp_path / "mallar")
    letter = docgen(*order)
    assert letter.code == 0, letter.err
    assert "UTDRAG UR PROTOKOLL" in docgen("template", "text", letter.out.strip()).out
    again = docgen("template", "new", UTDRAG, tmp_path / "mallar")
    assert again.code == 73
    assert "M-52" in again.err
    assert "UTDRAG UR PROTOKOLL" in docgen("template", "text", tmp_path / "mallar" / UTDRAG / "template.docx").out


def test_the_kits_of_two_types_share_a_folder(tmp_path: Path) -> None:
    docgen("template", "new", UTDRAG, tmp_path)
    (tmp_path / "_common" / "overklagande.toml").write_text("# vår", encoding="utf-8")
    made = docgen("template", "new", BESLUT, tmp_path, "--json").json["filer"]
    assert [Path(path).name for path in made] == ["template.docx", "wording.toml"]
    assert (tmp_path / "_common" / "overklagande.toml").read_text(encoding="utf-8") == "# vår"


# text


def test_the_text_of_a_template_is_told_part_by_part_without_xml() -> None:
    told = docgen("template", "text", shipped_file(f"{BESLUT}/template.docx")).out
    heads = re.findall(r"^== (.+)", told, re.MULTILINE)
    assert heads[:5] == ["Sidhuvud, första sidan", "Sidhuvud", "Brödtext", "Sidfot, första sidan", "Sidfot"]
    assert "\n{{ u.etikett }} | {{ u.varde }}\n" in told
    assert "<" not in told
    assert told.endswith("\n== Dokumentegenskaper, språk\nsv-SE\n\n")


def git(folder: Path, *arguments: str) -> str:
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": str(ROOT)}
    who = ("-c", "user.name=Test", "-c", "user.email=test@exempelkommun.example")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=os.environ | quiet, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_git_shows_the_sentence_that_was_changed(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / ".gitattributes").write_text("*.docx diff=docgen\n", encoding="utf-8")
    git(tmp_path, "config", "diff.docgen.textconv", TEXTCONV)
    file = changed(tmp_path / "template.docx", UTDRAG)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "mallen")
    changed(file, UTDRAG, ("{{ rubrik }}", "Ärende: {{ rubrik }}"))
    lines = [line for line in git(tmp_path, "diff").splitlines() if re.match(r"[-+][^-+]", line)]
    assert lines == ["-{{ rubrik }}", "+Ärende: {{ rubrik }}"]


# the commands together


def test_help_lists_the_commands_and_imports_nothing_heavy() -> None:
    told = docgen("template", "--help")
    assert all(f"\n  {name} " in told.out for name in ("new", "fields", "check", "preview", "text"))
    assert "Kontrollera en mall" in told.out
    program = (
        "import sys; from docgen.cli.app import start; start(['template', '--help'])\n"
        "print([one for one in ('pydantic', 'docx', 'jinja2', 'lxml', 'rich') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


GUIDE = (ROOT / "docs" / "mallar.md").read_text(encoding="utf-8")


def test_every_command_of_the_guide_works_in_its_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCGEN_ORGANISATION", str(SAMPLES / "organisation.toml"))
    monkeypatch.setenv("DOCGEN_FORMAT", "docx")
    Path("post.json").write_text(docgen("sample", BESLUT).out, encoding="utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
    for line in commands:
        if line.startswith("docgen "):
            done = docgen(*line.split()[1:])
            assert done.code == 0, (line, done.err)
    assert 'git config diff.docgen.textconv "docgen template text"' in commands
    assert {"template.docx", "wording.toml"} <= {path.name for path in Path("mallar").rglob("*")}


@pytest.mark.parametrize("block", re.findall(r"```jinja\n(.*?)```", GUIDE, re.DOTALL))
def test_every_example_of_the_guide_is_right(tmp_path: Path, block: str) -> None:
    file = changed(tmp_path / "m.docx", BESLUT)
    document = docx.Document(str(file))
    for line in block.splitlines():
        document.add_paragraph(line)
    document.save(str(file))
    told = check(file, BESLUT, "--json").json
    assert (told["antal_fel"], told["antal_varning"]) == (0, 0), told["fynd"]


def test_the_codes_of_the_guide_and_its_piece_of_the_list_are_real() -> None:
    codes = set(re.findall(r"[A-Z]-\d\d", GUIDE))
    assert codes <= set(messages.of(Lang.SV).codes())
    shown = re.search(r"```text\n( *\{%p for.*?)```", GUIDE, re.DOTALL)
    assert shown
    assert shown[1] in docgen("template", "fields", BESLUT).out
