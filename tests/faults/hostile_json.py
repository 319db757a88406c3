"""Exports that are wrong in every way we know, and random ones: bytes that a reader must answer for."""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from conftest import SAMPLES
from hypothesis import strategies as st

LETTER = (SAMPLES / "bistandsbeslut" / "utkast-kontaktperson.json").read_text(encoding="utf-8")
"""A whole record; every odd one is made of it, so that it comes as far as it can."""

NASTY = (
    *(b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\x1e", b"\x7f", b"\n"),
    *(b'"', b"\\", b"\\u", b"\\ud800", b"\\u0000", b"\\uffff", b"{", b"}", b"[", b"]", b",", b":", b"{}", b"[]", b'""'),
    *(b"null", b"true", b"NaN", b"-Infinity", b"1e999", b"-0", b"0.1", b"9" * 400, b"9" * 5000, b'"dokument":{},'),
    *(b"2026-02-30", b"0000-00-00", b"9999-12-31", b"--------", "\u202e".encode(), "\ufeff".encode(), "å".encode()),
    *(b"[" * 300, b'{"a":' * 300, b"{{ 7 * 7 }}", b"../../", b"%00", "\U0001f9ff".encode(), "\ufdd0".encode()),
)


def record(**changes: object) -> str:
    """Return a whole record with other fields at its root, on one line."""
    return json.dumps(json.loads(LETTER) | changes, ensure_ascii=False)


def _swapped(old: str, new: str) -> bytes:
    assert old in record()
    return record().replace(old, new, 1).encode()


def odd() -> Mapping[str, bytes]:
    """Return records that are wrong, each on one line, by what is wrong with them."""
    return {**odd_letters(), **no_letters()}


def odd_letters() -> Mapping[str, bytes]:
    """Return letters with something wrong in them."""
    letter = record()
    number = '"SN '
    return {
        "truncated": letter[: len(letter) // 2].encode(),
        "latin-1": letter.replace(number, number + "å").encode("latin-1"),
        "an encoded surrogate": letter.encode().replace(number.encode(), number.encode() + b"\xed\xa0\x80", 1),
        "NaN": _swapped("true", "NaN") if "true" in letter else letter[:-1].encode() + b', "x": NaN}',
        "infinity": letter[:-1].encode() + b', "x": -Infinity}',
        "a number beyond all": letter[:-1].encode() + b', "x": 1e999}',
        "a number of many digits": letter[:-1].encode() + b', "x": ' + b"9" * 5000 + b"}",
        "a version of many digits": _swapped('"datum"', '"version": ' + "9" * 4000 + ', "datum"'),
        "a key twice": letter[:-1].encode() + b', "arende": {}}',
        "many keys, one twice": b"{" + b",".join(b'"a%d":1' % one for one in range(60_000)) + b',"a59999":1}',
        "a lone surrogate": _swapped(number, number + "\\ud800 "),
        "a lone surrogate as a key": letter[:-1].encode() + b', "\\udfff": 1}',
        "NUL": _swapped(number, number + "\\u0000 "),
        "a bare NUL": _swapped(number, number + "\x00 "),
        "a key that is NUL": letter[:-1].encode() + b', "\\u0000": 1}',
        "deep": letter[:-1].encode() + b', "x": ' + b"[" * 60 + b"]" * 60 + b"}",
        "very deep": letter[:-1].encode() + b', "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "very deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        "the day of no month": _swapped('"datum": "2026-', '"datum": "2026-02-30", "x": "2026-'),
        "the year nought": _swapped('"datum": "2026', '"datum": "0000'),
        "a day in other digits": _swapped('"datum": "2026', '"datum": "\uff12\uff10\uff12\uff16'),
        "a day that is a number": _swapped('"datum": "', '"datum": 20260101, "x": "'),
        "a matter that is a list": _swapped('"arende": {', '"arende": [], "x": {'),
        "a number that is an object": _swapped('"diarienummer": "', '"diarienummer": {}, "x": "'),
        "a very long number": _swapped(number, number + "9 " * 100_000),
        "two records on a line": f"{letter} {letter}".encode(),
    }


def no_letters() -> Mapping[str, bytes]:
    """Return what is no letter at all."""
    return {
        "a text": b'"text"',
        "a number": b"1",
        "null": b"null",
        "nothing": b"{}",
        "a list of lists": b"[[[]]]",
        "no document": b'{"dokument": null}',
        "a type that is a list": b'{"dokument": {"typ": []}}',
        "a type that nobody knows": b'{"dokument": {"typ": "' + b"x" * 100_000 + b'"}}',
        "a comment": b"// hej",
    }


def exports() -> Mapping[str, bytes]:
    """Return whole files that are wrong, by what is wrong with them."""
    letter = record()
    page = f'{{"TotalNumberOfRecords": %d, "Result": [{letter}]}}'
    return {
        "empty": b"",
        "spaces": b" \n\t\n",
        "UTF-16": letter.encode("utf-16"),
        "UTF-16 without a mark": letter.encode("utf-16-le"),
        "UTF-32": letter.encode("utf-32"),
        "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + letter.encode(),
        "a file of latin-1": letter.replace('"SN ', '"å').encode("latin-1"),
        "an array that breaks off": f"[{letter}, {letter[:300]}".encode(),
        "an array never begun": f"{letter}, {letter}]".encode(),
        "an array in an array": f"[[{letter}]]".encode(),
        "commas alone": b"[,,,]",
        "brackets alone": b"[" * 1000,
        "a page that says too many": (page % 3).encode(),
        "a page that says too few": (page % 0).encode(),
        "a page that breaks off": (page % 1)[:-40].encode(),
        "a page with something behind it": (page % 1).encode() + b" x",
        "a page with two results": (page % 1)[:-1].encode() + b', "Result": []}',
        "pages that disagree": f"{page % 2}\n{page % 3}".encode(),
        "a page of no list": b'{"TotalNumberOfRecords": 1, "Result": {}}',
    }


@cache
def _samples() -> Sequence[bytes]:
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*/*.json"))]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a strategy of samples in which a few places have been cut, doubled, moved or overwritten."""
    data = draw(st.sampled_from(_samples()))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.sampled_from((0, 1, 2, 7, 40, 400))))
        piece = draw(st.sampled_from((b"", data[begin:end] * 2, data[end : end + 60], *NASTY)))
        data = data[:begin] + piece + data[end:]
    return data
