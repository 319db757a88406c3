"""Each way to break a file gives its own finding, and no other."""

import broken_content
import broken_file
import broken_tags
import pytest
from broken_file import broken
from good_pdf import LETTER, changed, made

from docgen.conformance import check

TAGS_AND_CONTENT = {**broken_tags.BROKEN, **broken_content.BROKEN}


def numbers(pdf: bytes) -> set[str]:
    return {one.matterhorn for one in check(pdf)}


@pytest.mark.parametrize("name", broken_file.BROKEN)
def test_a_file_broken_in_one_way_has_that_finding_and_no_other(name: str) -> None:
    assert numbers(broken(name, made(LETTER))) == {broken_file.BROKEN[name][1]}


@pytest.mark.parametrize("name", TAGS_AND_CONTENT)
def test_tags_and_content_broken_in_one_way_have_that_finding_and_no_other(name: str) -> None:
    change, number = TAGS_AND_CONTENT[name]
    assert numbers(changed(change)) == {number}
