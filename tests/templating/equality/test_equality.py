"""Every template of the family, and our own, comes out as docxtpl makes it."""

import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import family_chance
import family_language
import family_packages
import family_paragraphs
import family_rich
import family_stories
import family_tables
import pytest
import rich_values
from case import Case, case
from contexts import COUNT, contexts, promised
from hypothesis import given, settings
from hypothesis import strategies as st
from ooxml import Story, box, p, picture, ps, r, tbl, tr
from reference import differences, rendered

from docgen import resources
from docgen.documents.catalogue import KINDS
from docgen.errors import TemplateError
from docgen.templating.contract import contract
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

FAMILIES = (family_paragraphs, family_tables, family_stories, family_packages, family_rich, family_language)
CASES = [case for family in FAMILIES for case in family.CASES]


def ours(context: dict[str, Any]) -> dict[str, Any]:
    """Return the context with its rich values as ours."""
    filled: dict[str, Any] = rich_values.made(context, lambda value: value.of_docgen())
    return filled


def loaded(folder: Path, content: bytes) -> WordTemplate:
    (folder / "template.docx").write_bytes(content)
    return WordTemplate.load(folder / "template.docx", Layout())


def laid_out(path: Path) -> bytes:
    """Return the template with the municipality's layout in it, as docgen fills it."""
    document, target = docx.Document(str(path)), io.BytesIO()
    Layout().apply(document)
    document.save(target)
    return target.getvalue()


def test_the_templates_of_the_family_have_different_names() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


@pytest.mark.parametrize("case", [case for case in CASES if not case.refusable], ids=lambda case: case.name)
def test_a_template_comes_out_as_docxtpl_makes_it(tmp_path: Path, case: Case) -> None:
    template = loaded(tmp_path, case.content)
    for turn, context in enumerate(contexts(case.shape)):
        found = differences(template.fill(ours(context)), rendered(case.content, context))
        assert found == [], f"context {turn}: {str(context)[:300]}"


@pytest.mark.parametrize("case", [case for case in CASES if case.refusable], ids=lambda case: case.name)
def test_a_template_comes_out_as_docxtpl_makes_it_or_is_refused(tmp_path: Path, case: Case) -> None:
    try:
        template = loaded(tmp_path, case.content)
    except TemplateError:
        return
    for turn, context in enumerate(contexts(case.shape)):
        theirs, made = _docxtpl(case.content, context), _filled(template, context)
        if isinstance(made, bytes):
            assert theirs is not None, "docxtpl refuses it"
            assert differences(made, theirs) == [], f"context {turn}: {str(context)[:300]}"


def _docxtpl(content: bytes, context: dict[str, Any]) -> bytes | None:
    try:
        return rendered(content, context)
    except Exception:  # noqa: BLE001 (docxtpl lets out whatever Jinja, lxml and python-docx raise)
        return None


@pytest.mark.parametrize("first", range(0, 150, 10))
def test_templates_made_by_chance_come_out_as_docxtpl_makes_them(tmp_path: Path, first: int) -> None:
    compared = sum(_compared(tmp_path, family_chance.made(seed), 3) for seed in range(first, first + 10))
    assert compared > 15


def _compared(folder: Path, case: Case, count: int) -> int:
    """Return how many contexts came out equal; where docxtpl fails, or would mend, we must refuse."""
    try:
        template, compared = loaded(folder, case.content), 0
    except TemplateError:
        assert _docxtpl(case.content, next(contexts(case.shape))) is None, case.name
        return 0
    for context in contexts(case.shape, count):
        made = _filled(template, context)
        if made != "M-07":
            assert isinstance(made, bytes), f"{case.name}: {made}"
            assert differences(made, rendered(case.content, context)) == [], f"{case.name}: {str(context)[:300]}"
            compared += 1
    return compared


def _filled(template: WordTemplate, context: dict[str, Any]) -> bytes | str:
    """Return what we make, or the code with which we refuse."""
    try:
        return template.fill(ours(context))
    except TemplateError as error:
        return error.code


EVERYWHERE = case(
    "everywhere",
    p("Till {{ a }}", r("{{ a }}", "<w:b/>"), r(box(ps("{{ a }}"))), picture(1, "{{ a }}"))
    + tbl(tr("{%tr for x in xs %}"), tr("{{ x }}", "{{ loop.index }}"), tr("{%tr endfor %}"))
    + ps("{{ xs|join(', ') }}{% if a %}{{ a|upper }}{% endif %}"),
    Story("header", ps("{{ a }}")),
    Story("footnotes", ps("{{ a }}")),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f\ufffe\uffff", min_codepoint=9)).filter(
    lambda text: all(sign in "\t\n\r" or sign >= " " for sign in text) and not re.search("{_[{%]|[}%]_}", text)
)


@settings(max_examples=150, deadline=None)
@given(a=TEXT, xs=st.lists(TEXT, max_size=4))
def test_any_text_comes_out_as_docxtpl_writes_it(
    tmp_path_factory: pytest.TempPathFactory, a: str, xs: list[str]
) -> None:
    template, context = loaded(tmp_path_factory.mktemp("mall"), EVERYWHERE.content), {"a": a, "xs": xs}
    assert differences(template.fill(context), rendered(EVERYWHERE.content, context)) == []


@pytest.mark.parametrize("slug", KINDS)
def test_our_own_templates_come_out_as_docxtpl_makes_them(slug: str) -> None:
    path = resources.shipped_file(f"{slug}/template.docx")
    template, prepared = WordTemplate.load(path, Layout()), laid_out(path)
    names = contract(slug, KINDS[slug].vy).names
    compared = 0
    for turn, context in enumerate(contexts({name: promised(field) for name, field in names.items()}, 100)):
        theirs = _docxtpl(prepared, context)
        if theirs is not None:  # it gives up when a title is longer than 255 characters
            assert differences(template.fill(context), theirs) == [], f"context {turn}"
            compared += 1
    assert compared >= COUNT
