"""docxtpl's own output, and how ours differs from it, part by part."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import rich_values
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, Template
from lxml import etree


class Remembering(Environment):
    """Jinja as it is, save that it compiles a source once: half of docxtpl's time is spent there."""

    @lru_cache(maxsize=256)  # noqa: B019 (the two below live as long as the tests)
    def from_string(self, source: str) -> Template:  # type: ignore[override]  # docxtpl gives no more than the source
        return super().from_string(source)


STRICT = Remembering(autoescape=True, undefined=StrictUndefined)
UNESCAPED = Remembering(undefined=StrictUndefined)  # for the core properties, which lxml escapes
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
PROVENANCE = "docProps/custom.xml"
SHOWN = 60

Parts = dict[str, bytes]


def rendered(template: bytes, context: Mapping[str, Any], environment: Environment = STRICT) -> bytes:
    """Return what docxtpl makes, with the core properties escaped once (it escapes twice when values are escaped)."""
    made, target = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    made.init_docx()
    core = made.docx.core_properties
    sources = {name: getattr(core, name) for name in PROPERTIES}
    filled = rich_values.made(context, lambda value: value.of_docxtpl(made))
    made.render(filled, jinja_env=environment)
    for name, source in sources.items():
        setattr(core, name, source)
    made.render_properties(filled, UNESCAPED)
    made.save(target)
    return target.getvalue()


def as_it_is(template: bytes, context: Mapping[str, Any], environment: Environment | None = None) -> bytes:
    """Return what docxtpl makes as most people call it: nothing escaped, a missing name prints nothing."""
    made, target = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    made.render(dict(context), jinja_env=environment)
    made.save(target)
    return target.getvalue()


def parts(content: bytes) -> Parts:
    """Return the parts of a Word file; one that is there twice (docxtpl does that) must be the same both times."""
    found: Parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for member in package.infolist():
            part = package.read(member)
            assert found.setdefault(member.filename, part) == part, f"{member.filename} is there twice"
    return found


def differences(ours: bytes, theirs: bytes) -> list[str]:
    """Return one line for each part that differs, with the first place where it does."""
    mine, other = parts(ours), parts(theirs)
    names = sorted((mine.keys() | other.keys()) - {PROVENANCE})
    found = [line for name in names if (line := _difference(name, mine.get(name), other.get(name)))]
    lost = _properties(other.get(PROVENANCE)) ^ _properties(mine.get(PROVENANCE))
    return found + [f"{PROVENANCE}: {sorted(lost)}"] * bool(lost)


def _properties(custom: bytes | None) -> set[bytes]:
    """Return the custom properties, docgen's own left out."""
    rows = [] if custom is None else etree.fromstring(custom).xpath("*[not(starts-with(@name, 'docgen.'))]")
    return {etree.tostring(row, method="c14n", exclusive=True, with_tail=False) for row in rows}


def _difference(name: str, mine: bytes | None, other: bytes | None) -> str:
    if mine == other:
        return ""
    if mine is None or other is None:
        return f"{name}: only {'docxtpl' if mine is None else 'docgen'} has it"
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        return _set_difference(name, mine, other)
    first, second = normal(name, mine), normal(name, other)
    return "" if first == second else f"{name}: {_first(first, second)}"


def _set_difference(name: str, mine: bytes, other: bytes) -> str:
    only = rows(mine) ^ rows(other)
    own = {row for row in only & rows(mine) if PROVENANCE in str(row)}
    return f"{name}: {sorted(only - own)}" if only - own else ""


@lru_cache(maxsize=256)
def rows(content: bytes) -> frozenset[tuple[str, ...]]:
    """Return the relationships or content types of a part, in no order."""
    names = ("Id", "Type", "Target", "TargetMode", "Extension", "PartName", "ContentType")
    return frozenset(
        (etree.QName(element).localname, *(element.get(name, "") for name in names))
        for element in etree.fromstring(content)
    )


@lru_cache(maxsize=256)
def normal(name: str, content: bytes) -> bytes:
    """Return a part as it is compared: XML in exclusive C14N with the prefixes of its root, the rest as it is."""
    if not name.endswith(".xml"):
        return content
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError as error:
        return f"NOT XML: {error}".encode()
    declared = repr(sorted(root.nsmap.items(), key=str))
    return bytes(etree.tostring(root, method="c14n", exclusive=True)) + declared.encode()


def _first(mine: bytes, other: bytes) -> str:
    place = next(_places(mine, other))
    start = max(place - SHOWN // 3, 0)
    shown = (text[start : place + SHOWN].decode(errors="replace") for text in (mine, other))
    return "at {}: docgen {!r}, docxtpl {!r}".format(place, *shown)


def _places(mine: bytes, other: bytes) -> Iterator[int]:
    """Yield where the two differ; the end of the shorter one when it begins the longer."""
    yield from (place for place, pair in enumerate(zip(mine, other, strict=False)) if pair[0] != pair[1])
    yield min(len(mine), len(other))
