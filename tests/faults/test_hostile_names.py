"""Names of hostile numbers: none leads out of the folder, none is one that file systems refuse, none takes another's.

``FAULTS=10`` makes 20 000 of them.
"""

import json
import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest
from batches import order
from canaries import samples
from sizes import size

from docgen.documents.catalogue import KINDS
from docgen.documents.record import Record
from docgen.documents.rule import Setting
from docgen.folder import held, logbooks
from docgen.logbook.book import Logbook
from docgen.logbook.seal import Sealer
from docgen.logbook.tables import Planned, Verdict
from docgen.outcome import Place
from docgen.plan import plan
from docgen.stages import validate, write
from docgen.stages.read import Raw

MANY = size(20_000, 600)
PIECES = (
    *(
        "..",
        "../",
        "/etc/passwd",
        "..\\",
        "C:",
        "C:\\x",
        "~",
        "~root",
        "$HOME",
        "%2e%2e%2f",
        "\x00",
        "\n",
        "\t",
        " ",
        ".",
    ),
    *("CON", "con", "NUL", "PRN", "AUX", "COM1", "lpt9", "nul.txt", "conin$", "COM¹", ".docgen", "-rf", "--", "|", "*"),
    *(
        "å",
        "a\u030a",
        "Å",
        "\u212b",
        "É",
        "E\u0301",
        "ß",
        "SS",
        "ﬁ",
        "fi",
        "İ",
        "i",
        "\u0131",
        "K",
        "\u212a",
        "\u017f",
        "s",
        "º",
    ),
    *(
        "\uff12",
        "²",
        "①",
        "٣",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u00a0",
        "\u2010",
        "–",
        "æ",
        "ø",
        "Σ",
        "ς",
        "\u03c3",
        "x" * 70,
        "9" * 300,
    ),
    *("SN 2026/1", "SN-2026-1", "sn 2026:1", "SN_2026_1", "2026", "_v2", "_akt", "_mottagare-02", "2026-03-03", "akt"),
)
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)")
ALLOWED = re.compile(r"[0-9A-Za-z._-]{1,255}")


def numbers(count: int) -> Iterator[str]:
    """Yield hostile numbers, each piece alone first."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    yield from PIECES
    for _ in range(count - len(PIECES)):
        yield chance.choice(("", " ", "/", "-")).join(chance.choices(PIECES, k=chance.randrange(1, 5)))


@pytest.fixture(scope="module")
def records(setting: Setting) -> Sequence[Record]:
    """Return a record of each kind, those with recipients and with records that follow among them."""
    found = []
    for files in samples().values():
        for file in files:
            raw = Raw(Place(file.name, 1), file.read_bytes())
            found.append(validate.record(raw, setting).record)
    return found


def numbered(record: Record, number: str) -> Record:
    """Return a record with another number, as no model would let it: the name must hold even then."""
    arende = record.arende.model_copy(update={"diarienummer": number, "arendenummer": None})
    return record.model_copy(update={"arende": arende})


def paths(record: Record, out: Path, *, spread: bool) -> Iterator[Path]:
    """Yield where all documents of a record would lie, those of the records that follow from it too."""
    kind = KINDS[record.dokument.typ]
    for one in (record, *(after.record for after in kind.foljer(record))):
        for kopia in KINDS[one.dokument.typ].kopior(one):
            yield write.path(out, write.stem(one), kopia, "pdf", spread=spread)


def as_one(path: PurePosixPath) -> str:
    """Return a path as a file system sees it that knows neither case nor the form of a letter."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", str(path)).casefold())


def test_no_name_leads_out_of_the_folder_or_is_no_name(records: Sequence[Record], tmp_path: Path) -> None:
    for at, number in enumerate(numbers(MANY)):
        record = numbered(records[at % len(records)], number)
        for path in paths(record, tmp_path, spread=bool(at % 2)):
            inside = path.relative_to(tmp_path)
            assert path.resolve().is_relative_to(tmp_path.resolve())
            assert inside.parts[0] not in {".docgen", ".", ".."}
            for part in inside.parts:
                assert ALLOWED.fullmatch(part), part
                assert not RESERVED.match(part)
                assert not part.startswith((".", "-"))
                assert not part.endswith((".", " "))


def planned(record: Record, at: int, out: Path) -> Planned:
    """Return a record as a plan sees it."""
    stems = [write.stem(record), *(write.stem(one.record) for one in KINDS[record.dokument.typ].foljer(record))]
    place = Place("e.jsonl", at, record.nyckel)
    filer = [path.relative_to(out).as_posix() for path in paths(record, out, spread=False)]
    return Planned(stems[0], place, record.dokument.typ, "e", at, 1, f"{at}", "v", namn=stems, filer=filer)


def test_two_records_never_have_one_name_and_who_has_it_is_told(records: Sequence[Record], tmp_path: Path) -> None:
    owners: dict[str, int] = {}
    chosen = [one for one in records if KINDS[one.dokument.typ].foljer(one)][:1] + list(records)[
        :: max(1, len(records) // 8)
    ]
    with closing(Logbook(tmp_path / "book", Sealer(b"key"), tmp_path)) as book:
        with book.planning(lambda _: None, overwrite=False) as plans:
            for at, number in enumerate(numbers(MANY)):
                one = planned(numbered(chosen[at % len(chosen)], number), at, tmp_path)
                said = plans(one)
                names = {as_one(PurePosixPath(name)) for name in one.filer}
                assert said is (Verdict.DUBBLETT if names & owners.keys() else Verdict.GORS)
                owners |= dict.fromkeys(names, at) if said is Verdict.GORS else {}
        rows = list(book.rows())
    assert len(rows) == MANY
    twins = [row for row in rows if row.kod]
    assert len(twins) > MANY // 20
    assert all(row.kod == "S-02" and row.fynd[0].facts["fil"] for row in twins)


def test_every_record_of_a_hostile_export_is_planned_once_or_told(tmp_path: Path) -> None:
    sample = json.loads(samples()["sip_avslut"][0].read_text(encoding="utf-8"))
    asked = [*numbers(size(2000, 250)), "SN 2026/7", "SN 2026-7", "sn 2026/7", "VÅN 2026/7", "VA\u030aN 2026/7"]
    lines = [json.dumps(sample | {"arende": {"diarienummer": one}}) for one in asked]
    (tmp_path / "e.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with held(tmp_path / "ut"):
        plan(order(tmp_path / "e.jsonl", tmp_path / "ut"))
        with logbooks(tmp_path / "ut") as (book,):
            rows, tasks = list(book.rows()), list(book.tasks())
    assert len(rows) == len(asked)
    names = [as_one(PurePosixPath(one.name)) for one in tasks]
    assert len(set(names)) == len(names)
    assert len(tasks) + sum(row.kod == "S-02" for row in rows) == len(asked)
    assert [row.kod for row in rows[-5:]] == ["", "S-02", "S-02", "", "S-02"]


def test_a_name_that_did_not_fold_case_would_be_seen(
    records: Sequence[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Logbook, "_taken", lambda *_: None)
    with pytest.raises(AssertionError):
        test_two_records_never_have_one_name_and_who_has_it_is_told(records, tmp_path)


def test_a_name_as_it_was_written_would_be_seen(
    records: Sequence[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "file_name_part", lambda text: text)
    with pytest.raises((AssertionError, ValueError)):
        test_no_name_leads_out_of_the_folder_or_is_no_name(records, tmp_path)
