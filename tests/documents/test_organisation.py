from pathlib import Path

import pytest
from conftest import SAMPLES

from docgen import messages
from docgen.documents import organisation
from docgen.errors import SettingsError
from docgen.messages import Lang

GOOD = (SAMPLES / "organisation.toml").read_text(encoding="utf-8").replace('logotyp = "logotyp.png"\n', "")


def refused(folder: Path, text: str | bytes) -> str:
    file = folder / "organisation.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SettingsError) as error:
        organisation.load(file)
    told = messages.of(Lang.SV).what(error.value.code, error.value.facts)
    return f"{error.value.code} {told.replace(str(file), 'FIL')}"


def test_the_sample_is_read(tmp_path: Path) -> None:
    file = tmp_path / "organisation.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert organisation.load(file).namnd == "Socialnämnden"
    assert organisation.load(SAMPLES / "organisation.toml").logotyp_fil == SAMPLES / "logotyp.png"


def test_what_is_wrong_is_told_in_swedish_with_its_place(tmp_path: Path) -> None:
    assert refused(tmp_path, GOOD.replace('kommun = "', 'komun = "')) == (
        "I-02 Inställningen komun i FIL är fel: det finns ingen inställning med det namnet."
    )
    assert refused(tmp_path, GOOD.replace('namnd = "Socialnämnden"\n', "")) == (
        "I-02 Inställningen namnd i FIL är fel: den saknas."
    )
    assert refused(tmp_path, 'diarienummer_monster = "(a"\n' + GOOD) == (
        "I-02 Inställningen diarienummer_monster i FIL är fel: värdet går inte att använda."
    )
    assert refused(tmp_path, "kommun = \n" + GOOD) == (
        "I-01 Inställningsfilen FIL går inte att läsa: fel på rad 1, tecken 10."
    )
    assert (
        refused(tmp_path, GOOD.encode("cp1252")) == "I-01 Inställningsfilen FIL går inte att läsa: den är inte UTF-8."
    )


def test_a_logo_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path, 'logotyp = "finns-inte.png"\n' + GOOD).startswith("I-03")


def with_key(folder: Path, key: bytes | None, rights: int = 0o600) -> str:
    """Return settings that name a key file, and put it there."""
    if key is not None:
        (folder / "nyckel").write_bytes(key)
        (folder / "nyckel").chmod(rights)
    return GOOD + '\n[sparbarhet]\nnyckelfil = "nyckel"\n'


def test_the_key_is_the_bytes_of_the_file_beside_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    file = tmp_path / "organisation.toml"
    file.write_text(with_key(tmp_path, b"\n" * 32), encoding="utf-8")
    assert organisation.load(file).nyckel == b"\n" * 32
    file.write_text(GOOD, encoding="utf-8")
    assert organisation.load(file).nyckel is None


@pytest.mark.parametrize(
    ("key", "rights", "told"),
    [
        (None, 0o600, "I-12 Nyckelfilen NYCKEL finns inte eller får inte läsas."),
        (b"", 0o600, "I-13 Nyckelfilen NYCKEL skyddar inte uppgifterna: nyckeln är kortare än 32 byte."),
        (b"x" * 31, 0o400, "I-13 Nyckelfilen NYCKEL skyddar inte uppgifterna: nyckeln är kortare än 32 byte."),
        *(
            (b"x" * 32, rights, "I-13 Nyckelfilen NYCKEL skyddar inte uppgifterna: andra än ägaren kommer åt den.")
            for rights in (0o640, 0o604, 0o620, 0o666)
        ),
    ],
)
def test_a_key_that_protects_nobody_is_refused(tmp_path: Path, key: bytes | None, rights: int, told: str) -> None:
    assert refused(tmp_path, with_key(tmp_path, key, rights)).replace(str(tmp_path / "nyckel"), "NYCKEL") == told


def test_a_key_written_into_the_settings_themselves_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, f'nyckel = "{"x" * 32}"\n' + GOOD).startswith("I-02 Inställningen nyckel i FIL är fel")
    assert refused(tmp_path, GOOD + "\n[sparbarhet]\n").startswith("I-02 Inställningen sparbarhet.nyckelfil i FIL")
