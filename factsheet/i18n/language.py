"""A language at work: its labels, dates, lengths of time, numbers, amounts, lists and quotation marks."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from factsheet.i18n.conventions import CONVENTIONS, ENGLISH, Conventions, Named
from factsheet.i18n.dates import PartialDate

GOALS = (
    "No poverty",
    "Zero hunger",
    "Good health and well-being",
    "Quality education",
    "Gender equality",
    "Clean water and sanitation",
    "Affordable and clean energy",
    "Decent work and economic growth",
    "Industry, innovation and infrastructure",
    "Reduced inequalities",
    "Sustainable cities and communities",
    "Responsible consumption and production",
    "Climate action",
    "Life below water",
    "Life on land",
    "Peace, justice and strong institutions",
    "Partnerships for the Goals",
)
"""The short names of the Sustainable Development Goals, from 1 to 17."""

LABELS = (
    "Factsheet",
    "Duration",
    "Project duration",
    "Budget",
    "Project budget",
    "Support",
    "Project support",
    "Partners",
    "Project partners",
    "Contact",
    "Facts",
    "Key facts",
    "Facts at a glance",
    "E-mail",
    "Phone",
    "Website",
    "Address",
    "Links",
    "Location",
    "Beneficiaries",
    "Status",
    "Indicator",
    "Baseline",
    "Target",
    "Actual",
    "Total",
    "Source",
    "Photo",
    "Notes",
    "Page {number} of {total}",
    "from {date}",
    "until {date}",
    "ongoing",
    "draft",
    "now",
    "planned",
    "Note",
    "Key message",
    "Warning",
    "Funders",
    "Breakdown",
    "Bar chart",
    "Chart of shares",
    "Line chart",
    "Chart of progress",
    "Highest",
    "Lowest",
    "QR code: leads to {address}",
    "Map: {country}",
    "Map: {country}. Marked: {place}",
    "This map is for orientation. Its borders and names express no opinion on the legal status of any territory.",
    "References to Kosovo are understood in the context of United Nations Security Council resolution 1244 (1999).",
    "Sustainable Development Goals",
    "Planned",
    "Ongoing",
    "Completed",
    "Suspended",
    "{share} completed",
    *GOALS,
)
"""Every fixed text, in English; ``labels.LANGUAGE.po`` has the translations."""

NO_BREAK = "\u00a0"
MINUS = "\u2212"

_FOLDER = Path(__file__).parent
_SCRIPT = {"mn": "cyrl", "ru": "cyrl"}
_AS_I = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language.

    Attributes:
        tag: Its BCP 47 tag, as ``en`` (British usage), ``mn`` (Cyrillic), ``mn-Mong`` or ``de-CH``.
        known: Whether we have data of ours for it; if not, labels are English.
        conventions: Its dates, numbers and lists.
        labels: The translations of ``LABELS``; empty for English.
    """

    tag: str
    known: bool
    conventions: Conventions
    labels: Mapping[str, str]

    def label(self, msgid: str) -> str:
        """The fixed text ``msgid`` (English) in this language."""
        return self.labels.get(msgid, msgid)

    def labelled(self, msgid: str) -> str:
        """The fixed text ``msgid`` and a colon, before which French has a space."""
        return self.label(msgid) + self.conventions.colon.replace("~", NO_BREAK)

    def date(self, when: PartialDate) -> str:
        """A date in full: ``15 August 2012``, ``August 2012``, ``2012``."""
        return self._say(self.conventions.date[_precision(when)], when)

    def interval(self, start: PartialDate | None, end: PartialDate | None, ongoing: bool = False) -> str:
        """A period, nothing said twice: ``March – September 2013``; ``ongoing`` says that it has no end yet."""
        ways = self.conventions
        if start and end:
            return self._between(start, end)
        if ongoing:
            return f"{self.date(start)} – {self.label('ongoing')}" if start else self.label("ongoing")
        if start:
            return self._say(ways.since[_precision(start)], start)
        return self._say(ways.until[_precision(end)], end) if end else ""

    def length(self, start: PartialDate, end: PartialDate) -> str:
        """How long a period is, both ends included: ``19 months``, ``2 years``, ``4 years 2 months``, ``15 days``.

        Empty where it cannot be told: the end is before the start, or only one of them is a mere year.
        """
        if bool(start.month) != bool(end.month) or end.last() < start.first():
            return ""
        if not start.month:
            return self._count(end.year - start.year + 1, "year")
        months, days = _months(start, end)
        if start.day and end.day and months < 2:
            return self._count((date(*end.last()) - date(*start.first())).days + 1, "day")
        months += days >= 15
        years, rest = divmod(months, 12)
        if months < 24 or (rest and months <= _MOST_MONTHS):
            return self._count(months, "month")
        return self._count(years, "year") + (f" {self._count(rest, 'month')}" if rest else "")

    def number(self, value: Decimal) -> str:
        """``value`` with the language's separators; every decimal as given, nothing rounded."""
        ways = self.conventions
        whole, _, decimals = f"{value.copy_abs():f}".partition(".")
        if len(whole) >= ways.least:
            whole = ways.group.join(_grouped(whole, *ways.sizes))
        sign = MINUS if value < 0 else ""
        return f"{sign}{whole}{ways.decimal}{decimals}" if decimals else f"{sign}{whole}"

    def money(self, amount: Decimal, currency: str) -> str:
        """An amount with its currency behind it: ``100,000 USD``; decimals only where it is not whole."""
        _, _, decimals = f"{amount:f}".partition(".")
        places = max(len(decimals), 2) if decimals.strip("0") else 0
        amount = Decimal(f"{amount:.{places}f}")
        return f"{self.number(amount)}{NO_BREAK}{self.conventions.currencies.get(currency, currency)}"

    def per_cent(self, value: Decimal) -> str:
        """``value`` with its sign: ``45%``, ``45 %``."""
        return self.conventions.per_cent.format(self.number(value)).replace("~", NO_BREAK)

    def ordinal(self, number: int) -> str:
        """An ordinal number in digits: ``1st``, ``11th``; masculine where the language tells genders apart."""
        return self.number(Decimal(number)) + self.conventions.ordinal(number).replace("~", NO_BREAK)

    def quote(self, text: str) -> str:
        """``text`` between quotation marks; those inside it become the inner ones: ``“he said ‘yes’”``."""
        first, last, *inner = self.conventions.quotes
        for outer, other in zip((first, last), inner, strict=True):
            text = re.sub(outer.replace("~", f"[ \u202f{NO_BREAK}]?"), other, text)
        return first.replace("~", NO_BREAK) + text + last.replace("~", NO_BREAK)

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence: ``a, b and c``."""
        ways = self.conventions
        if len(items) < 2:
            return "".join(items)
        last = ways.last if len(items) > 2 else ways.two or ways.last
        if last == " y " and _AS_I.match(items[-1]):
            last = " e "  # Spanish: "a e Italia"
        return ways.between.join(items[:-1]) + last + items[-1]

    def _between(self, start: PartialDate, end: PartialDate) -> str:
        ways = self.conventions
        precision = _precision(start)
        if start == end:
            return self.date(start)
        said = ""
        if precision == _precision(end) == 0:
            said = ways.years
        elif precision == _precision(end) and start.year == end.year:
            same_month = ways.days_of_month if start.month == end.month else ways.days_of_year
            said = ways.months_of_year if precision == 1 else same_month
        return self._say(said, start, end) if said else f"{self.date(start)} – {self.date(end)}"

    def _say(self, template: str, start: PartialDate, end: PartialDate | None = None) -> str:
        return template.format(a=self._named(start), b=self._named(end or start)).replace("~", NO_BREAK)

    def _named(self, when: PartialDate) -> Named:
        ways = self.conventions
        return Named(
            year=str(when.year),
            month=ways.months[when.month - 1] if when.month else "",
            alone=ways.months_alone[when.month - 1] if when.month else "",
            number=str(when.month),
            day=ways.first if when.day == 1 else str(when.day),
            genitive="ний" if when.day % 10 in (1, 4, 9) else "ны",
        )

    def _count(self, count: int, unit: str) -> str:
        words = self.conventions.units[unit]
        word = words.get(self.conventions.plural(count)) or words["other"]
        return f"{self.number(Decimal(count))}{NO_BREAK}{word}"


_MOST_MONTHS = 36
"""A longer time is said in years and months."""


def language(tag: str) -> Language:
    """The language called ``tag``.

    One that we have no data for has English labels, and the dates and numbers of CLDR where CLDR knows it.
    """
    tag = tag.replace("_", "-")
    primary, _, rest = tag.partition("-")
    primary = primary.lower()
    subtags = rest.split("-") if rest else []
    script = next((subtag.lower() for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), "")
    region = next((subtag.upper() for subtag in subtags if len(subtag) in (2, 3)), "")
    if primary not in CONVENTIONS:
        from factsheet.i18n import cldr  # noqa: PLC0415 - Babel's door is opened only for strangers

        return Language(tag, False, cldr.conventions(tag) or ENGLISH, {})
    name = primary
    if script and script != _SCRIPT.get(primary, "latn"):
        name = f"{primary}-{script.title()}"
        if name not in CONVENTIONS:
            return Language(tag, False, ENGLISH, {})
    ways = CONVENTIONS.get(f"{name}-{region}", CONVENTIONS[name])
    if region and region not in ways.regions:
        from factsheet.i18n import cldr  # noqa: PLC0415

        ways = cldr.numbers(f"{primary}-{region}", ways)
    return Language(tag, True, ways, {} if name == "en" else _labels(name))


def _labels(name: str) -> dict[str, str]:
    """The translations of the labels; those that are missing stay English."""
    import polib  # noqa: PLC0415 - English needs none

    catalogue = polib.pofile(str(_FOLDER / f"labels.{name}.po"), encoding="utf-8")
    return {entry.msgid: entry.msgstr for entry in catalogue if entry.translated()}


def _precision(when: PartialDate) -> int:
    """0 for a year, 1 for a month, 2 for a day."""
    return (when.month > 0) + (when.day > 0)


def _months(start: PartialDate, end: PartialDate) -> tuple[int, int]:
    """The whole months from the first day of ``start`` to the last of ``end``, and the days that remain."""
    year, month, day = end.last()
    if day == monthrange(year, month)[1]:
        month, day = month + 1, 0
    first = start.first()
    months = (year - first[0]) * 12 + month - first[1]
    days = day + 1 - first[2]
    if days < 0:
        months -= 1
        days += PartialDate(year, month - 1).last()[2] if month > 1 else 31
    return months, days


def _grouped(whole: str, last: int, before: int) -> list[str]:
    """The digits in groups, the last of them ``last`` digits long."""
    head, groups = whole[:-last], [whole[-last:]]
    while head:
        groups.insert(0, head[-before:])
        head = head[:-before]
    return groups
