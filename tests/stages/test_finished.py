"""What is known of a finished PDF besides its bytes: its pages, and whether it is large."""

import pickle

import papers
import pytest

from docgen.errors import Severity
from docgen.stages import finish
from docgen.stages.finish import Finished


@pytest.mark.parametrize("pages", [1, 3])
def test_the_number_of_pages_is_known(pages: int) -> None:
    made = papers.finished(papers.typeset("= Rubrik\n" + "#pagebreak()\nBilaga\n" * (pages - 1)))
    assert made.pages == pages
    assert pickle.loads(pickle.dumps(made)).pages == pages  # noqa: S301 - our own


@pytest.mark.parametrize(("size", "told"), [(2_000_000, []), (2_000_001, ["2,0"]), (3_160_000, ["3,2"])])
def test_a_file_that_is_large_for_digital_post_has_a_warning(size: int, told: list[str]) -> None:
    remarks = finish.remarks(Finished.of(bytes(size), 1))
    assert [(one.code, one.severity, one.facts["storlek"]) for one in remarks] == [
        ("P-12", Severity.WARNING, one) for one in told
    ]


@pytest.mark.parametrize(
    ("pages", "said", "told"), [(3, 3, []), (4, 3, [("4", "3")]), (2, 3, [("2", "3")]), (4, 0, [])]
)
def test_other_pages_than_the_record_says_are_remarked(pages: int, said: int, told: list[tuple[str, str]]) -> None:
    remarks = finish.remarks(Finished.of(b"%PDF", pages), said)
    assert [(one.code, (one.facts["sidor"], one.facts["antal"])) for one in remarks] == [("P-13", one) for one in told]
