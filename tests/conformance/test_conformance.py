import time

import pytest
from good_pdf import HEAD, LETTER, LONG, SERIF, changed, made, rewritten
from pypdf import PdfWriter

from docgen.conformance import check

GOOD = {"letter": LETTER, "long": LONG, "serif": SERIF, "no headings": HEAD + "Bara text."}


@pytest.mark.parametrize("program", GOOD.values(), ids=list(GOOD))
def test_what_typst_makes_as_both_standards_passes_without_a_remark(program: str) -> None:
    assert check(made(program)) == ()


@pytest.mark.parametrize("program", GOOD.values(), ids=list(GOOD))
def test_the_same_file_written_anew_passes_too(program: str) -> None:
    assert check(changed(lambda _: None, made(program))) == ()


def test_a_letter_of_three_pages_is_tested_in_well_under_half_a_second() -> None:
    pdf = made(LONG)
    check(pdf)
    start = time.process_time()  # what others do on the machine is no matter of ours
    check(pdf)
    assert time.process_time() - start < 0.5


def test_the_same_fault_of_a_page_is_told_once() -> None:
    def bare(writer: PdfWriter) -> None:
        rewritten(writer, lambda content: b"0 0 m 9 9 l S\n" * 50 + content)

    (found,) = check(changed(bare))
    assert (found.code, found.matterhorn, found.place.page) == ("K-25", "01-005", 1)
