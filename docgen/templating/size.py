"""What a template may measure: more or longer tags than anybody writes take longer to read than the rest of a run."""

import re
from collections.abc import Iterator

from jinja2.exceptions import SecurityError

MOST_TAGS = 5_000
MOST_STRAY_ENDS = 20
MOST_TAG_TEXT = 200_000
LONGEST_TAG = 4_000
LARGEST_PART = 2_000_000
"""A part of a template, in characters of XML: a document of a hundred pages."""

_MARK = re.compile(r"(?P<start>{{|{%|{#)|}}|%}|#}")
_XML = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"\s{50}")
_CELL_LOOK = re.compile(r"<w:tcPr\b.*?</w:tcPr>", re.DOTALL)
_MERGE = re.compile(r"{%\s*[hv]m\s*%}")
_LOOK_WITH_ESCAPE = re.compile(r"{%\s*(?:colspan|cellbg)[^%]*\\")


def refuse_large(*sources: str) -> None:
    """Raise SecurityError when the parts of a template hold tags that would take long to read, or do what no tag may.

    docxtpl and Jinja look for tags with patterns that try again from every place; these are the shapes on which that
    takes minutes. A tag counts as it reads when its formatting is taken away, which is how docxtpl sees it, and as it
    stands in an attribute.
    """
    tags = [tag for source in sources for form in (_XML.sub("", _small(source)), source) for tag in _tags(form)]
    if len(tags) > 2 * MOST_TAGS or sum(map(len, tags)) > 2 * MOST_TAG_TEXT:
        raise SecurityError("Length")
    for source in sources:
        for look in _CELL_LOOK.findall(source):
            if _MERGE.search(look) or _MERGE.search(_XML.sub("", look)):
                raise SecurityError("Merge")
        if _LOOK_WITH_ESCAPE.search(_XML.sub("", source)):
            raise SecurityError("Merge")


def _small(source: str) -> str:
    if len(source) > LARGEST_PART:
        raise SecurityError("Length")
    return source


def _tags(source: str) -> Iterator[str]:
    """Yield the text of each tag, also of one that is not ended."""
    opened, stray = None, 0
    for mark in _MARK.finditer(source):
        if opened is not None:
            yield _reasonable(source[opened : mark.start()])
        elif mark.group("start") is None:
            stray += 1
            if stray > MOST_STRAY_ENDS:
                raise SecurityError("Length")
        opened = mark.end() if mark.group("start") is not None else None
    if opened is not None:
        yield _reasonable(source[opened:])


def _reasonable(tag: str) -> str:
    """Return a tag without what formatting it has."""
    text = _XML.sub("", tag)
    if len(text) > LONGEST_TAG or _SPACES.search(text):
        raise SecurityError("Length")
    return text
