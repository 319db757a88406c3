import re
import string
from collections.abc import Iterator

import pytest
from conftest import ROOT

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.messages import Lang

SV, EN = messages.of(Lang.SV), messages.of(Lang.EN)
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docgen").rglob("*.py"))
CODES = set(re.findall(r'"([A-Z]-\d{2,3}[a-z]?)"', SOURCE))


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def entries(said: messages.Messages) -> Iterator[tuple[str, str]]:
    for code in said.codes():
        for part in ("vad", "gor"):
            yield f"{code}.{part}", said.table[code][part]
    for table in ("ord", "hjalp"):
        for key, text in said.table[table].items():
            yield f"{table}.{key}", text


def test_every_code_of_the_program_and_every_rule_is_explained() -> None:
    rules = {rule.id for kind in KINDS.values() for rule in kind.rules}
    assert (CODES | rules) - set(SV.codes()) == set()


def test_no_code_is_explained_that_the_program_does_not_use() -> None:
    rules = {rule.id for kind in KINDS.values() for rule in kind.rules}
    assert set(SV.codes()) - CODES - rules == set()


def test_english_is_complete() -> None:
    assert EN.codes() == SV.codes()
    assert set(EN.table["ord"]) == set(SV.table["ord"])
    assert set(EN.table["hjalp"]) >= {key for key in SV.table["hjalp"] if key.islower()}


@pytest.mark.parametrize("code", SV.codes())
def test_a_code_says_what_why_and_what_to_do_in_both_languages(code: str) -> None:
    for said in (SV, EN):
        assert set(said.table[code]) == {"vad", "varfor", "gor"}
        assert all(text.strip().endswith((".", ":", "}", ")")) for text in said.table[code].values())
    for part in ("vad", "gor"):
        assert slots(SV.table[code][part]) == slots(EN.table[code][part])


def test_every_word_is_used() -> None:
    told = {f"{severity}" for severity in ("fel", "varning", "upplysning")}
    unused = [key for key in SV.table["ord"] if f'"{key}"' not in SOURCE and f"'{key}'" not in SOURCE]
    assert set(unused) - told == set()


def test_the_slots_of_each_text_are_plain_names() -> None:
    for said in (SV, EN):
        for key, text in entries(said):
            assert all(name.isidentifier() for name in slots(text)), key
