"""Where to read on."""

from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from factsheet.blocks.base import Block, Model, OneOrMany
from factsheet.blocks.contact import target, web_address
from factsheet.blocks.kit import Kit
from factsheet.i18n.text import Text
from factsheet.layout.box import Box
from factsheet.layout.text import TextBox


class Link(Model):
    """A web address, and what is found there.

    Attributes:
        url: The address: www.example.org/report.
        text: What is found there.
    """

    shorthand: ClassVar[str] = "url"
    url: Annotated[str, BeforeValidator(web_address)]
    text: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_url(cls, value: Any) -> Any:
        return {cls.shorthand: value} if isinstance(value, str) or value is None else value

    @property
    def says_its_address(self) -> bool:
        """Whether its text is the address itself, perhaps written a little differently."""
        return self.text is None or _bare(self.text) == _bare(self.url)


class Links(Block):
    """Links, each with its address: on paper nothing can be clicked.

    Attributes:
        links: Addresses, or addresses with what is found there.

    Example::

        - links:
            - {text: The whole report, url: www.example.org/report}
            - www.example.org
    """

    key: ClassVar[str] = "links"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    links: Annotated[list[Link], OneOrMany, Field(min_length=1)]

    def box(self, kit: Kit) -> Box:
        """Links with hairlines between them, each over its address where that is not its text."""
        items = [kit.tagged("LI", kit.tagged("LBody", self._link(kit, link)), self.where) for link in self.links]
        return kit.fact("Links", self.title, kit.between(items), where=self.where)

    def _link(self, kit: Kit, link: Link) -> Box:
        where = link.text.where if link.text else self.where
        first = kit.words(link.text or link.url, "text", where, href=target(link.url))
        if link.says_its_address:
            return first
        if isinstance(first, TextBox):
            first = replace(first, underlined=True)
        return kit.whole(kit.stack(first, kit.words(link.url, "fact-label", self.where)))


def _bare(address: str) -> str:
    """``address`` without what does not tell addresses from each other."""
    return address.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
