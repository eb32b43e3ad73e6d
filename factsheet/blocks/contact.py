"""Whom to ask."""

import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, model_validator

from factsheet.blocks.base import Block, Model, fault
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box

_URL = re.compile(r"(https?://)?[^\s/@:.]+(\.[^\s/@:.]+)+(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@.]+(\.[^\s@.]+)+")
_PHONE = re.compile(r"\+?[\d\s()./\u00a0–-]{5,30}")


def _url(value: object) -> object:
    if isinstance(value, str):
        if _URL.fullmatch(value.strip()):
            return value.strip()
        raise fault("bad-url", f"“{value}” is not a web address", "write www.example.org or https://example.org/page")
    return value


def _mail(value: object) -> object:
    if isinstance(value, str):
        if _MAIL.fullmatch(value.strip()):
            return value.strip()
        raise fault("bad-email", f"“{value}” is not an e-mail address", "write name@example.org")
    return value


def _phone(value: object) -> object:
    if isinstance(value, str):
        if _PHONE.fullmatch(value.strip()) and sum(c.isdigit() for c in value) > 3:
            return value.strip()
        raise fault("bad-phone", f"“{value}” is not a telephone number", "write +976 11 322 000")
    return value


Url = Annotated[str, BeforeValidator(_url)]


def target(url: str) -> str:
    """What a link to ``url``, as printed, opens."""
    return url if url.lower().startswith(("http://", "https://")) else f"https://{url}"


class Ways(Model):
    """How to reach someone.

    Attributes:
        text: A name, an office.
        url: A web address: www.example.org.
        email: An address for mail: name@example.org.
        phone: A telephone number: +976 11 322 000.
        address: A postal address, as many lines as it has.
    """

    text: Rich | None = None
    url: Url | None = None
    email: Annotated[str | None, BeforeValidator(_mail)] = None
    phone: Annotated[str | None, BeforeValidator(_phone)] = None
    address: Text | None = None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not any((self.text, self.url, self.email, self.phone, self.address)):
            raise fault(
                "missing", "a contact needs a text, url, email, phone or address", "write email: name@example.org"
            )
        return self


class Contact(Block):
    """Whom to ask: a text, a web and a mail address, a telephone number, an address.

    Attributes:
        contact: How to reach them.

    Example::

        - contact: {text: IOM Mongolia, email: iomulaanbaatar@iom.int, phone: +976 7014 3100}
    """

    key: ClassVar[str] = "contact"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    contact: Ways

    def box(self, kit: Kit) -> Box:
        """A line for each way."""
        ways, boxes = self.contact, []
        if ways.text:
            boxes.append(kit.text(ways.text))
        if ways.address:
            boxes += [kit.text(part) for part in _lines(ways.address)]
        if ways.phone:
            boxes.append(kit.words(ways.phone, "text", self.where, href="tel:" + re.sub(r"[^\d+]", "", ways.phone)))
        if ways.email:
            boxes.append(kit.words(ways.email, "text", self.where, href=f"mailto:{ways.email}"))
        if ways.url:
            boxes.append(kit.words(ways.url, "text", self.where, href=target(ways.url)))
        return kit.fact("Contact", self.title, *boxes, where=self.where)


def _lines(text: Text) -> list[Text]:
    """The lines of an address, as the author broke them."""
    return [Text(line, text.where) for line in text.splitlines() if line.strip()]
