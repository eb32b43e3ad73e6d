"""The metadata packet of a file that is to last (ISO 19005-2, 6.6): known properties, in their forms, or declared."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from factsheet.preflight.context import Context
from factsheet.preflight.hits import Hit
from factsheet.preflight.opened import Opened
from factsheet.preflight.rules import error

_AGAIN = "export it anew as PDF/A-2"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
_PREFIXES = {_EXTENSION: "pdfaExtension", _SCHEMA: "pdfaSchema", _PROPERTY: "pdfaProperty"}

_KNOWN: dict[str, str] = {
    "http://purl.org/dc/elements/1.1/": "contributor coverage creator date description format identifier language "
    "publisher relation rights source subject title type",
    "http://ns.adobe.com/xap/1.0/": "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate "
    "Nickname Rating Thumbnails",
    "http://ns.adobe.com/xap/1.0/rights/": "Certificate Marked Owner UsageTerms WebStatement",
    "http://ns.adobe.com/xap/1.0/mm/": "DerivedFrom DocumentID History InstanceID LastURL ManagedFrom Manager ManageTo "
    "ManageUI ManagerVariant RenditionClass RenditionOf RenditionParams SaveID VersionID Versions",
    "http://ns.adobe.com/xap/1.0/bj/": "JobRef",
    "http://ns.adobe.com/xap/1.0/t/pg/": "Colorants Fonts MaxPageSize NPages PlateNames",
    "http://ns.adobe.com/pdf/1.3/": "Keywords PDFVersion Producer",
    "http://www.aiim.org/pdfa/ns/id/": "amd conformance corr part",
    _EXTENSION: "schemas",
}
"""The properties that are predefined (XMP Specification 2005), by the namespace of their schema."""

_WHOLE = frozenset((
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "http://ns.adobe.com/photoshop/1.0/",
    "http://ns.adobe.com/tiff/1.0/",
    "http://ns.adobe.com/exif/1.0/",
    "http://ns.adobe.com/camera-raw-settings/1.0/",
))  # fmt: skip
"""Predefined schemas that are taken as a whole."""

_DC = "{http://purl.org/dc/elements/1.1/}"
_FORMS = {
    **{f"{_DC}{name}": "Alt" for name in ("title", "description", "rights")},
    **{f"{_DC}{name}": "Seq" for name in ("creator", "date")},
    **{f"{_DC}{name}": "Bag" for name in ("contributor", "language", "publisher", "relation", "subject", "type")},
}
"""What kind of list the value of a property is."""


def identified(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.6.4: the metadata say that it is PDF/A-2, level A."""
    part, level = opened.xmp.one("pdfaid", "part"), opened.xmp.one("pdfaid", "conformance")
    if part != "2":
        said = "the metadata do not say that the file is PDF/A-2"
        yield error("6.6.4-1", said, thing="metadata", found=part[:40] or "nothing", limit="pdfaid:part 2", hint=_AGAIN)
    elif level != "A":
        said = "the metadata do not say that the file is of level A"
        limit = "pdfaid:conformance A"
        yield error("6.6.4-2", said, thing="metadata", found=level[:40] or "nothing", limit=limit, hint=_AGAIN)


def properties(opened: Opened, context: Context) -> Iterator[Hit]:
    """6.6.2.3.1: every property is predefined, or declared; and has the form that it should."""
    root = opened.xmp.root
    if root is None or not context.screen:
        return
    declared = _declared(root)
    for description in root.iter(f"{_RDF}Description"):
        names = [name for name in description.attrib if name.startswith("{") and not name.startswith((_RDF, _XML))]
        for name in (*names, *(element.tag for element in description)):
            space, _, local = name[1:].partition("}")
            if local in _KNOWN.get(space, "").split() or space in _WHOLE or (space, local) in declared:
                continue
            told = f"{space}{local}"[:80]
            said = f"the metadata have a property that is neither known nor declared: {told}"
            yield error("6.6.2.3.1-1", said, thing="metadata", found=told, hint=_AGAIN)
        for element in description:
            form = _FORMS.get(element.tag)
            if form is not None and [kid.tag for kid in element] != [f"{_RDF}{form}"]:
                name = element.tag.partition("}")[2]
                said = f"the property dc:{name} of the metadata is not a list ({form})"
                yield error("6.6.2.3.1-2", said, thing="metadata", found=name, limit=form, hint=_AGAIN)


def _declared(root: ElementTree.Element) -> set[tuple[str, str]]:
    """The properties that extension schemas declare."""
    found: set[tuple[str, str]] = set()
    for schema in _schemas(root):
        space = _text(schema, _SCHEMA, "namespaceURI")
        for one in schema.iter(f"{{{_PROPERTY}}}name"):
            found.add((space, (one.text or "").strip()))
        for holder in schema.iter():
            name = holder.get(f"{{{_PROPERTY}}}name")
            if name:
                found.add((space, name))
    return found


def _schemas(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [item for holder in root.iter(f"{{{_EXTENSION}}}schemas") for item in _items(holder)]


def _items(holder: ElementTree.Element) -> list[ElementTree.Element]:
    return [item for kid in holder for item in kid if item.tag == f"{_RDF}li"]


def _text(holder: ElementTree.Element, space: str, name: str) -> str:
    """A field of a structure: an element or an attribute, of it or of the description in it."""
    for one in (holder, *holder.findall(f"{_RDF}Description")):
        found = one.find(f"{{{space}}}{name}")
        said = one.get(f"{{{space}}}{name}") if found is None else found.text
        if said is not None:
            return said.strip()
    return ""


def extensions(opened: Opened, _: Context) -> Iterator[Hit]:
    """6.6.2.3.3: declarations are complete."""
    root = opened.xmp.root
    if root is None:
        return
    yield from _prefixes(opened)
    for holder in root.iter(f"{{{_EXTENSION}}}schemas"):
        if [kid.tag for kid in holder] != [f"{_RDF}Bag"]:
            yield _wrong("extension schemas are not a list (Bag)")
    for schema in _schemas(root):
        for name in ("schema", "namespaceURI", "prefix"):
            if not _text(schema, _SCHEMA, name):
                yield _wrong(f"an extension schema lacks pdfaSchema:{name}")
        for described in [*schema.iter(f"{{{_SCHEMA}}}property")]:
            if [kid.tag for kid in described] != [f"{_RDF}Seq"]:
                yield _wrong("the properties of an extension schema are not a list (Seq)")
            for one in _items(described):
                lacks = [
                    name for name in ("name", "valueType", "category", "description") if not _text(one, _PROPERTY, name)
                ]
                if lacks:
                    yield _wrong(f"a property of an extension schema lacks pdfaProperty:{lacks[0]}")
                elif _text(one, _PROPERTY, "category") not in ("internal", "external"):
                    yield _wrong("the category of a property is neither internal nor external")


def _wrong(message: str) -> Hit:
    return error("6.6.2.3.3-1", message, thing="metadata", hint=_AGAIN)


def _prefixes(opened: Opened) -> Iterator[Hit]:
    """The prefixes of declarations are those that the standard names."""
    data = opened.stream(opened.get(opened.catalog, "Metadata")) or b""
    for space, prefix in _PREFIXES.items():
        for found in re.finditer(rb"xmlns:([\w.-]+)\s*=\s*[\"']" + re.escape(space.encode()) + rb"[\"']", data):
            if found[1].decode("latin-1") != prefix:
                yield _wrong(f"the namespace of {prefix} has another prefix ({found[1].decode('latin-1')[:20]})")


JUDGES = (
    (("6.6.4-1", "6.6.4-2"), identified),
    (("6.6.2.3.1-1", "6.6.2.3.1-2"), properties),
    (("6.6.2.3.3-1",), extensions),
)
