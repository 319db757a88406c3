"""What a template must print and does not, and what it could print and does not."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from docgen.errors import Severity
from docgen.templating.contract import Contract, Field, Sort
from docgen.templating.lint.ledger import Ledger
from docgen.templating.lint.names import Usage
from docgen.templating.lint.value import leaves
from docgen.templating.names import Name, names


def judge(contract: Contract, usage: Usage, ledger: Ledger) -> None:
    """Tell of each required path that is never printed, and last of the other names that are never used.

    What is not used is told of a template without errors only: a tag that cannot be read perhaps uses it.
    """
    known = {name.path: name for name in names(contract)}
    missing = [path for path in contract.required if not _is_printed(path, usage)]
    for paths in _together(missing, contract.required):
        _tell_missing(paths, contract, known, ledger)
    unused = list(_unused(contract.names, "", usage, missing))
    if unused and not any(fault.severity is Severity.ERROR for fault in ledger.faults()):
        facts = {"namn": ", ".join(unused), "antal": str(len(unused))}
        ledger.tell_last("M-46", Severity.NOTE, **facts)


def _is_printed(path: str, usage: Usage) -> bool:
    """Tell whether something is printed at ``path``; what has been misspelt counts as what it was meant for."""
    whole = any(one.endswith("*") and path.startswith(one[:-1]) for one in usage.printed)
    return whole or path in usage.printed or any(path.endswith(end) for end in usage.loose)


def _together(missing: Sequence[str], required: Sequence[str]) -> Iterator[list[str]]:
    """Yield the missing paths: those of one part of the document together, when nothing of it is printed."""
    roots = dict.fromkeys(_root(path) for path in missing)
    for root in roots:
        lost = [path for path in missing if _root(path) == root]
        if len(lost) == sum(_root(path) == root for path in required):
            yield lost
        else:
            yield from ([path] for path in lost)


def _root(path: str) -> str:
    return path.partition(".")[0].removesuffix("[]")


def _tell_missing(paths: Sequence[str], contract: Contract, known: Mapping[str, Name], ledger: Ledger) -> None:
    """Tell of required paths that are not printed, by what they are for, and how each can be written."""
    written = [known[path] for path in paths if path in known]
    facts = {
        "falt": ", ".join(paths),
        "del": contract.names[_root(paths[0])].description,
        "beskrivning": "; ".join(known[one.path.removesuffix("[]")].field.description for one in written),
        "ratt": _example(written),
    }
    ledger.tell_last("M-45", Severity.ERROR, **facts)


def _example(names: Sequence[Name]) -> str:
    """Return the tags that print some names, with the loops and conditions that must stand around them."""
    said: list[str] = []
    around: list[str] = []
    for name in (*names, None):
        wanted = list(name.inside) if name else []
        shared = next((at for at, pair in enumerate(zip(around, wanted, strict=False)) if pair[0] != pair[1]), None)
        kept = min(len(around), len(wanted)) if shared is None else shared
        said += [_end(one) for one in reversed(around[kept:])] + wanted[kept:] + ([name.prints] if name else [])
        around = wanted
    return " ".join(said)


def _end(tag: str) -> str:
    return "{%p endfor %}" if tag.startswith("{%p for") else "{%p endif %}"


def _unused(fields: Mapping[str, Field], before: str, usage: Usage, missing: Collection[str]) -> Iterator[str]:
    """Yield the paths that are never used; of a group or a list of which nothing is, only its own."""
    for name, field in fields.items():
        yield from _unused_at(f"{before}{name}", field, usage, missing)


def _unused_at(path: str, field: Field, usage: Usage, missing: Collection[str]) -> Iterator[str]:
    below = list(leaves(field, path))
    unused = [one for one, leaf in below if one not in missing and not _is_used(one, leaf, usage)]
    if len(unused) == len(below):
        yield path
    elif field.sort is Sort.GROUP:
        yield from _unused(field.names, f"{path}.", usage, missing)
    elif field.each is not None:
        yield from _unused_at(f"{path}[]", field.each, usage, missing)


def _is_used(path: str, field: Field, usage: Usage) -> bool:
    return path in usage.asked if field.sort is Sort.FLAG else _is_printed(path, usage)
