"""What a letter with hidden names must not show (FL 33 § fourth paragraph)."""

import re
from collections.abc import Iterable

from docgen.documents.bistandsbeslut.model import Bistandsbeslut
from docgen.documents.namn import avslojar, normal
from docgen.documents.rule import Setting
from docgen.documents.texts import texts


def i_texterna(record: Bistandsbeslut, setting: Setting) -> re.Pattern[str]:
    """Return what the texts of the record must not hold; the person's own surname is no secret."""
    return _dolda(record, setting, [record.person.efternamn])


def i_brevet(record: Bistandsbeslut, setting: Setting) -> re.Pattern[str]:
    """Return what the letter must not hold; its head and its address may hold a surname (Bergs kommun)."""
    known = [text for part in (setting.organisation, record.person.adress) for _path, text in texts(part)]
    return _dolda(record, setting, [record.person.efternamn, *known])


def _dolda(record: Bistandsbeslut, setting: Setting, known: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of the names of people, never of the board, and of the caseworker's own addresses."""
    board = normal(setting.organisation.namnd).casefold()
    people = [name for name in record.namn_att_dolja if not normal(name).casefold().startswith(board)]
    contact = {setting.organisation.kontakt.telefon, setting.organisation.kontakt.epost}
    own = {one for one in (record.handlaggare.telefon, record.handlaggare.epost) if one is not None}
    return avslojar(people, known, own - contact)
