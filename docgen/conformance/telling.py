"""The findings of a PDF told to a person who knows Word, or to a program."""

from collections.abc import Iterator, Mapping, Sequence

from docgen.conformance.finding import Finding, Place, Rule
from docgen.errors import Facts, Severity
from docgen.messages import Messages

MAX_PLACES = 8
Group = tuple[Finding, list[Place]]


def lines(found: Sequence[Finding], messages: Messages) -> Iterator[str]:
    """Yield the lines that tell each kind of fault once: what, its numbers, where, why and what to do."""
    for one, places in _grouped(found):
        facts = _in_words(one.facts, messages)
        yield f"{messages.word(one.severity.value)} {one.code}: {messages.what(one.code, facts)}"
        yield f"  {messages.word('pdf_var')}: {_places(places, messages)}"
        yield f"  {messages.word('varfor')}: {messages.why(one.code)}"
        yield f"  {messages.word('gor')}: {messages.remedy(one.code, facts)}"
        yield f"  {messages.word('grund')}: {'; '.join(numbers(one.rule))}"


def numbers(rule: Rule) -> list[str]:
    """Return the condition and the clauses as one cites them."""
    matterhorn = [f"Matterhorn {rule.number}"] if "-" in rule.number else []
    clauses = [f"ISO 14289-1, {rule.ua}"] if rule.ua else []
    clauses += [f"ISO 19005-2, {rule.archive}"] if rule.archive else []
    return matterhorn + clauses


def summary(file: str, found: Sequence[Finding], messages: Messages) -> str:
    """Return the last line: whether the file passes, how much was found, and what was tested."""
    counts = {one.name.lower(): str(sum(each.severity is one for each in found)) for one in Severity}
    return messages.word("pdf_godkand" if passes(found) else "pdf_underkand", fil=file, **counts)


def passes(found: Sequence[Finding]) -> bool:
    """Return whether nothing that was found breaks a standard."""
    return all(one.severity is not Severity.ERROR for one in found)


def as_data(file: str, found: Sequence[Finding], messages: Messages) -> dict[str, object]:
    """Return the findings of a file as plain data for ``--json``."""
    return {"fil": file, "godkand": passes(found), "fynd": [_data(one, messages) for one in found]}


def verdicts(said: Mapping[str, bool | None], messages: Messages) -> str:
    """Return what veraPDF says of each standard, beside ours."""
    words = {True: messages.word("pdf_ja"), False: messages.word("pdf_nej"), None: messages.word("pdf_inget_svar")}
    return "veraPDF: " + ", ".join(f"{flavour} {words[verdict]}" for flavour, verdict in said.items())


def _data(one: Finding, messages: Messages) -> dict[str, object]:
    facts = _in_words(one.facts, messages)
    return {
        "kod": one.code,
        "nummer": one.matterhorn,
        "iso_14289_1": one.rule.ua,
        "iso_19005_2": one.rule.archive,
        "plats": _place(one.place, messages),
        "sida": one.place.page or None,
        "allvar": one.severity.value,
        "vad": messages.what(one.code, facts),
        "gor": messages.remedy(one.code, facts),
    }


def _grouped(found: Sequence[Finding]) -> list[Group]:
    """Return the findings of one rule with the same facts as one, in the order of the first of each."""
    groups: dict[tuple[Rule, tuple[tuple[str, str], ...]], Group] = {}
    for one in found:
        groups.setdefault((one.rule, tuple(sorted(one.facts.items()))), (one, []))[1].append(one.place)
    return list(groups.values())


def _in_words(facts: Facts, messages: Messages) -> Facts:
    return {key: messages.word(fact) if key == "orsak" else fact for key, fact in facts.items()}


def _places(places: Sequence[Place], messages: Messages) -> str:
    said = list(dict.fromkeys(_place(one, messages) for one in places))
    more = len(said) - MAX_PLACES
    shown = ", ".join(said[:MAX_PLACES])
    return messages.word("pdf_och_fler", platser=shown, antal=str(more)) if more > 0 else shown


def _place(place: Place, messages: Messages) -> str:
    """Return a place as a person says it: ``sida 3``, ``en tabell på sida 2``, ``typsnittet LiberationSans``."""
    part = f"{messages.word(place.part)} {place.name}".strip()
    if not place.page:
        return part
    page = f"{messages.word('pdf_sida')} {place.page}"
    return page if place.part == "pdf_sida" else messages.word("pdf_pa_sidan", vad=part, sida=page)
