"""Names: those that there are not, those of other types, those used as what they are not, those that may be absent."""

import pytest
from lint_template import HEADER, Facts, assert_told, codes, faults, p, table, template

FOR, ENDFOR = "{%p for b in beslut %}", "{%p endfor %}"
IF, ENDIF = "{%p if overklagande %}", "{%p endif %}"

UNKNOWN = [
    ("{{ rubrikk }}", "rubrikk", "rubrik"),
    ("{{ Rubrik }}", "Rubrik", "rubrik"),
    ("{{ beslut-rubrik }}", "beslut-rubrik", "beslut_rubrik"),
    ("{{ beslut rubrik }}", "beslut rubrik", "beslut_rubrik"),
    ("{{ överklagande.rubrik }}", "överklagande", "overklagande"),
    ("{{ rubrikk|upper }}", "rubrikk", "rubrik"),
    ("{{ rader|join(rubrikk) }}", "rubrikk", "rubrik"),
    ("{{ rubrik ~ rubrikk }}", "rubrikk", "rubrik"),
    ("{% if bifal %}x{% endif %}", "bifal", "bifall"),
    ("{% if rubrik == Rubrik %}x{% endif %}", "Rubrik", "rubrik"),
    ("{% if bifall and not bifal %}x{% endif %}", "bifal", "bifall"),
    ("{% if bifall %}x{% elif bifal %}y{% endif %}", "bifal", "bifall"),
    ("{{ 'ja' if bifal else 'nej' }}", "bifal", "bifall"),
    ("{% for b in besluten %}{{ b.text }}{{ b.nummer }}{% endfor %}", "besluten", "beslut"),
    ("{% for b in beslut if bifal %}{{ b.text }}{% endfor %}", "bifal", "bifall"),
    ("{% set x = rubrikk %}{{ x }}", "rubrikk", "rubrik"),
    ("{% set mening = rubrik %}{{ meningg }}", "meningg", "mening"),
    ("{% with x = rubrikk %}{{ x }}{% endwith %}", "rubrikk", "rubrik"),
    ("{% macro m(x) %}{{ x }}{{ rubrikk }}{% endmacro %}{{ m(rubrik) }}", "rubrikk", "rubrik"),
    ("{{ punkter }}", "punkter", ""),
    ("{{ raderr }}", "raderr", "rader"),
    ("{{ Utredning.namn }}", "Utredning", "utredning"),
    ("{% for beslutet in beslut %}{{ b.txt }}{% endfor %}", "b", "beslutet"),
    ("{{ utredning.ru-brik }}", "utredning.ru-brik", "utredning.rubrik"),
    ("{% for rad in rader %}{{ ra d }}{% endfor %}", "ra d", "rad"),
    ("{{ titel }}", "titel", "dokument.titel"),
]


@pytest.mark.parametrize(("text", "name", "nearest"), UNKNOWN)
def test_a_name_that_there_is_not_is_told_once_with_the_nearest(text: str, name: str, nearest: str) -> None:
    assert_told(template(text), ("M-35", (1,), {"namn": name, "narmast": nearest, "typ": "brev"}))


def test_a_loop_whose_name_was_mistyped_is_told_once() -> None:
    assert_told(
        template("{%p for beslutet in beslut %}", "{{ b.nummer }}", "{{ b.text }}", ENDFOR),
        ("M-35", (2,), {"namn": "b", "narmast": "beslutet"}),
    )


UNKNOWN_IN = [
    ("{{ utredning.rubrick }}", "utredning.rubrick", "utredning.rubrik"),
    ("{{ utredning.text }}", "utredning.text", ""),
    ("{{ utredning['rubrick'] }}", "utredning.rubrick", "utredning.rubrik"),
    ("{% for b in beslut %}{{ b.txt }}{% endfor %}", "b.txt", "b.text"),
    ("{% for b in beslut %}{% if b.numer %}x{% endif %}{% endfor %}", "b.numer", "b.nummer"),
    ("{{ beslut[0].txt }}", "beslut[0].txt", "beslut[0].text"),
    ("{{ (beslut|first).txt }}", "beslut|first.txt", "beslut|first.text"),
    ("{% for rad in rader %}{{ loop.indx }}{% endfor %}", "loop.indx", "loop.index"),
    ("{% set u = utredning %}{{ u.rubrick }}", "utredning.rubrick", "utredning.rubrik"),
    ("{% macro m(x) %}{{ x.rubrick }}{% endmacro %}{{ m(utredning) }}", "utredning.rubrick", "utredning.rubrik"),
]


@pytest.mark.parametrize(("text", "name", "nearest"), UNKNOWN_IN)
def test_a_name_that_a_group_does_not_have_is_told_with_the_nearest(text: str, name: str, nearest: str) -> None:
    assert_told(template(text), ("M-36", (1,), {"namn": name, "narmast": nearest}))


def test_what_a_group_has_is_told() -> None:
    assert_told(template("{{ utredning.namn }}"), ("M-36", (1,), {"namnen": "rubrik, stycken"}))


def test_a_name_of_another_type_is_told_as_such() -> None:
    facts = {"namn": "organ", "typ": "brev", "annan_typ": "protokoll"}
    assert_told(template("{{ organ }}"), ("M-37", (1,), facts))
    assert_told(template("{%p for o in instanser %}", "{{ o }}", ENDFOR), ("M-37", (1,), {"namn": "instanser"}))


def test_a_name_of_a_loop_is_told_outside_it() -> None:
    facts = {"namn": "b", "slinga": FOR, "stycke": "1"}
    assert_told(template(FOR, "{{ b.text }}", ENDFOR, "{{ b.nummer }}"), ("M-38", (4,), facts))
    assert_told(template("{{ loop.index }}"), ("M-38", (1,), {"orsak": "mall_utanfor_slinga"}))
    body = ("{% for rad in rader %}{{ rad }}{% else %}{{ loop.index }}{% endfor %}",)
    assert_told(template(*body), ("M-38", (1,), {"namn": "loop"}))


MISUSED: list[tuple[str, str, str, Facts]] = [
    ("{{ rader }}", "rader", "mall_skriver_lista", {}),
    ("{{ utredning }}", "utredning", "mall_skriver_grupp", {}),
    ("{{ bifall }}", "bifall", "mall_skriver_flagga", {}),
    ("{{ bifall and rubrik }}", "bifall", "mall_skriver_flagga", {}),
    ("{{ rubrik if bifall else rader }}", "rader", "mall_skriver_lista", {}),
    ("{{ rader|upper }}", "rader", "mall_skriver_lista", {}),
    ("{{ rubrik ~ rader }}", "rader", "mall_skriver_lista", {}),
    ("{% for b in beslut %}{{ b }}{% endfor %}", "b", "mall_skriver_grupp", {}),
    ("{% for b in beslut %}{{ loop.first }}{% endfor %}", "loop.first", "mall_skriver_flagga", {}),
    ("{% for b in rubrik %}{{ b }}{% endfor %}", "rubrik", "mall_slinga_over_text", {"ratt": "mall_bara_over_lista"}),
    ("{% for b in bifall %}x{% endfor %}", "bifall", "mall_slinga_over_text", {}),
    (
        "{% for s in utredning %}{{ s.text }}{% endfor %}",
        "utredning",
        "mall_slinga_over_grupp",
        {"narmast": "utredning.stycken"},
    ),
    ("{% for a, b in beslut %}{{ a }}{% endfor %}", "beslut", "mall_flera_namn", {}),
    ("{{ rubrik.text }}", "rubrik", "mall_text_har_inga_namn", {"helt": "rubrik.text"}),
    ("{% for rad in rader %}{{ rad.text }}{% endfor %}", "rad", "mall_text_har_inga_namn", {"helt": "rad.text"}),
    ("{{ beslut.text }}", "beslut", "mall_lista_har_inga_namn", {}),
    ("{{ rubrik|join(', ') }}", "rubrik", "mall_join_utan_lista", {}),
    ("{{ beslut|join(', ') }}", "beslut", "mall_join_av_grupper", {}),
    ("{% for b in beslut %}{{ b.nummer + 1 }}{% endfor %}", "b.nummer", "mall_raknar_med_text", {}),
    ("{% if -rubrik %}x{% endif %}", "rubrik", "mall_raknar_med_text", {}),
    ("{% for b in beslut %}{% if b.nummer is odd %}x{% endif %}{% endfor %}", "b.nummer", "mall_raknar_med_text", {}),
]


@pytest.mark.parametrize(("text", "name", "reason", "facts"), MISUSED)
def test_a_name_that_is_used_as_what_it_is_not_is_told(text: str, name: str, reason: str, facts: Facts) -> None:
    assert_told(template(text), ("M-39", (1,), {"namn": name, "orsak": reason, **facts}))


ABSENT = [
    ("{{ overklagande.rubrik }}", "overklagande"),
    ("{% for s in overklagande.stycken %}{{ s.text }}{% endfor %}", "overklagande"),
    ("{% if overklagande.rubrik %}x{% endif %}", "overklagande"),
    ("{% if bifall or overklagande.rubrik %}x{% endif %}", "overklagande"),
    ("{% if not overklagande %}{{ overklagande.rubrik }}{% endif %}", "overklagande"),
    ("{% if overklagande is none %}{{ overklagande.rubrik }}{% endif %}", "overklagande"),
    ("{% if overklagande or bifall %}{{ overklagande.rubrik }}{% endif %}", "overklagande"),
    ("{% if overklagande %}x{% else %}{{ overklagande.rubrik }}{% endif %}", "overklagande"),
    ("{% if overklagande %}x{% endif %}{{ overklagande.rubrik }}", "overklagande"),
    ("{{ '' if overklagande else overklagande.rubrik }}", "overklagande"),
    ("{% for b in beslut %}{{ b.anmarkning }}{% endfor %}", "b.anmarkning"),
    ("{% for b in beslut %}{{ b.anmarkning|upper }}{% endfor %}", "b.anmarkning"),
    ("{% for b in beslut %}{{ b.text ~ b.anmarkning }}{% endfor %}", "b.anmarkning"),
    ("{% for b in beslut %}{{ b.anmarkning|default('') }}{% endfor %}", "b.anmarkning"),
    ("{% for b in beslut %}{% if b.text %}{{ b.anmarkning }}{% endif %}{% endfor %}", "b.anmarkning"),
    ("{% set o = overklagande %}{{ o.rubrik }}", "overklagande"),
    ("{% macro m(x) %}{{ x.rubrik }}{% endmacro %}{{ m(overklagande) }}", "overklagande"),
]


@pytest.mark.parametrize(("text", "name"), ABSENT)
def test_a_name_that_may_be_absent_is_told_where_no_condition_asks_for_it(text: str, name: str) -> None:
    assert_told(template(text), ("M-40", (1,), {"namn": name}))


def test_what_stands_together_without_its_condition_is_told_once_and_what_stands_apart_again() -> None:
    use = ["{{ overklagande.rubrik }}", "{%p for s in overklagande.stycken %}", "{{ s.text }}", ENDFOR]
    assert_told(template(*use), ("M-40", (1,), {"namn": "overklagande"}))
    assert codes(*use, "{{ rubrik }}", *use) == ["M-40", "M-40"]


def test_a_misspelt_condition_asks_for_what_it_was_meant_to_ask_for() -> None:
    body = ("{%p if overklagnade %}", "{{ overklagande.rubrik }}", ENDIF)
    assert_told(template(*body), ("M-35", (1,), {"namn": "overklagnade", "narmast": "overklagande"}))


def test_a_condition_that_cannot_be_read_has_no_faults_that_follow() -> None:
    assert codes("{%p if overklagande = 'x' %}", "{{ overklagande.rubrik }}", ENDIF) == ["M-28"]
    assert codes("{%p if overklagande", "{{ overklagande.rubrik }}", ENDIF) == ["M-21"]
    assert codes("{%p for b in beslut", "{{ b.text }}", ENDFOR) == ["M-21"]
    assert codes("{%p for b i beslut %}", "{{ b.text }}", ENDFOR) == ["M-28"]


@pytest.mark.parametrize(
    "text",
    [
        "{% set beslut = rubrik %}{{ beslut }}",
        "{% for beslut in beslut %}{{ beslut.text }}{% endfor %}",
        "{% for rubrik in rader %}{{ rubrik }}{% endfor %}",
    ],
)
def test_a_name_of_the_type_that_gets_a_new_meaning_is_a_warning(text: str) -> None:
    (fault,) = faults(template(text))
    assert (fault.code, fault.severity) == ("M-41", "varning")


COMPARED = [
    ("{% for b in beslut %}{% if b.nummer == 1 %}x{% endif %}{% endfor %}", "b.nummer", "mall_tal_som_text"),
    ("{% for b in beslut %}{% if b.nummer > 1 %}x{% endif %}{% endfor %}", "b.nummer", "mall_tal_som_text"),
    ("{% if bifall == 'ja' %}x{% endif %}", "bifall", "mall_fraga_flaggan"),
    ("{% if bifall == 1 %}x{% endif %}", "bifall", "mall_fraga_flaggan"),
    ("{% if beslut == 'x' %}x{% endif %}", "beslut", "mall_fraga_listan"),
    ("{% if 'x' in beslut %}x{% endif %}", "beslut", "mall_ga_igenom_och_jamfor"),
    ("{% if rader == beslut %}x{% endif %}", "beslut", "mall_fraga_listan"),
]


@pytest.mark.parametrize(("text", "name", "remedy"), COMPARED)
def test_a_condition_that_always_gives_the_same_answer_is_told(text: str, name: str, remedy: str) -> None:
    assert_told(template(text), ("M-42", (1,), {"namn": name, "ratt": remedy}))


FORBIDDEN: list[tuple[str, str, Facts]] = [
    ("{{ rubrik.upper() }}", "mall_anrop", {"ratt": "mall_skriv_koden", "kod": "{{ rubrik|upper }}"}),
    ("{{ rubrik.strip() }}", "mall_anrop", {"kod": "{{ rubrik|trim }}"}),
    ("{{ len(beslut) }}", "mall_anrop", {"kod": "{{ beslut|length }}"}),
    ("{{ range(9) }}", "mall_anrop", {"ratt": "mall_ta_bort_anropet"}),
    ("{% for k, v in utredning.items() %}{{ k }}{% endfor %}", "mall_anrop", {"ord": "utredning.items()"}),
    ("{% include 'x' %}", "mall_kommando", {"ord": "include"}),
    ("{% import 'x' as y %}", "mall_kommando", {"ord": "import"}),
    ("{% extends 'x' %}", "mall_kommando", {"ord": "extends"}),
    ("{% block x %}y{% endblock %}", "mall_kommando", {"ord": "block"}),
    ("{{ rader[0:2] }}", "mall_beraknad_nyckel", {}),
    ("{{ utredning[rubrik] }}", "mall_beraknad_nyckel", {}),
    ("{{ 2 ** 9 }}", "mall_potens", {}),
    ("{{ self }}", "mall_inre_namn", {}),
    ("{% if bifall %}" * 19 + "x" + "{% endif %}" * 19, "mall_for_djupt", {}),
    ("{{ " + "(" * 999 + "rubrik" + ")" * 999 + " }}", "mall_for_djupt", {}),
    ("{{ beslut|join(attribute='text') }}", "mall_attribut_i_filter", {}),
]


@pytest.mark.parametrize(("text", "reason", "facts"), FORBIDDEN)
def test_what_a_template_may_not_do_is_told_with_what_it_may(text: str, reason: str, facts: Facts) -> None:
    assert_told(template(text), ("M-43", (1,), {"orsak": reason, **facts}))


FILTERS = [
    ("{{ rubrik|uper }}", "uper", "mall_filter", "upper"),
    ("{{ rubrik|len }}", "len", "mall_filter", "length"),
    ("{{ rubrik|safe }}", "safe", "mall_filter", ""),
    ("{% if rubrik is non %}x{% endif %}", "non", "mall_test", "none"),
]


@pytest.mark.parametrize(("text", "name", "kind", "nearest"), FILTERS)
def test_a_filter_or_test_that_there_is_not_is_told(text: str, name: str, kind: str, nearest: str) -> None:
    assert_told(template(text), ("M-44", (1,), {"namn": name, "orsak": kind, "narmast": nearest}))


def test_names_are_judged_wherever_a_template_is_filled() -> None:
    tag = "{{ rubrikk }}"
    note = f"<w:footnote>{p(tag)}</w:footnote>"
    alternative = f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{tag}"/></wp:inline></w:drawing></w:r>'
    field = f"<w:r><w:instrText>= {tag} + 1</w:instrText></w:r>"
    body = (table((tag,)), p(alternative), p("x", field))
    found = faults(template(*body, header1=p(tag), footer1=p(tag), footnotes=note, title=tag))
    assert [(fault.code, fault.place.part, fault.place.paragraph) for fault in found] == [
        ("M-35", HEADER, 1),
        *(("M-35", "word/document.xml", number) for number in (1, 2, 3)),
        *(("M-35", "word/footer1.xml", 1), ("M-35", "word/footnotes.xml", 1), ("M-35", "docProps/core.xml", 0)),
    ]


def test_an_alternative_text_with_half_a_tag_is_left_to_the_guard() -> None:
    for text in ("{{ rubrikk", "{% if rubrikk %}", "rubrikk }}"):
        picture = f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{text}"/></wp:inline></w:drawing></w:r>'
        assert codes(p("x", picture)) == []


def test_a_loop_in_one_part_gives_no_name_in_another() -> None:
    assert_told(
        template("{{ b.text }}", header1=p("{% for b in beslut %}{{ b.text }}{% endfor %}")),
        ("M-35", (1,), {"namn": "b"}),
    )
