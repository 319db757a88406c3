"""Writes what is made from code and samples: schemas/*.json, samples/export.jsonl, docs/rules.md and docs/errors.md.

``python .ci/generate.py`` writes them; with ``--check`` it only tells, by exit code 1, which are out of date.
"""

import json
import re
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from docgen import messages
from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Rule
from docgen.documents.schema import schema_of
from docgen.messages import Lang
from docgen.stages import write

ROOT = Path(__file__).resolve().parent.parent
HEAD = (
    "<!-- Skapad av make generated. Ändra texterna i docgen/messages.sv.toml eller reglerna i docgen/documents. -->\n"
)


def schemas() -> Iterator[tuple[Path, str]]:
    """Yield each schema file and its text."""
    for kind in KINDS.values():
        yield ROOT / "schemas" / f"{kind.slug}.schema.json", schema_of(kind)


AREAS = (
    ("Beslut och överklagande", r"R-[01]\d[a-z]?"),
    ("SIP och samverkan", r"R-(2\d|10\d)"),
    ("Uppföljning", r"R-3\d"),
    ("Danska blanketter", r"R-(4\d|63)"),
    ("Skyddade uppgifter, sekretess och nummer", r"R-(5\d|6\d)"),
    ("Bilagor", r"R-7\d"),
    ("Nämndens handlingar", r"R-(8\d|9\d)"),
    ("Språk", r"R-11\d"),
    ("Postens uppgifter", r".*"),
)
"""The headings of docs/rules.md, each with the ids that stand under it and under none before."""
INTRO = """Ett *fel* stoppar posten. En *varning* och en *upplysning* skrivs i rapporten, och dokumentet görs.
En varning kan godkännas i posten med ett skäl (`anmarkning_godkand`). I enstaka fall är en regel mildare eller
strängare än vad som står här; rapporten säger vad som gäller posten. Den sista kolumnen länkar till exemplet som
bryter regeln i varje dokumenttyp.

Grunderna: S0 är Malmös steg 14 om uppföljningskontakt, S1 och S2 danska Socialstyrelsens retningslinjer för opfølgning
och behandlingsplan, S3 processkartan för SIP och eftervård vid LVM och S4 ett protokollsutdrag från en socialnämnd.
Vad som är osäkert i rätten står i [0012](decisions/0012-osaker-ratt.md).
"""


def rules() -> str:
    """Return docs/rules.md: every rule with severity, basis, and the types that have it with what breaks it in each."""
    found: dict[str, dict[str, list[Rule]]] = {}
    for kind in KINDS.values():
        for rule in kind.rules:
            found.setdefault(rule.id, {}).setdefault(kind.slug, []).append(rule)
    text = [HEAD, "# Regler\n", INTRO, _types()]
    left = sorted(found, key=_in_order)
    for title, pattern in AREAS:
        named = [name for name in left if re.fullmatch(pattern, name)]
        left = [name for name in left if name not in named]
        if named:
            text += [f"\n## {title}\n", *_table(RULE_COLUMNS, [_row(name, found[name]) for name in named])]
    return "\n".join(text) + "\n"


RULE_COLUMNS = ("Regel", "Allvar", "Varför", "Grund", "Dokumenttyper, med det som bryter regeln")
TYPE_COLUMNS = ("Dokumenttyp", "Namn", "Uppgifter", "Regler", "Exempel")


def _row(name: str, types: dict[str, list[Rule]]) -> tuple[str, ...]:
    every = [rule for some in types.values() for rule in some]
    severity, basis = (dict.fromkeys(one) for one in ((one.severity for one in every), (one.basis for one in every)))
    shown = ", ".join(_broken(slug, name) for slug in types)
    return name, ", ".join(severity), messages.of(Lang.SV).why(name), "; ".join(basis), shown


def _broken(slug: str, rule: str) -> str:
    """Return the name of a type, as a link to the sample of it that breaks ``rule`` when there is one."""
    path = f"samples/invalid/{slug}/{rule}.json"
    return f"[{slug}](../{path})" if (ROOT / path).exists() else slug


def _types() -> str:
    """Return the table of all types: how many fields their records have, how many rules and valid samples."""
    rows = []
    for kind in KINDS.values():
        fields = sum(len(part.get("properties", {})) for part in _parts(json.loads(schema_of(kind))))
        samples = len(list((ROOT / "samples" / kind.slug).glob("*.json")))
        rows.append((kind.slug, kind.titel, str(fields), str(len({rule.id for rule in kind.rules})), str(samples)))
    return "\n".join(["## Dokumenttyper\n", *_table(TYPE_COLUMNS, rows)])


def _parts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema, *schema["$defs"].values()]


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in (columns, ["---"] * len(columns), *rows)]


def _in_order(name: str) -> tuple[str, int, str]:
    letter, number, suffix = re.split(r"-(\d+)", name)
    return letter, int(number), suffix


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
RECORDS = 100
NUMBERS = {"diarienummer", "arendenummer", "dnr"}


def export() -> str:
    """Return samples/export.jsonl: every valid sample of every type, and again as other matters until there are 100.

    A sample that would give a document of a name that another has given, as an extract of a protocol that is there
    too, is another matter from the first.
    """
    paths = [path for slug in sorted(KINDS) for path in sorted((ROOT / "samples" / slug).glob("*.json"))]
    samples = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    taken: set[str] = set()
    lines: list[dict[str, Any]] = []
    for at in range(max(RECORDS, len(samples))):
        turn, place = divmod(at, len(samples))
        again = (_again(samples[place], number, at) for number in count(turn))
        line = next(one for one in again if not taken & _stems(one))
        taken |= _stems(line)
        lines.append(line)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _stems(line: dict[str, Any]) -> set[str]:
    """Return the names of the documents that a record gives."""
    kind = KINDS[line["dokument"]["typ"]]
    record = kind.model.model_validate_json(json.dumps(line))
    return {write.stem(one) for one in (record, *(one.record for one in kind.foljer(record)))}


def _again(sample: dict[str, Any], turn: int, at: int) -> dict[str, Any]:
    """Return ``sample`` as another matter about another person, or as it is the first time."""
    record = {name: value for name, value in sample.items() if name != "$schema"}
    if turn == 0:
        return record
    numbers = sorted(set(_under(record, NUMBERS)), key=len, reverse=True)
    record = _changed(record, {number: f"{number}-{turn}" for number in numbers})
    return _renamed(record, *PEOPLE[at % len(PEOPLE)])


def _under(data: Any, names: Container[str]) -> Iterator[str]:  # noqa: ANN401 (any JSON)
    """Yield every text that stands under one of ``names``, at any depth."""
    for name, one in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if isinstance(one, str) and name in names:
            yield one
        yield from _under(one, names)


def _changed(data: Any, changes: Mapping[str, str]) -> Any:  # noqa: ANN401 (any JSON)
    """Return ``data`` with each old text exchanged for a new one, wherever it stands as a whole."""
    if isinstance(data, dict):
        return {name: _changed(one, changes) for name, one in data.items()}
    if isinstance(data, list):
        return [_changed(one, changes) for one in data]
    if not isinstance(data, str) or not changes:
        return data
    whole = "|".join(map(re.escape, changes))
    return re.sub(rf"(?<![\w/-])(?:{whole})(?![\w/-])", lambda found: changes[found[0]], data)


def _renamed(record: dict[str, Any], fornamn: str, efternamn: str, number: str, typ: str) -> dict[str, Any]:
    """Return the record about another person, where nothing keeps the name that it has."""
    person = record.get("person", {})
    if person.get("skydd", "ingen") != "ingen" or person.get("id_typ") != "personnummer":
        return record
    old = {"fornamn": person["fornamn"], "efternamn": person["efternamn"]}
    made: dict[str, Any] = _changed(record, {" ".join(old.values()): f"{fornamn} {efternamn}"})
    new = {"fornamn": fornamn, "efternamn": efternamn, "id_nummer": number, "id_typ": typ}
    others = json.dumps(made | {"person": None}, ensure_ascii=False)
    alone = any(re.search(rf"\b{re.escape(name)}", others) for name in (*old.values(), person["id_nummer"]))
    return record if alone else made | {"person": made["person"] | new}


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
