from hypothesis import given
from hypothesis import strategies as st

from docgen.values.tecken import plain


def test_dashes_become_hyphens_and_outer_space_goes() -> None:
    assert plain("\xa0SN\u20132026\u2212\u201104 ") == "SN-2026--04"


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)
