"""Whom to ask."""

import re
from typing import Annotated, ClassVar, Literal, Self
from urllib.parse import quote

from pydantic import model_validator

from factsheet.blocks.base import Block, Model, fault, optional, typed
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Rich, Text
from factsheet.layout.box import Box

_URL = re.compile(r"(https?://)?[^\s/@:.]+(\.[^\s/@:.]+)+(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>()]+@[^\s@.]+(\.[^\s@.]+)+")
_PHONE = re.compile(r"\(?\+?\(?\d[\d\s()./\u00a0–-]{1,28}([ ,;]*(x|ext\.?|-)? ?[\dA-Z]{1,10})?")


def web_address(value: object) -> object:
    """``value``, which is a web address as people write them."""
    text = typed(value)
    if not _URL.fullmatch(text):
        raise fault("bad-url", f"“{text}” is not a web address", "write www.example.org or https://example.org/page")
    return text


def _mail(value: object) -> object:
    text = typed(value)
    if not _MAIL.fullmatch(text):
        raise fault("bad-email", f"“{text}” is not an e-mail address", "write name@example.org")
    return text


def _phone(value: object) -> object:
    text = typed(value)
    if len(text) > _LONGEST or not _PHONE.fullmatch(text) or sum(c.isdigit() for c in text) < _LEAST_DIGITS:
        raise fault("bad-phone", f"“{text}” is not a telephone number", "write +976 11 322 000")
    return text


_LEAST_DIGITS, _LONGEST = 3, 32

Url = Annotated[str, optional(web_address)]


def target(url: str) -> str:
    """What a link to ``url``, as printed, opens."""
    url = url if url.lower().startswith(("http://", "https://")) else f"https://{url}"
    scheme, _, rest = url.partition("://")
    host, slash, path = re.match(r"([^/?#]*)([/?#]?)(.*)", rest, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{scheme}://{_ascii_host(host)}{slash}{quote(path, safe=_SAFE)}"


_SAFE = "/?#%&=+:;,@!$'()*~[]-._"


def _ascii_host(host: str) -> str:
    """``host`` as it is looked up (RFC 3490)."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)


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
    email: Annotated[str | None, optional(_mail)] = None
    phone: Annotated[str | None, optional(_phone)] = None
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
            boxes.append(kit.words(ways.email, "text", self.where, href=f"mailto:{_mail_target(ways.email)}"))
        if ways.url:
            boxes.append(kit.words(ways.url, "text", self.where, href=target(ways.url)))
        return kit.whole(kit.fact("Contact", self.title, *boxes, where=self.where))


def _mail_target(address: str) -> str:
    name, _, host = address.rpartition("@")
    return f"{quote(name)}@{_ascii_host(host)}"


def _lines(text: Text) -> list[Text]:
    """The lines of an address, as the author broke them."""
    return [Text(line, text.where) for line in text.splitlines() if line.strip()]
