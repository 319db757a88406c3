"""What one tag says in the template language, read alone, so that an error in one hides none in another."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from docgen.templating.lint.near import nearest
from docgen.templating.lint.syntax import Problem, unreadable
from docgen.templating.lint.tag import CELL_TAGS, CLOSES, FORBIDDEN, OPENS, Shape, Tag, shown
from docgen.templating.sandbox import FILTERS, TESTS, Sandbox

_JINJA = Environment(autoescape=True)
_SANDBOX = Sandbox()

_REFUSED = {
    "Call": "mall_anrop",
    "Dict": "mall_tabell",
    "Getitem": "mall_beraknad_nyckel",
    "Pow": "mall_potens",
    "For": "mall_rekursiv",
    "Filter": "mall_attribut_i_filter",
    "FilterBlock": "mall_attribut_i_filter",
    "Name": "mall_inre_namn",
}
_UNREAD = frozenset({"Nesting", "Length"})
_AS_FILTER = {"strip": "trim", "len": "length", "count": "length", "str": "trim"}


def spoken(tag: Tag, macros: Collection[str] = ()) -> nodes.Node | Problem | None:
    """Return what a tag says as Jinja's tree, or why it says nothing; None for a tag that needs no words.

    ``macros`` are those that it may call.
    """
    if tag.shape is Shape.PRINT:
        return _read(f"{{{{ {tag.code} }}}}", tag, macros) if tag.code else Problem("M-28", {"orsak": "mall_tom"})
    if tag.word in FORBIDDEN:
        return Problem("M-43", {"orsak": "mall_kommando", "ord": tag.word, "ratt": "mall_ta_bort_taggen"})
    if tag.word in CLOSES or tag.word in {"else", "vm", "hm", "raw"}:
        extra = tag.rest.strip(": ") if tag.word == "else" else tag.rest
        facts = {"orsak": "mall_mer_efter", "stod": shown(extra), "ratt": tag.like(tag.word)}
        return Problem("M-28", facts) if extra else None
    if tag.word in CELL_TAGS:
        return _read(f"{{{{ {tag.rest} }}}}", tag, macros)
    word = "if" if tag.word == "elif" else tag.word
    end = f"{{% {OPENS[word]} %}}" if tag.opens or tag.word == "elif" else ""
    return _read(f"{{% {word} {tag.rest} %}}{end}", tag, macros)


def _read(source: str, tag: Tag, macros: Collection[str]) -> nodes.Node | Problem:
    called = "".join(f"{{% macro {name}() %}}{{% endmacro %}}" for name in sorted(macros) if f"{name}(" in source)
    found = _parsed(called + source)
    if isinstance(found, str):
        return unreadable(tag, found)
    tree, refused = found
    if tree is None:
        return Problem("M-43", {"orsak": "mall_for_djupt", "ratt": "mall_mindre_djupt"})
    node = tree.body[-1]
    unknown = next(_unknown(node), None)
    if unknown:
        return unknown
    return _refusal(node, refused, macros) if refused else node


@lru_cache(maxsize=4096)
def _parsed(source: str) -> tuple[nodes.Template | None, str] | str:
    """Return the tree and what the sandbox refuses in it, or Jinja's own words for why there is no tree.

    There is no tree either of what is too long or too deep to be read.
    """
    try:
        tree = _JINJA.parse(source)
    except TemplateSyntaxError as error:
        return error.message or ""
    except (RecursionError, ValueError):
        return None, ""
    try:
        _SANDBOX.parse(source)
    except SecurityError as error:
        return None if str(error) in _UNREAD else tree, str(error)
    except TemplateSyntaxError:
        return tree, ""
    return tree, ""


def _unknown(tree: nodes.Node) -> Iterator[Problem]:
    """Yield the filters and tests that there are not."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        kind, listed = ("mall_filter", FILTERS) if isinstance(node, nodes.Filter) else ("mall_test", TESTS)
        if node.name not in listed:
            near = nearest(_AS_FILTER.get(node.name, node.name), sorted(listed))
            yield Problem("M-44", {"namn": node.name, "orsak": kind, **near})


def _refusal(tree: nodes.Node, refused: str, macros: Collection[str]) -> Problem:
    """Return what the sandbox refuses, and what can be written instead."""
    reason = _REFUSED.get(refused, "mall_annat")
    if refused != "Call":
        return Problem("M-43", {"orsak": reason, "ord": refused, "ratt": "mall_ta_bort_taggen"})
    call = next((one for one in tree.find_all(nodes.Call) if getattr(one.node, "name", "") not in macros), None)
    said, subject, method = _call(call)
    name = _AS_FILTER.get(method, method)
    if subject and name in FILTERS:
        return Problem(
            "M-43", {"orsak": reason, "ord": said, "ratt": "mall_skriv_koden", "kod": f"{{{{ {subject}|{name} }}}}"}
        )
    return Problem("M-43", {"orsak": reason, "ord": said, "ratt": "mall_ta_bort_anropet"})


def _call(call: nodes.Call | None) -> tuple[str, str, str]:
    """Return a call as it is written, what it is about and what it is called."""
    if call is None:
        return "()", "", ""
    about = call.args[0] if call.args else None
    if isinstance(call.node, nodes.Getattr):
        subject, method = dotted(call.node.node), call.node.attr
        return f"{subject}.{method}()", subject, method
    method = dotted(call.node)
    return f"{method}()", dotted(about) if about else "", method


def dotted(node: nodes.Node | None) -> str:
    """Return a name as it is written, with the names in it after points; empty when ``node`` is something else."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            inner = dotted(node.node)
            return f"{inner}.{node.attr}" if inner else ""
        case nodes.Getitem(arg=nodes.Const(value=key)):
            inner = dotted(node.node)
            return f"{inner}.{key}" if inner and isinstance(key, str) else f"{inner}[{key}]" if inner else ""
    return ""
