"""Fields that mean harm, in the ways Word can hold them, and tags where they would change what was looked at."""

from hostile_docx import DOCUMENT, NAMES, STRICT, Hostile, W, body, hostile, paragraph

AS_STRICT = f'xmlns:s="{STRICT}/wordprocessingml/main"'
EMPTY = '<w:fldSimple w:instr="QUOTE file:"/>'
RUN_TAG = "<w:t>{%r if 1 %}</w:t>"
BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))


def run(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def code(*pieces: str, tag: str = "instrText") -> str:
    return "".join(run(f'<w:{tag} xml:space="preserve">{piece}</w:{tag}>') for piece in pieces)


def text(said: str) -> str:
    return run(f"<w:t>{said}</w:t>")


def field(*pieces: str, result: str = text("1"), tag: str = "instrText") -> str:
    """Return a field as Word writes it: its code in runs, and its last result."""
    return run(BEGIN) + code(*pieces, tag=tag) + run(SEPARATE) + result + run(END)


def simple(instruction: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}">{text("1")}</w:fldSimple>'


def nested(*pieces: str) -> str:
    """Return a field whose code is ``pieces`` as they are: runs, and fields in it."""
    return run(BEGIN) + "".join(pieces) + run(SEPARATE) + text("1") + run(END)


def in_body(name: str, refused: str, xml: str, why: str = "") -> Hostile:
    return hostile(f"field: {name}", refused, {DOCUMENT: body(paragraph(xml))}, why)


def elsewhere(part: str, root: str) -> Hostile:
    xml = f"<w:{root} {NAMES}>{paragraph(field(' INCLUDETEXT ', 'c:/a.docx'))}</w:{root}>"
    return hostile(f"field in {part}", "M-16", {f"word/{part}.xml": xml}, "INCLUDETEXT")


def branch(kind: str, piece: str) -> str:
    return f"<mc:AlternateContent><mc:{kind}>{code(piece)}</mc:{kind}></mc:AlternateContent>"


ACTIVE = (
    *("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "EMBED", "DATABASE", "RD"),
    *("MACROBUTTON", "GOTOBUTTON", "CONTROL", "HTMLCONTROL", "PRINT", "PRIVATE", "ADDIN", "ASK", "FILLIN"),
    *("AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "MERGEFIELD", "MERGEREC", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK"),
)
CHANGING = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "USERNAME", "FILENAME", "INFO", "TEMPLATE")
HIDDEN = [
    in_body("simple", "M-16", simple("INCLUDEPICTURE http://ond.example/"), "INCLUDEPICTURE"),
    in_body("small letters", "M-16", field(" dDeAuTo c:/a "), "DDEAUTO"),
    in_body("letter by letter", "M-16", field(*"DDEAUTO", " x"), "DDEAUTO"),
    in_body("after a tab", "M-16", run(BEGIN) + run("<w:tab/>") + code("DDE") + run("<w:tab/>") + run(END), "DDE"),
    in_body("on a new line", "M-16", field("\n\tDDE\n"), "DDE"),
    in_body("a space that does not break", "M-16", field("\N{NO-BREAK SPACE}DDE\N{NO-BREAK SPACE}x"), "DDE"),
    in_body("no space", "M-16", field("DDE\\s"), "DDE"),
    in_body("in quotes", "M-16", field('"DDE" c:/a')),
    in_body("unknown", "M-16", field("PAGE\N{ZERO WIDTH SPACE}")),
    in_body("a comment in the name", "M-16", field("DD<!-- -->E x"), "DDE"),
    in_body("characters by number", "M-16", field("&#68;&#68;E x"), "DDE"),
    in_body("deleted", "M-16", f"<w:del>{field('DDE x', tag='delInstrText')}</w:del>", "DDE"),
    in_body("inserted", "M-16", f"<w:ins>{field('DDE x')}</w:ins>", "DDE"),
    in_body("no result", "M-16", run(BEGIN) + code("DDE x") + run(END), "DDE"),
    in_body("no end", "M-16", run(BEGIN) + code("DDE x"), "DDE"),
    in_body("no beginning", "M-16", code("DDE x"), "DDE"),
    in_body("no beginning, a comment", "M-16", code("DD<!-- -->E x"), "DDE"),
    in_body("a code in a result", "M-16", field("PAGE", result=code("DDE x")), "DDE"),
    in_body("as text", "M-16", run(BEGIN) + text("DDE x") + run(END), "DDE"),
    in_body("in one run", "M-16", run(f"{BEGIN}<w:instrText>DDE</w:instrText>{END}"), "DDE"),
    in_body("in a code", "M-16", nested(code("IF a = a "), field("DDE x"), code(" b")), "DDE"),
    in_body("in a result", "M-16", field("PAGE", result=field("DDE x")), "DDE"),
    in_body("simple in a code", "M-16", nested(code("QUOTE "), simple("DDE x")), "DDE"),
    in_body("a name that is computed", "M-16", nested(field('QUOTE "DDE"'), code(" c:/a")), "{…}"),
    in_body("half a name that is computed", "M-16", nested(code("D"), field('QUOTE "DE"'), code(" c:/a")), "D{…}"),
    in_body("in a text box", "M-16", run(f"<w:pict><w:txbxContent>{paragraph(field('DDE'))}</w:txbxContent></w:pict>")),
    in_body("in a table", "M-16", f"<w:tbl><w:tr><w:tc>{paragraph(field('DDE'))}</w:tc></w:tr></w:tbl>", "DDE"),
    in_body("strict", "M-16", f'<s:fldSimple {AS_STRICT} s:instr="DDE"/>', "DDE"),
    in_body("strict, in runs", "M-16", f"<w:r {AS_STRICT}><s:instrText>DDE</s:instrText></w:r>", "DDE"),
    in_body("another prefix", "M-16", f'<q:fldSimple xmlns:q="{W}" q:instr="DDE x"/>', "DDE"),
    in_body("a code of two", "M-16", f'<w:fldSimple {AS_STRICT} s:instr="PAGE" w:instr="DDE"/>'),
    *(elsewhere(*one) for one in (("header1", "hdr"), ("footer1", "ftr"), ("footnotes", "footnotes"))),
    *(elsewhere(*one) for one in (("endnotes", "endnotes"), ("comments", "comments"))),
    elsewhere("glossary/document", "document"),
    in_body("a date without a code", "M-17", run("<w:dayLong/>"), "DATE"),
]  # fmt: skip
ODD = [
    in_body("an unknown sign", "M-18", run('<w:fldChar w:fldCharType="slut"/>'), "falt_oklar"),
    in_body("two separators", "M-18", nested(code("PAGE"), run(SEPARATE)), "falt_oklar"),
    in_body("in two paragraphs", "M-18", run(BEGIN) + "</w:p><w:p>" + code("PAGE") + run(END), "falt_oklar"),
    in_body("a result elsewhere", "M-18", run(BEGIN) + code("PAGE") + "</w:p><w:p>" + run(SEPARATE), "falt_oklar"),
    in_body("half deleted", "M-18", nested(code("QUOTE "), f"<w:del>{code('x')}</w:del>"), "falt_oklar"),
    in_body("half inserted", "M-18", nested(f"<w:ins>{code('QUOTE ')}</w:ins>", code("DDE")), "falt_oklar"),
    in_body("for other readers", "M-18", nested(branch("Choice", "QUOTE "), branch("Fallback", "DDE")), "falt_oklar"),
    in_body("too deep", "M-18", run(BEGIN) * 30 + code("PAGE") + run(END) * 30, "falt_oklar"),
]
LINKS = [
    in_body("link to the disk", "M-19", field('HYPERLINK "file:///C:\\\\a.exe"')),
    in_body("link to a server", "M-19", field("HYPERLINK \\\\\\\\ond.example\\\\a")),
    in_body("link to a script", "M-19", simple("HYPERLINK &quot;javascript:alert(1)&quot;")),
    in_body("link after a switch", "M-19", field('HYPERLINK \\o "http://god.example" "file:///a"')),
    in_body("link after a switch without a word", "M-19", field('HYPERLINK \\h "file:///a"')),
    in_body("link half computed", "M-19", nested(code("HYPERLINK "), EMPTY, code('"http://god.example"'))),
    in_body("link that is computed", "M-19", nested(code("HYPERLINK "), field('QUOTE "file:///a"'))),
    in_body("link in curly quotes", "M-19", field("HYPERLINK “ms-word:ofe”")),
]
TAGS = [
    in_body("tag as a code", "M-18", field("{{ namn }}"), "falt_mallkod"),
    in_body("tag in a code", "M-18", field('HYPERLINK "https://god.example/{{ namn }}"'), "falt_mallkod"),
    in_body("tag over runs", "M-18", field("QUOTE {", "{ namn }", "}"), "falt_mallkod"),
    in_body("tag over fields", "M-18", nested(code("QUOTE {"), field("{ namn }}")), "falt_mallkod"),
    in_body("tag in a simple field", "M-18", simple("QUOTE {{ namn }}"), "falt_mallkod"),
    in_body("tag in a formula in a field", "M-18", nested(code("IF 1 = "), field("= 1 + {{ tal }}")), "falt_mallkod"),
    in_body("tag in a field in a formula", "M-18", nested(code("= 1 + "), field("QUOTE {{ tal }}")), "falt_mallkod"),
    in_body("condition in a formula", "M-18", field("= 1 {% if x %}+ 1{% endif %}"), "falt_mallkod"),
    in_body("comment in a code", "M-18", nested(text("{#"), code("QUOTE "), text("#}"), code("DDE")), "falt_mallkod"),
    in_body("run tag after the code", "M-18", run(BEGIN) + code("PAGE") + run(SEPARATE + RUN_TAG) + run(END)),
    in_body("kind of sign", "M-18", run('<w:fldChar w:fldCharType="{{ slag }}"/>')),
    in_body("relation", "M-18", '<w:hyperlink r:id="{{ mal }}"/>', "tagg_i_attribut"),
    in_body("attribute of a run", "M-18", '<w:r w:rsidR="{#"><w:t>a</w:t></w:r><w:r w:rsidR="#}"/>', "tagg_i_attribut"),
    in_body("condition in an attribute", "M-18", '<w:r><w:docPr descr="{% if namn %}"/></w:r>', "tagg_i_attribut"),
    in_body("end in an attribute", "M-18", "<w:r><w:docPr descr='{% endif %}{% if a %}'/></w:r>", "tagg_i_attribut"),
    in_body("half in an attribute", "M-18", "<w:r><w:docPr descr='{{ \"' title='\" }}'/></w:r>", "tagg_i_attribut"),
    in_body("namespace", "M-13", "<q:fldSimple xmlns:q=\"{{ 'http' }}\" q:instr='DDE'/>", "xml_trasig"),
    in_body("namespace in signs", "M-13", "<q:a xmlns:q='&#123;{ x }}'/>", "xml_trasig"),
    in_body("XML comment", "M-18", "<!-- {% if 0 %} -->", "tagg_i_xml"),
    in_body("instruction", "M-18", "<?a {# ?>", "tagg_i_xml"),
    in_body("between elements", "M-18", "{{ namn }}", "tagg_utanfor_text"),
    in_body("after a text", "M-18", run("<w:t>a</w:t>{{ namn }}"), "tagg_utanfor_text"),
    in_body("in another element", "M-18", f"{text('{')}<w:a>% if 0 %</w:a>{text('}')}", "tagg_utanfor_text"),
    in_body("elements in raw text", "M-18", text("{% raw %}{{ &lt;w:fldSimple/&gt; }}{% endraw %}"), "tagg_blir_xml"),
    in_body("elements after a comment", "M-18", text("{# {{ #}&lt;/w:t&gt;{# }} #}"), "tagg_blir_xml"),
    in_body("elements over runs", "M-18", text("{% raw %}{") + text("{ &lt;w:a") + text("/&gt; }}"), "tagg_blir_xml"),
]  # fmt: skip
FIELDS = [
    *(in_body(name, "M-16", field(f' {name} "x" \\* MERGEFORMAT '), name) for name in ACTIVE),
    *(in_body(name, "M-17", field(f" {name} \\@ yyyy "), name) for name in CHANGING),
    *HIDDEN,
    *ODD,
    *LINKS,
    *TAGS,
]
HARMLESS = [
    *(field(f" {name} ") for name in ("PAGE", "NUMPAGES", "SECTIONPAGES", "page \\* Arabic", "TITLE", "SEQ Tabell")),
    field('TOC \\o "1-3" \\h \\z \\u', result=field("PAGEREF _Toc1 \\h")),
    field('HYPERLINK "https://norrstad.example/a?b=c"'),
    field("HYPERLINK \\l ", '"_Toc1"'),
    field('HYPERLINK "mailto:', 'a@norrstad.example" \\o "Skriv till oss" \\* MERGEFORMAT'),
    field("HYPERLINK “http://norrstad.example”"),
    field("PAGE", result=text("{{ namn }}")),
    nested(code("= "), field("PAGE"), code(" + {{ i.sida_tillagg }} ")),
    nested(code("IF "), field("PAGE"), code(' = 1 "först" "sedan"')),
    nested(code("= "), field("PAGE", result=code("1")), code(" + 11")),
    run(BEGIN) + run(END),
    nested(code("IF"), run("<w:tab/>"), code("1 = 1 a b")),
    simple("DOCPROPERTY Titel"),
    simple(" = 1 + {{ tal }} "),
    f"<w:del>{field('PAGE', tag='delInstrText')}</w:del>",
    text("{% if antal&lt;max %}x{% endif %}"),
    text("{% if a &lt; b and c &gt; d %}x{% endif %}"),
    text("{# {{ namn }} #}"),
    text("100 % {och} #1"),
    '<w:r><w:docPr descr="Bild på {{ namn }}"/></w:r>',
    '<w:r><w:docPr descr="{% if namn %}Bild på {{ namn }}{% else %}Bild{% endif %}"/></w:r>',
    '<w:r><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"/></w:r>',
    '<w:r><w:pict><v:imagedata o:href="cid:image001.png@01D0"/></w:pict></w:r>',
    '<w:r><w:pict><v:shape href="https://norrstad.example"/></w:pict></w:r>',
    "<!-- Gjord för hand -->",
]
