"""One foreign record becomes one of docgen's; a fault is told where docgen misses it and where it was looked for."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from conftest import ROOT, SAMPLES, TODAY

from docgen.documents.rule import Setting
from docgen.errors import RecordError
from docgen.importing import mapping, translation
from docgen.outcome import Place
from docgen.stages import validate
from docgen.stages.read import Raw

FOLDER = SAMPLES / "import"
KARTA = mapping.load(FOLDER / "lifecare.toml")
EXPORT = json.loads((FOLDER / "lifecare-export.json").read_text(encoding="utf-8"))["Result"]
GOLDEN = (ROOT / "tests" / "golden" / "import" / "lifecare.jsonl").read_bytes().splitlines(keepends=True)

Foreign = dict[str, Any]
Change = Callable[[Foreign], object]


def made(foreign: object) -> bytes:
    return translation.record(raw(json.dumps(foreign).encode()), KARTA, TODAY)


def raw(data: bytes) -> Raw:
    return Raw(Place("export.json", 1), data)


def changed(change: Change, number: int = 0) -> Foreign:
    """Return a record of the sample after ``change``."""
    foreign: Foreign = json.loads(json.dumps(EXPORT[number]))
    change(foreign)
    return foreign


@pytest.mark.parametrize("number", range(len(EXPORT)))
def test_a_record_of_the_sample_becomes_the_one_that_was_approved(number: int) -> None:
    assert made(EXPORT[number]) == GOLDEN[number]


@pytest.mark.parametrize("line", GOLDEN)
def test_what_was_approved_breaks_no_rule(line: bytes, setting: Setting) -> None:
    assert validate.record(raw(line), setting).remarks == []


def test_a_list_becomes_as_many_parts() -> None:
    def again(foreign: Foreign) -> None:
        second = json.loads(json.dumps(foreign["Beslut"][0]))
        second["Nr"], second["Insats"]["Id"], second["Insats"]["Mal"] = 2, "I2", [None, "", "Du är nykter."]
        foreign["Beslut"].append(second)

    record = json.loads(made(changed(again)))
    assert [one["punkt"] for one in record["beslut"]] == [one["punkt"] for one in record["motivering"]] == [1, 2]
    assert [one["lagrum"] for one in record["beslut"]] == [["bistand_livsforing"]] * 2
    assert [one["mal"] for one in record["insatser"]][1] == ["Du är nykter."]


def test_an_optional_part_of_which_the_export_says_nothing_is_left_out() -> None:
    record = json.loads(made(EXPORT[1]))
    assert "uppfoljning" not in record
    assert "forbehall" not in record
    assert record["verkstallighet"] == {"omedelbart": True}
    assert record["person"]["tolkbehov"] is False


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (
            lambda one: one["Klient"].update(PersonId="880320-0017"),
            [
                ("J-22", "$.person.id_typ ← $.Klient.PersonId"),
                ("J-22", "$.person.id_nummer ← $.Klient.PersonId"),
            ],
        ),
        (
            lambda one: one["Beslut"][0].update(Kod="XYZ", Nr=None),
            [
                ("J-24", "$.beslut[0].utfall ← $.Beslut[0].Kod"),
                ("F-01", "$.beslut[0].punkt ← $.Beslut[0].Nr"),
                ("F-01", "$.motivering[0].punkt ← $.Beslut[0].Nr"),
            ],
        ),
        (
            lambda one: one["Klient"]["Adresser"].append({"Typ": "Folkbokforing"}),
            [
                (code, f"$.person.adress.{name} ← $.Klient.Adresser[Typ=Folkbokforing].{field}")
                for code, name, field in (
                    ("J-28", "co", "Co"),
                    ("J-28", "gata", "Gata"),
                    ("J-28", "postnummer", "Postnr"),
                    ("J-28", "ort", "Ort"),
                )
            ],
        ),
        (
            lambda one: one.update(Mottagare={"Namn": "x"}),
            [("J-27", "$.expedieras_till ← $.Mottagare")],
        ),
        (
            lambda one: one.update(Mottagare=[]),
            [("F-06", "$.expedieras_till ← $.Mottagare")],
        ),
        (
            lambda one: one.pop("Mottagare"),
            [("F-01", "$.expedieras_till ← $.Mottagare")],
        ),
        (
            lambda one: one.pop("Utredning"),
            [
                ("F-01", "$.utredning.id ← $.Utredning.Id"),
                ("F-01", "$.utredning.inledd ← $.Utredning.Inledd"),
                ("F-01", "$.utredning.avslutad ← $.Utredning.Avslutad"),
            ],
        ),
        (
            lambda one: one["Ansokan"].update(Inkom="1850-01-01"),
            [("F-08", "$.ansokan.datum ← $.Ansokan.Inkom")],
        ),
    ],
)
def test_a_fault_points_at_both_records(change: Change, faults: list[tuple[str, str]]) -> None:
    with pytest.raises(RecordError) as error:
        made(changed(change))
    assert [(one.code, one.path) for one in error.value.findings] == faults


def test_a_value_never_comes_into_a_fault() -> None:
    canary = "Kanariefågel"

    def everywhere(value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            return {name: everywhere(one) for name, one in value.items()}
        return [everywhere(one) for one in value] if isinstance(value, list) else canary

    with pytest.raises(RecordError) as error:
        made(everywhere(EXPORT[2]))
    assert {"J-20", "J-21", "J-22", "J-23", "J-24", "J-25"} <= {one.code for one in error.value.findings}
    assert canary not in repr(error.value.findings)


@pytest.mark.parametrize(("data", "code"), [(b"{", "J-01"), (b"[]", "J-07"), (b'{"a":1,"a":2}', "J-02")])
def test_a_record_that_is_no_json_object_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(RecordError) as error:
        translation.record(raw(data), KARTA, TODAY)
    assert error.value.code == code


def test_an_empty_record_is_told_of_all_that_it_lacks() -> None:
    with pytest.raises(RecordError) as error:
        made({})
    told = {one.path: one.code for one in error.value.findings}
    assert told["$.person.fornamn ← $.Klient.Namn"] == "F-01"
    assert set(told.values()) == {"F-01"}
