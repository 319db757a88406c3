"""What a template may measure: more or longer tags than anybody writes take longer to read than the rest of a run."""

import re

from jinja2.exceptions import SecurityError

MOST_TAGS = 5_000
MOST_STRAY_ENDS = 20
LONGEST_TAG = 4_000
LONGEST_TAG_IN_RUNS = 40_000
"""A tag of which each letter was formatted on its own, as Word sometimes keeps them."""

_MARK = re.compile(r"(?P<start>{{|{%|{#)|}}|%}|#}")
_XML = re.compile(r"<[^<>]*>")
_SPACES = re.compile(r"\s{50}")
_MERGE_IN_A_TAG = re.compile(r"<[^<>]*{%\s*[hv]m\s*%}")


def refuse_large(source: str) -> None:
    """Raise SecurityError when a part, or a property, holds tags that would take long to read.

    docxtpl and Jinja look for tags with patterns that try again from every place; these are the shapes on which that
    takes minutes.
    """
    starts, ends, opened = 0, 0, None
    for mark in _MARK.finditer(source):
        if opened is not None:
            _refuse_long(source[opened : mark.start()])
        is_start = mark.group("start") is not None
        starts, ends = starts + is_start, ends + (not is_start)
        if starts > MOST_TAGS or ends > starts + MOST_STRAY_ENDS:
            raise SecurityError("Length")
        opened = mark.end() if is_start else None
    if opened is not None:
        _refuse_long(source[opened:])
    if _MERGE_IN_A_TAG.search(source):
        raise SecurityError("Merge")


def _refuse_long(tag: str) -> None:
    if len(tag) > LONGEST_TAG_IN_RUNS:
        raise SecurityError("Length")
    text = _XML.sub("", tag)
    if len(text) > LONGEST_TAG or _SPACES.search(text):
        raise SecurityError("Length")
