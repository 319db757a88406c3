import io
import zipfile

import pytest

from docgen.engines import outside_links
from docgen.errors import RecordError

TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def linking(kind: str, target: str, mode: str) -> bytes:
    file = io.BytesIO()
    link = f'<Relationship Id="rId1" Type="{TYPE}/{kind}" Target="{target}" {mode}/>'
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/_rels/document.xml.rels", f"<Relationships {RELATIONSHIPS}>{link}</Relationships>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("image", "file:///srv/annan.png", 'TargetMode="External"'),
        ("image", "https://kommun.example/vapen.png", 'TargetMode="&#69;xternal"'),
        ("oleObject", "file:///srv/annan.xlsx", 'TargetMode="External"'),
        ("aFChunk", "chunk.html", ""),
    ],
)
def test_what_would_be_fetched_refuses_the_document(kind: str, target: str, mode: str) -> None:
    with pytest.raises(RecordError) as refusal:
        outside_links.refuse(linking(kind, target, mode))
    assert refusal.value.code == "P-07"
    assert refusal.value.facts == {"dokumentdel": "word/_rels/document.xml.rels"}


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("image", "media/image1.png", ""),
        ("hyperlink", "https://www.riksdagen.se/", 'TargetMode="External"'),
        ("attachedTemplate", "file:///C:/Mallar/Normal.dotm", 'TargetMode="External"'),
    ],
)
def test_what_stays_inside_or_is_only_followed_by_a_reader_is_let_through(kind: str, target: str, mode: str) -> None:
    outside_links.refuse(linking(kind, target, mode))


def test_what_is_no_word_file_is_refused_by_name() -> None:
    with pytest.raises(RecordError) as refusal:
        outside_links.refuse(b"<html>")
    assert refusal.value.code == "P-06"
