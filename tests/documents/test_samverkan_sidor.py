"""The pages of the documents of meetings and follow-ups: what belongs together stands on one page."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from conftest import SAMPLES
from reading import page_texts
from running import docgen

MINUTES = ("sip_plan", "samverkansmote", "sip_uppfoljning")
SLUGS = (*MINUTES, "sip_avslut", "sip_kallelse", "motesunderlag", "uppfoljningsmote", "uppfoljningsplan")
FOOT = "Exempelkommun, Socialnämnden\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[str]]:
    """Return the text of the pages of every sample, by the name of its file, as Typst sets them."""
    out: Path = tmp_path_factory.mktemp("sidor")
    sources = [SAMPLES / slug for slug in SLUGS]
    done = docgen("batch", *sources, "--out", out, "--format", "pdf", "--engine", "typst", "--date", "2026-11-22")
    assert done.code == 0, done.err
    return {path.stem: page_texts(path.read_bytes()) for path in out.glob("*.pdf")}


def test_those_who_took_part_stand_in_one_table_with_who_gets_the_minutes(made: Mapping[str, Sequence[str]]) -> None:
    minutes = {name: pages for name, pages in made.items() if name.startswith(MINUTES)}
    assert len(minutes) > len(MINUTES)
    for name, pages in minutes.items():
        (page,) = [page for page in pages if "Närvaro" in page]
        assert "\nDokumentation\n" in page, name


def test_why_the_person_was_not_there_stands_below_the_table(made: Mapping[str, Sequence[str]]) -> None:
    (page,) = [page for page in made["samverkansmote_SN-2026-0377_2026-11-12"] if "Närvaro" in page]
    assert "Nadia Rahimi var inte med:" in page


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("sip_avslut_IFO-2026-0174_2026-11-18", "Om behovet kommer tillbaka"),
        ("motesunderlag_SN-2026-0377_2026-08-20", "Om du vill ändra något"),
    ],
)
def test_the_last_words_do_not_stand_alone_on_a_page(made: Mapping[str, Sequence[str]], name: str, before: str) -> None:
    assert before in made[name][-1]


def test_everyday_life_stands_whole_below_its_heading(made: Mapping[str, Sequence[str]]) -> None:
    (page,) = [page for page in made["uppfoljningsmote_IFO-2026-0214_2026-09-21"] if "\nVardagen\n" in page]
    assert "Nätverk" in page
    assert "Hälsa" in page


@pytest.mark.parametrize(
    "name",
    [
        "sip_kallelse_IFO-2026-0412_2026-06-01_mottagare-01",
        "sip_plan_IFO-2026-0412_2026-06-18",
        "sip_plan_IFO-2026-0412_2026-08-19",
        "samverkansmote_IFO-2026-0398_2026-08-21",
        "uppfoljningsplan_IFO-2026-0214_2026-08-27",
    ],
)
def test_no_item_of_a_list_is_parted_alone_from_the_others(made: Mapping[str, Sequence[str]], name: str) -> None:
    for page in made[name][1:]:
        first, second, *_ = page.partition(FOOT)[2].splitlines()
        assert not first.startswith("•") or second.startswith("•")


def test_a_plan_of_six_meetings_and_an_evaluation_is_two_sheets(made: Mapping[str, Sequence[str]]) -> None:
    plans = {name: len(pages) for name, pages in made.items() if name.startswith("uppfoljningsplan")}
    assert set(plans.values()) == {2}, plans
