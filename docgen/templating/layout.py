"""What the municipality's settings change in a Word template: the logo and the address window.

Done once, when the template is loaded. The template says where: the picture named ``logotyp``, the paragraph
style ``Adressfonster`` (which holds the frame) and the table named ``Brevhuvud``, whose first row keeps the text
off the window.
"""

import io
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.image.image import Image
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.parts.styles import StylesPart
from docx.shared import Length, Mm

from docgen.errors import SettingsError

LOGO_BOX = (Mm(50), Mm(15))
LETTERHEAD = "[w:tblPr/w:tblCaption/@w:val='Brevhuvud']"
CLEAR_BELOW_WINDOW = Mm(9)


@dataclass(frozen=True, slots=True)
class Window:
    """The address window of the envelope, in millimetres from the corner of the paper."""

    x: float = 112
    y: float = 45
    width: float = 80
    height: float = 35


@dataclass(frozen=True, slots=True)
class Layout:
    """The logo (PNG or JPEG), what it is called to those who do not see it, and the window."""

    logo: bytes | None = None
    alternative_text: str = ""
    window: Window = Window()

    def apply(self, document: Document) -> None:
        """Give the template this logo and window; what it has no place for is not changed.

        Raises SettingsError M-06 when the logo is neither PNG nor JPEG.
        """
        for part in document.part.package.iter_parts():
            if isinstance(part, StoryPart):
                self._set_logo(part)
                self._set_room(part, document)
        self._set_window(document)

    def _set_logo(self, part: StoryPart) -> None:
        for drawing in part.element.xpath(".//w:drawing[.//wp:docPr[@name='logotyp']]"):
            (old,) = drawing.xpath(".//a:blip/@r:embed")
            if self.logo is None:
                _remove(drawing.getparent())
            else:
                _exchange(drawing, part, self.logo, self.alternative_text)
            if not part.element.xpath(f".//@r:embed[.='{old}']"):
                part.rels.pop(old)

    def _set_window(self, document: Document) -> None:
        window = self.window
        frames = [
            frame
            for part in document.part.package.iter_parts()
            if isinstance(part, StylesPart)  # asked for by name, python-docx would add styles where there are none
            for frame in part.element.xpath(".//w:style[@w:styleId='Adressfonster']//w:framePr")
        ]
        frames += document.element.xpath(".//w:pPr[w:pStyle/@w:val='Adressfonster']/w:framePr")
        for frame in frames:
            sides = {"x": window.x, "y": window.y, "w": window.width, "h": window.height}
            for name, millimetres in sides.items():
                frame.set(qn(f"w:{name}"), str(Mm(millimetres).twips))

    def _set_room(self, part: StoryPart, document: Document) -> None:
        """Make the letterhead so high that the text starts below the window."""
        from_paper = next((section.header_distance for section in document.sections), None) or 0
        room = Length(Mm(self.window.y + self.window.height) + CLEAR_BELOW_WINDOW - from_paper)
        for height in part.element.xpath(f".//w:tbl{LETTERHEAD}/w:tr[1]/w:trPr/w:trHeight"):
            height.set(qn("w:val"), str(room.twips))


def _exchange(drawing: Any, part: StoryPart, logo: bytes, alternative_text: str) -> None:  # noqa: ANN401 (an lxml element)
    """Put the logo in the drawing, as large as its box allows."""
    width, height = _size(logo)
    key, _ = part.get_or_add_image(io.BytesIO(logo))
    for blip in drawing.xpath(".//a:blip"):
        blip.set(qn("r:embed"), key)
    for extent in drawing.xpath(".//wp:extent | .//a:xfrm/a:ext"):
        extent.set("cx", str(width))
        extent.set("cy", str(height))
    for properties in drawing.xpath(".//wp:docPr"):
        properties.set("descr", alternative_text)


def _size(logo: bytes) -> tuple[int, int]:
    """Return the width and height in EMU that fill the box with the proportions kept."""
    try:
        image = Image.from_blob(logo)
        width, height = image.px_width, image.px_height
    except Exception:  # noqa: BLE001 (python-docx raises Exception itself for a picture that is cut off)
        raise SettingsError("M-06") from None
    if image.content_type not in {"image/png", "image/jpeg"} or not width or not height:
        raise SettingsError("M-06")
    scale = min(LOGO_BOX[0] / width, LOGO_BOX[1] / height)
    return round(width * scale), round(height * scale)


def _remove(run: Any) -> None:  # noqa: ANN401 (an lxml element)
    """Remove the picture's run, and its paragraph when that held nothing else."""
    paragraph = run.getparent()
    paragraph.remove(run)
    if not paragraph.xpath(".//w:r"):
        paragraph.getparent().remove(paragraph)
