"""Where the project is: countries, a place in them, and a map."""

import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from factsheet.blocks.base import Block, Flag, Model, OneOrMany, fault, optional, typed
from factsheet.blocks.kit import Kit
from factsheet.design.inks import contrast
from factsheet.document import Tag
from factsheet.i18n.countries import countries, meant, names
from factsheet.i18n.text import Text
from factsheet.layout.atlas import Colours
from factsheet.layout.box import Box
from factsheet.layout.locator import Locator

_KOSOVO = (
    "References to Kosovo are understood in the context of United Nations Security Council resolution 1244 (1999)."
)
_BORDERS = "This map is for orientation. Its borders and names express no opinion on the legal status of any territory."

_FAR = 1.5
"""How many degrees outside the outlines of its country a place may lie: on an island too small for them, at sea."""

_TELLING = 1.12
"""The least contrast of land and water."""


def _country(value: object) -> object:
    text = typed(value)
    code = countries().get(text.upper())
    if code:
        return code
    found = meant(text)
    called = names("en")
    if found:
        hint = f"did you mean {' or '.join(f'{code} ({called[code]})' for code in found)}?"
        exact = len(found) == 1
        hint = f"write {found[0]}, the code of {called[found[0]]}" if exact and len(text) > 3 else hint
    else:
        hint = "write its code of two or three letters after ISO 3166, as MN or MNG"
    raise fault("unknown-country", f"“{text}” is not the code of a country", hint)


def _each_once(codes: list[str]) -> list[str]:
    for n, code in enumerate(codes):
        if code in codes[:n]:
            raise fault("double-country", f"{code} is there twice", "name each country once", (n,))
    return codes


def _degrees(value: object) -> object:
    text = typed(value)
    if not _DEGREES.fullmatch(text):
        hint = "write degrees with decimals, south and west with a minus: 47.92, -33.45"
        raise fault("bad-place", f"“{text}” is not a number of degrees", hint)
    return float(text.replace("−", "-"))


_DEGREES = re.compile(r"[-−+]?\d{1,3}(\.\d{1,12})?")

Code = Annotated[str, BeforeValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2,3}$"})]
Degrees = Annotated[float | None, optional(_degrees), WithJsonSchema({"type": "number"})]


class Site(Model):
    """Countries, and a place in them.

    Attributes:
        country: The code of a country after ISO 3166, as MN or MNG; or a list of them.
        name: What is printed instead of its usual name.
        place: A town or a region in it.
        lat: Its latitude in degrees, south with a minus: 47.92.
        lon: Its longitude in degrees, west with a minus: 106.91.
        map: Whether there is a map; true unless you say false.
    """

    country: Annotated[list[Code], OneOrMany, Field(min_length=1, max_length=40), AfterValidator(_each_once)]
    name: Text | None = None
    place: Text | None = None
    lat: Degrees = None
    lon: Degrees = None
    map: Flag = True

    @model_validator(mode="after")
    def _on_the_map(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            there, missing = ("lat", "lon") if self.lon is None else ("lon", "lat")
            raise fault("missing", f"“{there}” stands alone, without “{missing}”", f"add {missing}: …", there)
        if self.lat is None or self.lon is None:
            return self
        if not self.map:
            raise fault(
                "bad-place", "a place cannot be marked without a map", "delete map: false, or lat: and lon:", "lat"
            )
        if abs(self.lat) > 90 or abs(self.lon) > 180 or not self._covers(self.lon, self.lat):
            called = " or ".join(names("en")[code] for code in self.country)
            hint = "south and west have a minus: -33.45"
            if abs(self.lon) <= 90 and abs(self.lat) <= 180 and self._covers(self.lat, self.lon):
                hint = f"exchange the two: lat: {self.lon:g}, lon: {self.lat:g}"
            raise fault("bad-place", f"{self.lat:g}, {self.lon:g} does not lie in {called}", hint, "lat")
        return self

    def _covers(self, lon: float, lat: float) -> bool:
        from factsheet.design.outlines import outlines  # noqa: PLC0415 - only where a place is marked

        return any(outlines().covers(code, lon, lat, _FAR) for code in self.country)


class Location(Block):
    """Where the project is: the country in the language of the factsheet, on a map with its neighbours.

    Attributes:
        location: The countries, a place in them, and whether there is a map.

    Example::

        - location: {country: MN, place: Ulaanbaatar, lat: 47.92, lon: 106.91}
    """

    key: ClassVar[str] = "location"
    place: ClassVar[Literal["main", "sidebar"]] = "sidebar"
    location: Site

    def box(self, kit: Kit) -> Box:
        """The name, large; the place; the map and a sentence on its borders."""
        site, boxes = self.location, [self._name(kit)]
        marked = site.lat is not None
        if site.place and not marked:
            boxes.append(kit.text(site.place))
        if site.map:
            boxes.append(self._map(kit))
            boxes.append(kit.words(kit.label(_BORDERS), "side-note", self.where))
        if "XK" in site.country:
            boxes.append(kit.words(kit.label(_KOSOVO), "side-note", self.where))
        return kit.whole(kit.fact("Location", self.title, *boxes, where=self.where))

    def _called(self, kit: Kit) -> str:
        """The countries, by their names in the document's language."""
        known = names(kit.language.tag)
        return self.location.name or kit.language.join([known[code] for code in self.location.country])

    def _name(self, kit: Kit) -> Box:
        """Their names: large where that takes no more than two lines."""
        called = self._called(kit)
        style = (
            "figure" if len(self.location.country) == 1 and kit.width(called, "figure") < 1.7 * kit.column else "name"
        )
        if self.location.name:
            return kit.text(self.location.name, style, whole=True)
        return kit.words(called, style, self.where)

    def _map(self, kit: Kit) -> Box:
        site = self.location
        mark = None if site.lat is None or site.lon is None else (site.lon, site.lat)
        place = site.place if mark else None
        alt = kit.label("Map: {country}. Marked: {place}" if place else "Map: {country}")
        land, tint = kit.ink("track"), kit.ink("tint")
        water = tint if contrast(land, tint) > _TELLING else kit.ground
        return Locator(
            tuple(site.country),
            mark,
            (kit.text(place, "caption", whole=True), kit.width(place, "caption")) if place else None,
            Colours(kit.ink("key"), land, water, kit.ink("accent")),
            kit.styles.theme.hairline,
            kit.grid,
            Tag("Figure", self.where, alt=alt.format(country=self._called(kit), place=place or "")),
            kit.styles.engine,
            kit.styles.rough,
        )
