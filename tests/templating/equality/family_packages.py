"""Packages and XML that are legal, though not as Word writes them."""

import io
import re
import zipfile

from case import USUAL, Case
from contexts import Kind
from ooxml import (
    CORE_RELATIONSHIP,
    CORE_TYPE,
    DECLARED,
    DOCUMENT,
    NAMESPACES,
    OFFICE,
    WORD_TYPE,
    Story,
    archive,
    changed,
    content_types,
    document,
    p,
    picture,
    ps,
    r,
    relationships,
    t,
    tbl,
    tr,
    word,
)

MAIN = "word/document.xml"
BODY = ps("{{ a }}", "{% if f %}ja{% endif %}")
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


REFUSABLE = frozenset(
    {
        "a part in Latin-1",
        "a value in a comment",
        "a comment in a text",
        "an element of another kind",
        "a default namespace",
    }
    | {"angle brackets in attributes", "a tag between paragraphs", "a tag between rows", "a tag between runs"}
    | {"a value with line breaks between rows", "a text beside the texts of a run", "a condition in properties"}
)
"""What nobody can write in Word: refused, or else equal."""


def made(name: str, content: bytes, **shape: Kind) -> Case:
    """Return a case of a whole file; its contexts hold the usual names that stand in any of its parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        words = b" ".join(package.read(part) for part in package.namelist() if not part.endswith(".png"))
    readable = words.replace(b"\0", b"").decode(errors="ignore")
    usual = {one: kind for one, kind in USUAL.items() if re.search(rf"\b{one}\b", readable)}
    return Case(name, content, usual | shape, refusable=name in REFUSABLE)


def main(name: str, xml: str | bytes) -> Case:
    """Return a case whose main part is this."""
    return made(name, changed(word(BODY), {MAIN: xml.encode() if isinstance(xml, str) else xml}))


def _within(name: str, body: str) -> Case:
    return main(name, document(body))


_PRETTY = document(f"\n  {ps('{{ a }}')}\n  <w:p>\n    <w:r>\n      <w:t>{{{{ b }}}}</w:t>\n    </w:r>\n  </w:p>\n ")
_OWN = "<egen:x xmlns:egen='urn:egen' egen:y='{{ a }}'>{{ rad }}</egen:x>"
_CHOICE = '<mc:AlternateContent><mc:Choice xmlns:ny="urn:ny" Requires="ny">{}</mc:Choice></mc:AlternateContent>'
_COMMENTED = "<w:p><!-- ett --><w:r><w:t>före {{ a }}</w:t></w:r><?tre fyra?></w:p>"
OTHER_PREFIX = (
    picture(7).replace("wp:", "bild:").replace("<bild:inline", f'<bild:inline xmlns:bild="{NAMESPACES["wp"]}"')
)
_SHARED = document('<w:p w14:a="1" {}:b="2"><w:r><w:t>{{{{ a }}}}</w:t></w:r></w:p>').replace(
    "<w:document ", f'<w:document xmlns:{{}}="{NAMESPACES["w14"]}" '
)

XML = (
    main(
        "a declaration and a line break", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{document(BODY)}\n'
    ),
    main("a part with white space between its elements", _PRETTY.replace("</w:body>", "\n</w:body>\n")),
    main("a part in UTF-16", f'<?xml version="1.0" encoding="UTF-16"?>{document(BODY + ps("Åäö"))}'.encode("utf-16")),
    main(
        "a part in Latin-1",
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{document(BODY + ps("Åäö"))}'.encode("latin-1"),
    ),
    main("a part with a byte order mark", "\ufeff" + document(BODY)),
    main("attributes in single quotes", document(BODY).replace('"', "'")),
    main(
        "a root with a declaration to ignore",
        document(BODY).replace("<w:document ", '<w:document mc:Ignorable="w14 wps" '),
    ),
    main("a prefix declared again", document(BODY.replace("<w:p>", f"<w:p {DECLARED}>"))),
    main(
        "a background before the body", document(BODY).replace("<w:body>", '<w:background w:color="FFFFFF"/><w:body>')
    ),
    main("a comment and an instruction around the root", f"<!-- a --><?b c?>{document(BODY)}<!-- d -->"),
    main("a body without a section", document(BODY).replace("<w:sectPr></w:sectPr>", "")),
    main("no namespace but Word's own", re.sub(r' xmlns:(?!w=)\w+="[^"]*"', "", document(BODY))),
    _within("comments and instructions in a paragraph", _COMMENTED + BODY),
    _within("a comment in a text", "<w:p><w:r><w:t>före <!-- x -->{{ a }}</w:t></w:r></w:p>"),
    _within("a value in a comment", "<!-- {{ n }} -->" + BODY),
    _within("CDATA", "<w:p><w:r><w:t><![CDATA[<b> & {{ a }}]]></w:t></w:r></w:p>"),
    _within("a tag written with entities", "<w:p><w:r><w:t>&#123;{ a &#x7d;}</w:t></w:r></w:p>"),
    _within(
        "another prefix for a paragraph",
        p("{{ a }}").replace("w:", "x:").replace("<x:p", f'<x:p xmlns:x="{NAMESPACES["w"]}"') + BODY,
    ),
    _within("another prefix for a picture", p(OTHER_PREFIX, "{{ a }}").replace("rIdPic", "rIdStyles")),
    main("two prefixes of one namespace", _SHARED.format("w15", "w15")),
    main("two prefixes of one namespace, the other first", _SHARED.format("v15", "v15")),
    _within("an element of another kind", p(_OWN, "{{ a }}")),
    _within("a default namespace", BODY.replace("<w:p>", '<w:p xmlns="urn:egen"><x y="{{ a }}"/>')),
    _within("a choice with its own namespace", p(r(_CHOICE.format(t("{{ rad }}"))))),
    _within(
        "a picture with its own namespaces",
        p(
            re.sub(
                "<pic:pic>", '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">', picture()
            ),
            "{{ a }}",
        ).replace("rIdPic", "rIdStyles"),
    ),
    _within(
        "angle brackets in attributes",
        p(picture(descr="a &gt; b &lt; c &quot;{{ a }}&quot; {# > #}")).replace("rIdPic", "rIdStyles"),
    ),
    _within("line breaks in attributes", p(picture(descr="a&#10;b&#9;c{{ a }}")).replace("rIdPic", "rIdStyles")),
    _within(
        "spaces in tags of the XML",
        BODY.replace("<w:p>", "<w:p >").replace("</w:r>", "</w:r\n>").replace("<w:t ", "<w:t\n"),
    ),
    _within("two sections", BODY + SECTION + BODY),
    _within("a tag between paragraphs", ps("{%p if f %}") + "{{ rad }}" + ps("{%p endif %}") + BODY),
    _within("a tag between rows", tbl("{% for x in rows %}", tr("{{ x.a }}", "b"), "{% endfor %}") + BODY),
    _within("a value with line breaks between rows", tbl(tr("{{ a }}", "b"), "{{ a }}", tr("{{ a }}", "b")) + BODY),
    _within("a tag between runs", "<w:p>{% if f %}" + r("{{ a }}") + "{% endif %}{{ a }}</w:p>"),
    _within("a text beside the texts of a run", "<w:p><w:r>{{ a }}<w:t>x</w:t>{{ a }}</w:r></w:p>"),
    _within("a tag in an attribute of a run", p(r("{{ a }}", '<w:color w:val="{{ rad }}"/>'))),
    _within(
        "a condition in properties",
        p(r("{{ a }}", "{% if f %}<w:b/>{% endif %}"), props="{% if f %}<w:keepNext/>{% endif %}"),
    ),
    _within(
        "an empty text that closes itself",
        '<w:p><w:r><w:t/></w:r><w:r><w:t xml:space="preserve"/><w:t>{{ a }}</w:t></w:r></w:p>',
    ),
    _within(
        "symbols, breaks and objects beside a value",
        p(r('<w:sym w:font="x" w:char="F0E0"/><w:noBreakHyphen/><w:br w:type="page"/><w:t>{{ a }}</w:t><w:cr/>')),
    ),
    _within("a formula", p(f'<m:oMath xmlns:m="{OFFICE}/math"><m:r><m:t>{{{{ a }}}}</m:t></m:r></m:oMath>', "{{ b }}")),
    _within(
        "an embedded text that is no Word", p("<w:r><w:object><v:shape alt='{{ rad }}'/></w:object></w:r>", "{{ a }}")
    ),
)

_UTF16_HEADER = '<?xml version="1.0" encoding="UTF-16"?><w:hdr ' + DECLARED + ">" + ps("Åäö {{ a }}") + "</w:hdr>"
_MARKED_NOTES = (
    '\ufeff<?xml version="1.0" encoding="UTF-8"?><w:footnotes '
    + DECLARED
    + "><w:footnote>"
    + ps("Å {{ a }}")
    + "</w:footnote></w:footnotes>"
)
_SETTINGS = f'<?xml version="1.0"?>\n<w:settings {DECLARED}>\n  <w:evenAndOddHeaders/>\n <!-- x -->\n</w:settings>\n'
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM = (
    f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"><property fmtid="{_FORMAT}" '
    'pid="2" name="Ärende"><vt:lpwstr>{{ x }}</vt:lpwstr></property></Properties>'
)
_STYLES = ("rIdStyles", f"{OFFICE}/relationships/styles", "styles.xml")
_MAIN = ("rId1", f"{OFFICE}/relationships/officeDocument", MAIN)
_CORE = ("rId2", CORE_RELATIONSHIP, "docProps/core.xml")


def linked(*links: tuple[str, ...]) -> bytes:
    return relationships(_STYLES, *links).encode()


def package(name: str, parts: dict[str, bytes | None], *stories: Story) -> Case:
    return made(name, changed(word(BODY, *stories), parts))


LINKS = "word/_rels/document.xml.rels"
ROOT_LINKS = "_rels/.rels"
PACKAGES = (
    package("a header in UTF-16", {"word/header0.xml": _UTF16_HEADER.encode("utf-16")}, Story("header", "")),
    package(
        "footnotes with a byte order mark", {"word/footnotes0.xml": _MARKED_NOTES.encode()}, Story("footnotes", "")
    ),
    package(
        "settings with white space",
        {
            "word/settings.xml": _SETTINGS.encode(),
            LINKS: linked(("rId7", f"{OFFICE}/relationships/settings", "settings.xml")),
        },
    ),
    package("a part nothing refers to", {"word/hemlig.xml": b"<x>{{ a }}</x>", "anteckning.txt": b"x"}),
    package(
        "a link to a page",
        {
            LINKS: linked(
                ("rId7", f"{OFFICE}/relationships/hyperlink", "https://norrstad.example/?a=1&amp;b={{ a }}", "External")
            )
        },
    ),
    package(
        "the same part by two links",
        {
            "word/theme/theme1.xml": b"<x/>",
            LINKS: linked(
                *(
                    ("rId7", f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
                    ("rId8", f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
                )
            ),
        },
    ),
    package(
        "links with full paths",
        {
            LINKS: relationships((*_STYLES[:2], "/word/styles.xml")).encode(),
            ROOT_LINKS: relationships((*_MAIN[:2], "/" + MAIN), (*_CORE[:2], "/docProps/core.xml")).encode(),
        },
    ),
    package("links that climb", {LINKS: relationships((*_STYLES[:2], "../word/styles.xml")).encode()}),
    package(
        "custom properties of its own",
        {
            "docProps/custom.xml": _CUSTOM.encode(),
            ROOT_LINKS: relationships(
                _MAIN, _CORE, ("rId3", f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml")
            ).encode(),
        },
    ),
    package(
        "properties of the program",
        {
            "docProps/app.xml": b"<Properties><Pages>{{ a }}</Pages></Properties>",
            ROOT_LINKS: relationships(
                _MAIN, _CORE, ("rId3", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml")
            ).encode(),
        },
    ),
    package(
        "data of another kind",
        {
            "customXml/item1.xml": b"<x>\n {{ a }} </x>",
            LINKS: linked(("rId7", f"{OFFICE}/relationships/customXml", "../customXml/item1.xml")),
        },
    ),
    package("no styles", {"word/styles.xml": None, LINKS: None}),
    package(
        "a picture that nothing shows", {LINKS: linked(("rId7", f"{OFFICE}/relationships/image", "media/image1.png"))}
    ),
    made(
        "the main part under another name",
        archive(
            {
                "Text/brev.xml": document(BODY).encode(),
                "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
                "Text/stil.xml": f"<w:styles {DECLARED}/>".encode(),
                "Text/_rels/brev.xml.rels": relationships((*_STYLES[:2], "stil.xml")).encode(),
                ROOT_LINKS: relationships((*_MAIN[:2], "Text/brev.xml"), _CORE).encode(),
                "[Content_Types].xml": content_types(
                    {
                        "Text/brev.xml": DOCUMENT,
                        "Text/stil.xml": f"{WORD_TYPE}.styles+xml",
                        "docProps/core.xml": CORE_TYPE,
                    }
                ),
            }
        ),
    ),
)

CASES: tuple[Case, ...] = (*XML, *PACKAGES)
