"""Why Jinja cannot read a tag, as a person who writes templates can understand it."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.templating.lint.tag import Tag, shown

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LOGIC = re.compile(r"&&?|\|\||!(?!=)")
_ONE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
_STRANGE = re.compile(r"unexpected char (.+) at \d+", re.DOTALL)
_GOT = re.compile(r"got '(.+)'", re.DOTALL)
_AT_END = re.compile(r"(?:got|unexpected) 'end of|expected name or number")
_AS_JINJA = {
    "och": "and",
    "eller": "or",
    "inte": "not",
    "ej": "not",
    "är": "==",
    "i": "in",
    "annars": "else",
    "om": "if",
    "and": "and",
    "or": "or",
    "not": "not",
    "in": "in",
    "if": "if",
    "else": "else",
    "is": "is",
    "&&": "and",
    "&": "and",
    "||": "or",
    "!": "not",
}
_INSTEAD = {
    **dict.fromkeys("–—−‐‑", "-"),  # noqa: RUF001 (the dashes that Word puts in)
    **dict.fromkeys("„‟«»″“”", '"'),
    **dict.fromkeys("‚´`′‘’", "'"),  # noqa: RUF001 (the quotes that Word puts in)
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "…": "...",
}
_FORMS = {
    "for": ("mall_form_for", re.compile(r"[^\W\d]\w*(\s*,\s*[^\W\d]\w*)*\s+in\s+\S")),
    "set": ("mall_form_set", re.compile(r"[^\W\d]\w*\s*(=\s*\S|$)")),
    "macro": ("mall_form_macro", re.compile(r"[^\W\d]\w*\s*\(.*\)\s*$")),
}


@dataclass(frozen=True)
class Problem:
    """Why a tag cannot be read: the code of the fault and its facts."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Case:
    """A tag that cannot be read: what it says outside quotes, Jinja's words, and what Jinja met."""

    tag: Tag
    code: str
    words: str
    got: str


def unreadable(tag: Tag, words: str) -> Problem:
    """Return why ``tag`` cannot be read; ``words`` are Jinja's own, which no reader sees."""
    got = _GOT.search(words)
    case = _Case(tag, _QUOTED.sub("", tag.code), words, got[1] if got else "")
    for reason in (_strange, _quotes, _logic, _one_equals, _brackets, _swedish, _form, _nothing):
        if problem := reason(case):
            return problem
    return _because("mall_hor_inte_dit", stod=shown(case.got)) if case.got else _because("mall_olasligt")


def _because(reason: str, **facts: str) -> Problem:
    return Problem("M-28", {"orsak": reason, **facts})


def _quotes(case: _Case) -> Problem | None:
    return _because("mall_citattecken") if re.search("[\"']", case.code) else None


def _logic(case: _Case) -> Problem | None:
    found = _LOGIC.search(case.code)
    return _because("mall_skriv_ordet", stod=found[0], ordet=_AS_JINJA[found[0]]) if found else None


def _one_equals(case: _Case) -> Problem | None:
    compares = case.tag.word != "set" and "(" not in case.code
    return _because("mall_ett_likhetstecken") if compares and _ONE_EQUALS.search(case.code) else None


def _strange(case: _Case) -> Problem | None:
    found = _STRANGE.fullmatch(case.words)
    sign = str(ast.literal_eval(found[1])) if found else ""
    if sign in {"", "&", "!", '"', "'"}:
        return None
    if not sign.isprintable():
        return Problem("M-24", {"fynd": "mall_osynligt", "ratt": "mall_ta_bort_tecknet"})
    if sign in _INSTEAD:
        return Problem("M-24", {"fynd": sign, "ratt": "mall_skriv_tecknet", "tecknet": _INSTEAD[sign]})
    return Problem("M-24", {"fynd": sign, "ratt": "mall_ta_bort_tecknet"})


def _brackets(case: _Case) -> Problem | None:
    uneven = any(case.code.count(begin) != case.code.count(end) for begin, end in ("()", "[]"))
    return _because("mall_parenteser") if uneven else None


def _swedish(case: _Case) -> Problem | None:
    right = _AS_JINJA.get(case.got.lower(), case.got)
    return _because("mall_skriv_ordet", stod=case.got, ordet=right) if right != case.got else None


def _form(case: _Case) -> Problem | None:
    reason, right = _FORMS.get(case.tag.word, ("", None))
    return _because(reason) if right and not right.match(case.tag.rest) else None


def _nothing(case: _Case) -> Problem | None:
    return _because("mall_nagot_saknas") if _AT_END.search(case.words) else None
