"""What is said of access is said in words, in order, and of the shipped templates nothing."""

import string
from collections.abc import Callable
from typing import Any

import pytest
from lint_template import CONTRACT, Members, p, run, template
from lxml import etree
from test_lint_fine import CONTRACTS, SHIPPED
from test_lint_headings import STYLES as HEADINGS
from test_lint_headings import h, loud
from test_lint_languages import defaults, members
from test_lint_pictures import drawing
from test_lint_tables import HEAD, grid, row

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.errors import Severity
from docgen.messages import IN_WORDS, Lang
from docgen.templating.fault import Fault
from docgen.templating.lint import check
from docgen.templating.xml_part import W
from docgen.typesetting.fonts import Embedding

CODES = {f"M-{number}" for number in range(60, 70)}
FONT = run("x", '<w:rPr><w:rFonts w:ascii="Saknas Sans"/></w:rPr>')
IF, END = "{%p if bifall %}", "{%p endif %}"
HELD: list[Members] = [
    template(p(drawing()), p(drawing("image1.png")), p(drawing("Bild 1")), p(drawing("Automatiskt genererad"))),
    *(template(*body, styles=HEADINGS) for body in ((h(2), h(4)), (IF, h(1), END, h(2)), (h(1), IF, h(2), END, h(3)))),
    template(h(1), loud("Beslut"), "Du får hjälp.", styles=HEADINGS),
    template(grid(row("a", "b"), row("a", "b"))),
    template(grid(row("a", "b"), row("a", "b", settings=HEAD), row("a"))),
    template(grid(row("a", "b", settings=HEAD), row("a", "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"))),
    *(members(styles) for styles in ("", defaults("en-US"), defaults("svenska"))),
    template(p(FONT)),
]


def told(held: Members, found: Embedding) -> list[Fault]:
    return [one for one in check(held, CONTRACT, language="sv", faces=lambda _: found) if one.code in CODES]


ALL = [one for held in HELD for found in (Embedding.MISSING, Embedding.FORBIDDEN) for one in told(held, found)]


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_is_told_here() -> None:
    assert {one.code for one in ALL} == CODES


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.code)
def test_a_fault_of_access_is_said_in_words_without_a_gap(fault: Fault, lang: Lang) -> None:
    said = messages.of(lang)
    words = said.table["orsak"]
    texts = [said.table[fault.code]["vad"], said.table[fault.code]["gor"]]
    texts += [words[fact] for name, fact in fault.facts.items() if name in IN_WORDS and fact in words]
    assert set().union(*map(slots, texts)) <= set(fault.facts)
    assert "mall_" not in said.what(fault.code, fault.facts) + said.remedy(fault.code, fault.facts)


def test_only_a_picture_without_a_text_keeps_a_template_from_use() -> None:
    assert {one.code for one in ALL if one.severity is Severity.ERROR} == {"M-60"}


def test_faults_of_access_stand_among_the_others_in_the_order_of_the_paper() -> None:
    held = template("{{ rubrikk }}", p(drawing()), grid(row("a", "b"), row("a", "b")), "{{ rubrikk }}", p(drawing()))
    found = [(one.code, one.place.paragraph) for one in check(held, CONTRACT) if one.code != "M-46"]
    assert found == [("M-35", 1), ("M-60", 2), ("M-65", 3), ("M-35", 7), ("M-60", 8)]


def changed(slug: str, change: Callable[[Any], None]) -> list[str]:
    """Return what is told of a shipped template after a change to its body and its styles."""
    held = dict(SHIPPED[slug])
    for name in ("word/document.xml", "word/styles.xml"):
        root = etree.fromstring(held[name])
        change(root)
        held[name] = etree.tostring(root)
    language = "da" if slug.startswith("dk_") else "sv"
    found = check(held, CONTRACTS[slug], language=language, faces=lambda _: Embedding.ALLOWED)
    return [one.code for one in found if one.code != "M-46"]


@pytest.mark.parametrize("slug", KINDS)
def test_the_shipped_templates_are_accessible(slug: str) -> None:
    assert changed(slug, lambda _: None) == []


def without(root: Any, path: str) -> None:  # noqa: ANN401 (an element of lxml)
    for one in root.findall(path):
        one.getparent().remove(one)


def relevelled(root: Any) -> None:  # noqa: ANN401 (an element of lxml)
    for style in root.findall(f"{W}style[@{W}styleId='Heading2']//{W}outlineLvl"):
        style.set(f"{W}val", "3")


@pytest.mark.parametrize("slug", KINDS)
def test_a_level_that_is_jumped_in_a_shipped_template_is_told(slug: str) -> None:
    assert set(changed(slug, relevelled)) == {"M-63"}


def test_a_header_row_that_is_lost_in_a_shipped_template_is_told() -> None:
    assert changed("bistandsbeslut", lambda root: without(root, f".//{W}tblHeader/..")) == ["M-65"]
