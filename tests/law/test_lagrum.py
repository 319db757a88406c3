from datetime import date
from pathlib import Path

import pytest

from docgen.errors import SettingsError
from docgen.law import lagrum
from docgen.resources import shipped_file

OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def law() -> lagrum.Catalogue:
    return lagrum.load(shipped_file("_common/lagrum.toml"))


def cited(law: lagrum.Catalogue, on: date, *names: str) -> str:
    found = [law.find(name, on) for name in names]
    return lagrum.cite([one for one in found if one]).replace("\xa0", " ")


def test_a_concept_gives_the_section_in_force_on_the_day_of_the_decision(law: lagrum.Catalogue) -> None:
    assert cited(law, OLD, "bistand_livsforing") == "4 kap. 1 § socialtjänstlagen (2001:453)"
    assert cited(law, NEW, "bistand_livsforing") == "11 kap. 1 § socialtjänstlagen (2025:400)"
    assert cited(law, NEW, "bistand_forsorjning") == "12 kap. 1 § socialtjänstlagen (2025:400)"
    assert cited(law, OLD, "lvm_vardtid") == "20 § lagen (1988:870) om vård av missbrukare i vissa fall"


def test_a_section_by_its_id_is_not_found_when_its_act_was_not_in_force(law: lagrum.Catalogue) -> None:
    assert law.find("SoL2001-4-1", NEW) is None
    assert law.find("SoL2025-11-1", OLD) is None
    successor = law.successor("SoL2001-4-1", NEW)
    assert successor is not None
    assert successor.id == "SoL2025-11-1"


def test_an_act_is_named_once_and_a_section_once(law: lagrum.Catalogue) -> None:
    two = cited(law, NEW, "bistand_livsforing", "bistand_forsorjning", "andring_av_beslut")
    assert two == "11 kap. 1 § och 12 kap. 1 § socialtjänstlagen (2025:400) samt 37 § förvaltningslagen (2017:900)"
    assert cited(law, OLD, "bistand_livsforing", "bistand_forsorjning") == "4 kap. 1 § socialtjänstlagen (2001:453)"


def test_short_forms(law: lagrum.Catalogue) -> None:
    assert [law.by_id[name].kort for name in ("SoL2001-4-1", "SoL2025-11-1", "LVM-27")] == [
        "4:1 SoL",
        "11:1 SoL",
        "27\xa0§\xa0LVM",
    ]


def test_number_and_section_sign_never_part(law: lagrum.Catalogue) -> None:
    assert law.by_id["SoL2025-11-1"].stalle == "11\xa0kap.\xa01\xa0§"


def test_two_acts_of_the_same_name_never_overlap(law: lagrum.Catalogue) -> None:
    acts = {one.lag for one in law.by_id.values() if one.lag.kort == "SoL"}
    assert sorted((act.fran, act.till) for act in acts) == [(date(2002, 1, 1), OLD), (NEW, None)]


@pytest.mark.parametrize(
    "text", ["x", "lag = []\n", '[[lag]]\nid = "A"\n', "lag = []\nlagrum = [{id = 'x', lag = 'y'}]\n"]
)
def test_a_catalogue_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "lagrum.toml").write_text(text)
    with pytest.raises(SettingsError) as refused:
        lagrum.load(tmp_path / "lagrum.toml")
    assert refused.value.code == "I-07"
