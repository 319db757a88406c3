"""What the record of an uppföljningsmöte holds (domain 3.5, uppfoljning_mote)."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from docgen.documents.part import Dag, Part
from docgen.documents.record import Dokument
from docgen.documents.uppfoljning.delar import Deltagare, Uppfoljning, Uppfoljningstid


class HalletMote(Uppfoljningstid):
    """The meeting, its place in the series and the one before it."""

    nummer: int = Field(ge=1, le=99, title="Nummer", description="Mötets plats i serien; 1 är det första mötet.")
    foregaende_datum: Dag | None = Field(
        default=None, title="Föregående möte", description="Dagen för det föregående mötet, om det finns ett."
    )


class Aterfall(Part):
    """A relapse since the last meeting."""

    nar: str = Field(title="När", description="Dag eller tid, t.ex. helgen 19–20 september.")
    beskrivning: str = Field(title="Beskrivning", description="Vad som hände.")
    atgard: str = Field(title="Åtgärd", description="Vad som har gjorts eller ska göras.")


class Drogfrihet(Part):
    """How it has been with alcohol, drugs, medicines or gambling."""

    period: str = Field(title="Period", description="Tiden som uppgiften gäller, t.ex. sedan den 7 september.")
    bruk: str = Field(title="Bruk", description="Vad den enskilde berättar, och provsvar om sådana finns.")
    aterfall: tuple[Aterfall, ...] = Field(default=(), title="Återfall", description="Återfall under perioden.")


class Vardag(Part):
    """The parts of everyday life that were talked about."""

    boende: str | None = Field(default=None, title="Boende", description="Hur den enskilde bor.")
    sysselsattning: str | None = Field(
        default=None, title="Sysselsättning", description="Arbete, studier eller annan sysselsättning."
    )
    ekonomi: str | None = Field(default=None, title="Ekonomi", description="Inkomster, skulder, försörjning.")
    natverk: str | None = Field(default=None, title="Nätverk", description="Familj, vänner och andra.")
    halsa: str | None = Field(default=None, title="Hälsa", description="Fysisk och psykisk hälsa.")


class Atagande(Part):
    """What was agreed: what, who and when."""

    vad: str = Field(title="Vad", description="Vad som ska göras.")
    vem: str = Field(title="Vem", description="Den som gör det.")
    nar: str = Field(title="När", description="Dag eller tid då det senast är gjort.")


class AvslutSkal(StrEnum):
    """Why the contact ends."""

    UTVARDERING_KLAR = "utvardering_klar"
    EGEN_BEGARAN = "egen_begaran"
    ANNAT = "annat"


class Avslut(Part):
    """The end of the contact."""

    datum: Dag = Field(title="Datum", description="Dagen då kontakten avslutas.")
    skal: AvslutSkal = Field(title="Skäl", description="utvardering_klar, egen_begaran eller annat.")
    kommentar: str | None = Field(default=None, title="Kommentar", description="Hur det går vidare.")


class MoteDokument(Dokument):
    """The document of an uppföljningsmöte."""

    typ: Literal["uppfoljningsmote"] = Field(title="Dokumenttyp", description="Alltid uppfoljningsmote.")


class Uppfoljningsmote(Uppfoljning):
    """The record of one meeting of the follow-up contact, or of one to which the person did not come."""

    dokument: MoteDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    mote: HalletMote = Field(title="Mötet", description="När, hur och var mötet hölls.")
    den_enskilde_deltog: bool = Field(title="Den enskilde deltog", description="Om den enskilde kom till mötet.")
    franvaro: str | None = Field(
        default=None, title="Frånvaro", description="Varför den enskilde inte kom, och hur hen har kontaktats."
    )
    deltagare: tuple[Deltagare, ...] = Field(
        min_length=1, title="Deltagare", description="De som deltog, den enskilde medräknad."
    )
    drogfrihet: Drogfrihet | None = Field(default=None, title="Drogfrihet", description="Hur det har varit.")
    aterfallssignaler: tuple[str, ...] = Field(
        default=(), title="Signaler på återfall", description="En signal per rad."
    )
    vardag: Vardag | None = Field(default=None, title="Vardagen", description="Det som togs upp om vardagen.")
    eftervard_status: str | None = Field(default=None, title="Eftervård", description="Hur eftervården går.")
    samordning_behov: str | None = Field(default=None, title="Samordning", description="Behov av samordning med andra.")
    overenskommet: tuple[Atagande, ...] = Field(
        min_length=1, title="Överenskommet", description="Vad som ska göras, av vem och när."
    )
    nasta_mote: Uppfoljningstid | None = Field(
        default=None, title="Nästa möte", description="Krävs när kontakten inte avslutas."
    )
    avslut: Avslut | None = Field(default=None, title="Avslut", description="Krävs när det inte blir fler möten.")
    delges: tuple[str, ...] = Field(default=(), title="Delges", description="De som får anteckningen.")
