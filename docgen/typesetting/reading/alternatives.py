"""Which of several versions of a content Word would show (mc:AlternateContent)."""

from typing import Final

from docgen.typesetting.reading.names import MC, Element, W

_UNDERSTOOD: Final = frozenset(
    (
        *("w14", "w15", "w16", "w16cid", "w16cex", "w16se", "w16sdtdh", "w16du", "w16sdtfl"),
        *("wps", "wpg", "wpc", "wp14", "wpi", "a14", "aink", "am3d", "cx", "cx1", "v", "o", "wp"),
    )
)
"""The prefixes under which Word writes what it understands itself."""
_DRAWN: Final = (f"{W}drawing", f"{W}pict")
_CHOICE, _FALLBACK = f"{MC}Choice", f"{MC}Fallback"


def chosen(alternatives: Element) -> Element:
    """Return the first version that Word understands, else the last resort; itself, which is refused, without one."""
    for choice in alternatives.iterchildren(_CHOICE):
        if set(choice.get("Requires", "").split()) <= _UNDERSTOOD:
            return choice
    return next(alternatives.iterchildren(_FALLBACK), alternatives)


def is_drawn(alternatives: Element) -> bool:
    """Tell whether a version is a picture or a text box."""
    return any(one.tag in _DRAWN for version in alternatives for one in version)
