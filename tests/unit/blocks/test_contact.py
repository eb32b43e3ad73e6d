"""Contacts: each way is a link that opens what is printed, and what is none is refused."""

import pytest

from factsheet.blocks.contact import Ways, target
from factsheet.document import Frame
from tests.making import block, box, runs, said, whole


def links(frame: Frame) -> dict[str, str]:
    """What is printed, and what it opens."""
    found: dict[str, str] = {}
    for _, _, words, _ in runs(frame):
        if words.tag is not None and words.tag.role == "Link":
            found[words.tag.href] = found.get(words.tag.href, "") + words.text
    return found


def test_every_way_is_a_link() -> None:
    text = '- contact: {text: Office, url: www.iom.int/mongolia, email: a.b@iom.int, phone: "+976 (11) 322-000"}'
    assert links(whole(box(text, "sidebar"), 300)) == {
        "tel:+97611322000": "+976 (11) 322-000",
        "mailto:a.b@iom.int": "a.b@iom.int",
        "https://www.iom.int/mongolia": "www.iom.int/mongolia",
    }


@pytest.mark.parametrize(
    ("url", "opens"),
    [
        ("www.iom.int", "https://www.iom.int"),
        ("http://iom.int", "http://iom.int"),
        ("HTTPS://iom.int/A?b#c", "HTTPS://iom.int/A?b#c"),
    ],
)
def test_what_an_address_opens(url: str, opens: str) -> None:
    assert target(url) == opens
    assert Ways(url=url).url == url


@pytest.mark.parametrize(
    "url", ["iom", "www.iom.int and more", "javascript:alert(1)", "ftp://x.org", "a@b.org", ".org"]
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(ValueError, match="is not a web address"):
        Ways(url=url)


@pytest.mark.parametrize("email", ["a", "a@b", "a@@b.c", "a b@c.d", "a@b.", "<a@b.c>", "mailto:a@b.c d"])
def test_what_is_no_mail_address(email: str) -> None:
    with pytest.raises(ValueError, match="is not an e-mail address"):
        Ways(email=email)


@pytest.mark.parametrize("phone", ["12", "call me", "+976 x", "----- 123", "1" * 40])
def test_what_is_no_telephone_number(phone: str) -> None:
    with pytest.raises(ValueError, match="is not a telephone number"):
        Ways(phone=phone)


def test_a_contact_needs_some_way() -> None:
    with pytest.raises(ValueError, match="a contact needs"):
        Ways()


def test_an_address_keeps_its_lines() -> None:
    text = "- contact:\n    address: |\n      Main Street 1\n      \n      Ulaanbaatar"
    found = runs(whole(box(text, "sidebar"), 300))[1:]
    assert [words.text.strip() for _, _, words, _ in found] == ["Main Street 1", "Ulaanbaatar"]
    assert len({path[-1] for _, _, _, path in found}) == 2


def test_the_order_is_text_address_phone_mail_web() -> None:
    text = "- contact: {url: b.org, email: a@b.org, phone: '12345', address: Street, text: Office}"
    assert said(whole(box(text, "sidebar"), 300)) == ["Contact", "Office", "Street", "12345", "a@b.org", "b.org"]


def test_links_have_the_place_of_the_block() -> None:
    contact = block("- contact: {email: a@b.org}", "sidebar")
    found = runs(whole(box("- contact: {email: a@b.org}", "sidebar"), 300))
    assert found[-1][2].tag is not None
    assert found[-1][2].tag.where == contact.where
