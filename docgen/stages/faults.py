"""The faults of a template, told to a person who knows Word or to a program."""

from collections.abc import Iterator

from docgen.errors import Severity
from docgen.messages import Messages
from docgen.templating.fault import Fault, Place
from docgen.templating.verdict import NamedPart, Verdict


def lines(verdict: Verdict, messages: Messages) -> Iterator[str]:
    """Yield the lines that tell each fault: where, what, the words around, why and what to do."""
    for fault in verdict.faults:
        code, facts = fault.code, fault.facts
        word, found = messages.word(fault.severity.value), where(fault.place, verdict, messages)
        yield f"{word} {code}, {found}: {messages.what(code, facts)}"
        if fault.place.words:
            yield f"  {messages.word('lyder')}: {fault.place.words}"
        yield f"  {messages.word('varfor')}: {messages.why(code)}"
        yield f"  {messages.word('gor')}: {messages.remedy(code, facts)}"


def summary(verdict: Verdict, messages: Messages) -> str:
    """Return the last line of an examination: whether the template can be used, and how much there is to say of it."""
    counts = {one.name.lower(): str(verdict.count(one)) for one in Severity}
    key = "mall_godkand" if verdict.usable else "mall_underkand"
    return messages.word(key, fil=str(verdict.path), **counts)


def where(place: Place, verdict: Verdict, messages: Messages) -> str:
    """Return a place as a person who knows Word says it: ``Brödtext, stycke 14, tabell 2, rad 3, cell 1``."""
    part = next((one for one in verdict.parts if one.name == place.part and _says(one, place)), None)
    said = [called(part, messages) if part else _elsewhere(place, messages)]
    if place.paragraph:
        said.append(messages.word("stycke", stycke=str(place.paragraph)))
    if place.table:
        cell = {"tabell": str(place.table), "rad": str(place.row), "cell": str(place.cell)}
        said.append(messages.word("tabellcell", **cell))
    return ", ".join(said)


def _says(part: NamedPart, place: Place) -> bool:
    """Tell whether the words of a place are those of a document property; every other part is known by its name."""
    return not part.says or bool(place.words and part.says.startswith(place.words.removesuffix("…")))


def called(part: NamedPart, messages: Messages) -> str:
    """Return what a part is called, with its section where the document has more than one."""
    section = messages.word("avsnitt", avsnitt=str(part.section)) if part.section else ""
    return messages.word(part.word) + (f", {section}" if section else "")


def _elsewhere(place: Place, messages: Messages) -> str:
    return messages.word("annan_del", namn=place.part) if place.part else messages.word("hela_mallen")


def as_data(verdict: Verdict, messages: Messages) -> dict[str, object]:
    """Return the examination as plain data for ``--json``."""
    return {
        "fil": str(verdict.path),
        "godkand": verdict.usable,
        **{f"antal_{one.value}": verdict.count(one) for one in Severity},
        "fynd": [_finding(fault, verdict, messages) for fault in verdict.faults],
    }


def _finding(fault: Fault, verdict: Verdict, messages: Messages) -> dict[str, object]:
    place = fault.place
    return {
        "kod": fault.code,
        "allvar": fault.severity.value,
        "plats": where(place, verdict, messages),
        "del": place.part,
        "stycke": place.paragraph,
        "tabell": place.table,
        "rad": place.row,
        "cell": place.cell,
        "text": place.words,
        "vad": messages.what(fault.code, fault.facts),
        "gor": messages.remedy(fault.code, fault.facts),
    }
