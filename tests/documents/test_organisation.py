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
