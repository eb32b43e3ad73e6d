"""The metadata packet (XMP, ISO 16684-1) that says the same as the Info dictionary."""

from collections.abc import Mapping
from html import escape

SCHEMAS = {
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
"""The namespaces of further properties, by prefix."""


def packet(
    *,
    title: str,
    author: str,
    language: str,
    date: str,
    tool: str,
    subject: str = "",
    further: Mapping[str, str] | None = None,
    extension: str = "",
) -> bytes:
    """The packet of a document; ``date`` as in ``2026-01-02T00:00:00Z``.

    ``further`` are simple properties with their prefix, as ``pdf:Trapped``; ``extension`` is the finished XML that
    declares those that are not predefined.
    """
    creator = f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>" if author else ""
    about = ""
    if subject:
        said = f'<rdf:li xml:lang="x-default">{escape(subject)}</rdf:li>'
        about = f"<dc:description><rdf:Alt>{said}</rdf:Alt></dc:description>"
    more = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in (further or {}).items())
    prefixes = {name.partition(":")[0] for name in further or {}} - {"pdf"}
    spaces = "".join(f' xmlns:{prefix}="{SCHEMAS[prefix]}"' for prefix in sorted(prefixes))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="{SCHEMAS["pdf"]}"{spaces}>'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li>'
        f'<rdf:li xml:lang="{escape(language)}">{escape(title)}</rdf:li></rdf:Alt></dc:title>{creator}{about}'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>"
        f"<xmp:MetadataDate>{date}</xmp:MetadataDate><xmp:CreatorTool>{escape(tool)}</xmp:CreatorTool>"
        f"<pdf:Producer>{escape(tool)}</pdf:Producer>{more}{extension}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()
