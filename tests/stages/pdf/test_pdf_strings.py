"""Strings are told from what stands between them, and their codes are read by the font's own table."""

import pytest

from docgen.stages.pdf.fonts import Font
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.strings import pieces

LETTERS = b"<0001> <0041>\n<0002> <00E5>\n<0003> <2013>\n"
TABLES = [LETTERS, LETTERS + b"<0009> <006600660069>\n", LETTERS + b"<0100> <0042>\n", LETTERS + b"<0000> <0043>\n"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"BT(ab)Tj ET", [b"BT", b"ab", b"Tj ET"]),
        (b"[(a(b)c)5(d)]TJ", [b"[", b"a(b)c", b"5", b"d", b"]TJ"]),
        (rb"[(a\))(\(b)]TJ", [b"[", rb"a\051", b"", rb"\050b", b"]TJ"]),
        (rb"(a\))Tj", [b"", rb"a\051", b"Tj"]),
        (rb"(a\\)Tj", [b"", rb"a\134", b"Tj"]),
        (rb"(\(\\)Tj", [b"", rb"\050\134", b"Tj"]),
        (b"[<41>-3<4243>]TJ", [b"[", b"ABC", b"]TJ"]),
        (b"<28 5C29>Tj", [b"", rb"\050\134\051", b"Tj"]),
        (b"[(<41>)<42>]TJ", [b"[", b"<41>", b"", b"B", b"]TJ"]),
        (b"/Span<</ActualText<FEFF00A0>>>BDC(a)Tj", [b"/Span<</ActualText<FEFF00A0>>>BDC", b"a", b"Tj"]),
        (b"q Q", [b"q Q"]),
    ],
)
def test_strings_are_told_from_what_stands_between_them(content: bytes, found: list[bytes]) -> None:
    assert pieces(content) == found


@pytest.mark.parametrize("content", [b"(a", b"a)", rb"(a\)", b"(a))", b"<4g>Tj"])
def test_a_string_that_does_not_begin_or_end_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        pieces(content)


def font(pairs: bytes, *, wide: bool = True) -> Font:
    return Font.of(b"9 beginbfchar\n%bendbfchar" % pairs, wide=wide)


@pytest.mark.parametrize("table", TABLES)
def test_each_string_is_read_for_itself(table: bytes) -> None:
    assert font(table).read([rb"\000\001\000\2", b"", rb"\000\003"]) == ["Aå", "", "–"]


def test_several_letters_of_one_code_are_read() -> None:
    assert font(TABLES[1]).read([rb"\000\001\000\t"]) == ["Affi"]


def test_codes_of_one_byte_are_read() -> None:
    assert font(b"<01> <0041>\n<41> <0042>\n", wide=False).read([rb"\001A", b"A"]) == ["AB", "B"]
    assert font(b"<01> <0041>\n<41> <00420043>\n", wide=False).read([rb"\001A", b"A"]) == ["ABC", "BC"]


@pytest.mark.parametrize("string", [rb"\000\004", rb"\000\377", rb"\377\377", rb"\001\001", rb"\000"])
@pytest.mark.parametrize("table", TABLES)
def test_a_code_that_says_nothing_is_refused(table: bytes, string: bytes) -> None:
    with pytest.raises((Unreadable, UnicodeDecodeError)):
        font(table).read([string])
    with pytest.raises((Unreadable, UnicodeDecodeError)):
        font(table).read([rb"\000\001", string, rb"\000\001"])
