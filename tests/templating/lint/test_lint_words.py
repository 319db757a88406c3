"""What the linter says is said in words: each reason and remedy has a sentence, and each sentence a use."""

import re
import string

import pytest
from conftest import ROOT
from lint_template import faults, p, table, template
from test_lint_blocks import ACROSS, TEXT_LOST
from test_lint_names import ABSENT, COMPARED, FILTERS, FORBIDDEN, MISUSED, UNKNOWN, UNKNOWN_IN
from test_lint_tags import BRACES, COMMANDS, PREFIXES, STRANGE, UNFINISHED, UNREADABLE

from docgen import messages
from docgen.messages import IN_WORDS, Lang

SOURCE = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docgen/templating/lint").glob("*.py"))
USED = set(re.findall(r'"(mall_\w+)"', SOURCE))
CODES = {f"M-{number}" for number in range(20, 50)}
SAID = {lang: messages.of(lang) for lang in Lang}
DAMAGED: list[str] = [
    *(text for text, _ in (*BRACES, *PREFIXES)),
    *(text for text, _, _ in (*STRANGE, *COMMANDS)),
    *(text for text, _, _ in UNREADABLE),
    *(text for _, text, _ in UNFINISHED),
    *(text for text, _, _ in (*UNKNOWN, *UNKNOWN_IN, *COMPARED)),
    *(text for text, _ in (*ABSENT, *ACROSS)),
    *(text for text, _, _, _ in FILTERS),
    *(text for text, _, _, _ in MISUSED),
    *(text for text, _, _ in FORBIDDEN),
    *("".join(text if text.startswith("<") else p(text) for text in body) for body, *_ in TEXT_LOST),
    *("{{ organ }}", "{{ loop.index }}", "{% if bifall %}", "{% endif %}", "{% set beslut = rubrik %}", "{% vm %}"),
    *("{{ beslut_", table(("{%tr if bifall %}", "{%tr endif %}"))),
]


@pytest.mark.parametrize("lang", Lang)
def test_every_reason_and_remedy_has_a_sentence_and_every_sentence_a_use(lang: Lang) -> None:
    said = {key for key in SAID[lang].table["orsak"] if key.startswith("mall_")}
    assert said == USED
    assert set(SAID[lang].codes()) >= CODES


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", Lang)
def test_a_fault_has_all_the_facts_of_its_sentences(lang: Lang) -> None:
    table, words = SAID[lang].table, SAID[lang].table["orsak"]
    for fault in (fault for text in DAMAGED for fault in faults(template(text))):
        said = [table[fault.code]["vad"], table[fault.code]["gor"]]
        said += [words[fact] for name, fact in fault.facts.items() if name in IN_WORDS and fact in words]
        assert set().union(*map(slots, said)) <= set(fault.facts), fault


@pytest.mark.parametrize("lang", Lang)
def test_no_key_is_shown_in_the_place_of_its_sentence(lang: Lang) -> None:
    for fault in (fault for text in DAMAGED for fault in faults(template(text))):
        told = SAID[lang].what(fault.code, fault.facts) + SAID[lang].remedy(fault.code, fault.facts)
        assert "mall_" not in told, told


def test_english_of_jinja_never_reaches_the_reader() -> None:
    for text in DAMAGED:
        told = " ".join(SAID[Lang.SV].what(fault.code, fault.facts) for fault in faults(template(text)))
        assert not re.search(r"expected|unexpected|token|encountered|statement block", told), told
