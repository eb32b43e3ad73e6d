"""Metadata packets in every form of RDF."""

import pytest

from factsheet.preflight.xmp import parsed

HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
PDF = 'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'


def packet(inside: str, attributes: str = "") -> bytes:
    body = f'<x xmlns:x="adobe:ns:meta/"><rdf:RDF {RDF} {PDF}><rdf:Description rdf:about="" {attributes}>{inside}'
    return HEAD + (body + "</rdf:Description></rdf:RDF></x>").encode() + b'<?xpacket end="w"?>'


def test_elements_attributes_and_lists() -> None:
    found = parsed(packet("<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>",
                          'pdf:Producer="Press"'))  # fmt: skip
    assert found.present
    assert found.fault == ""
    assert found.all("dc", "creator") == ["A", "B"]
    assert found.one("pdf", "Producer") == "Press"
    assert found.one("xmp", "CreateDate") == ""


def test_the_default_language_comes_first() -> None:
    items = '<rdf:li xml:lang="mn">Ус</rdf:li><rdf:li xml:lang="x-default">Water</rdf:li>'
    assert parsed(packet(f"<dc:title><rdf:Alt>{items}</rdf:Alt></dc:title>")).one("dc", "title") == "Water"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<x/>", "not a packet"),
        (packet("").replace(b"W5M0MpCehiHzreSzNTczkc9d", b"x"), "not a packet"),
        (HEAD.replace(b"?>", b' bytes="9"?>') + packet("")[len(HEAD) :], "bytes or encoding"),
        (HEAD + b"<x>", "not well-formed"),
        (HEAD + b"\xff\xfe", "not well-formed"),
        (HEAD + b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "not plain XML"),
    ],
)
def test_faults(data: bytes, said: str) -> None:
    assert said in parsed(data).fault


def test_none_is_none() -> None:
    assert not parsed(None).present
