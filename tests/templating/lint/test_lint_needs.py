"""What a template must print, what it could print, and what is not filled in or should not be there."""

from dataclasses import replace

import pytest
from lint_template import CONTRACT, OTHER, Members, assert_told, codes, core, faults, p, run, table, template

from docgen.errors import Severity
from docgen.templating.fault import Fault
from docgen.templating.lint import check

REQUIRED = (
    *("rubrik", "rader[]", "beslut[].text", "beslut[].nummer"),
    *("overklagande.stycken[].text", "overklagande.stycken[].punkter[]"),
)
DEMANDING = replace(CONTRACT, required=REQUIRED)
HEAD = ["{{ rubrik }}", "{{ rader|join(', ') }}"]
POINTS = ["{%p for b in beslut %}", "{{ b.nummer }}", "{{ b.text }}", "{%p endfor %}"]
APPEAL = [
    *(
        "{%p if overklagande %}",
        "{%p for s in overklagande.stycken %}",
        "{{ s.text }}",
        "{%p for punkt in s.punkter %}",
    ),
    *("{{ punkt }}", "{%p endfor %}", "{%p endfor %}", "{%p endif %}"),
]
WHOLE = [*HEAD, *POINTS, *APPEAL]


def demanded(*body: str, **parts: str) -> list[Fault]:
    return [fault for fault in check(template(*body, **parts), DEMANDING, [OTHER]) if fault.code != "M-46"]


def without(*texts: str) -> list[str]:
    return [text for text in WHOLE if text not in texts]


def test_a_template_that_prints_all_it_must_has_no_fault() -> None:
    assert demanded(*WHOLE) == []


MISSING = [
    ("{{ rubrik }}", "rubrik", "Rubriken överst", "{{ rubrik }}"),
    ("{{ rader|join(', ') }}", "rader[]", "Adressraderna", "{%p for rad in rader %} {{ rad }} {%p endfor %}"),
    ("{{ b.text }}", "beslut[].text", "Beslutsmeningen", "{%p for del in beslut %} {{ del.text }} {%p endfor %}"),
    ("{{ punkt }}", "overklagande.stycken[].punkter[]", "Punkterna i en lista", ""),
]


@pytest.mark.parametrize(("lost", "path", "description", "right"), MISSING)
def test_a_required_name_that_is_never_printed_is_told_by_what_it_is(
    lost: str, path: str, description: str, right: str
) -> None:
    (fault,) = demanded(*without(lost))
    assert (fault.code, fault.severity, fault.place.part) == ("M-45", Severity.ERROR, "")
    assert (fault.facts["falt"], fault.facts["beskrivning"]) == (path, description)
    assert right in fault.facts["ratt"]


def test_a_part_that_is_left_out_whole_is_told_once() -> None:
    (fault,) = demanded(*HEAD, *POINTS)
    assert fault.facts["falt"] == "overklagande.stycken[].text, overklagande.stycken[].punkter[]"
    assert fault.facts["del"] == "Hur man överklagar"
    assert fault.facts["ratt"].startswith("{%p if overklagande %} {%p for")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{ b.text }}", "{{ b.txt }}", "M-36"),
        ("{{ b.text }}", "{{ b.text", "M-21"),
        ("{{ b.text }}", "{{ .text }}", "M-28"),
        ("{{ b.text }}", "{{ b.te{xt }}", "M-28"),
        ("{{ b.text }}", "{{ b.text() }}", "M-43"),
        ("{{ b.text }}", "{{ b.text|uper }}", "M-44"),
        ("{%p for b in beslut %}", "{%p for b in besluten %}", "M-35"),
        ("{%p for b in beslut %}", "{%p for b in qwerty %}", "M-35"),
        ("{%p for b in beslut %}", "{%p for b i beslut %}", "M-28"),
        ("{%p for punkt in s.punkter %}", "{%p for punkt in s.qwerty %}", "M-36"),
        ("{{ punkt }}", "{{ s.punkter }}", "M-39"),
        ("{{ rader|join(', ') }}", "{{ rader }}", "M-39"),
        ("{{ rubrik }}", "{{p rubrik }}", "M-25"),
    ],
)
def test_what_is_only_written_wrong_is_not_told_to_be_missing_too(old: str, new: str, code: str) -> None:
    assert [fault.code for fault in demanded(*(new if text == old else text for text in WHOLE))] == [code]


def test_what_is_printed_by_a_macro_or_in_another_part_counts() -> None:
    macro = [
        "{%p macro avsnitt(a) %}",
        "{%p for s in a.stycken %}",
        *("{{ s.text }}", "{%p for x in s.punkter %}", "{{ x }}", "{%p endfor %}", "{%p endfor %}"),
        "{%p endmacro %}",
    ]
    body = [*POINTS, *macro, "{%p if overklagande %}", "{{p avsnitt(overklagande) }}", "{%p endif %}"]
    assert demanded(*body, header1=p(HEAD[0]), footer1=p(HEAD[1])) == []
    (fault,) = demanded(*HEAD, *POINTS, *macro)
    assert fault.facts["del"] == "Hur man överklagar"


def test_a_condition_alone_prints_nothing() -> None:
    (fault,) = demanded(*(text if text != "{{ rubrik }}" else "{% if rubrik %}x{% endif %}" for text in WHOLE))
    assert fault.facts["falt"] == "rubrik"


def test_the_names_that_are_never_used_come_last_as_one_note() -> None:
    (fault,) = check(template("{{ rubrik }}", "{{ utredning.rubrik }}", "{% if bifall %}x{% endif %}"), CONTRACT)
    assert (fault.code, fault.severity) == ("M-46", Severity.NOTE)
    names = "dokument, beslut_rubrik, rader, beslut, utredning.stycken, overklagande"
    assert fault.facts == {"namn": names, "antal": "6"}


def test_nothing_is_said_of_what_is_never_used_while_there_are_errors() -> None:
    found = check(template("{{ rubrikk }}", "{{ utredning.rubrik.upper() }}"), CONTRACT)
    assert [fault.code for fault in found] == ["M-35", "M-43"]


NOT_FILLED: list[tuple[Members, str]] = [
    (template("x", endnotes=f"<w:endnote>{p('{{ rubrik }}')}</w:endnote>"), "word/endnotes.xml"),
    (template("x", endnotes=f"<w:endnote>{p(run('{{ rub'), run('rik }}'))}</w:endnote>"), "word/endnotes.xml"),
    (template("x") | {"docProps/core.xml": core(keywords="{{ rubrik }}").encode()}, "docProps/core.xml"),
    (
        template("x") | {"docProps/app.xml": b"<Properties><Company>{{ rubrik }}</Company></Properties>"},
        "docProps/app.xml",
    ),
    (
        template("x")
        | {"docProps/custom.xml": b"<Properties><property><lpwstr>{{ rubrik }}</lpwstr></property></Properties>"},
        "docProps/custom.xml",
    ),
    (
        template("x")
        | {"word/charts/chart1.xml": b'<c xmlns:a="urn:a"><a:p><a:r><a:t>{{ rubrik }}</a:t></a:r></a:p></c>'},
        "word/charts/chart1.xml",
    ),
    (
        template("x") | {"word/glossary/document.xml": template("{{ rubrik }}")["word/document.xml"]},
        "word/glossary/document.xml",
    ),
]


@pytest.mark.parametrize(("members", "part"), NOT_FILLED)
def test_a_tag_where_nothing_is_filled_in_is_told(members: Members, part: str) -> None:
    (fault,) = faults(members)
    assert (fault.code, fault.place.part, fault.facts["tagg"]) == ("M-47", part, "{{ rubrik }}")


def test_the_title_that_word_copies_into_its_statistics_is_no_fault() -> None:
    copied = b"<Properties><TitlesOfParts><vector><lpstr>{{ rubrik }}</lpstr></vector></TitlesOfParts></Properties>"
    assert faults(template("x", title="{{ rubrik }}") | {"docProps/app.xml": copied}) == []


def test_a_tag_that_word_fills_itself_is_told() -> None:
    properties = '<w:sdtPr><w:dataBinding w:xpath="x"/></w:sdtPr>'
    control = f"<w:sdt>{properties}<w:sdtContent>{p('{{ rubrik }}')}</w:sdtContent></w:sdt>"
    assert_told(template("x", control), ("M-47", (2,), {"orsak": "mall_databunden"}))
    plain = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('{{ rubrik }}')}</w:sdtContent></w:sdt>"
    assert codes(plain, control.replace("{{ rubrik }}", "Välj ett objekt.")) == []


WHO = 'w:id="1" w:author="Tove Ek" w:date="2026-01-01T00:00:00Z"'
INSERTED = f"<w:ins {WHO}>{run('ny text')}</w:ins>"
DELETED = f"<w:del {WHO}><w:r><w:delText>{{}}</w:delText></w:r></w:del>"


def test_tracked_changes_are_told_once_for_a_part_with_their_number_and_no_name() -> None:
    changed = f"<w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>"
    body = ("x", p("y", INSERTED), p("z", DELETED.format("gammal"), properties=changed))
    facts = {"orsak": "mall_andringar", "antal": "3", "tagg": ""}
    assert_told(template(*body), ("M-48", (2,), facts))
    assert "Tove Ek" not in str(faults(template(*body)))


def test_a_tag_in_inserted_text_counts_and_one_in_moved_text_once() -> None:
    inserted = f"<w:ins {WHO}>{run('{{ rubrikk }}')}</w:ins>"
    assert codes(p(inserted)) == ["M-48", "M-35"]
    moved = (p(f"<w:moveFrom {WHO}>{run('{{ b }}')}</w:moveFrom>"), p(f"<w:moveTo {WHO}>{run('{{ b }}')}</w:moveTo>"))
    assert codes(*moved) == ["M-48", "M-35"]


def test_a_deleted_tag_is_told_by_itself_and_not_read() -> None:
    facts = {"orsak": "mall_struken_tagg", "text": "{% if x %}"}
    assert_told(template("x", p("y", DELETED.format("{% if x %}"))), ("M-48", (2,), facts))


def test_comments_are_told_once() -> None:
    reference = '<w:r><w:commentReference w:id="1"/></w:r>'
    assert_told(
        template("x", p("y", reference), p("z", reference)), ("M-48", (2,), {"orsak": "mall_kommentarer", "antal": "2"})
    )


def test_comments_that_nothing_refers_to_are_told_too() -> None:
    comment = f"<w:comment>{p('{{ fråga chefen }}')}</w:comment>"
    (fault,) = faults(template("x", comments=comment))
    assert (fault.code, fault.place.part, fault.facts["orsak"]) == ("M-48", "word/comments.xml", "mall_kommentarer")


VANISH = "<w:rPr><w:vanish/></w:rPr>"
STYLES = (
    "<w:style w:styleId='Dold'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='Arver'><w:basedOn w:val='Dold'/></w:style>"
)


@pytest.mark.parametrize(
    "paragraph",
    [
        p("syns ", run("{{ rubrik }}", VANISH)),
        p(run("{{ rubrik }}", "<w:rPr><w:rStyle w:val='Dold'/></w:rPr>")),
        p("{{ rubrik }}", properties="<w:pPr><w:pStyle w:val='Arver'/></w:pPr>"),
    ],
)
def test_hidden_text_is_a_warning(paragraph: str) -> None:
    (fault,) = faults(template("x", paragraph, styles=STYLES))
    assert (fault.code, fault.severity, fault.place.paragraph) == ("M-49", Severity.WARNING, 2)
    assert fault.facts["text"] == "{{ rubrik }}"


def test_a_hidden_paragraph_mark_and_text_that_is_not_hidden_after_all_are_no_fault() -> None:
    mark = p("x", properties=f"<w:pPr>{VANISH}</w:pPr>")
    shown = run("y", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
    assert (
        codes(mark, p(shown, properties="<w:pPr><w:pStyle w:val='Dold'/></w:pPr>"), table(("z",)), styles=STYLES) == []
    )
