"""The parts that the documents of a follow-up share: the treatment that has ended, its meetings, who took part."""

from pydantic import Field

from docgen.documents.mote import MoteForm, Motestid
from docgen.documents.part import Dag, Part
from docgen.documents.record import Handlaggare, Person, Record
from docgen.documents.uppfoljning.kontakt import AvslutTyp, BeslutRef


class AvslutadBehandling(Part):
    """The treatment that is followed up."""

    namn: str = Field(title="Behandling", description="T.ex. vård i HVB för alkoholberoende.")
    vardgivare: str | None = Field(
        default=None, title="Vårdgivare", description="Den som gav behandlingen. Utelämnas när personen är skyddad."
    )
    avslutad_datum: Dag = Field(
        title="Avslutad", description="Dagen då behandlingen avslutades; dagarna räknas från den."
    )
    avslut_typ: AvslutTyp = Field(title="Hur den avslutades", description="fullfoljd eller avbruten.")
    avslut_kommentar: str | None = Field(
        default=None,
        title="Kommentar",
        description="Varför uppföljningskontakt ges efter avbruten behandling. Skrivs inte ut.",
    )


class Uppfoljningstid(Motestid):
    """When, where and how a follow-up meeting is held."""

    form: MoteForm = Field(title="Form", description="fysiskt, digitalt, telefon eller hembesok.")


class Deltagare(Part):
    """Someone who took part."""

    namn: str = Field(title="Namn", description="För- och efternamn.")
    roll: str = Field(title="Roll", description="T.ex. socialsekreterare, syster eller behandlare.")


class Uppfoljning(Record):
    """What every document of a follow-up says: whom and which treatment it is about, and the decision behind it."""

    person: Person = Field(title="Den enskilde", description="Den som följs upp.")
    handlaggare: Handlaggare = Field(title="Socialsekreterare", description="Den som har kontakten.")
    beslut: BeslutRef = Field(title="Beslut", description="Beslutet om uppföljningskontakt.")
    behandling: AvslutadBehandling = Field(title="Behandling", description="Behandlingen som följs upp.")
