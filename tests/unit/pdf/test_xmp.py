"""The metadata packet: well-formed, complete, and nothing in it can break out."""

from xml.etree import ElementTree

import pytest

from factsheet.pdf import xmp

DC, XMP, PDF, XML = (
    "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}", "{http://ns.adobe.com/pdf/1.3/}",
    "{http://www.w3.org/XML/1998/namespace}",
)  # fmt: skip


def packet(**fields: str) -> bytes:
    usual = {"title": "T", "author": "A", "language": "en", "date": "2026-01-02T00:00:00Z", "tool": "factsheet"}
    return xmp.packet(**{**usual, **fields})


def texts(data: bytes, name: str) -> list[str]:
    (found,) = ElementTree.fromstring(data).iter(name)
    return [text.strip() for text in found.itertext() if text.strip()]


def test_it_says_what_the_document_is() -> None:
    data = packet(title="Migration", author="IOM", language="mn")
    assert texts(data, f"{DC}title") == ["Migration", "Migration"]
    assert texts(data, f"{DC}creator") == ["IOM"]
    assert texts(data, f"{DC}language") == ["mn"]
    assert texts(data, f"{XMP}CreateDate") == texts(data, f"{XMP}ModifyDate") == ["2026-01-02T00:00:00Z"]
    assert texts(data, f"{XMP}CreatorTool") == texts(data, f"{PDF}Producer") == ["factsheet"]


def test_the_title_has_a_default_and_a_language() -> None:
    tree = ElementTree.fromstring(packet(language="mn"))
    found = [item.get(f"{XML}lang") for item in tree.iter() if item.get(f"{XML}lang")]
    assert found == ["x-default", "mn"]


def test_without_an_author_there_is_no_creator() -> None:
    assert b"dc:creator" not in packet(author="")


@pytest.mark.parametrize("text", ["a < b & c > d", "]]>", '"quoted"', "Өмнөговь", "<script>", "'"])
def test_nothing_breaks_out(text: str) -> None:
    assert texts(packet(title=text, author=text), f"{DC}title") == [text, text]
    assert texts(packet(title=text, author=text), f"{DC}creator") == [text]


def test_the_packet_is_marked_as_utf_8() -> None:
    data = packet()
    assert data.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode())
    assert data.endswith(b'<?xpacket end="w"?>')
