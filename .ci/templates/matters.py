"""The paragraph of a matter, as it stands in a protocol and in an extract from it."""

from docx.shared import Length, Pt
from lines import Story, avsnitt, code, line

DASHES = "Strecklista"


def matter(story: Story, owner: str = "") -> None:
    """Add the sections of the matter in the order of the meeting; ``owner`` (``p.``) is the group that has them."""
    _avsnitt(story, f"{owner}avsnitt")
    code(story, f"for f in {owner}forslag")
    _points(story, "f", DASHES)
    code(story, "endfor")
    _avsnitt(story, f"{owner}behandling")
    code(story, f"if {owner}beslut")
    _points(story, f"{owner}beslut", "Strecklista beslut")
    code(story, "endif")
    code(story, f"for e in {owner}efter_beslutet")
    avsnitt(story, "e", DASHES)
    code(story, "endfor")


def _avsnitt(story: Story, values: str) -> None:
    """Add the sections; one without a heading goes on after a page break of the protocol."""
    code(story, f"for a in {values}")
    code(story, "if a.rubrik")
    _heading(story, "a")
    code(story, "endif")
    code(story, "for s in a.stycken")
    code(story, "set bryt = a.ny_sida and not a.rubrik and loop.first")
    code(story, "if s.punkter")
    code(story, "if s.text")
    broken(story, "bryt", "Brödtext före lista", "{{ s.text }}")
    code(story, "endif")
    code(story, "for punkt in s.punkter")
    broken(story, "bryt and not s.text and loop.first", DASHES, "{{ punkt }}")
    code(story, "endfor")
    code(story, "else")
    broken(story, "bryt", "Body Text", "{{ s.text }}")
    code(story, "endif")
    code(story, "endfor")
    code(story, "endfor")


def _points(story: Story, name: str, style: str) -> None:
    _heading(story, name)
    code(story, f"for punkt in {name}.punkter")
    line(story, style, "{{ punkt }}")
    code(story, "endfor")


def _heading(story: Story, name: str) -> None:
    broken(story, f"{name}.ny_sida", "Heading 2", "{{ " + name + ".rubrik }}")


def broken(story: Story, condition: str, style: str, text: str, before: Length | None = None) -> None:
    """Add a paragraph twice: on a new page, and where it falls, there with the room ``before`` if so wished."""
    code(story, f"if {condition}")
    form = line(story, style, text).paragraph_format
    form.page_break_before, form.space_before = True, Pt(0)
    code(story, "else")
    line(story, style, text).paragraph_format.space_before = before
    code(story, "endif")
