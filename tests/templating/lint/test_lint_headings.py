"""Levels of headings, whatever a document says, and texts that only look like headings."""

import pytest
from lint_template import assert_told, codes, faults, p, run, table, template

from docgen.errors import Severity

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="R{level}"><w:name w:val="Rubrik {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        for level in range(1, 5)
    )
    + '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="R3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Utan"><w:name w:val="Utan"/><w:basedOn w:val="R3"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Google"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'
    "</w:style>"
)


def h(level: int | str, text: str = "Rubrik") -> str:
    """Return a heading of a level, or a paragraph of a style."""
    style = f"R{level}" if isinstance(level, int) else level
    return p(text, properties=f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>')


def told(*body: str) -> list[tuple[str, str, int]]:
    """Return what is told of the headings: the code, how severe and at which paragraph."""
    found = faults(template(*body, styles=STYLES))
    return [(one.code, one.severity.value, one.place.paragraph) for one in found]


IF, ELSE, END, EACH, DONE = "{%p if bifall %}", "{%p else %}", "{%p endif %}", "{%p for r in rader %}", "{%p endfor %}"

IN_ORDER: dict[str, tuple[str, ...]] = {
    "down one by one and up at once": (h(1), h(2), h(3), h(1), h(2)),
    "no heading at all": ("x",),
    "one of two branches": (IF, h(1), ELSE, h(1), END, h(2)),
    "two conditions on the same thing": (h(1), IF, h(2), END, "x", IF, h(3), END),
    "a heading and a loop of the same list": (h(1), "{%p if rader %}", h(2), END, EACH, h(3, "{{ r }}"), DONE),
    "a condition and its opposite": (h(1), IF, h(2), END, "{%p if not bifall %}", h(2), END, h(3)),
    "one of three": (h(1), IF, h(2), "{%p elif rubrik %}", h(2), ELSE, h(2), END, h(3)),
    "both of two": (h(1), IF, h(2), END, "{%p if bifall and rubrik %}", h(3), END),
    "the first turn of a loop": (h(1), EACH, "{%p if loop.first %}", h(2), END, h(3, "{{ r }}"), DONE),
    "a heading that the next one excludes": (
        *(h(1), h(2), IF, h(1), END),
        *("{%p if not bifall %}", h(3), END),
    ),
    "none of two": (h(1), "{%p if bifall or rubrik %}", h(2), END, IF, h(3), END),
    "a turn that is never the first again": (
        *(h(1), h(2), EACH, "{%p if loop.first %}", h(3), END, h(1, "{{ r }}"), DONE),
    ),
    "a loop and what comes when it is empty": (h(1), EACH, h(2, "{{ r }}"), ELSE, h(2), DONE, h(3)),
    "turns of a loop": (h(1), EACH, h(2, "{{ r }}"), h(3), DONE, h(2)),
    "a name that is set": (h(1), "{%p set x = bifall %}", "{%p if x %}", h(2), END, "{%p if x %}", h(3), END),
    "a heading that is taken away": (h(1), h(3, IF), h(2), END),
    "a heading without words": (h(1), h(3, " "), h(2)),
    "no heading after all": (h(1), h("Utan"), h(2)),
    "a condition in the heading": (h(1), h(2, "{% if bifall %}Ja{% else %}Nej{% endif %}"), h(3)),
    "a macro": ("{%p macro m(a) %}", h(3, "{{ a }}"), "{%p endmacro %}", h(1), "{{p m(rubrik) }}"),
}


@pytest.mark.parametrize("body", IN_ORDER.values(), ids=IN_ORDER)
def test_levels_that_follow_each_other_are_fine(body: tuple[str, ...]) -> None:
    assert told(*body) == []


ALWAYS: dict[str, tuple[tuple[str, ...], str, int]] = {
    "the first heading": (("x", h(2)), "M-62", 2),
    "the first heading of a part that may be absent": ((IF, h(2), END), "M-62", 2),
    "a level jumped": ((h(1), "x", h(3)), "M-63", 3),
    "both branches": ((h(1), IF, h(3), ELSE, h(2), END), "M-63", 3),
    "after a loop": ((h(1), EACH, "{{ r }}", DONE, h(3)), "M-63", 5),
    "in a loop": ((h(1), EACH, h(2), h(4, "{{ r }}"), DONE), "M-63", 4),
    "by inheritance": ((h(1), h("Egen")), "M-63", 2),
    "by the name that Word knows": ((h(1), h("Google")), "M-63", 2),
    "by the paragraph's own": ((h(1), p("x", properties='<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')), "M-63", 2),
    "in a cell": ((h(1), table((h(3), "y"))), "M-63", 2),
}


@pytest.mark.parametrize(("body", "code", "where"), ALWAYS.values(), ids=ALWAYS)
def test_what_is_always_wrong_is_a_warning(body: tuple[str, ...], code: str, where: int) -> None:
    assert told(*body) == [(code, "varning", where)]


AT_TIMES: dict[str, tuple[tuple[str, ...], str, int]] = {
    "a first heading that may be absent": ((IF, h(1), END, h(2)), "M-62", 4),
    "a heading between that may be absent": ((h(1), IF, h(2), END, h(3)), "M-63", 5),
    "a loop that may be empty": ((h(1), EACH, h(2, "{{ r }}"), DONE, h(3)), "M-63", 5),
    "two conditions on different things": (
        (h(1), IF, h(2), END, "{%p if overklagande %}", h(3), END),
        "M-63",
        6,
    ),
    "the second turn of a loop": (
        (h(1), h(2), EACH, h(3, "{{ r }}"), "{%p if bifall %}", h(1), END, DONE),
        "M-63",
        4,
    ),
    "a name that is set again": (
        (
            *(h(1), "{%p set x = bifall %}", "{%p if x %}", h(2), END),
            *("{%p set x = rubrik %}", "{%p if x %}", h(3), END),
        ),
        "M-63",
        8,
    ),
    "a name that is set again in between": (
        (
            *(h(1), "{%p set x = bifall %}", "{%p if x %}", h(2), END),
            *(IF, "{%p set x = rubrik %}", END, "{%p if x %}", h(3), END),
        ),
        "M-63",
        10,
    ),
    "a loop that leaves some out": (
        (h(1), "{%p for r in rader if r %}", h(2, "{{ r }}"), DONE, "{%p if rader %}", h(3), END),
        "M-63",
        6,
    ),
    "the same name in two loops": (
        (
            *(h(1), "{%p for b in beslut %}", "{%p if b.nummer %}", h(2), END, DONE),
            *("{%p for b in beslut %}", "{{ b.text }}", "{%p if b.nummer %}", h(2), h(3), END, DONE, h(3)),
        ),
        "M-63",
        14,
    ),
}


@pytest.mark.parametrize(("body", "code", "where"), AT_TIMES.values(), ids=AT_TIMES)
def test_what_can_become_wrong_is_a_note(body: tuple[str, ...], code: str, where: int) -> None:
    assert told(*body) == [(code, "upplysning", where)]


def test_it_is_told_what_comes_before_and_what_would_do() -> None:
    facts = {"niva": "4", "fore": "2", "stycke": "2", "lagst": "3", "orsak": "mall_rubrik_kommer"}
    assert_told(template(h(1), h(2), h(4), h(4), styles=STYLES), ("M-63", (3,), facts))


def test_of_several_headings_that_can_come_before_the_highest_is_told() -> None:
    facts = {"fore": "1", "stycke": "1", "orsak": "mall_rubrik_kommer"}
    assert_told(template(h(1), IF, h(2), END, h(4), styles=STYLES), ("M-63", (5,), facts))


def test_many_conditions_in_each_other_can_be_followed() -> None:
    some = [f"{{%p if rader|length > {number} %}}" for number in range(80)]
    pairs = [(one, other, h(2), END, END) for one, other in zip(some[::2], some[1::2], strict=True)]
    assert told(h(1), *(one for pair in pairs for one in pair), h(3)) == [("M-63", "upplysning", 202)]


def test_headings_in_footnotes_have_no_order() -> None:
    assert codes("x", footnotes=f"<w:footnote>{h(3)}</w:footnote>", styles=STYLES) == []


def test_levels_are_not_judged_where_a_block_does_not_end() -> None:
    assert codes(IF, h(3), styles=STYLES) == ["M-30"]


def loud(text: str, *, bold: str = "<w:b/>", size: int = 32, properties: str = "") -> str:
    return p(run(text, f'<w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr>'), properties=properties)


LOOKS = {
    "bold and large": loud("Beslut"),
    "in two runs": p(*(run(text, '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>') for text in ("Be", "slut"))),
    "by a style for characters": p(run("Beslut", '<w:rPr><w:rStyle w:val="Stark"/></w:rPr>')),
    "a name": loud("{{ utredning.rubrik }}"),
}


@pytest.mark.parametrize("paragraph", LOOKS.values(), ids=LOOKS)
def test_a_text_that_only_looks_like_a_heading_is_noted(paragraph: str) -> None:
    (fault,) = faults(template(h(1), paragraph, "Du får hjälp.", styles=STYLES))
    assert (fault.code, fault.severity, fault.place.paragraph) == ("M-64", Severity.NOTE, 2)


PLAIN = {
    "not bold": loud("Beslut", bold=""),
    "bold switched off": loud("Beslut", bold='<w:b w:val="0"/>'),
    "no larger than the rest": loud("Beslut", size=20),
    "partly bold": p(run("Beslut", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'), " om hjälp"),
    "a sentence": loud("Du får hjälp i hemmet."),
    "long": loud("Du får hjälp i hemmet " * 5),
    "a heading": p(
        run("Beslut", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'), properties='<w:pPr><w:pStyle w:val="R2"/></w:pPr>'
    ),
    "a list": loud("Beslut", properties='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    "a frame": loud("Beslut", properties="<w:pPr><w:framePr/></w:pPr>"),
    "in a cell": table(((loud("Beslut"), "y"),)),
    "before a table": loud("Beslut") + table(("y",)),
    "before a heading": loud("Beslut") + h(2),
    "a comment": loud("{#p Beslut #}"),
}


@pytest.mark.parametrize("paragraph", PLAIN.values(), ids=PLAIN)
def test_a_text_that_is_no_heading_is_not_noted(paragraph: str) -> None:
    assert told(h(1), paragraph, "Du får hjälp.") == []


def test_a_loud_text_that_nothing_follows_is_no_heading() -> None:
    assert told(h(1), loud("Adam Ek"), loud("Enhetschef")) == []
