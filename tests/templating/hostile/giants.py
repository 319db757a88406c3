"""Templates that are too large or too deep themselves, and those that make documents which are."""

from typing import Any

from bombs import END, MACRO, TEN, Bomb, bomb
from payloads import PNG

from docgen.templating.rich import Image

MANY = 100_000
RUN = "</w:t></w:r><w:r><w:t>"
CELL = "</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>"
ATTRIBUTE = CELL % '<w:tcW w:w="{%% %s %%}" w:type="dxa"/>'
IN_PROPERTIES = CELL % "<w:r><w:t>{%% %s %%}</w:t></w:r>"
TABS = "</w:t>" + "<w:tab/>" * 550 + "<w:t>"
PARAGRAPH = "</w:t></w:r></w:p><w:p><w:r><w:t>"
ROUNDS = "{% for r in tusen %}{% for s in tio %}"


def _deep() -> dict[str, Any]:
    """Return two equal lists of lists, far deeper than Python can follow."""
    deep: dict[str, Any] = {"ett": [], "annat": []}
    for _ in range(MANY):
        deep = {name: [inner] for name, inner in deep.items()}
    return deep


EXPRESSIONS = (
    *(("brackets", "(", ")"), ("lists", "[", "]"), ("not", "not ", ""), ("minus", "-", ""), ("keys", "", ".a")),
    *(("filters", "", "|upper"), ("plus", "", " + 1"), ("tilde", "", " ~ tio")),
    *(("and", "", " and tio"), ("compare", "", " == tio"), ("calls", "", "()"), ("else", "1 if 1 else ", "")),
    *(("items", "", "[0]"), ("commas", "", ", 1"), ("tables", "{'a': ", "}")),
)
BLOCKS = (
    *(("if", "{% if tio %}", "{% endif %}"), ("elif", "{% if x %}", "{% elif x %}"), ("for", TEN, END)),
    *(("with", "{% with %}", "{% endwith %}"), ("set", "{% set x %}", "{% endset %}")),
    *(("filter", "{% filter upper %}", "{% endfilter %}"), ("macro", "{% macro m() %}", "{% endmacro %}")),
)
DEPTHS = [
    *[bomb(f"depth: {name}", "{{ " + left * MANY + "tio" + right * MANY + " }}") for name, left, right in EXPRESSIONS],
    *[bomb(f"depth: {name}", left * 9_000 + right * 9_000) for name, left, right in BLOCKS],
    bomb("depth: if, a little", "{% if tio %}" * 120 + "{% endif %}" * 120),
    Bomb("deep data printed", lambda: "{{ ett|join }}", data=_deep),
    Bomb("deep data compared", lambda: "{% if ett == annat %}x{% endif %}", data=_deep),
    Bomb("deep data in a text", lambda: "{{ ett ~ '' }}", data=_deep),
    Bomb("deep data with a picture", lambda: "{{ bild|upper }}", data=lambda: _deep() | {"bild": Image(PNG)}),
]
SIZES = [
    Bomb("100 000 tags", lambda: "{{ namn }}" * MANY),
    Bomb("100 000 statements", lambda: "{% set x = 1 %}" * MANY),
    Bomb("100 000 conditions", lambda: "{% if x %}{% endif %}" * MANY),
    Bomb(
        "100 000 paragraphs",
        lambda: ("{{ namn }}" + PARAGRAPH) * MANY,
        "M-11",
        data=lambda: {"lang": "x"},
        raw=True,
    ),
    Bomb("an expression of 5 MB", lambda: "{{ '" + "x" * 5_000_000 + "' }}"),
    Bomb("a sum of 5 MB", lambda: "{{ namn" + " ~ namn" * 700_000 + " }}"),
    Bomb("a list of 5 MB", lambda: "{{ [" + "1," * 2_500_000 + "] }}"),
    Bomb("holes in an attribute", lambda: "{{ namn }}" * 4_000, "filled", place="alt"),
    Bomb("a number of 9 000 digits", lambda: "{{ " + "9" * 9_000 + " }}"),
    Bomb("a name of 5 MB", lambda: "{{ " + "x" * 5_000_000 + " }}"),
    Bomb("spaces of 5 MB", lambda: "{{ " + " " * 5_000_000 + "namn }}"),
    Bomb("100 000 names", lambda: "{{ " + " ~ ".join(f"n{number}" for number in range(MANY)) + " }}"),
    Bomb("arguments", lambda: "{% macro m(" + ", ".join(f"a{number}" for number in range(MANY)) + ") %}{% endmacro %}"),
]
SOON = "M-03 M-05 M-11 M-18 filled"
"""Whatever comes of it: what counts is that it comes soon."""
WHOLE = [
    Bomb("20 headers with 4 000 tags", lambda: "{{ namn }}" * 4_000, SOON, place="header", headers=20),
    Bomb("1 000 long sums", lambda: ("{{ namn" + " ~ namn" * 500 + " }}") * 1_000, SOON),
    Bomb("1 000 long lists", lambda: ("{% set x = [" + "1," * 1_900 + "] %}") * 1_000, SOON),
    Bomb("a text of 9 MB", lambda: "x" * 9_000_000, SOON),
    Bomb("open tags with much text", lambda: ("{{ " + "x" * 3_900) * 2_400, SOON),
    Bomb("open comments, tags that trim and much text", lambda: "{# " * 4_900 + "-%} " * 4_900 + "x" * 9_000_000, SOON),
]
PATTERNS = [
    Bomb("open tags", lambda: "{{ " * MANY),
    Bomb("open run tags", lambda: "{{r " * MANY),
    Bomb("open paragraph tags", lambda: "{{p " * MANY),
    Bomb("open row tags", lambda: "{%tr " * MANY),
    Bomb("open comments", lambda: "{# " * MANY),
    Bomb("open statements", lambda: "{% " * MANY),
    Bomb("tags that trim", lambda: "-%} " * MANY),
    Bomb("a span of spaces", lambda: "{% colspan " + " " * 20_000 + "x% }"),
    Bomb("a colour of spaces", lambda: "{% cellbg " + " " * 20_000 + "x% }"),
    Bomb("vertical merges", lambda: ATTRIBUTE % "vm" + (RUN + "x") * 300, "M-18", raw=True),
    Bomb("horizontal merges", lambda: ATTRIBUTE % "hm" + (RUN + "x") * 300, "M-18", raw=True),
    Bomb("runs without an end", lambda: "{{ x" + RUN * MANY, raw=True),
    Bomb("vertical merges in a text", lambda: IN_PROPERTIES % "vm" + (RUN + "x") * 300, SOON, raw=True),
    Bomb("horizontal merges in a text", lambda: IN_PROPERTIES % "hm" + (RUN + "x") * 300, SOON, raw=True),
    Bomb("tags that trim, in two runs", lambda: ("-%" + RUN + "} ") * 20_000, SOON, raw=True),
    Bomb("a span of spaces in two runs", lambda: "{" + RUN + "% colspan" + " " * 20_000 + "x% }", SOON, raw=True),
    Bomb("a colour of spaces in two runs", lambda: "{" + RUN + "% cellbg" + " " * 20_000 + "x% }", SOON, raw=True),
    Bomb("tags in two runs", lambda: ("{" + RUN + "{ namn }}") * 6_000, SOON, raw=True),
]
DOCUMENTS = [
    Bomb("many elements", lambda: MACRO % (0, "") + ROUNDS + TABS + END * 2, raw=True),
    Bomb("many elements in a header", lambda: MACRO % (0, "") + ROUNDS + TABS + END * 2, place="header", raw=True),
    Bomb("many runs", lambda: MACRO % (0, "") + ROUNDS + RUN * 140 + END * 2, raw=True),
    Bomb("many headers", lambda: ROUNDS + "{% for t in tio %}x" + END * 3, place="header", headers=100),
]
GIANTS = [*DEPTHS, *SIZES, *WHOLE, *PATTERNS, *DOCUMENTS]
