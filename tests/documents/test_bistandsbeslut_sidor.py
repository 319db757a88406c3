"""The pages of a biståndsbeslut: what is kept together, and what only the file copy says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

import pytest
from conftest import SAMPLES, TODAY
from yardstick import Sheet, Word, sheets

from docgen.order import Format, Order
from docgen.outcome import Written
from docgen.run import run

LEFT, HEAD, FOOT = 71.0, 60.0, 50.0  # points: where text begins, and what a following page has of its own
INDENTED = LEFT + 3
SMALL = 9.0  # points: the contacts at the foot of the first page
NOTE = "Sidan hör till aktexemplaret och lämnas inte till den som beslutet gäller."
HELP, FOR_YOU, RECIPIENTS = (
    "Har du frågor eller behöver du hjälp?",
    "Vi förklarar gärna beslutet",
    "Beslutet skickas till",
)
CROWDED = ("EKB-2026-0447", "IFO-2026-0082", "IFO-2026-0218", "IFO-2026-0305", "IFO-2026-0498")
"""Decisions whose last words do not all fit on the page of the signature."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[Sheet]]:
    """Return the pages of each file of the samples, by the name of the file."""
    order = Order(
        sources=(str(SAMPLES / "bistandsbeslut"),),
        out=tmp_path_factory.mktemp("sidor"),
        organisation=SAMPLES / "organisation.toml",
        today=TODAY,
        format=Format.PDF,
    )
    files = [path for outcome in run(order) if isinstance(outcome, Written) for path in outcome.files]
    return {path.stem: sheets(path.read_bytes()) for path in files}


def body(sheet: Sheet, top: float = HEAD) -> list[list[Word]]:
    """Return the lines of a following page without its header and footer."""
    found: dict[float, list[Word]] = {}
    for word in sheet.words:
        if top < word.y < sheet.height - FOOT:
            found.setdefault(round(word.y), []).append(word)
    return [sorted(found[y], key=lambda word: word.x) for y in sorted(found)]


def said(lines: Sequence[Sequence[Word]]) -> str:
    return " ".join(word.text for line in lines for word in line).replace("\N{NO-BREAK SPACE}", " ")


def items(lines: Sequence[Sequence[Word]]) -> int:
    """Return how many items of a list the indented lines at the beginning hold."""
    return sum(line[0].text == "•" for line in takewhile(lambda line: line[0].x > INDENTED, lines))


def parted(pages: Sequence[Sheet]) -> Iterator[tuple[int, int]]:
    """Yield how many items of a list stand before and after each break of a page inside it."""
    for page, following in pairwise(map(body, pages)):
        foot = [line for line in page if line[0].size > SMALL]
        if following and following[0][0].text == "•":
            yield items(foot[::-1]), items(following)


def test_no_item_of_a_list_is_parted_alone_from_the_others(made: Mapping[str, Sequence[Sheet]]) -> None:
    alone = {name: list(parted(pages)) for name, pages in made.items() if any(1 in both for both in parted(pages))}
    assert alone == {}


@pytest.mark.parametrize("number", ["IFO-2026-0240", "IFO-2026-0521"])
def test_those_who_get_the_decision_stand_together_under_their_heading(
    made: Mapping[str, Sequence[Sheet]], number: str
) -> None:
    for name, pages in made.items():
        if number in name:
            (page,) = [said(body(sheet)) for sheet in pages if RECIPIENTS in said(body(sheet))]
            assert page.partition(RECIPIENTS)[2].count("•") == {"IFO-2026-0240": 2, "IFO-2026-0521": 3}[number]


@pytest.mark.parametrize("number", CROWDED)
def test_where_to_turn_begins_on_the_page_of_the_signature_where_there_is_room(
    made: Mapping[str, Sequence[Sheet]], number: str
) -> None:
    for name, pages in made.items():
        if number in name:
            texts = [said(body(sheet)) for sheet in pages]
            (signed,) = [text for text in texts if "elektroniskt undertecknat" in text]
            (last,) = [text for text in texts if RECIPIENTS in text]
            assert HELP in signed, name
            assert last.startswith(FOR_YOU), name


def test_a_marking_of_two_lines_leaves_room_between_header_and_text(made: Mapping[str, Sequence[Sheet]]) -> None:
    _, *following = made["bistandsbeslut_IFO-2026-0174_2026-03-25_akt"]
    for sheet in following:
        header = next(word for word in sheet.words if word.text == "2026-03-25")
        text = body(sheet, header.y + 1)[0][0]
        assert text.y - header.y > text.size + 8, text.text


def test_every_file_copy_ends_with_whose_it_is_and_no_letter_does(made: Mapping[str, Sequence[Sheet]]) -> None:
    for name, pages in made.items():
        assert said(body(pages[-1])).endswith(NOTE) == name.endswith("_akt"), name
