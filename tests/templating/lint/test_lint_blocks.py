"""Loops and conditions: their ends, and where in the document they begin and end."""

from itertools import pairwise

import pytest
from lint_template import BODY, Facts, Told, assert_told, codes, faults, p, run, table, template, text_box

IF, ELSE, ENDIF = "{%p if bifall %}", "{%p else %}", "{%p endif %}"
FOR, ENDFOR = "{%p for b in beslut %}", "{%p endfor %}"
SECTION = [  # as in the shipped templates
    *("{%p for s in utredning.stycken %}", "{%p if s.punkter %}", "{%p if s.text %}", "{{ s.text }}", ENDIF),
    *("{%p for punkt in s.punkter %}", "{{ punkt }}", ENDFOR, ELSE, "{{ s.text }}", ENDIF, ENDFOR),
]


def test_a_block_without_end_is_told_where_it_begins() -> None:
    assert_told(template("Före.", IF, "x"), ("M-30", (2,), {"tagg": IF, "slut": ENDIF}))
    assert_told(template(FOR, "{{ b.text }}", "{{ b.nummer }}"), ("M-30", (1,), {"tagg": FOR, "slut": ENDFOR}))
    assert_told(template("{% set x %}", "{{ x }}"), ("M-30", (1,), {"slut": "{% endset %}"}))


def test_an_end_without_block_is_told() -> None:
    facts = {"orsak": "mall_utan_borjan", "borjan": "if"}
    assert_told(template("x", ENDIF, "y"), ("M-31", (2,), facts))
    assert_told(template(IF, "x", ENDIF, ENDIF), ("M-31", (4,), facts))


def test_an_else_outside_an_if_is_told_once_with_its_end() -> None:
    assert_told(template("x", ELSE, "y", ENDIF), ("M-31", (2,), {"orsak": "mall_utanfor_if"}))
    assert_told(template("{%p elif bifall %}"), ("M-31", (1,), {"orsak": "mall_utanfor_if"}))
    body = (FOR, "{{ b.text }}", "{%p elif bifall %}", ENDFOR)
    assert_told(template(*body), ("M-31", (3,), {"orsak": "mall_utanfor_if"}))


def test_a_second_else_is_told() -> None:
    assert_told(template(IF, "x", ELSE, "y", ELSE, "z", ENDIF), ("M-31", (5,), {"orsak": "mall_andra_else"}))


def test_an_end_of_the_wrong_kind_is_told_with_the_right_one() -> None:
    facts = {"oppnad": FOR, "stycke": "1", "slut": ENDFOR, "ratt": "mall_byt_slut"}
    assert_told(template(FOR, "{{ b.text }}", ENDIF), ("M-32", (3,), facts))


def test_crossed_blocks_are_told_once() -> None:
    facts = {"oppnad": FOR, "stycke": "2", "slut": ENDFOR, "ratt": "mall_flytta_slut"}
    assert_told(template(IF, FOR, "{{ b.text }}", ENDIF, ENDFOR), ("M-32", (4,), facts))


LOST = [
    (0, ("M-31", 11, {"orsak": "mall_utan_borjan", "borjan": "for"})),
    (1, ("M-31", 8, {"orsak": "mall_utanfor_if"})),
    (2, ("M-31", 8, {"orsak": "mall_utanfor_if"})),
    (4, ("M-30", 2, {"slut": ENDIF})),
    (5, ("M-31", 7, {"orsak": "mall_utan_borjan", "borjan": "for"})),
    (7, ("M-30", 6, {"slut": ENDFOR})),
    (10, ("M-30", 2, {"slut": ENDIF})),
    (11, ("M-30", 1, {"slut": ENDFOR})),
]


@pytest.mark.parametrize(("lost", "told"), LOST)
def test_a_line_of_code_that_is_lost_is_told_once_however_much_hangs_on_it(
    lost: int, told: tuple[str, int, Facts]
) -> None:
    code, paragraph, facts = told
    body = [text for number, text in enumerate(SECTION) if number != lost]
    assert_told(template(*body), (code, (paragraph,), facts))


def test_a_guarded_loop_that_has_lost_its_condition_is_told_once_for_both() -> None:
    body = ["{{ rubrik }}", "{{ overklagande.rubrik }}", "{%p for s in overklagande.stycken %}", "{{ s.text }}", ENDFOR]
    assert_told(template(*body, ENDIF), ("M-31", (6,), {"borjan": "if"}))


def test_the_same_code_twice_in_a_paragraph_is_told_once() -> None:
    assert_told(template(IF + IF, "x", ENDIF), ("M-26", (1,), {"sista": IF}))


def test_thousands_of_faults_are_told_without_delay() -> None:
    assert len(codes(*[ENDFOR] * 2000)) == 2000
    assert len(codes(*[IF] * 400)) > 400


def test_several_wrong_blocks_are_told_in_order() -> None:
    body = [IF, "x", FOR, "{{ b.text }}", "{%p endwith %}", "{%p with x = rubrik %}", "{{ x }}"]
    assert codes(*body) == ["M-30", "M-32", "M-30"]


ROW = ("{%tr for b in beslut %}", "{%tr endfor %}")
ACROSS = [
    (table(("{% for b in beslut %}{{ b.nummer }}", "{{ b.text }}{% endfor %}")), "mall_over_celler"),
    (table((("{%p for b in beslut %}", "x"), ("{{ b.text }}", ENDFOR))), "mall_over_celler"),
    (table(("{% for b in beslut %}{{ b.nummer }}",), ("{{ b.text }}{% endfor %}",)), "mall_over_rader"),
    (table(("{% if bifall %}x", "y"), ("z", "{% endif %}")), "mall_over_rader"),
    (table(("{% if bifall %}x",)) + table(("y{% endif %}",)), "mall_over_tabeller"),
    (table(("{%tr if bifall %}",), ("x",)) + table(("{%tr endif %}",), ("y",)), "mall_over_tabeller"),
    (table(("{%tr for b in beslut %}",), ("{{ b.text }}{% endfor %}",), ("x",)), "mall_olika_prefix"),
]


@pytest.mark.parametrize(("body", "reason"), ACROSS)
def test_a_block_across_cells_rows_or_tables_is_told_where_it_begins(body: str, reason: str) -> None:
    assert_told(template(body), ("M-33", (1, 1, 1, 1), {"orsak": reason}))


def test_the_remedy_for_cells_is_the_rows_to_write() -> None:
    facts = {"rad_fore": "{%tr for b in beslut %}", "rad_efter": "{%tr endfor %}", "ratt": "mall_skriv_tr"}
    body = table(("{% for b in beslut %}{{ b.nummer }}", "{{ b.text }}{% endfor %}"))
    assert_told(template(body), ("M-33", (1, 1, 1, 1), facts))


OUTSIDE = [
    ((IF, table((("x", ENDIF),))), "mall_over_tabeller"),
    ((IF, "x{% endif %}"), "mall_olika_prefix"),
    (("{% if bifall %}x", ENDIF), "mall_olika_prefix"),
    ((IF, "x", "{%p else %}", "y{% endif %}"), "mall_olika_prefix"),
    ((p("{% if bifall %}x", text_box("y{% endif %}")),), "mall_over_textruta"),
    ((p("{% if bifall %}x", "<w:hyperlink><w:r><w:t>y{% endif %}</w:t></w:r></w:hyperlink>"),), "mall_over_lank"),
    ((IF, f"<w:sdt><w:sdtContent>{p('x')}{p(ENDIF)}</w:sdtContent></w:sdt>"), "mall_over_kontroll"),
]


@pytest.mark.parametrize(("body", "reason"), OUTSIDE)
def test_a_block_that_ends_elsewhere_than_it_begins_is_told(body: tuple[str, ...], reason: str) -> None:
    remedy = "mall_samma_prefix" if reason == "mall_olika_prefix" else "mall_samma_rum"
    assert_told(template(*body), ("M-33", (1,), {"orsak": reason, "ratt": remedy}))


def test_a_block_across_footnotes_is_told() -> None:
    notes = f"<w:footnote>{p('{%p if bifall %}')}{p('x')}</w:footnote><w:footnote>{p('y')}{p(ENDIF)}</w:footnote>"
    assert_told(template("x", footnotes=notes), ("M-33", (1,), {"orsak": "mall_over_fotnoter"}))


@pytest.mark.parametrize(
    "cell", [(IF, "x", ENDIF), ("{%p set x = rubrik %}",), (IF, "x", "{%p elif rubrik %}", "y", ENDIF)]
)
def test_a_cell_that_can_be_left_empty_is_told(cell: tuple[str, ...]) -> None:
    assert_told(template(table((cell,))), ("M-33", (1, 1, 1, 1), {"orsak": "mall_tom_cell"}))


def test_a_cell_that_is_empty_when_a_list_is_gets_a_warning() -> None:
    (fault,) = faults(template(table((("{%p for rad in rader %}", "{{ rad }}", ENDFOR),))))
    assert (fault.code, fault.severity, fault.facts["orsak"]) == ("M-33", "varning", "mall_tom_cell")


def test_a_table_that_is_empty_when_its_list_is_gets_a_warning() -> None:
    rows = table((ROW[0],), ("{{ b.text }}",), (ROW[1],))
    (fault,) = faults(template(rows))
    assert (fault.code, fault.severity, fault.facts["lista"]) == ("M-33", "varning", "beslut")
    assert codes("{%p if beslut %}", rows, ENDIF) == []
    assert codes(table(("Nr",), (ROW[0],), ("{{ b.text }}",), (ROW[1],))) == []


SEVERAL = [
    ((f"{IF}x{ENDIF}",), (1,), "mall_flera_i_stycke"),
    ((f"{IF}{ELSE}", "x", ENDIF), (1,), "mall_flera_i_stycke"),
    ((table((ROW[0], "{{ b.text }}", ROW[1]), ("x", "y", "z")),), (1, 1, 1, 1), "mall_flera_i_rad"),
    ((table((("{%tc if bifall %}", "x", "{%tc endif %}"), "y")),), (1, 1, 1, 1), "mall_flera_i_cell"),
]


@pytest.mark.parametrize(("body", "where", "reason"), SEVERAL)
def test_two_tags_that_take_the_same_room_away_are_told_once(
    body: tuple[str, ...], where: tuple[int, ...], reason: str
) -> None:
    assert_told(template(*body), ("M-26", where, {"orsak": reason}))


SECTION_BREAK = "<w:pPr><w:sectPr/></w:pPr>"
TEXT_LOST = [
    ((f"{IF} En mening.", "x", ENDIF), (1,), "mall_text_forsvinner", "En mening."),
    ((IF, "x", f"{ENDIF}{{{{ rubrik }}}}"), (3,), "mall_text_forsvinner", "{{ rubrik }}"),
    (("{#p en kommentar #} En mening.",), (1,), "mall_text_forsvinner", "En mening."),
    ((p(IF, '<w:r><w:br w:type="page"/></w:r>'), "x", ENDIF), (1,), "mall_sidbrytning_forsvinner", ""),
    ((p(IF, properties=SECTION_BREAK), "x", ENDIF), (1,), "mall_avsnitt_forsvinner", ""),
    ((p(IF, properties="<w:pPr><w:pageBreakBefore/></w:pPr>"), "x", ENDIF), (1,), "mall_sidbrytning_forsvinner", ""),
    ((IF, "x", p(ENDIF, "<w:r><w:drawing/></w:r>")), (3,), "mall_bild_forsvinner", ""),
    ((p(IF, '<w:r><w:footnoteReference w:id="2"/></w:r>'), "x", ENDIF), (1,), "mall_fotnot_forsvinner", ""),
    (
        (table(("x", "y"), (ROW[0], "Nr"), ("{{ b.text }}", "z"), (ROW[1], "")),),
        (3, 1, 2, 1),
        "mall_text_forsvinner",
        "Nr",
    ),
    ((table((("{%tc if bifall %}", "Nr"), "x", "{%tc endif %}", "y")),), (1, 1, 1, 1), "mall_text_forsvinner", "Nr"),
    (("Hej {%- if bifall %}x{% endif %}",), (1,), "mall_minus_fore", "Hej"),
    (("{% if bifall -%} du{% endif %}",), (1,), "mall_minus_efter", "du{% endif %}"),
    ((IF, "{%- set x = 1 %}", ENDIF), (2,), "mall_minus_over", ""),
    ((table(("x", "{%- set x = 1 %}")),), (2, 1, 1, 2), "mall_minus_over", ""),
    ((table(("x{% set x = 1 -%}", "y")),), (1, 1, 1, 1), "mall_minus_over", ""),
]


@pytest.mark.parametrize(("body", "where", "reason", "text"), TEXT_LOST)
def test_what_docxtpl_would_throw_away_is_told(
    body: tuple[str, ...], where: tuple[int, ...], reason: str, text: str
) -> None:
    assert_told(template(*body), ("M-27", where, {"orsak": reason, "text": text}))


NESTED = table((("x", table(("y",)), "{%tr if bifall %}"), "z"), ("v", "w"), ("{%tr endif %}", ""))


def test_a_prefix_in_a_row_or_paragraph_that_cannot_be_taken_away_whole_is_told() -> None:
    assert_told(template(NESTED), ("M-25", (3, 1, 1, 1), {"orsak": "mall_prefix_tabell_i_rad"}))
    assert_told(template(p(IF, text_box("y")), "x", ENDIF), ("M-25", (1,), {"orsak": "mall_prefix_textruta"}))
    told = [("M-25", (number,), {"orsak": "mall_prefix_utanfor_tabell"}) for number in (1, 3)]
    assert_told(template("{%tr if bifall %}", "x", "{%tr endif %}"), *told)


CELL_TAGS = [
    (("{% vm %}x",), (1,), "mall_bara_i_cell"),
    ((table(("{% vm %}x",)),), (1, 1, 1, 1), "mall_bara_i_slinga"),
    ((table(("{% hm %}x",)),), (1, 1, 1, 1), "mall_bara_i_slinga"),
    (("{% colspan 2 %}",), (1,), "mall_bara_i_cell"),
    (("{% cellbg 'FF0000' %}",), (1,), "mall_bara_i_cell"),
]


@pytest.mark.parametrize(("body", "where", "reason"), CELL_TAGS)
def test_a_tag_for_cells_outside_them_is_told(body: tuple[str, ...], where: tuple[int, ...], reason: str) -> None:
    assert_told(template(*body), ("M-34", where, {"orsak": reason}))


def test_a_row_counts_its_cells_and_a_table_inside_another_its_own() -> None:
    body = ("x", table(("a", "b"), ("c", ("d", table(("{{ rubrikk }}",)), "e"))))
    assert_told(template(*body), ("M-35", (6, 2, 1, 1), {}))


def test_faults_come_in_the_order_of_the_paper() -> None:
    members = template("{{ b }}", "{{ a }}{{ rubrik", header1=p("{{ c }}"), footer1=p("{{ d }}"), title="{{ e }}")
    told = [(fault.place.part, fault.facts.get("namn", "")) for fault in faults(members)]
    assert told == [
        *(("word/header1.xml", "c"), (BODY, "b"), (BODY, "a"), (BODY, "")),
        *(("word/footer1.xml", "d"), ("docProps/core.xml", "e")),
    ]


def test_the_words_around_are_those_of_the_paragraph() -> None:
    (fault,) = faults(template(p(run("Beslutet: {{ rub"), run("rikk }} gäller."))))
    assert fault.place.words == "Beslutet: {{ rubrikk }} gäller."


def test_a_text_box_is_told_once_though_word_keeps_it_twice() -> None:
    told: Told = ("M-35", (2,), {"namn": "rubrikk"})
    assert_told(template(p("x", text_box("{{ rubrikk }}")), "y"), told)


def test_no_fault_hides_the_order_of_the_next() -> None:
    body = [
        "{{ x1 }}",
        "{% if bifall }}y{% endif %}",
        IF,
        "{{ rader }}",
        "{%p if overklagande.rubrik %}",
        "z",
        ENDIF,
        "{{ slut",
    ]
    found = faults(template(*body))
    assert [fault.code for fault in found] == ["M-35", "M-20", "M-30", "M-39", "M-40", "M-21"]
    assert all(one.place.paragraph <= two.place.paragraph for one, two in pairwise(found))
