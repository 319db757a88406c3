"""The rows that the views of a follow-up share."""

from typing import Annotated, TypedDict


class DeltagareVy(TypedDict):
    """Someone who took part."""

    namn: Annotated[str, "För- och efternamn"]
    roll: Annotated[str, "T.ex. socialsekreterare"]
