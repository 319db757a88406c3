"""The ground every part of a record stands on."""

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from docgen.values.tecken import plain

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(value: object) -> object:
    """Return the day of a text, which must be ÅÅÅÅ-MM-DD and never a number of seconds; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return dt.date.fromisoformat(value if _ISO.fullmatch(value) else "")
    except ValueError:
        raise PydanticCustomError("date_form", "not a day as YYYY-MM-DD") from None


Dag = Annotated[dt.date, Field(ge=dt.date(1953, 1, 1), le=dt.date(2099, 12, 31)), BeforeValidator(_day)]
"""A day of a matter: within the years whose Swedish holidays are known, with room for the weeks that are counted."""

Fodelsedag = Annotated[dt.date, Field(ge=dt.date(1900, 1, 1), le=dt.date(2099, 12, 31)), BeforeValidator(_day)]
"""A day of birth."""

Nummer = Annotated[str, Field(max_length=60), AfterValidator(plain)]
"""A number in a register, in NFKC and with dashes as hyphens, so that what is checked is what is printed."""


class Part(BaseModel):
    """A part of a record: strict, closed, frozen, and silent about its values when something is wrong.

    A text that is given must say something; a field that is not known is a fault, never dropped.
    """

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        str_min_length=1,
    )
