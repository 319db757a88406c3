from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.importing.converters import Som, converted
from docgen.importing.faults import Unfit

TODAY = date(2026, 11, 22)
CODES = {"BIF": "bifall", "1": "avslag", "true": "extern"}


def read(som: Som, value: object) -> object:
    return converted(som, value, CODES, TODAY)


@pytest.mark.parametrize(
    ("som", "value", "expected"),
    [
        (Som.TEXT, "a\r\nb\rc", "a\nb\nc"),
        (Som.TEXT, "a<br>b<br/>c<BR />\r\nd", "a\nb\nc\nd"),
        (Som.TEXT, "a<br><br>b", "a\n\nb"),
        (Som.TEXT, "\xa011\u202fkap.&nbsp;1\xa0§ \n", "11 kap. 1 §"),
        (Som.TEXT, "&Ouml;vning &amp; Co", "Övning & Co"),
        (Som.TEXT, "5 < 6 > 4", "5 < 6 > 4"),
        (Som.TEXT, 412, "412"),
        (Som.DATUM, "2026-03-02T23:30:00Z", "2026-03-03"),
        (Som.DATUM, 20260302, "2026-03-02"),
        (Som.DATUM, "0001-01-01T00:00:00", None),
        (Som.PERSONNUMMER, "198803200016", "19880320-0016"),
        (Som.PERSONNUMMER, 198803200016, "19880320-0016"),
        (Som.PERSONNUMMER, "880320-0016", "19880320-0016"),
        (Som.PERSONNUMMER, "121212+1212", "19121212-1212"),
        (Som.PERSONNUMMER, "701063-2391", "19701063-2391"),
        (Som.NUMMERTYP, "880320-0016", "personnummer"),
        (Som.NUMMERTYP, "198803800013", "samordningsnummer"),
        (Som.NAMN, "Provdal, Asta", "Asta Provdal"),
        (Som.NAMN, "Öppenvården Bryggan", "Öppenvården Bryggan"),
        (Som.FORNAMN, "von Provdal ,  Asta Maria", "Asta Maria"),
        (Som.EFTERNAMN, "von Provdal ,  Asta Maria", "von Provdal"),
        (Som.HELTAL, 3, 3),
        (Som.HELTAL, 3.0, 3),
        (Som.HELTAL, " 3 ", 3),
        (Som.KRONOR, 80.00000000000001, 80),
        (Som.ORE, 1234.5, 123450),
        (Som.BELOPP, 1234.5, "1\xa0234,50\xa0kr"),
        (Som.KOD, "BIF ", "bifall"),
        (Som.KOD, 1, "avslag"),
        (Som.KOD, True, "extern"),
    ],
)
def test_a_value_is_read(som: Som, value: object, expected: object) -> None:
    assert read(som, value) == expected


@pytest.mark.parametrize("value", ["J", "ja", "JA", "y", "Yes", "1", "true", 1, True])
def test_yes_is_read(value: object) -> None:
    assert read(Som.JA_NEJ, value) is True


@pytest.mark.parametrize("value", ["N", "nej", "no", "0", "False", 0, False])
def test_no_is_read(value: object) -> None:
    assert read(Som.JA_NEJ, value) is False


@pytest.mark.parametrize("som", Som)
@pytest.mark.parametrize("value", [None, "", "  ", "\xa0\r\n"])
def test_nothing_is_nothing(som: Som, value: object) -> None:
    assert read(som, value) is None


@pytest.mark.parametrize(
    ("som", "value", "code"),
    [
        (Som.DATUM, "i går", "J-20"),
        (Som.KRONOR, 80.5, "J-21"),
        (Som.ORE, "1.234", "J-21"),
        (Som.BELOPP, True, "J-21"),
        (Som.PERSONNUMMER, "880320-0017", "J-22"),
        (Som.PERSONNUMMER, "19880320+0016", "J-22"),
        (Som.NUMMERTYP, "T880320", "J-22"),
        (Som.JA_NEJ, "kanske", "J-23"),
        (Som.JA_NEJ, 2, "J-23"),
        (Som.JA_NEJ, 1.0, "J-23"),
        (Som.KOD, "bif", "J-24"),
        (Som.KOD, {}, "J-24"),
        (Som.FORNAMN, "Asta Provdal", "J-25"),
        (Som.EFTERNAMN, "Provdal, Asta, Ek", "J-25"),
        (Som.NAMN, "Provdal,", "J-25"),
        (Som.TEXT, 1.5, "J-26"),
        (Som.TEXT, True, "J-26"),
        (Som.TEXT, ["a"], "J-26"),
        (Som.DATUM, {}, "J-26"),
        (Som.HELTAL, "3,5", "J-26"),
        (Som.HELTAL, 3.5, "J-26"),
        (Som.TEXT, "<p>Du får</p>", "J-29"),
        (Som.NAMN, '<span class="x">Asta', "J-29"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_code(som: Som, value: object, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        read(som, value)
    assert refused.value.code == code
    assert not any(str(value) in fact for fact in refused.value.facts.values() if str(value))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from(Som), JSON)
def test_any_value_is_read_or_refused(som: Som, value: object) -> None:
    with suppress(Unfit):
        assert isinstance(read(som, value), str | int | None)


@given(st.lists(st.sampled_from(["a", "å", " ", "\r\n", "\n", "\r", "\xa0", "<br>", "<BR />", "&nbsp;"])))
def test_a_text_keeps_its_words_and_its_lines_and_nothing_of_how_they_were_written(parts: list[str]) -> None:
    text = "".join(parts)
    clean = str(read(Som.TEXT, text) or "")
    assert [one for one in clean if one not in " \n"] == [one for one in parts if one in {"a", "å"}]
    assert clean == clean.strip()
    assert not set("\r\xa0<&") & set(clean)
