"""A samverkansmöte has no health care, follows up what was agreed, and speaks the words of the law it cites."""

import pytest
from anteckningar import EFTER_LVM, FEM_MANADER, GONE, MOTE, because, said, strings, view
from beslut import SETTING

from docgen import preflight
from docgen.documents.catalogue import KINDS
from docgen.documents.samverkan import MENINGAR

SLUGS = [slug for slug, kind in KINDS.items() if MENINGAR in kind.delar]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_old_word_stands_only_where_the_act_that_has_it_is_cited(slug: str) -> None:
    sentences = preflight.wording(KINDS[slug], SETTING, None).table
    old = {key: text for key, text in sentences.items() if "missbruk" in text.casefold()}
    assert old
    assert all("(LVM)" in text for text in old.values())


def test_with_health_care_it_is_a_sip() -> None:
    care = {"deltagare/3/verksamhetstyp": "halso_och_sjukvard"}
    assert because(MOTE, care) == [("R-20", "vard_ar_part")]


def test_from_the_second_meeting_on_a_plan_is_followed_up() -> None:
    assert view(MOTE).data["lage"] is None
    changes = {"plan_ref": GONE, "insatsstatus": []}
    assert because(FEM_MANADER, changes) == [("R-26", "planen_saknas")]


@pytest.mark.parametrize("field", ["lvm", "fas", "delges", "sekreterare"])
def test_what_the_minutes_cannot_do_without(field: str) -> None:
    assert said(MOTE, {field: GONE}) == [("F-01", "fel")]


def test_the_states_are_told_in_the_order_of_the_plan() -> None:
    rows = view(FEM_MANADER, {"insatsstatus/0/insats_ref": "I2", "insatsstatus/1/insats_ref": "I1"}).data["lage"][
        "rader"
    ]
    assert [(one["id"], one["lage"]) for one in rows] == [
        ("I1", "Ändrad"),
        ("I2", "Klar"),
        ("I3", "Pågår"),
        ("I4", "Klar"),
    ]


def test_care_in_another_form_is_told_with_its_sections() -> None:
    told = " ".join(strings(view(FEM_MANADER).data["lvm"]))
    assert "Från och med 2026-07-06 (27 § LVM). Planen (28 § LVM) gjordes 2026-06-22." in told


def test_the_party_that_was_appointed_beforehand_is_named() -> None:
    told = " ".join(strings(view(EFTER_LVM).data["dokumentation"]))
    assert "antecknades av Linda Sjöström, Boendestödet i Exempelkommun" in told
    assert "20 augusti 2026" in told
