"""What is wrong with the way a tag is written: one damage, one fault."""

import pytest
from lint_template import Facts, assert_told, codes, p, run, table, template

LINK = '<w:hyperlink r:id="r9"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'

BRACES = [
    ("{ { rubrik }}", "{{ rubrik }}"),
    ("{\u00a0{ rubrik }}", "{{ rubrik }}"),
    ("{{ rubrik } }", "{{ rubrik }}"),
    ("{{ rubrik }", "{{ rubrik }}"),
    ("{ rubrik }}", "{{ rubrik }}"),
    ("{{ rubrik }%}", "{{ rubrik }}"),
    ("{{ rubrik %}", "{{ rubrik }}"),
    ("{% rubrik }}", "{{ rubrik }}"),
    ("{% rubrik %}", "{{ rubrik }}"),
    ("{{{ rubrik }}}", "{{ rubrik }}"),
    ("{{rubrik}}}", "{{ rubrik }}"),
    ("{{% rubrik %}}", "{{ rubrik }}"),
    ("{ rubrik }", "{{ rubrik }}"),
    ("{utredning.rubrik}", "{{ utredning.rubrik }}"),
    ("{% if bifall }}x{% endif %}", "{% if bifall %}"),
    ("{% if bifall }x{% endif %}", "{% if bifall %}"),
    ("{% if bifall % x{% endif %}", "{% if bifall %}"),
    ("{%% if bifall %}x{% endif %}", "{% if bifall %}"),
    ("{% if bifall %%}x{% endif %}", "{% if bifall %}"),
    ("{% if bifall %}}x{% endif %}", "{% if bifall %}"),
    ("{{ if bifall }}x{% endif %}", "{% if bifall %}"),
    ("{ % if bifall % }x{% endif %}", "{% if bifall %}"),
    ("{% if bifall %}x{{ endif }}", "{% endif %}"),
    ("{if bifall}x{% endif %}", "{% if bifall %}"),
    ("{% if bifall %}x{ endif }", "{% endif %}"),
    ("{% if bifall %}x{{ else }}y{% endif %}", "{% else %}"),
    ("{# en kommentar }}", "{# en kommentar #}"),
    ("{% if bifall {%}x{% endif %}", "{% if bifall %}"),
    ("{p% if bifall %}x{% endif %}", "{%p if bifall %}"),
    ("{-% if bifall %}x{% endif %}", "{% if bifall %}"),
]


@pytest.mark.parametrize(("text", "right"), BRACES)
def test_wrong_braces_are_told_with_the_right_ones(text: str, right: str) -> None:
    assert_told(template("Före.", text), ("M-20", (2,), {"ratt": right}))


UNFINISHED: list[tuple[str, str, Facts]] = [
    ("M-21", "{{ rubrik", {"tagg": "{{ rubrik", "slut": "}}"}),
    ("M-21", "{{ rubrik {{ beslut_rubrik }}", {"tagg": "{{ rubrik", "slut": "}}"}),
    ("M-21", "{% if bifall och mer text{% endif %}", {"slut": "%}"}),
    ("M-21", "{# en kommentar", {"slut": "#}"}),
    ("M-22", "rubrik }}", {"slut": "}}"}),
    ("M-22", "% if bifall %}x{% endif %}", {"slut": "%}"}),
    ("M-22", "if bifall %}x{% endif %}", {"slut": "%}"}),
    ("M-22", "kommentar #}", {"slut": "#}"}),
]


@pytest.mark.parametrize(("code", "text", "facts"), UNFINISHED)
def test_a_tag_without_end_or_beginning_is_told_once(code: str, text: str, facts: Facts) -> None:
    assert_told(template(text), (code, (1,), facts))


def test_a_tag_in_two_paragraphs_is_told_where_it_begins_and_still_means_what_it_says() -> None:
    assert_told(template("{{ beslut_", "rubrik }}"), ("M-23", (1,), {"orsak": "mall_delad_av_stycke"}))
    told = ("M-23", (1,), {"tagg": "{% if bifall %}"})
    assert_told(template("{% if", "bifall %}", "x", "{% endif %}"), told)


def test_a_tag_half_inside_a_link_is_told() -> None:
    assert_told(template(p("{{ rub", LINK.format("rik }}"))), ("M-23", (1,), {"orsak": "mall_delad_av_lank"}))


def test_a_comment_over_two_cells_is_told() -> None:
    body = table(("{# en", "kommentar #}"))
    assert_told(template(body), ("M-23", (1, 1, 1, 1), {"orsak": "mall_delad_av_ruta"}))


STRANGE = [
    ("{{ utredning\u2013rubrik }}", "–", "mall_skriv_tecknet"),
    ("{{ „x” ~ rubrik }}", "„", "mall_skriv_tecknet"),
    ("{{ ´x´ ~ rubrik }}", "´", "mall_skriv_tecknet"),  # noqa: RUF001 (the quotes that Word puts in)
    ("{% if rubrik ≠ 'x' %}x{% endif %}", "≠", "mall_skriv_tecknet"),
    ("{{ rub\u00adrik }}", "mall_osynligt", "mall_ta_bort_tecknet"),
    ("{{ rub\u200brik }}", "mall_osynligt", "mall_ta_bort_tecknet"),
    ("{{ \ufeffrubrik }}", "mall_osynligt", "mall_ta_bort_tecknet"),
    ("{{ rader|join(' & ') }}", "&", "mall_skriv_och"),
    ("{{ $rubrik }}", "$", "mall_ta_bort_tecknet"),
]


@pytest.mark.parametrize(("text", "sign", "remedy"), STRANGE)
def test_a_sign_that_does_not_belong_in_a_tag_is_named(text: str, sign: str, remedy: str) -> None:
    assert_told(template(text), ("M-24", (1,), {"fynd": sign, "ratt": remedy}))


MARKS = [
    (("{% if", "<w:tab/>", "bifall %}x{% endif %}"), "mall_tabb"),
    (("{% if", "<w:br/>", "bifall %}x{% endif %}"), "mall_radbrytning"),
    (("{{ beslut", "<w:noBreakHyphen/>", "rubrik }}"), "mall_hart_bindestreck"),
    (("{{ rader|join('", "<w:tab/>", "') }}"), "mall_tabb"),
    (("{{ rubrik", '<w:footnoteReference w:id="2"/>', " }}"), "mall_fotnot"),
    (("{{ rubrik", '<w:t xml:space="preserve"/>', " }}"), "mall_tom_text"),
]


@pytest.mark.parametrize(("pieces", "mark"), MARKS)
def test_what_word_puts_into_a_tag_is_named(pieces: tuple[str, ...], mark: str) -> None:
    inside = "".join(f"<w:r>{one}</w:r>" if one.startswith("<") else run(one) for one in pieces)
    assert_told(template(p(inside)), ("M-24", (1,), {"fynd": mark}))


PREFIXES = [
    ("{%td if bifall %}", "{%tc if bifall %}"),
    ("{%pi f bifall %}", "{%p if bifall %}"),
    ("{%bp if bifall %}", "{%p if bifall %}"),
    ("{% p if bifall %}", "{%p if bifall %}"),
    ("{%P if bifall %}", "{%p if bifall %}"),
    ("{%pif bifall %}", "{%p if bifall %}"),
    ("{%p\u00a0if bifall %}", "{%p if bifall %}"),
    ("{%-p if bifall %}", "{%p if bifall %}"),
    ("{%p- if bifall %}", "{%p if bifall %}"),
    ("{%p if bifall -%}", "{%p if bifall %}"),
    ("{%tr if bifall %}", "{%p if bifall %}"),
    ("{%p if rubrik|length % 2 %}", "mall_prefix_utan_procent"),
]


@pytest.mark.parametrize(("text", "right"), PREFIXES)
def test_a_prefix_that_docxtpl_does_not_understand_is_told_with_the_right_one(text: str, right: str) -> None:
    assert_told(template(text, "x", "{%p endif %}"), ("M-25", (1,), {"ratt": right}))


def test_a_prefix_where_there_is_nothing_to_take_away_is_told() -> None:
    assert_told(template("x", title="{{p rubrik }}"), ("M-25", (0,), {"ratt": "{{ rubrik }}"}))


@pytest.mark.parametrize(
    ("text", "right"),
    [("{{p rubrik }}", "{{ rubrik }}"), ("{{r rubrik }}", "{{ rubrik }}"), ("{{ p rubrik }}", "{{ rubrik }}")],
)
def test_a_text_with_a_prefix_would_lose_its_paragraph(text: str, right: str) -> None:
    assert_told(template(text), ("M-25", (1,), {"ratt": right}))


def test_a_name_that_is_read_as_a_prefix_is_told() -> None:
    assert_told(
        template("{%p for p in rader %}", "{{p }}", "{%p endfor %}"),
        ("M-25", (2,), {"orsak": "mall_prefix_ensamt", "ratt": "{{ p }}"}),
    )


COMMANDS = [
    ("{%p forrad in rader %}", "{%p for rad in rader %}", "{%p endfor %}"),
    ("{%p ifbifall %}", "{%p if bifall %}", "{%p endif %}"),
    ("{%p fi bifall %}", "{%p if bifall %}", "{%p endif %}"),
    ("{%p If bifall %}", "{%p if bifall %}", "{%p endif %}"),
    ("{%p om bifall %}", "{%p if bifall %}", "{%p endif %}"),
    ("{%p fro rad in rader %}", "{%p for rad in rader %}", "{%p endfor %}"),
    ("{%p för rad in rader %}", "{%p for rad in rader %}", "{%p endfor %}"),
    ("{%p foreach rad in rader %}", "{%p for rad in rader %}", "{%p endfor %}"),
]


@pytest.mark.parametrize(("text", "right", "end"), COMMANDS)
def test_a_command_that_there_is_not_is_told_and_taken_for_the_one_that_was_meant(
    text: str, right: str, end: str
) -> None:
    assert_told(template(text, "x", end), ("M-29", (1,), {"forslag": "mall_skriv_sa", "ratt": right}))


@pytest.mark.parametrize("end", ["slut", "end", "end if", "ENDIF", "edif", "slutom"])
def test_an_end_that_there_is_not_ends_what_was_meant(end: str) -> None:
    body = ("{%p if bifall %}", "x", f"{{%p {end} %}}")
    assert_told(template(*body), ("M-29", (3,), {"ord": end, "ratt": "{%p endif %}"}))


@pytest.mark.parametrize("word", ["elseif", "else if", "elsif", "Elif"])
def test_another_case_is_written_elif(word: str) -> None:
    body = ("{%p if bifall %}", "x", f"{{%p {word} rubrik %}}", "y", "{%p endif %}")
    assert_told(template(*body), ("M-29", (3,), {"ord": word, "ratt": "{%p elif rubrik %}"}))


def test_a_command_that_is_like_none_is_told() -> None:
    assert_told(template("{% visa rubrik %}"), ("M-29", (1,), {"ord": "visa", "forslag": "mall_inget_kommando"}))


UNREADABLE: list[tuple[str, str, Facts]] = [
    ("{{ }}", "mall_tom", {}),
    ("{% if %}x{% endif %}", "mall_nagot_saknas", {}),
    ("{% if bifall and %}x{% endif %}", "mall_nagot_saknas", {}),
    ("{% if rubrik = 'x' %}x{% endif %}", "mall_ett_likhetstecken", {}),
    ("{% if bifall && rubrik %}x{% endif %}", "mall_skriv_ordet", {"stod": "&&", "ordet": "and"}),
    ("{% if bifall || rubrik %}x{% endif %}", "mall_skriv_ordet", {"stod": "||", "ordet": "or"}),
    ("{% if !bifall %}x{% endif %}", "mall_skriv_ordet", {"stod": "!", "ordet": "not"}),
    ("{% if bifall och rubrik %}x{% endif %}", "mall_skriv_ordet", {"stod": "och", "ordet": "and"}),
    ("{% if bifall eller rubrik %}x{% endif %}", "mall_skriv_ordet", {"stod": "eller", "ordet": "or"}),
    ("{% if bifall OR rubrik %}x{% endif %}", "mall_skriv_ordet", {"stod": "OR", "ordet": "or"}),
    ("{% for rad i rader %}{{ rad }}{% endfor %}", "mall_skriv_ordet", {"stod": "i", "ordet": "in"}),
    ("{% for rader %}x{% endfor %}", "mall_form_for", {}),
    ("{% if rubrik == 'x %}x{% endif %}", "mall_citattecken", {}),
    ("{{ rader|join(', ' }}", "mall_parenteser", {}),
    ("{% if bifall then %}x{% endif %}", "mall_hor_inte_dit", {"stod": "then"}),
    ("{% for rad in rader %}{{ rad }}{% endfor rad %}", "mall_mer_efter", {"stod": "rad", "ratt": "{% endfor %}"}),
    ("{% if bifall %}x{% endif bifall %}", "mall_mer_efter", {"stod": "bifall", "ratt": "{% endif %}"}),
    ("{% if bifall %}x{% else rubrik %}y{% endif %}", "mall_mer_efter", {"stod": "rubrik"}),
]


@pytest.mark.parametrize(("text", "reason", "facts"), UNREADABLE)
def test_a_tag_that_cannot_be_read_is_told_why(text: str, reason: str, facts: Facts) -> None:
    assert_told(template(text), ("M-28", (1,), {"orsak": reason, **facts}))


def test_one_bad_tag_hides_no_other() -> None:
    body = (
        "{{ rubrikk }}",
        "{{ rubrik",
        "{% if bifall = 1 %}x{% endif %}",
        "{{ }}",
        "{%p fro rad in rader %}",
        "{%p endfor %}",
    )
    assert codes(*body) == ["M-35", "M-21", "M-28", "M-28", "M-29"]
