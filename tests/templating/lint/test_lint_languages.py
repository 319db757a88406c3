"""A template says its language, one that there is and that of its document type."""

import pytest
from lint_template import CONTRACT, SPACES, Members, p, run, template

from docgen.errors import Severity
from docgen.templating.fault import Fault
from docgen.templating.lint import check


def members(styles: str = "", *body: str, **parts: str) -> Members:
    """Return a template with these styles and no language but what they say."""
    found = template(*(body or ("x",)), **parts)
    return found | {"word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>".encode()}


def told(held: Members, language: str = "") -> list[Fault]:
    return [one for one in check(held, CONTRACT, language=language) if one.code != "M-46"]


def defaults(tag: str) -> str:
    look = f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>'
    return f"<w:docDefaults><w:rPrDefault>{look}</w:rPrDefault></w:docDefaults>"


def normal(tag: str) -> str:
    look = f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>'
    return f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>{look}</w:style>'


THEME = '<w:themeFontLang w:val="sv-SE"/>'
SILENT = {
    "nothing": members(),
    "no styles at all": {name: part for name, part in members().items() if name != "word/styles.xml"},
    "only another script's": members(defaults("sv-SE").replace("w:val", "w:eastAsia")),
    "no language, said so": members(defaults("x-none")),
    "an empty one": members(defaults("")),
}


@pytest.mark.parametrize("held", SILENT.values(), ids=SILENT)
def test_a_template_without_language_is_warned_of(held: Members) -> None:
    (fault,) = told(held)
    assert (fault.code, fault.severity, fault.facts["orsak"]) == ("M-68", Severity.WARNING, "mall_sprak_saknas")


SAID = {
    "the document": members(defaults("sv-SE")),
    "the usual style": members(normal("sv-SE")),
    "the settings": members(settings=THEME),
    "the usual style before the document": members(defaults("en-US") + normal("sv")),
    "the document before the settings": members(defaults("sv-FI"), settings=THEME.replace("sv-SE", "en-US")),
}


@pytest.mark.parametrize("held", SAID.values(), ids=SAID)
def test_a_language_may_be_said_in_three_places(held: Members) -> None:
    assert told(held, language="sv") == []


def test_another_language_than_that_of_the_document_type_is_told_by_name() -> None:
    (fault,) = told(members(defaults("en-US")), language="sv")
    assert (fault.code, fault.severity) == ("M-68", Severity.WARNING)
    assert (fault.facts["orsak"], fault.facts["sprak"], fault.facts["typens"]) == ("mall_sprak_annat", "en-US", "sv")
    assert told(members(defaults("en-US"))) == []


WRONG = ["svenska", "sv_SE", "sv-", "041D", "sv-SE-", "s"]
RIGHT = ["sv", "sv-SE", "SV-se", "en-GB", "sr-Latn-RS", "de-CH-1996", "es-419", "fi-x-lattlast", "x-none", "nb-NO"]


@pytest.mark.parametrize("tag", WRONG)
def test_a_language_that_is_none_is_told_once_and_where(tag: str) -> None:
    marked = p("Hej ", run("du", f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>'))
    (fault,) = told(members(defaults("sv-SE") + normal(tag), "x", marked, marked))
    assert (fault.code, fault.facts["orsak"], fault.facts["sprak"]) == ("M-68", "mall_sprak_okant", tag)
    assert (fault.place.paragraph, fault.place.words) == (2, "Hej du")


@pytest.mark.parametrize("tag", RIGHT)
def test_a_language_that_there_is_is_fine(tag: str) -> None:
    assert told(members(defaults("sv-SE"), p(run("x", f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>')))) == []


def test_a_language_that_is_none_is_not_told_as_missing_or_different() -> None:
    (fault,) = told(members(defaults("svenska")), language="sv")
    assert (fault.facts["orsak"], fault.place.part) == ("mall_sprak_okant", "")
