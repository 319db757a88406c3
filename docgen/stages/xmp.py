"""The XMP packet of a PDF: what the file tells an archive about itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from docgen import __version__

CREATOR = "docgen"
CLAIMS = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
"""What every finished file says that it keeps: PDF/A-2a (ISO 19005-2, 6.6.4) and PDF/UA-1 (ISO 14289-1, 5)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document was made of: the SHA-256 of the template's file and the fingerprint of the data, "" for none."""

    template: str
    data: str


def packet(*, title: str, lang: str, producer: str, created: date, origin: Origin) -> bytes:
    """Return the packet: the claims, the origin, and the rest as in the information dictionary."""
    made = {"mall": origin.template, "version": __version__, "uppgifter": origin.data}
    return _PACKET.format(
        claims=_elements(CLAIMS),
        title=escape(title),
        lang=escape(lang),
        creator=CREATOR,
        producer=escape(producer),
        moment=f"{created:%Y-%m-%d}T00:00:00Z",
        origin=_elements({f"docgen:{name}": value for name, value in made.items() if value}),
    ).encode()


def _elements(values: Mapping[str, str]) -> str:
    return "".join(f"   <{name}>{escape(value)}</{name}>\n" for name, value in values.items())


# A schema that PDF/A itself does not know must be described inside every file that uses it (ISO 19005-2, 6.6.2.3).
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:docgen="urn:docgen:ursprung:1#"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{claims}   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
   <pdf:Producer>{producer}</pdf:Producer>
   <xmp:CreatorTool>{creator}</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
{origin}   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li><rdf:li rdf:parseType="Resource">
    <pdfaSchema:namespaceURI>urn:docgen:ursprung:1#</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>docgen</pdfaSchema:prefix>
    <pdfaSchema:schema>Dokumentets ursprung i docgen</pdfaSchema:schema>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Word-mallens kontrollsumma (SHA-256)</pdfaProperty:description>
     <pdfaProperty:name>mall</pdfaProperty:name>
     <pdfaProperty:valueType>Text</pdfaProperty:valueType>
    </rdf:li><rdf:li rdf:parseType="Resource">
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Programmets version</pdfaProperty:description>
     <pdfaProperty:name>version</pdfaProperty:name>
     <pdfaProperty:valueType>Text</pdfaProperty:valueType>
    </rdf:li><rdf:li rdf:parseType="Resource">
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Uppgifternas kontrollsumma med nyckel (HMAC-SHA-256)</pdfaProperty:description>
     <pdfaProperty:name>uppgifter</pdfaProperty:name>
     <pdfaProperty:valueType>Text</pdfaProperty:valueType>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
