"""The tags of a part, found in the text as a person wrote it: also those that are written wrong."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.spelling import meant_shape, spelled
from docgen.templating.lint.story import Kind, Paragraph
from docgen.templating.lint.tag import LEVELS, Shape, Span, Tag, shown

_TOKEN = re.compile(r"(?P<close>#\}|\{ ?%\}|[}%]+[ \xa0]?\})|(?P<open>\{#|\{[ \xa0]?[{%]+)")
_LATE_SIGN = re.compile(r"([A-Za-z-]{0,2})%\s*(.*)", re.DOTALL)
_SHORT_END = re.compile(r"\}|%(?=\s|$)")
_SINGLE = re.compile(r"(?<!_)\{\s*([^{}]+?)\s*\}(?!_)")
_END_OF_RAW = re.compile(r"\{%[-+]?\s*endraw\b")
_STATEMENT = re.compile(
    r"%?\s*((?:(?:tr|tc|p|r)\s+)?(?:if\s|elif\s|for\s+\w+\s+in\s|(?:else|endif|endfor)\s*$).*)", re.DOTALL
)
_STATEMENT_LAST = re.compile(
    r"%?\s*\b((?:(?:tr|tc|p|r)\s+)?(?:if\s|elif\s|for\s+\w+\s+in\s|(?:else|endif|endfor)\s*$)[^{}%]*)$"
)
_NAME = re.compile(r"([^\W\d]\w*)(?:\.\w+)*")
_NAME_LAST = re.compile(r"(?:^|\s)([^\W\d]\w*(?:\.\w+)*)\s*$")
_FURTHEST = 3
"""Paragraphs that a tag may go on into and still be taken for one that is broken, not for one without an end."""


def scan(paragraphs: Sequence[Paragraph], known: Container[str], ledger: Ledger) -> list[Tag]:
    """Return the tags of a part in the order in which Jinja meets them; ``known`` are the first names there are."""
    found = _Scan(paragraphs, known, ledger)
    for index in range(len(paragraphs)):
        found.paragraph(index)
    return sorted(found.tags, key=lambda tag: tag.order)


class _Scan:
    """One way through the paragraphs of a part."""

    def __init__(self, paragraphs: Sequence[Paragraph], known: Container[str], ledger: Ledger) -> None:
        self.paragraphs, self.known, self.ledger = paragraphs, known, ledger
        self.tags: list[Tag] = []
        self.begun = [0] * len(paragraphs)
        self.raw = False

    def paragraph(self, index: int) -> None:
        at = self.paragraphs[index]
        position = self._after_raw(at, self.begun[index])
        while token := _TOKEN.search(at.text, position):
            self._single_braces(at, position, token.start())
            position = self._opened(index, token) if token["open"] else self._stray(at, position, token)
            position = self._after_raw(at, position)
        self._single_braces(at, position, len(at.text))

    def _after_raw(self, at: Paragraph, position: int) -> int:
        """Return where there are tags again: after the words that are to be printed as they stand."""
        end = _END_OF_RAW.search(at.text, position) if self.raw else None
        return position if not self.raw else end.start() if end else len(at.text)

    def _opened(self, index: int, token: re.Match[str]) -> int:
        """Take the tag that begins with ``token`` and return where it ends."""
        at = self.paragraphs[index]
        if token[0] == Shape.COMMENT:
            return self._comment(index, token)
        end = _TOKEN.search(at.text, token.end())
        if end and end["close"]:
            return self._whole(at, token, end)
        return self._unfinished(index, token, end.start() if end else len(at.text))

    def _whole(self, at: Paragraph, token: re.Match[str], end: re.Match[str]) -> int:
        """Take a tag that begins and ends in a paragraph; tell when its braces are not a pair or not of its shape."""
        inside = at.text[token.end() : end.start()]
        shape = meant_shape(inside, token[0], end[0], self.known)
        if (token[0], end[0]) != (shape, shape.end):
            self._braces(Span(at, token.start(), end.end()), shape, inside)
        else:
            self._take(Span(at, token.start(), end.end()), shape, inside)
        return end.end()

    def _unfinished(self, index: int, token: re.Match[str], limit: int) -> int:
        """Take a tag that has no end before ``limit``."""
        at = self.paragraphs[index]
        short = _SHORT_END.search(at.text, token.end(), limit)
        inside = at.text[token.end() : short.start() if short else limit]
        shape = meant_shape(inside, token[0], "", self.known)
        if short:
            self._braces(Span(at, token.start(), short.end()), shape, inside)
            return short.end()
        if limit == len(at.text) and self._goes_on(index, token, shape, inside):
            return limit
        self.ledger.tell("M-21", at, token.start(), tagg=shown(at.text[token.start() : limit]), slut=shape.end)
        self._take(Span(at, token.start(), limit), shape, inside, sound=False, cut=True)
        return limit

    def _goes_on(self, index: int, token: re.Match[str], shape: Shape, inside: str) -> bool:
        """Take a tag that ends in one of the next paragraphs; tell whether there is such an end."""
        at = self.paragraphs[index]
        for later in range(index + 1, min(index + 1 + _FURTHEST, len(self.paragraphs))):
            text = self.paragraphs[later].text
            end = _TOKEN.search(text)
            if self.paragraphs[later].kind is not Kind.TEXT or at.kind is not Kind.TEXT or (end and end["open"]):
                return False
            if end:
                code = f"{inside} {text[: end.start()]}"
                self.ledger.tell(
                    "M-23", at, token.start(), tagg=shown(f"{token[0]}{code}{end[0]}"), orsak="mall_delad_av_stycke"
                )
                self._take(Span(at, token.start(), len(at.text)), shape, code, sound=False)
                self.begun[index + 1 : later] = [len(one.text) for one in self.paragraphs[index + 1 : later]]
                self.begun[later] = end.end()
                return True
        return False

    def _comment(self, index: int, token: re.Match[str]) -> int:
        """Take a comment; one that goes on into later paragraphs of the same room takes them with it."""
        at, start = self.paragraphs[index], token.start()
        end = at.text.find("#}", token.end())
        if end >= 0:
            self._take(Span(at, start, end + 2), Shape.COMMENT, at.text[token.end() : end])
            return end + 2
        other = _TOKEN.search(at.text, token.end())
        if other and other["close"]:
            self._braces(Span(at, start, other.end()), Shape.COMMENT, at.text[token.end() : other.start()])
            return other.end()
        last = self._last_of_comment(index)
        if last is None:
            self.ledger.tell("M-21", at, start, tagg=shown(at.text[start:]), slut="#}")
            return len(at.text)
        self.begun[index + 1 : last] = [len(one.text) for one in self.paragraphs[index + 1 : last]]
        self.begun[last] = self.paragraphs[last].text.index("#}") + 2
        if self.paragraphs[last].home != at.home:
            self.ledger.tell("M-23", at, start, tagg=shown(at.text[start:]), orsak="mall_delad_av_ruta")
        return len(at.text)

    def _last_of_comment(self, index: int) -> int | None:
        """Return the paragraph in which a comment ends that does not end in its own, before another one begins."""
        if "{#" in self.paragraphs[index].text.partition("{#")[2]:
            return None
        for later in range(index + 1, len(self.paragraphs)):
            before, end, _ = self.paragraphs[later].text.partition("#}")
            if "{#" in before or self.paragraphs[later].kind is Kind.PROPERTY:
                return None
            if end:
                return later
        return None

    def _stray(self, at: Paragraph, position: int, token: re.Match[str]) -> int:
        """Take the end of a tag whose beginning is not there."""
        before = at.text[position : token.start()]
        brace = before.rfind("{")
        if " " in token[0] or "\xa0" in token[0]:
            return token.end()
        if brace >= 0:
            inside = _with_late_sign(before[brace + 1 :])
            self._braces(Span(at, position + brace, token.end()), meant_shape(inside, "", token[0], self.known), inside)
            return token.end()
        self.ledger.tell("M-22", at, token.start(), slut=token[0], text=shown(before[-30:] + token[0]))
        lost = (_STATEMENT_LAST if "%" in token[0] else _NAME_LAST).search(before)
        if lost and ("%" in token[0] or lost[1].split(".")[0] in self.known):
            shape = Shape.STATEMENT if "%" in token[0] else Shape.PRINT
            self._take(Span(at, position + lost.start(), token.end()), shape, lost[1], sound=False, cut=True)
        return token.end()

    def _single_braces(self, at: Paragraph, start: int, end: int) -> None:
        """Tell of single braces around what can only be meant as a tag."""
        for found in _SINGLE.finditer(at.text, start, end):
            inside = found[1]
            name = _NAME.fullmatch(inside)
            span = Span(at, found.start(), found.end())
            if statement := _STATEMENT.fullmatch(inside):
                self._braces(span, Shape.STATEMENT, statement[1])
            elif name and name[1] in self.known:
                self._braces(span, Shape.PRINT, inside)

    def _braces(self, span: Span, shape: Shape, inside: str) -> None:
        """Tell of wrong braces, and take the tag as it was meant."""
        code = inside.strip("{}%_ \xa0")
        space = "" if inside.startswith(("p ", "tr ", "tc ", "r ")) else " "
        right = f"{shape}{space}{shown(code)} {shape.end}"
        self.ledger.tell("M-20", span.at, span.start, tagg=shown(span.text), ratt=right)
        self._take(span, shape, f"{space}{code} ", sound=False)

    def _take(self, span: Span, shape: Shape, inside: str, *, sound: bool = True, cut: bool = False) -> None:
        tag = replace(spelled(span, shape, inside, self.ledger, sound=sound), cut=cut)
        self.raw = tag.word == "raw" if not self.raw else tag.word != "endraw"
        self.tags.append(tag)


def _with_late_sign(inside: str) -> str:
    """Return what stands in a tag whose ``%`` has come too late, after the prefix or a sign that does not belong."""
    found = _LATE_SIGN.fullmatch(inside)
    if not found:
        return inside
    return f"{found[1]} {found[2]}" if found[1] in LEVELS else found[2]
