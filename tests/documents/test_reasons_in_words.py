"""What is wrong or missing is a key in the facts; each language has the words, and English has no Swedish in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from beslut import AVSLAG, SETTING, findings, sample
from jinja2.exceptions import SecurityError
from test_invalid_samples import findings as findings_in
from test_invalid_samples import samples

from docgen import messages
from docgen.documents.organisation import REASONS
from docgen.errors import Finding
from docgen.messages import IN_WORDS, Lang
from docgen.templating.program import ESCAPING
from docgen.values.diarienummer import DiarieReason
from docgen.values.identitet import IdReason

SV, EN = messages.of(Lang.SV), messages.of(Lang.EN)
DOCGEN = Path(messages.__file__).parent
OTHERS = ("stages/derive.py", "stages/read.py", "stages/parse.py", "law/lagrum.py", "values/likhet.py", "toml.py")
LINT = DOCGEN / "templating" / "lint"
ENGINE = [path for path in (DOCGEN / "templating").rglob("*.py") if LINT not in path.parents]
CODE = [*(DOCGEN / "documents").rglob("*.py"), *ENGINE, *(DOCGEN / name for name in OTHERS)]
SETTINGS = {*REASONS.values(), "varde"}
COMPOSED = {f"nummer_{one}" for one in IdReason} | {f"register_{one}" for one in DiarieReason} | SETTINGS
FOUND_BY_PATTERN = {"personnummer", "telefonnummer", "epostadress", "gatuadress"}
MAY_LACK_A_FACT = {"R-01"}
"""No section in force: a dash says so."""
PLAIN = {"11 kap. 1 §"}
"""A place in the act, the same in every language."""
SWEDISH = re.compile("[åäöÅÄÖ]")
WORDS_OF_THE_RECORD = {"organ", "jamfort", "forst", "forkortning", "utskrivet"}
"""Facts that are words of a Swedish text, in whatever language they are told."""
LEGAL_NOUNS = {"förvaltningslagen", "folkbokföringslagen"}
"""Acts are cited by the names they have."""


def keys_in(path: Path) -> Iterator[str]:
    """Yield the constant values of the facts that are told in words."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            yield from (text for key, value in pairs if _text(key) in IN_WORDS for text in _constants(value))
        if isinstance(node, ast.keyword) and node.arg in IN_WORDS:
            yield from _constants(node.value)


def keys_raised(path: Path) -> Iterator[str]:
    """Yield what the Word engine says that a template may not do."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "SecurityError":
            yield from (text for one in node.args if (text := _text(one)))


def keys_named(path: Path) -> Iterator[str]:
    """Yield what the linter of templates may say, which it chooses from tables."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and str(node.value).startswith("mall_"):
            yield str(node.value)


def refused(source: str) -> str:
    """Return what the sandbox says of a construct that it does not let through."""
    with pytest.raises(SecurityError) as caught:
        ESCAPING.parse(source)
    return str(caught.value)


def _text(node: ast.expr | None) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    branches = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    yield from (text for one in branches if (text := _text(one)) and text != "\N{EN DASH}")


def all_findings() -> list[Finding]:
    return [one for path in samples("invalid") for one in findings_in(path, SETTING)]


CONSTRUCTS = (
    *("{{ a() }}", "{% include 'x' %}", "{% import 'x' as y %}", "{% from 'x' import y %}", "{% extends 'x' %}"),
    *("{% block b %}{% endblock %}", "{{ 2 ** 2 }}", "{{ {'a': 1} }}", "{{ a[b] }}", "{{ self }}", "{{ 1 < 2 < 3 }}"),
    *("{% for a in b recursive %}{% endfor %}", "{{ a|join(attribute='b') }}", "{% set a.b = 1 %}"),
    *("{% autoescape false %}{% endautoescape %}", "{% macro m(a, a) %}{% endmacro %}"),
    "{% macro m() %}{% endmacro %}{% call(a, a) m() %}{% endcall %}",
    "{{ a is divisibleby(num=1, num=2) }}",
)
USED = {key for path in CODE for key in (*keys_in(path), *keys_raised(path))} - PLAIN
USED |= {refused(source) for source in CONSTRUCTS} | {key for path in LINT.rglob("*.py") for key in keys_named(path)}


def test_every_reason_in_the_code_has_words_in_both_languages_and_none_is_left_over() -> None:
    assert set(SV.table["orsak"]) == USED | COMPOSED | FOUND_BY_PATTERN
    assert set(SV.table["orsak"]) == set(EN.table["orsak"])


def test_both_languages_ask_for_the_same_facts() -> None:
    slots = re.compile(r"\{(\w+)\}")
    for key, text in SV.table["orsak"].items():
        assert sorted(slots.findall(text)) == sorted(slots.findall(EN.table["orsak"][key])), key


@pytest.mark.parametrize("said", [SV, EN], ids=["sv", "en"])
def test_a_finding_is_told_with_every_slot_filled_and_no_key_in_it(said: messages.Messages) -> None:
    for one in all_findings():
        what = said.what(one.code, one.facts)
        raw = {key for name, key in one.facts.items() if name in IN_WORDS and key in said.table["orsak"]}
        assert not [key for key in raw if "_" in key and key in what], what
        if one.code[0] == "R" and one.code not in MAY_LACK_A_FACT:
            assert "\N{EN DASH}" not in re.sub(r"\d\N{EN DASH}\d", "", what), what


def test_an_english_finding_has_no_swedish_letter_in_it() -> None:
    for one in all_findings():
        data = {one.facts.get(name, "") for name in WORDS_OF_THE_RECORD}
        told = " ".join((EN.what(one.code, one.facts), EN.remedy(one.code, one.facts), EN.why(one.code)))
        for own in (*LEGAL_NOUNS, *sorted(data, key=len, reverse=True)):
            told = told.replace(own, "") if own else told
        assert not SWEDISH.search(told), told
    assert [text for text in EN.table["orsak"].values() if SWEDISH.search(text)] == []


def test_a_reason_with_days_in_it_is_told_in_the_readers_language() -> None:
    (early,) = findings(sample(AVSLAG, {"underskrift/datum": "2026-05-26"}))
    assert SV.what(early.code, early.facts) == (
        "Datumen stämmer inte: underskrift.datum (2026-05-26) är före beslutsdatum (2026-05-27)."
    )
    assert EN.what(early.code, early.facts) == (
        "The dates are wrong: underskrift.datum (2026-05-26) is before beslutsdatum (2026-05-27)."
    )
