"""The symbol fonts of Word: which real character stands where in them."""
# ruff: noqa: RUF001 (the tables are of such characters)

from typing import Final

PLAIN_FAMILY, SIGN_FAMILY = "Arial", "DejaVu Sans"
"""The family of a symbol that every text font has, and of one that only a font of signs has."""

_SYMBOL_LOW: Final = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\0αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_WINGDINGS: Final = {
    0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x37: "⌨",
    0x3E: "✇", 0x3F: "✍", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺",
    0x4C: "☹", 0x51: "✈", 0x52: "☼", 0x54: "❄", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9E: "·", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xD5: "⌫", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_WINGDINGS_3: Final = {0x7D: "▶", 0x22: "→", 0x21: "←"}
_SYMBOL: Final = {
    **{0x20 + place: sign for place, sign in enumerate(_SYMBOL_LOW) if sign != "\0"},
    **{0xA0 + place: sign for place, sign in enumerate(_SYMBOL_HIGH) if sign != "\0"},
}
_FONTS: Final = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": {},
    "zapfdingbats": {},
    "zapf dingbats": {},
    "marlett": {},
}
_LATIN_1: Final = 0xFF
_PRIVATE: Final = range(0xF000, 0xF100)
_EVERYWHERE: Final = frozenset("•▪■□●○·–—−→←↑↓↔≤≥≠≈∞√∂∑∏×÷°±®©™€…")


def is_symbol_font(family: str) -> bool:
    """Tell whether a font has signs where others have letters."""
    return family.casefold() in _FONTS


def sign(family: str, code: int) -> str | None:
    """Return the real character that a symbol font shows for a code, None when it is not known."""
    place = code - _PRIVATE.start if code in _PRIVATE else code
    font = _FONTS.get(family.casefold())
    if font is None:
        return None if code in _PRIVATE else chr(code)
    if place in font:
        return font[place]
    return " " if place == ord(" ") else _already_real(code)


def _already_real(code: int) -> str | None:
    """Return a code above Latin-1 as the character it is: Word keeps "•" in Symbol as it stands."""
    return chr(code) if code > _LATIN_1 and code not in _PRIVATE else None


def signs(family: str, text: str) -> str | None:
    """Return a text in a symbol font in real characters, None when one of them is not known."""
    found = [sign(family, ord(one)) for one in text]
    return None if None in found else "".join(one or "" for one in found)


def family_of(text: str) -> str:
    """Return a family that has all the signs of a text."""
    return PLAIN_FAMILY if all(one in _EVERYWHERE or one.isascii() for one in text) else SIGN_FAMILY
