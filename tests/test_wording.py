from collections import defaultdict
from pathlib import Path

import pytest

from docgen import wording
from docgen.documents.catalogue import KINDS
from docgen.errors import SettingsError
from docgen.preflight import shared
from docgen.resources import shipped_file


def said(tmp_path: Path, text: str, stil: str = "du") -> wording.Wording:
    file = tmp_path / "wording.toml"
    file.write_text(text, encoding="utf-8")
    return wording.load([file], stil)


def test_a_style_goes_before_what_is_common(tmp_path: Path) -> None:
    text = '[gemensam]\nhej = "Hej"\n[du]\nhej = "Hej du"\n[formell]\nslut = "Slut"\n'
    assert said(tmp_path, text)("hej") == "Hej du"
    assert said(tmp_path, text, "formell")("hej") == "Hej"


def test_a_variant_is_found_and_standard_stands_in_for_the_others(tmp_path: Path) -> None:
    words = said(tmp_path, '[du.mening]\nstandard = "en insats"\nhvb = "vård i {namn}"\n')
    assert words("mening", "hvb", namn="HVB") == "vård i HVB"
    assert words("mening", "kontaktperson") == "en insats"


@pytest.mark.parametrize("slot", ["{namn.__class__}", "{namn!r}", "{namn:>9}", "{0}", "{}", "{namn[0]}", "{namn"])
def test_a_slot_that_is_no_plain_name_is_refused_when_the_file_is_read(tmp_path: Path, slot: str) -> None:
    with pytest.raises(SettingsError) as refused:
        said(tmp_path, f'[du]\nmening = "{slot}"\n')
    assert refused.value.code == "I-06"


def test_a_missing_sentence_and_an_unknown_slot_are_named(tmp_path: Path) -> None:
    words = said(tmp_path, '[du]\nmening = "Hej {namm}"\n')
    with pytest.raises(SettingsError) as missing:
        words("halsning")
    assert (missing.value.code, missing.value.facts["nyckel"]) == ("I-05", "halsning")
    with pytest.raises(SettingsError) as unknown:
        words("mening", namn="Eva")
    assert (unknown.value.code, unknown.value.facts["lucka"]) == ("I-06", "namm")


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        said(tmp_path, "[du\n")
    assert refused.value.code == "I-04"


def shipped(name: str) -> set[tuple[str, str]]:
    """Return the sentences of a shipped file that are the same in both styles, with their keys."""
    return set(wording.load([shipped_file(name)], "").table.items())


@pytest.mark.parametrize("slug", KINDS)
def test_a_type_does_not_say_again_what_it_shares(slug: str) -> None:
    assert {name: shipped(f"{slug}/wording.toml") & shipped(name) for name in shared(KINDS[slug])} == {
        name: set() for name in shared(KINDS[slug])
    }


OF_ITS_OWN = {"etikett.galler"}
"""What a document is about may happen to be called the same."""


def test_what_two_types_that_share_a_file_say_in_common_stands_in_it() -> None:
    types = defaultdict(set)
    for slug, kind in KINDS.items():
        for key, text in shipped(f"{slug}/wording.toml"):
            for name in kind.delar:
                types[name, key, text].add(slug)
    assert {key: slugs for key, slugs in types.items() if len(slugs) > 1 and key[1] not in OF_ITS_OWN} == {}
