from collections.abc import Sequence

import pytest
from snippets import Word, labels_of, p, r, section, shape_of, style, styled

from docgen.typesetting.formats import Align, Label, Look


def level(  # noqa: PLR0913 (what a level of a list has)
    place: int, text: str, form: str = "decimal", more: str = "", *, left: int = 0, hanging: int = 0, run: str = ""
) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr><w:rPr>{run}</w:rPr></w:lvl>'
    )


def lists(
    levels: Sequence[str], nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> dict[str, str]:
    return {"numbering": f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'}


def item(place: int = 0, num: int = 1, more: str = "") -> str:
    return p(r("x"), f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{num}"/></w:numPr>{more}')


def counted(items: Sequence[int], *levels: str) -> list[str]:
    return labels_of(Word("".join(map(item, items)), lists(levels)))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
    ],
)
def test_a_list_counts_in_its_own_way(form: str, expected: list[str]) -> None:
    assert counted([0, 0, 0], level(0, "%1", form)) == expected


def test_letters_go_on_doubled_after_z() -> None:
    assert counted([0] * 28, level(0, "%1)", "lowerLetter"))[24:] == ["y)", "z)", "aa)", "bb)"]


def test_levels_name_those_above_and_start_anew_under_each() -> None:
    levels = (level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3", "lowerLetter"))
    assert counted([0, 1, 1, 2, 0, 1, 2, 2], *levels) == ["1.", "1.1", "1.2", "1.2.a", "2.", "2.1", "2.1.a", "2.1.b"]


def test_a_level_can_go_on_through_those_above() -> None:
    levels = (level(0, "%1."), level(1, "§ %2", more='<w:lvlRestart w:val="0"/>'))
    assert counted([0, 1, 1, 0, 1], *levels) == ["1.", "§ 1", "§ 2", "2.", "§ 3"]


def test_a_level_can_start_anew_under_some_levels_only() -> None:
    levels = (level(0, "%1."), level(1, "%2)"), level(2, "%3", more='<w:lvlRestart w:val="1"/>'))
    assert counted([0, 1, 2, 1, 2, 0, 1, 2], *levels) == ["1.", "1)", "1", "2)", "2", "2.", "1)", "1"]


def test_a_legal_level_shows_all_numbers_in_digits() -> None:
    levels = (level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert counted([0, 0, 1], *levels) == ["I", "II", "2.1"]


def test_a_number_of_a_level_that_was_never_counted_is_refused() -> None:
    assert Word(item(1), lists((level(0, "%1."), level(1, "%1.%2")))).refused == ["w:lvlText"]


def test_lists_of_one_definition_count_on_and_one_with_a_start_begins_anew() -> None:
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{start}</w:num>'
        for number, start in (
            (1, ""),
            (2, ""),
            (3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        )
    )
    body = item(num=1) + item(num=2) + item(num=3) + item(num=3) + item(num=1)
    assert labels_of(Word(body, lists((level(0, "%1."),), nums))) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_can_have_a_level_of_its_own() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "Nr %1")}</w:lvlOverride>'
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert labels_of(Word(item(), lists((level(0, "%1."),), nums))) == ["Nr 1"]


@pytest.mark.parametrize(
    ("text", "run", "sign", "family"),
    [
        ("\uf0b7", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', "•", "Arial"),
        ("\uf0a7", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "▪", "Arial"),
        ("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "✓", "DejaVu Sans"),
        ("\uf0d8", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', "➢", "DejaVu Sans"),
        ("o", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>', "o", "Courier New"),
        ("–", "", "–", "Times New Roman"),
    ],
)
def test_a_bullet_is_a_real_character(text: str, run: str, sign: str, family: str) -> None:
    label = Word(item(), lists((level(0, text, "bullet", run=run),))).paragraphs[0].label
    assert label == Label(sign, Look(family, 10.0), "1", 0, numbered=False)


def test_an_unknown_sign_is_refused_by_its_font() -> None:
    strange = '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>'
    assert Word(item(), lists((level(0, "\uf061", "bullet", run=strange),))).refused == ["w:lvlText Webdings"]


def test_the_mark_looks_as_the_paragraphs_end_and_the_level_say() -> None:
    own = level(0, "%1.", more='<w:suff w:val="space"/><w:lvlJc w:val="right"/>', run='<w:b/><w:color w:val="FF0000"/>')
    body = item(more='<w:rPr><w:i/><w:sz w:val="30"/><w:color w:val="0000FF"/></w:rPr>')
    look = Look("Times New Roman", 15.0, bold=True, italic=True, color="FF0000")
    assert Word(body, lists((own,))).paragraphs[0].label == Label(
        "1.", look, "1", 0, numbered=True, suffix="space", align=Align.RIGHT
    )


def test_a_paragraph_whose_mark_is_hidden_is_not_counted() -> None:
    body = item() + item(more="<w:rPr><w:vanish/></w:rPr>") + item()
    assert labels_of(Word(body, lists((level(0, "%1."),)))) == ["1.", "2."]


def test_an_outline_without_marks_leaves_paragraphs_unmarked() -> None:
    assert counted([0], level(0, "", "none", '<w:suff w:val="nothing"/>')) == []


@pytest.mark.parametrize(
    ("style_indent", "direct_indent", "left"),
    [("", "", 36.0), ('<w:ind w:left="100"/>', "", 36.0), ('<w:ind w:left="100"/>', '<w:ind w:left="200"/>', 10.0)],
)
def test_the_lists_indent_beats_the_styles_and_direct_formatting_beats_both(
    style_indent: str, direct_indent: str, left: float
) -> None:
    styles = style("A", f"<w:pPr>{style_indent}</w:pPr>")
    body = p(r("x"), f'{styled("A")}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{direct_indent}')
    assert shape_of(Word(body, {"styles": styles, **lists((level(0, "%1.", left=720),))})).left == left


def test_a_styles_own_indent_beats_that_of_the_list_it_names() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr>')
    word = Word(p(r("x"), styled("A")), {"styles": styles, **lists((level(0, "%1.", left=720, hanging=360),))})
    assert (shape_of(word).left, shape_of(word).first) == (5.0, -18.0)


def test_a_level_belongs_to_the_style_that_it_names() -> None:
    styles = "".join(style(name, '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') for name in ("R1", "R2"))
    levels = (level(0, "%1", more='<w:pStyle w:val="R1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="R2"/>'))
    body = "".join(p(r("x"), styled(name)) for name in ("R1", "R2", "R2", "R1"))
    assert labels_of(Word(body, {"styles": styles, **lists(levels)})) == ["1", "1.1", "1.2", "2"]


def test_number_zero_takes_a_paragraph_out_of_its_list() -> None:
    styles = style("A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = p(r("x"), styled("A")) + p(r("y"), f'{styled("A")}<w:numPr><w:numId w:val="0"/></w:numPr>')
    word = Word(body, {"styles": styles, **lists((level(0, "%1.", left=720),))})
    assert [(one.label is None, one.shape.left) for one in word.paragraphs] == [(False, 36.0), (True, 0.0)]


def test_a_list_style_stands_for_a_list() -> None:
    styles = style("Lista", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Lista"/>{level(0, "(%1)")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels_of(Word(item(num=2), {"styles": styles, "numbering": numbering})) == ["(1)"]


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ('<w:lvlPicBulletId w:val="0"/>', "w:lvlPicBulletId w:val=0"),
        ('<w:legacy w:legacy="1"/>', "w:legacy"),
        ("<mc:AlternateContent/>", "mc:AlternateContent"),
    ],
)
def test_what_cannot_be_set_is_named_where_it_is_used(more: str, named: str) -> None:
    numbering = lists((level(0, "%1.", more=more),))
    assert Word(p(r("x")), numbering).paragraphs[0].label is None
    assert Word(item(), numbering).refused == [named]


def test_other_ways_of_counting_are_refused() -> None:
    assert Word(item(), lists((level(0, "%1", "ordinal"),))).refused == ["w:numFmt w:val=ordinal"]


def test_a_header_counts_by_itself() -> None:
    parts = {**lists((level(0, "%1."),)), "header1": item()}
    own = section('<w:headerReference w:type="default" r:id="header1"/>')
    document = Word(item() + item(), parts, section=own).read.sections[0]
    header = document.headers["default"].blocks[0]
    assert header.label.text == "1."  # type: ignore[union-attr]
