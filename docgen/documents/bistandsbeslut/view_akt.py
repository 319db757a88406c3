"""What only the file copy holds: the registration in the case system and what the letter must not say."""

from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.contract import Avsnitt, Uppgift
from docgen.documents.rule import Setting
from docgen.documents.stycken import ordagrant, stycke, uppgifter
from docgen.documents.uppfoljning.kontakt import AvslutTyp
from docgen.errors import SettingsError
from docgen.values.datum import long
from docgen.values.text import enumerate_och
from docgen.wording import Wording


def registrering(record: Bistandsbeslut, setting: Setting, wording: Wording) -> list[Uppgift]:
    """Return what is entered in the case system for each granted insats that the organisation has words for (S0).

    Raises SettingsError I-08 when the settings ask for another slot than ``{lagrum}``.
    """
    system = setting.organisation.verksamhetssystem
    if system is None:
        return []
    found: list[Uppgift] = []
    for _path, insats in record.beviljade:
        words = system.registrering.get(insats.form.value)
        if words is None:
            continue
        sections = [name for punkt in record.beslut if punkt.insats_ref == insats.id for name in punkt.lagrum]
        law = setting.law.find(sections[0], record.beslutsdatum) if sections else None
        try:
            decision = words.beslut.format_map({"lagrum": law.kort if law else ""})
        except (KeyError, ValueError, IndexError):
            raise SettingsError("I-08", form=insats.form.value) from None
        entries = {"beslut": decision, "insats": words.insats, "resurs": insats.resurs_etikett or words.resurs}
        name = insats.namn[:1].upper() + insats.namn[1:]
        found += [
            {"etikett": wording(f"etikett.registrering_{key}", insats=name), "varde": text}
            for key, text in entries.items()
        ]
        if insats.kod is not None:
            found.append({"etikett": wording("etikett.kod", insats=name), "varde": insats.kod})
    return [*uppgifter(wording, {"verksamhetssystem": system.namn}), *found] if found else []


def akt(record: Bistandsbeslut, wording: Wording) -> Avsnitt:
    """Return the notes of the file copy."""
    done = record.utredning
    begun = wording("akt.utredning", id=done.id, inledd=long(done.inledd), avslutad=long(done.avslutad))
    texts = []
    hidden = record.dolj_beslutsfattare
    if hidden is not None and hidden.aktiv:
        texts.append(wording("akt.skal_dolt_namn", skal=hidden.skal or ""))
    served = record.delgivning
    if served is not None:
        day = {"datum": long(served.datum)} if served.datum else {}
        texts.append(wording("akt.delgivning_datum" if served.datum else "akt.delgivning", satt=served.satt, **day))
    texts += [
        wording("akt.sarskilda_skal", insats=insats.namn, skal=insats.sarskilda_skal)
        for insats in record.insatser
        if insats.sarskilda_skal is not None
    ]
    for _path, kontakt in record.kontakter:
        if kontakt.tillfragad_datum:
            days = enumerate_och([long(day) for day in kontakt.tillfragad_datum])
            texts.append(wording("akt.installning", datum=days))
        if kontakt.behandling.avslut_typ is AvslutTyp.AVBRUTEN:
            texts.append(wording("akt.avbruten", kommentar=kontakt.behandling.avslut_kommentar or ""))
    return {"rubrik": wording("rubrik.akt"), "stycken": [ordagrant(begun), *map(stycke, texts)]}
