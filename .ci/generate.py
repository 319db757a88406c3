"""Writes what is made from code and samples: schemas/*.json, samples/export.jsonl, docs/rules.md and docs/errors.md.

``python .ci/generate.py`` writes them; with ``--check`` it only tells, by exit code 1, which are out of date.
"""

import copy
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Rule
from docgen.documents.schema import schema_of
from docgen.messages import Lang

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    "<!-- Skapad av make generated. Ändra texterna i docgen/messages.sv.toml eller reglerna i docgen/documents. -->\n"
)


def schemas() -> Iterator[tuple[Path, str]]:
    """Yield each schema file and its text."""
    for kind in KINDS.values():
        yield ROOT / "schemas" / f"{kind.slug}.schema.json", schema_of(kind)


def rules() -> str:
    """Return docs/rules.md: every rule with severity, basis, types and the sample that breaks it."""
    said = messages.of(Lang.SV)
    rows: dict[str, tuple[Rule, set[str]]] = {}
    for kind in KINDS.values():
        for rule in kind.rules:
            rows.setdefault(rule.id, (rule, set()))[1].add(kind.slug)
    columns = ("Regel", "Allvar", "Vad regeln säger", "Grund", "Dokumenttyp", "Exempel som bryter den")
    text = [HEAD, "# Regler\n", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    for name, (rule, slugs) in sorted(rows.items()):
        broken = [f"samples/invalid/{slug}/{name}.json" for slug in sorted(slugs)]
        shown = ", ".join(f"`{path}`" for path in broken if (ROOT / path).exists())
        cells = (name, rule.severity, said.why(name), rule.basis, ", ".join(sorted(slugs)), shown)
        text.append(f"| {' | '.join(cells)} |")
    return "\n".join(text) + "\n"


def errors() -> str:
    """Return docs/errors.md: every code with what, why and what to do."""
    said = messages.of(Lang.SV)
    intro = "`docgen explain KOD` säger samma sak. Luckorna inom klamrar fylls i av det enskilda felet.\n"
    text = [HEAD, "# Koder\n", intro]
    for code in said.codes():
        entry = said.table[code]
        text.append(f"## {code}\n\n{entry['vad']}\n\n*Varför:* {entry['varfor']}\n\n*Gör så här:* {entry['gor']}\n")
    return "\n".join(text)


PEOPLE = (
    ("Asta", "Provdal", "19880320-0016", "personnummer"),
    ("Birger", "Testlund", "19880320-0016", "personnummer"),
    ("Cornelia", "Exempelmark", "19701063-2391", "samordningsnummer"),
    ("Dragan", "Övning", "19640883-3231", "samordningsnummer"),
)
RECORDS = 40


def export() -> str:
    """Return samples/export.jsonl: every valid sample, and again under other names and numbers until there are 40."""
    samples = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("samples/[!i]*/*.json"))]
    lines = [_renumbered(samples[at % len(samples)], at // len(samples), at) for at in range(RECORDS)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _renumbered(sample: dict[str, Any], turn: int, at: int) -> dict[str, Any]:
    """Return ``sample`` as another matter about another person, or as it is the first time."""
    record: dict[str, Any] = copy.deepcopy(sample)
    record.pop("$schema", None)
    if turn == 0:
        return record
    for name, number in record["arende"].items():
        record["arende"][name] = f"{number}-{turn}"
    person = record.get("person", {})
    if person.get("skydd", "ingen") == "ingen" and person.get("id_typ") == "personnummer":
        old = f"{person['fornamn']} {person['efternamn']}"
        person["fornamn"], person["efternamn"], person["id_nummer"], person["id_typ"] = PEOPLE[at % len(PEOPLE)]
        new = f"{person['fornamn']} {person['efternamn']}"
        record["expedieras_till"] = [new if name == old else name for name in record["expedieras_till"]]
    return record


def main() -> int:
    """Write the files, or only check them; return the exit code."""
    single = {"samples/export.jsonl": export(), "docs/rules.md": rules(), "docs/errors.md": errors()}
    wanted = [*schemas(), *((ROOT / name, text) for name, text in single.items())]
    stale = [path for path, text in wanted if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path, text in wanted:
        if path in stale and "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        if path in stale:
            print(path.relative_to(ROOT))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
