"""Word files put together so that the guard, the engine and Word would each see something else in them."""

import hashlib
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from places import FIELD, HEAD, NAMES, NAMESPACES, PICTURE, RELATIONSHIPS, template

Edits = Mapping[str, Callable[[str], str]]
W = NAMESPACES["w"]
TYPES, LINKS, PACKAGE_LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"
DOCUMENT, FOOTNOTES, CORE, CUSTOM = (
    "word/document.xml",
    "word/footnotes.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
EVERYWHERE = ("body", "header", "footnote")
BEGIN, END = FIELD.format("begin"), FIELD.format("end")
DDE = "<w:r><w:instrText> DDEAUTO x </w:instrText></w:r>"


@dataclass(frozen=True, slots=True)
class Package:
    """A file with some of its parts changed; in the places ``says`` the value still stands in it."""

    name: str
    edits: Edits
    says: tuple[str, ...] = EVERYWHERE


def written(path: Path, package: Package) -> Path:
    """Write the file; return the path."""
    template(path, "body", "{{ namn }}")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    changed = {name: edit(parts.get(name, "")) for name, edit in package.edits.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in (parts | changed).items():
            archive.writestr(name, part)
    return path


def _exchanged(part: str, *exchanges: tuple[str, str]) -> Edits:
    """Return the change of a part: the first of each pair is exchanged for the second, once."""

    def edit(text: str) -> str:
        for old, new in exchanges:
            assert old in text
            text = text.replace(old, new, 1)
        return text

    return {part: edit}


def _body(first: str, *more: tuple[str, str]) -> Edits:
    """Return the change that puts XML first in the body."""
    return _exchanged(DOCUMENT, ("<w:body>", f"<w:body>{first}"), *more)


def _around_body(before: str, after: str, first: str = "") -> Edits:
    return _body(first, ("<w:body>", f"{before}<w:body>"), ("</w:body>", f"</w:body>{after}"))


def _custom(inside: str) -> Edits:
    """Return the change that adds custom properties."""
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    override = f'<Override PartName="/{CUSTOM}" ContentType="{kind}"/>'
    link = f'<Relationship Id="rId9" Type="{RELATIONSHIPS}/custom-properties" Target="{CUSTOM}"/>'
    spaces = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    return {
        **_exchanged(TYPES, ("</Types>", f"{override}</Types>")),
        **_exchanged(PACKAGE_LINKS, ("</Relationships>", f"{link}</Relationships>")),
        CUSTOM: lambda _: f"{HEAD}<Properties {spaces}>{inside}</Properties>",
    }


def _property(number: str) -> str:
    value = "<vt:lpwstr>x</vt:lpwstr>"
    return f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="a">{value}</property>'


def _with_mark(element: str) -> Edits:
    """Return the change that puts the mark, as the engine makes it of the texts it fills, where no text is filled."""
    mark = hashlib.sha256(b"\0" * 5 + b"{{ namn }}").hexdigest()
    return _exchanged(CORE, ("</cp:coreProperties>", element.replace("MARK", mark) + "</cp:coreProperties>"))


def _cell(text: str) -> Edits:
    """Return the change of what the cell of the table says."""
    return _exchanged(DOCUMENT, ("{{ namn }}", text.replace("<", "&lt;").replace('"', "&quot;")))


def _picture(description: str) -> str:
    return PICTURE.format(f'"{description}"')


def _text(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _code(code: str, attributes: str = "") -> str:
    return f"<w:r><w:instrText {attributes}>{code}</w:instrText></w:r>"


def _field(*runs: str) -> Edits:
    """Return the change that adds a field; its code must be harmless as long as all its runs are there."""
    return _body(f"<w:p>{BEGIN}{''.join(runs)}{DDE}{END}</w:p>")


BOX = "<w:r><w:pict><w:txbxContent><w:p><w:pPr/></w:p></w:txbxContent></w:pict></w:r>"


_NO_ENDIF, _NO_IF = "{% raw %}{% endif %}{% endraw %}", "{% raw %}{% if %}{% endraw %}"
_INJECTED = r'1 }}"/\076\074w:instrText\076DDEAUTO x\074/w:instrText\076\074w:gridSpan w:val="{{ 1'
_Q = "<w:p><q:r><q:fldChar q:fldCharType='begin'/></q:r><q:r><q:instrText>DDEAUTO x</q:instrText></q:r></w:p>"
_OTHER_Q = ("<w:body>", "<w:background xmlns:q='urn:x'/><w:body xmlns:q='urn:x'>")

PROPERTIES = [
    Package("a custom property without a number", _custom(_property("x"))),
    Package("a custom property with too long a number", _custom(_property("9" * 5000))),
    Package("a custom property with the longest number", _custom(_property("9" * 4300))),
    Package("a comment among the custom properties", _custom("<!-- x -->" + _property("2"))),
    Package("an instruction among the custom properties", _custom("<?x y?>" + _property("2"))),
    Package("tags in a custom property", _custom(_property("2").replace(">x<", ">{{ namn }}<"))),
    Package("the properties' mark in another property", _with_mark("<cp:keywords>MARK-5</cp:keywords>")),
    Package("the properties' mark in an attribute", _with_mark('<cp:keywords x="MARK-5"/>')),
    Package("the properties' mark in the name of an element", _with_mark("<cp:aMARK-5/>")),
    Package("the properties' mark in a comment", _with_mark("<!--MARK-5-->")),
    Package("a mark with a number that no property has", _with_mark("<cp:keywords>MARK-9</cp:keywords>")),
    Package("a title that is too long", _exchanged(CORE, ("{{ namn }}", "x" * 300))),
]
BODIES = [
    Package("a body in a comment", _around_body("<!-- <w:body -->", "<!-- </w:body> -->")),
    Package("a body in an instruction", _around_body("<?x <w:body ?>", "<?x </w:body> ?>")),
    Package("a body with a comment in a comment", _around_body("<!-- <w:body -->", "<!-- </w:body> -->", "<!-- x -->")),
    Package(
        "a body with a comment in an instruction", _around_body("<?x <w:body ?>", "<?x </w:body> ?>", "<!-- x -->")
    ),
    Package("a body's comment with a value", _body("<!-- {{ namn }} -->")),
    Package("no body", {DOCUMENT: lambda _: f"<w:document {NAMES}/>"}, ()),
    Package(
        "no body but one that is called so", {DOCUMENT: lambda _: f"<w:document {NAMES}><w:bodyX/></w:document>"}, ()
    ),
    Package("two bodies", _exchanged(DOCUMENT, ("</w:document>", "<w:body><w:p/></w:body></w:document>"))),
    Package("a prefix that means something else", _body(_Q, ("<w:document ", f"<w:document xmlns:q='{W}' "), _OTHER_Q)),
    Package("a prefix that means nothing outside the body", _body(_Q, _OTHER_Q)),
    Package("the engine's own marks in the body", _body("<?docgen-grid 1?><?docgen-grid-end?><?docgen-grid 0?>")),
]
PARTS = [
    Package("a header that is said to be footnotes", _exchanged(TYPES, ("header+xml", "footnotes+xml"))),
    Package("a header that is the document", _exchanged(LINKS, ("header1.xml", "document.xml")), ("body",)),
    Package("a header that is the properties", _exchanged(LINKS, ("header1.xml", f"../{CORE}")), ("body",)),
    Package("properties that are a header", _exchanged(PACKAGE_LINKS, (CORE, "word/header1.xml")), ("body",)),
    Package("footnotes as they stand in the file", _exchanged(FOOTNOTES, ("{{ namn }}", "<![CDATA[{{ namn }}]]>"))),
    Package("footnotes in another encoding", _exchanged(FOOTNOTES, ('encoding="UTF-8"', 'encoding="UTF-7"'))),
    Package(
        "footnotes with an entity",
        _exchanged(FOOTNOTES, ("<w:footnotes", '<!DOCTYPE w [<!ENTITY e "<w:br/>">]><w:footnotes'), ("{{", "&e;{{")),
    ),
]
SMUGGLED = [
    Package("a field that hides in text", _body(f"<w:p>{BEGIN}{_text('{{ namn }}')}{DDE}{END}</w:p>")),
    Package(
        "a paragraph's tag in a picture takes the harmless half of a code",
        _field(BOX, _picture("{{p namn }}"), _code("QUOTE"), BOX),
    ),
    Package(
        "a paragraph's tag in a code takes the code",
        _field(BOX, _code("QUOTE", "w:name='{{p namn }}'"), BOX),
    ),
    Package(
        "a tag that trims in a picture takes what stands before and after",
        _field(_text(" "), _code("QUOTE"), _picture("{%- if nej %}{% endif -%}"), _text(" ")),
    ),
    Package(
        "a block from picture to picture takes what stands between",
        _field(_picture("{% if nej %}" + _NO_ENDIF), _code("QUOTE"), _picture(_NO_IF + "{% endif %}")),
    ),
    Package("a run's tag in a picture", _body(f"<w:p>{_picture('{{r namn }}')}</w:p>")),
    Package("a span that makes elements", _cell(f"{{% colspan {_INJECTED} %}}"), ("header",)),
    Package("a colour that makes elements", _cell(f"{{% cellbg {_INJECTED} %}}"), ("header",)),
    Package("a span with an escape of its own", _cell(r"{% colspan \z %}"), ("header",)),
    Package("a colour with a group of its own", _cell(r"{% cellbg \1 %}"), ("header",)),
    Package("references that become a tag's end", _cell("{{ '}}<w:altChunk/>{{' }}"), ("header",)),
]
PACKAGES = [*PROPERTIES, *BODIES, *PARTS, *SMUGGLED]
