"""The body of a paragraph in a protocol as typed blocks, the protocol's own page breaks among them (R-90)."""

from typing import Annotated, Literal

from pydantic import Field

from docgen.documents.part import Part


class Styckeblock(Part):
    """A paragraph."""

    typ: Literal["stycke"] = Field(title="Blockets typ", description="Alltid stycke.")
    text: str = Field(title="Text", description="Stycket i löpande text.")


class Listblock(Part):
    """A list."""

    typ: Literal["lista"] = Field(title="Blockets typ", description="Alltid lista.")
    punkter: tuple[str, ...] = Field(min_length=1, title="Punkter", description="Listans punkter i ordning.")


class Sidbrytning(Part):
    """A page break of the protocol; at the end of a section it puts the next section on a new page."""

    typ: Literal["sidbrytning"] = Field(title="Blockets typ", description="Alltid sidbrytning.")


Textblock = Annotated[
    Styckeblock | Listblock | Sidbrytning,
    Field(discriminator="typ", title="Textblock", description="Ett stycke, en lista eller en sidbrytning."),
]

Text = tuple[Textblock, ...]
