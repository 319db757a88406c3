"""What the letter and the file copy say of the shipped samples."""

import re
from pathlib import Path
from typing import Any

import pytest
from beslut import ALLTID, AVSLAG, DELVIS, DOLT, HVB, KONTAKT, NACKDEL, S0, SETTING, SKYDDAD, UPPHORANDE, sample

from docgen import resources, wording
from docgen.documents.bistandsbeslut import KIND
from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.kind import Exemplar, Kopia
from docgen.documents.rule import Setting
from docgen.documents.texts import texts
from docgen.outcome import Place
from docgen.stages import derive
from docgen.stages.validate import Validated

SAMPLES = sorted(resources.samples().joinpath("bistandsbeslut").glob("*.json"))
FORMULERINGAR = ("_common/brevhuvud", "_common/overklagande", "bistandsbeslut/wording")
UTKAST = "utkast-kontaktperson"
FLERA = "flera-punkter-behandling-uppfoljningskontakt-och-avslag"
FEL_I_SATSEN = re.compile(r"  |\.\.|\.[A-ZÅÄÖ]|^[ ,.]| [,.;:](?!\w)|,[,.]|\b(\w+) \1\b|\bom\.|enligt[,.]|[{}]|\bNone\b")
"""Double spaces, stray points and commas, a word twice, a slot that was left empty."""


def view(
    name: str,
    exemplar: Exemplar = Exemplar.EXPEDIERING,
    stil: str = "du",
    setting: Setting = SETTING,
    changes: dict[str, Any] | None = None,
) -> Any:  # noqa: ANN401 - a view is plain data
    """Return the data of one copy of a sample, no-break spaces as spaces."""
    files = [resources.shipped_file(f"{path}.toml") for path in FORMULERINGAR]
    record = Bistandsbeslut.model_validate(sample(name, changes), strict=False)
    return _plain(
        derive.view(
            Validated(record, KIND, (), Place("prov.json", 1)), Kopia(exemplar), setting, wording.load(files, stil)
        ).data
    )


def _plain(value: Any) -> Any:  # noqa: ANN401 - a view is plain data
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.replace("\N{NO-BREAK SPACE}", " ") if isinstance(value, str) else value


def said(section: Any) -> list[str]:  # noqa: ANN401 - a view is plain data
    """Return the texts of a section in order."""
    return [text for _, text in texts(section) if text]


@pytest.mark.parametrize("stil", ["du", "formell"])
@pytest.mark.parametrize("exemplar", KIND.exemplar)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_sentence_has_a_hole_in_it(path: Path, exemplar: Exemplar, stil: str) -> None:
    shown = view(path.stem, exemplar, stil)
    apart = ("$.mottagare", "$.kontaktfot")
    broken = [text for where, text in texts(shown) if not where.startswith(apart) and FEL_I_SATSEN.search(text)]
    assert broken == []


def test_the_two_insatser_of_s0_are_registered_in_its_own_words() -> None:
    rows = {row["etikett"]: row["varde"] for row in view(S0, Exemplar.AKT)["registrering"]}
    assert rows["Uppföljningskontakt – beslut"] == "Övriga öppna insatser vuxen 4:1 SoL"
    assert rows["Uppföljningskontakt – insats"] == "Övriga öppna insatser SoL, egen, m vux"
    assert rows["Uppföljningskontakt – resurs"] == "Uppföljningskontakt efter vård"
    assert view(S0)["registrering"] == []


def test_the_contact_of_s0_is_granted_relative_to_the_treatment() -> None:
    assert view(S0)["beslut"][1]["text"] == (
        "Socialnämnden beviljar dig uppföljningskontakt under tre månader räknat från den dag behandlingen avslutas, "
        "enligt 4 kap. 1 § socialtjänstlagen (2001:453)."
    )


def test_the_first_meeting_is_told_once() -> None:
    first, *later = [text for text in said(view(KONTAKT)["insatser"]) if "2026" in text][:7]
    assert (
        first
        == "Det första uppföljningsmötet är den 7 september 2026 kl. 14.30. Vi ses här: Vuxenenheten, Torggatan 1."
    )
    assert later[0] == "21 september 2026, fysiskt möte"


def test_a_partial_grant_is_two_points_and_the_appeal_names_the_second() -> None:
    shown = view(DELVIS)
    assert [point["nummer"] for point in shown["beslut"]] == ["1", "2"]
    assert shown["skal"][0]["rubrik"] == "Skäl för punkt 2"
    assert "Det är punkt 2 i beslutet som går dig emot." in said(shown["overklagande"])


def test_the_points_are_numbered_as_they_are_printed() -> None:
    shown = view(FLERA)
    assert [point["nummer"] for point in shown["beslut"]] == ["1", "2", "3", "4", "5", "6"]
    assert "Det är punkterna 4 och 6 i beslutet som går dig emot." in said(shown["overklagande"])


def test_a_known_receipt_gives_the_last_day() -> None:
    assert (
        "Du fick del av beslutet den 29 maj 2026. Överklagandet måste alltså ha kommit in senast den 22 juni 2026."
        in said(view(AVSLAG)["overklagande"])
    )


def test_a_full_grant_tells_how_to_appeal_only_where_every_decision_does() -> None:
    assert view(HVB)["overklagande"] is None
    assert view(HVB, setting=ALLTID)["overklagande"]["rubrik"] == "Så här överklagar du beslutet"


def test_hidden_names_are_in_the_file_copy_and_nowhere_in_the_letter() -> None:
    letter, copy = " ".join(said(view(DOLT))), " ".join(said(view(DOLT, Exemplar.AKT)))
    for name in ("Omar Haddad", "Per Åström"):
        assert name not in letter
        assert name in copy
    assert "Personal vid enheten har fått hot" not in letter
    assert "Personal vid enheten har fått hot" in copy


@pytest.mark.parametrize("stil", ["du", "formell"])
@pytest.mark.parametrize(
    ("niva", "who"),
    [
        ("namnd", "Socialnämnden har fattat beslutet"),
        ("utskott", "Beslutet har fattats av utskottet på Socialnämndens vägnar"),
        ("delegat", "Beslutet har fattats av en behörig beslutsfattare vid Socialförvaltningen."),
    ],
)
def test_a_hidden_decider_is_of_the_level_that_decided(niva: str, who: str, stil: str) -> None:
    signed = view(DOLT, stil=stil, changes={"beslutsfattare/niva": niva})["underskrift"]
    assert signed["inledning"] == who
    assert signed["rader"] == []


@pytest.mark.parametrize("name", [UTKAST, DOLT])
@pytest.mark.parametrize("exemplar", KIND.exemplar)
@pytest.mark.parametrize("typ", ["elektronisk", "penna"])
def test_a_draft_says_that_nobody_has_signed_it(name: str, exemplar: Exemplar, typ: str) -> None:
    shown = view(name, exemplar, changes={"dokument/status": "utkast", "underskrift/typ": typ})
    assert shown["underskrift"]["satt"] == "Beslutet är inte undertecknat (utkast)."


@pytest.mark.parametrize(("name", "day"), [(NACKDEL, "16 november 2026"), (UPPHORANDE, "1 november 2026")])
def test_what_is_changed_later_does_not_apply_at_once(name: str, day: str) -> None:
    shown = view(name)
    assert f"rån och med den {day}" in shown["beslut"][0]["text"]
    (text,) = said(shown["verkstallighet"])[1:]
    assert text == (
        f"Ändringen gäller från och med den {day}, även om tiden för att överklaga inte har gått ut då, "
        "enligt 35 kap. 5 § socialtjänstlagen (2025:400)."
    )


def test_a_change_on_the_day_of_the_decision_applies_at_once() -> None:
    (text,) = said(view(NACKDEL, changes={"beslut/0/galler_fran": "2026-10-21"})["verkstallighet"])[1:]
    assert text == "Beslutet gäller omedelbart, enligt 35 kap. 5 § socialtjänstlagen (2025:400)."


def test_each_day_of_change_is_told_beside_what_applies_at_once() -> None:
    point = sample(NACKDEL)["beslut"][0]
    days = ["2026-10-21", "2026-12-01", "2026-11-16"]
    points = [point | {"punkt": at, "galler_fran": day} for at, day in enumerate(days, 1)]
    (text,) = said(view(NACKDEL, changes={"beslut": points})["verkstallighet"])[1:]
    assert text.startswith("Beslutet gäller omedelbart, enligt 35 kap. 5 § socialtjänstlagen (2025:400). ")
    assert "Ändringen gäller från och med den 16 november 2026 och 1 december 2026, även om" in text


@pytest.mark.parametrize("stil", ["du", "formell"])
def test_what_applies_instead_follows_a_colon(stil: str) -> None:
    text = view(NACKDEL, stil=stil)["beslut"][0]["text"]
    assert text.endswith("gäller följande: Boendestödet minskar från tio till sex timmar i veckan.")


def test_a_protected_persons_window_shows_the_route_alone() -> None:
    assert view(SKYDDAD)["mottagare"]["rader"][:2] == ["Förmedlingsuppdrag", "Skatteverket"]


def test_a_decision_that_nobody_applied_for_says_why_it_was_taken_up() -> None:
    shown = view(UPPHORANDE)
    assert shown["ansokan"]["rubrik"] == "Varför vi tar upp ditt beslut"
    assert shown["ansokan"]["stycken"][0]["text"] == (
        "Socialnämnden har på eget initiativ prövat om beslutet från den 13 oktober 2025 om boendestöd fyra timmar i "
        "veckan ska fortsätta att gälla."
    )
