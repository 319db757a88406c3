import pytest

from docgen.importing import paths
from docgen.importing.faults import Unfit

RECORD = {
    "Namn": "x",
    "Tom": None,
    "Rader": [{"Text": "a"}, {"Text": "b", "Koder": [1, 2]}],
    "Adresser": [{"Typ": "Folk", "Gata": "g"}, {"Typ": "Post", "Gata": "p"}, {"Typ": "Post"}, "?"],
    "Nummer": [{"Id": 7, "Aktiv": True}, {"Id": 8, "Aktiv": False}],
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Namn", "x"),
        ("Finns.Inte.Alls", None),
        ("Tom.Under", None),
        ("Rader[1].Text", "b"),
        ("Rader[2].Text", None),
        ("Rader[1].Koder[0]", 1),
        ("Adresser[Typ=Folk].Gata", "g"),
        ("Adresser[ Typ = Folk ].Gata", "g"),
        ("Adresser[Typ=Annan].Gata", None),
        ("Nummer[Id=8].Aktiv", False),
        ("Nummer[Aktiv=true].Id", 7),
    ],
)
def test_a_path_leads_to_its_value_or_to_nothing(path: str, expected: object) -> None:
    assert paths.found(RECORD, paths.parsed(path)) == expected


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("Namn.Under", "J-27"),
        ("Rader.Text", "J-27"),
        ("Namn[0]", "J-27"),
        ("Namn[Typ=x]", "J-27"),
        ("Adresser[Typ=Post].Gata", "J-28"),
    ],
)
def test_a_path_that_does_not_fit_is_refused(path: str, code: str) -> None:
    with pytest.raises(Unfit) as refused:
        paths.found(RECORD, paths.parsed(path))
    assert refused.value.code == code


@pytest.mark.parametrize(
    "text", ["", ".", "a.", ".a", "a..b", "a[", "a[]b", "a[-1]", "a[x]", "a[=x]", "a[x=]", "[0].a", "[]", "a]", "a=b"]
)
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^path$"):
        paths.parsed(text)


def test_a_path_is_shown_with_the_place_in_each_list() -> None:
    path = paths.parsed("Rader[].Adresser[Typ=Folk].Koder[]")
    assert paths.lists_in(path) == 2
    assert paths.shown(paths.at(path, (3, 0))) == "$.Rader[3].Adresser[Typ=Folk].Koder[0]"
    assert paths.shown(paths.up_to(path, 2)) == "$.Rader[].Adresser[Typ=Folk].Koder"
