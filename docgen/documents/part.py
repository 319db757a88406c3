"""The ground every part of a record stands on."""

from pydantic import BaseModel, ConfigDict


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
        use_attribute_docstrings=False,
        validate_default=False,
    )
