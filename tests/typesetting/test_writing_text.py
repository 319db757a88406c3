"""What is written is what is read: every character comes out of the PDF, or the document is refused for it by name."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from written import OVER, cell, document, engine, item, paragraph, places, reader, refused, row, table, text, words
from yardstick import sheets

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Document, Text
from docgen.typesetting.refusal import CannotSet

CODE = [
    '#panic("x")',
    '"); panic("x',
    "\\",
    "\\n",
    "\\u{41}",
    "[#x]",
    "$ a + b $",
    "*fet* _kursiv_ `kod`",
    "// bort",
    "/* bort */",
    "= Rubrik",
    "- punkt",
    "@hänvisning <etikett>",
    "~ -- --- ...",
    "https://exempel.example",
    "#let a = 1; #a",
    "{ } ( )",
    "'enkla' ”dubbla”",
]


IGNORED = "\u00ad\u200b\u200c\u200d\u200e\u2060\u202a\u202c\u202d\u2066\u2068\u2069\ufeff"


def unspaced(said: str) -> str:
    """Return what is said without what only parts lines and words."""
    return "".join(one for one in said if not one.isspace() and one not in IGNORED)


@pytest.mark.parametrize("code", CODE)
def test_text_is_never_code(code: str) -> None:
    assert unspaced(text(code)) == unspaced(code)


@pytest.mark.parametrize("code", CODE)
def test_text_is_never_code_in_labels_cells_and_titles(code: str) -> None:
    built = document(item(code, "a"), table(row(cell(0, paragraph(code, heading=1)))))
    pdf = engine().typeset(Document(code, "sv-SE", built.sections, 36.0))
    assert pdf.startswith(b"%PDF")


def test_a_word_longer_than_the_line_is_broken_at_its_edge() -> None:
    long = "x" * 300
    found = words(paragraph(long))
    assert "".join(word.text for word in found) == long
    assert all(word.end <= 501 for word in found)
    assert len(found) > 1


def test_a_long_address_is_not_lost_beyond_the_edge() -> None:
    long = "https://exempel.example/" + "mapp/" * 40
    found = words(paragraph(long))
    assert "".join(word.text for word in found) == long
    assert all(word.end <= 501 for word in found)


ODD = [
    *("\u2028", "\u2029", "\u0085", "\u200b", "\u200e", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe", "\u0007"),
    *(
        "\u0301",
        "a\u0308",
        "\U0001f600",
        "\U000e0001",
        "\ue000",
        "\ue437",
        "\u0627\u0644",
        "\u05d0\u05d1",
        "\u6f22\u5b57",
    ),
]


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_character_is_set_or_refused_by_name(odd: str) -> None:
    whole = f"före{odd}efter"
    said, named = read_back(whole)
    assert named <= {f"tecken U+{ord(one):04X}" for one in odd}
    assert named or same(said) == same(whole)


def read_back(whole: str) -> tuple[str, set[str]]:
    """Return what is read of a text in the PDF, or the names it is refused by."""
    try:
        return text(whole), set()
    except CannotSet as found:
        return "", {one.construct for one in found.constructs}


def same(said: str) -> str:
    return unicodedata.normalize("NFKC", unspaced(said))


PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))


@settings(max_examples=150, deadline=None)
@given(st.text(PRINTABLE, min_size=1, max_size=60))
@example("ﬁ ﬀ ﬃ")
@example("a\u00adb-/c")
@example("1/2-3/4/")
@example("☐ ☒ → ✓")
def test_any_text_comes_out_as_it_went_in_or_is_refused_by_name(whole: str) -> None:
    said, named = read_back(whole)
    assert all(one.startswith("tecken U+") for one in named)
    assert named or same(said) == same(whole)


@settings(max_examples=60, deadline=None)
@given(st.text("aåäöÅÄÖé0123456789 .,:;-–—/()!?%§&@+=\"'”’…·•\u00a0\u2011", min_size=1, max_size=200))
def test_everyday_text_is_never_refused(whole: str) -> None:
    assert unspaced(text(whole)).replace("\u2011", "-") == unspaced(whole).replace("\u2011", "-")


def test_a_soft_hyphen_shows_only_where_a_line_ends_at_it() -> None:
    assert [word.text for word in words(paragraph("hand\u00adläggare"))] == ["handläggare"]
    narrow = words(paragraph("handläggnings\u00adärende", right=320))
    assert [word.text for word in narrow] == ["handläggnings-", "ärende"]


def test_lines_break_at_hyphens_but_not_at_slashes() -> None:
    mono = Look("Courier New", 10)  # 6 points a character
    hyphened = words(paragraph("aaaa bbbb-cccc", look=mono, right=400 - 6 * 11))
    assert [round(word.x) for word in hyphened][-1] == 100
    assert hyphened[-1].text == "cccc"
    slashed = words(paragraph("aaaa bbbb/cccc", look=mono, right=400 - 6 * 11))
    assert slashed[-1].text == "bbbb/cccc"
    dated = words(paragraph("aaaa 2026-03-01", look=mono, right=400 - 6 * 11))
    assert "".join(word.text for word in dated) == "aaaa2026-03-01"
    assert dated[-1].y > dated[0].y


def test_a_font_that_is_not_here_is_refused_by_name() -> None:
    assert refused(paragraph(Text("ord", Look("Comic Sans MS", 11)))) == ["typsnitt Comic Sans MS"]


def test_a_character_that_no_font_has_is_refused_by_name() -> None:
    assert refused(paragraph("\U0001f4a9")) == ["tecken U+1F4A9"]


def test_every_place_that_cannot_be_set_is_named() -> None:
    with pytest.raises(CannotSet) as found:
        engine().typeset(document(paragraph("\U0001f4a9", place=3), paragraph("\U0001f4a9", place=7)))
    assert [(one.part, one.place) for one in found.value.constructs] == [
        ("word/document.xml", 3),
        ("word/document.xml", 7),
    ]


@pytest.mark.parametrize("odd", ["\u05d0\u05d1", "\u0627\u0644", "\u202e", "\u2067"])
def test_text_written_from_the_right_is_refused_by_name(odd: str) -> None:
    assert refused(paragraph(f"före {odd} efter")) == [f"tecken U+{ord(one):04X}" for one in odd]


def test_a_long_word_begins_a_line_of_its_own() -> None:
    found = words(paragraph("kort " + "x" * 150 + " slut"))
    assert found[0].text == "kort"
    assert found[1].y > found[0].y
    assert found[1].x == pytest.approx(100)
    assert found[-1].text == "slut"


def test_a_long_word_of_several_looks_is_not_lost_beyond_the_edge() -> None:
    found = words(paragraph(*[Text("xyz" * 10, Look("Arial", 11, bold=bool(one % 2))) for one in range(10)]))
    assert "".join(word.text for word in found) == "xyz" * 100
    assert all(word.end <= 501 for word in found)


def test_a_long_word_in_a_narrow_cell_is_not_lost() -> None:
    found = words(table(row("Försörjningsstödshandläggare", "x"), widths=[60, 60]))
    assert "".join(word.text for word in found).replace("x", "") == "Försörjningsstödshandläggare"
    assert all(word.end <= 155 for word in found if word.text != "x")


@pytest.mark.parametrize("tag", ["sv", "en-GB", "sr-Latn-RS", "es-419", "x-none", "rmy-x-kalderash", "ar-SA", ""])
def test_text_of_any_language_is_set(tag: str) -> None:
    plain = document(paragraph("före ", Text("ord", Look("Arial", 11, lang=tag))))
    assert words_of(Document("Prov", tag, plain.sections, 36.0)) == ["före", "ord"]


def words_of(whole: Document) -> list[str]:
    return [word.text for sheet in sheets(engine().typeset(whole)) for word in sheet.words]


@pytest.mark.parametrize("sign", "☐☒☑→✓")
def test_a_sign_that_the_font_lacks_is_set_in_another(sign: str) -> None:
    assert unspaced(text(paragraph(f"{sign} Ja"))) == f"{sign}Ja"


def test_a_sign_of_another_font_leaves_the_line_as_high_as_it_is() -> None:
    found = places("Ett", paragraph("☐ två"), "tre")
    assert found["tre"].y - found["Ett"].y == pytest.approx(2 * 12.65, abs=0.1)


@pytest.mark.parametrize("family", ["Arial", "Times New Roman", "Calibri", "Cambria", "Courier New"])
def test_a_font_stands_in_for_its_twin(family: str) -> None:
    assert unspaced(text(paragraph(Text("Åäö", Look(family, 11))))) == "Åäö"


def test_letters_are_set_as_wide_as_word_sets_them() -> None:
    (plain,) = words(paragraph("AVAVfiffi"))
    assert plain.end - plain.x == pytest.approx(11 * (4 * 0.667 + 3 * 0.278 + 2 * 0.222 + 0.0), abs=0.3)
    (spread,) = words(paragraph(Text("abc", Look("Arial", 11, tracking=1.0))))
    (close,) = words(paragraph("abc"))
    assert spread.end - spread.x == pytest.approx(close.end - close.x + 3, abs=1.1)


@pytest.mark.parametrize(("vertical", "up"), [("super", 4.3), ("sub", -0.9)])
def test_raised_and_lowered_text_is_small_and_off_the_line(vertical: str, up: float) -> None:
    found = words(paragraph("a ", Text("b", Look("Arial", 11, vertical=vertical))))
    assert found[1].size == pytest.approx(0.58 * 11, abs=0.01)
    assert found[0].y - found[1].y == pytest.approx(up, abs=0.1)


def test_raised_text_leaves_its_line_where_it_is() -> None:
    found = places(paragraph("Ett", Text("x", Look("Arial", 11, vertical="super"))), "två")
    assert found["två"].y == pytest.approx(100 + 12.65 + OVER, abs=0.1)


def test_small_capitals_are_capitals() -> None:
    found = words(paragraph(Text("Nämnd", Look("Arial", 10, small_caps=True))))
    assert "".join(word.text for word in found) == "NÄMND"


def test_the_language_of_words_is_told() -> None:
    opened = reader(paragraph("på svenska ", Text("in English", Look("Arial", 11, lang="en-GB"))))
    assert opened.trailer["/Root"]["/Lang"] == "sv-SE"  # type: ignore[index]  # pypdf: any object
    content = opened.pages[0].get_contents()
    assert content is not None
    assert [said[1]["/Lang"] for said, operator in content.operations if operator == b"BDC" and "/Lang" in said[1]] == [
        "en-GB"
    ]
