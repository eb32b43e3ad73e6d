"""How six languages write dates, numbers, amounts and lists: tables of ours, after CLDR and printed usage.

In the templates ``~`` is a no-break space, ``a`` and ``b`` are dates (see ``Named``). Where they differ from CLDR, a
comment says why; a test compares everything else with it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

ByPrecision = tuple[str, str, str]
"""Templates for a year, a month of a year, and a day."""

Quotes = tuple[str, str, str, str]
"""Two pairs of quotation marks, the second for a quotation inside another; ``~`` as in templates."""

_THREES = (3, 3)
_GUILLEMETS: Quotes = ("«", "»", "“", "”")


def stop(_: int) -> str:
    """The stop that makes a number an ordinal one in most languages with no letters for it: ``1.``."""
    return "."


@dataclass(frozen=True, slots=True, eq=False)
class Conventions:
    """What a language does with dates, numbers and lists.

    Attributes:
        months: The names of the months beside a day (in Russian: the genitive).
        months_alone: The names of the months without a day.
        date: A date.
        since: A period that has a beginning only.
        until: A period that has an end only.
        years: A period of whole years.
        months_of_year: A period of months within one year; empty: both dates in full.
        days_of_month: A period of days within one month.
        days_of_year: A period of days within one year.
        first: The first day of a month, where it is an ordinal number.
        group: What stands between groups of digits.
        decimal: What stands before the decimals.
        least: The digits before the decimals from which on they are grouped.
        sizes: The last group of digits, and the groups before it.
        between: What stands between the items of a list.
        last: What stands before the last of three or more.
        two: What stands between two.
        plural: The plural category (CLDR) of a count.
        units: Days, months and years, by plural category.
        currencies: The names of currencies that are not written as codes.
        regions: The regions whose numbers look the same.
        per_cent: A number of per cent.
        quotes: The quotation marks: opening and closing, and those of a quotation inside one.
        ordinal: What makes a number an ordinal one, behind it; masculine, where that matters.
        colon: A colon, and the space before it where there is one.
    """

    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    date: ByPrecision
    since: ByPrecision
    until: ByPrecision
    years: str
    months_of_year: str
    days_of_month: str
    days_of_year: str
    group: str
    decimal: str
    last: str
    plural: Callable[[int], str]
    units: Mapping[str, Mapping[str, str]]
    two: str = ""
    first: str = "1"
    least: int = 4
    sizes: tuple[int, int] = _THREES
    between: str = ", "
    currencies: Mapping[str, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    per_cent: str = "{}%"
    quotes: Quotes = ("“", "”", "‘", "’")
    ordinal: Callable[[int], str] = stop
    colon: str = ":"


@dataclass(frozen=True, slots=True)
class Named:
    """A date in the words of a language: what templates may ask for."""

    year: str
    month: str
    """The month beside a day."""
    alone: str
    """The month without a day."""
    number: str
    """The month as a number."""
    day: str
    genitive: str
    """The Mongolian ending of the day: 1-ний, 2-ны."""


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split(" "))


def _one_other(count: int) -> str:
    return "one" if count == 1 else "other"


def _french(count: int) -> str:
    return "one" if count in (0, 1) else "other"


def _russian(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _english_ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _french_ordinal(number: int) -> str:
    return "er" if number == 1 else "e"


def _fronted(number: int) -> bool:
    """Whether the last word of ``number`` has front vowels in Mongolian: нэг, дөрөв, ес; дөч, ер; тэг."""
    if number % 10:
        return number % 10 in (1, 4, 9)
    return number == 0 or number % 100 in (40, 90)


def _mongolian_ordinal(number: int) -> str:
    return "~дүгээр" if _fronted(number) else "~дугаар"


ENGLISH = Conventions(
    months=_months("January February March April May June July August September October November December"),
    months_alone=_months("January February March April May June July August September October November December"),
    date=("{a.year}", "{a.alone} {a.year}", "{a.day}~{a.month} {a.year}"),
    since=("from {a.year}", "from {a.alone} {a.year}", "from {a.day}~{a.month} {a.year}"),
    until=("until {a.year}", "until {a.alone} {a.year}", "until {a.day}~{a.month} {a.year}"),
    years="{a.year}–{b.year}",
    months_of_year="{a.alone} – {b.alone} {b.year}",
    days_of_month="{a.day}–{b.day}~{b.month} {b.year}",
    days_of_year="{a.day}~{a.month} – {b.day}~{b.month} {b.year}",
    group=",",
    decimal=".",
    last=" and ",
    plural=_one_other,
    units={
        "day": {"one": "day", "other": "days"},
        "month": {"one": "month", "other": "months"},
        "year": {"one": "year", "other": "years"},
    },
    ordinal=_english_ordinal,
    regions=frozenset({"AU", "GB", "IE", "NZ", "SG", "US"}),
)

AMERICAN = replace(
    ENGLISH,
    date=("{a.year}", "{a.alone} {a.year}", "{a.month}~{a.day}, {a.year}"),
    since=("from {a.year}", "from {a.alone} {a.year}", "from {a.month}~{a.day}, {a.year}"),
    until=("until {a.year}", "until {a.alone} {a.year}", "until {a.month}~{a.day}, {a.year}"),
    days_of_month="{a.month}~{a.day}–{b.day}, {b.year}",
    days_of_year="{a.month}~{a.day} – {b.month}~{b.day}, {b.year}",
    last=", and ",
    two=" and ",
)

MONGOLIAN = Conventions(
    # Months are numbers, as in every ministry's papers; CLDR's long form spells them out ("наймдугаар сар").
    months=tuple(f"{number}-р~сар" for number in range(1, 13)),
    months_alone=tuple(f"{number}-р~сар" for number in range(1, 13)),
    # A year alone is "2012 он"; CLDR has the bare number.
    date=("{a.year}~он", "{a.year}~оны {a.alone}", "{a.year}~оны {a.month}ын~{a.day}"),
    since=("{a.year}~оноос", "{a.year}~оны {a.alone}аас", "{a.year}~оны {a.month}ын {a.day}-{a.genitive}~өдрөөс"),
    until=("{a.year}~он хүртэл", "{a.year}~оны {a.alone} хүртэл", "{a.year}~оны {a.month}ын~{a.day} хүртэл"),
    years="{a.year}–{b.year}~он",
    months_of_year="{a.year}~оны {a.number}–{b.alone}",
    days_of_month="{a.year}~оны {a.month}ын~{a.day}–{b.day}",
    days_of_year="{a.year}~оны {a.month}ын~{a.day} – {b.month}ын~{b.day}",
    group=",",
    decimal=".",
    last=", ",
    plural=_one_other,
    units={
        "day": {"one": "хоног", "other": "хоног"},
        "month": {"one": "сар", "other": "сар"},
        "year": {"one": "жил", "other": "жил"},
    },
    currencies={"USD": "ам.доллар", "MNT": "төгрөг", "EUR": "евро"},
    quotes=_GUILLEMETS,
    ordinal=_mongolian_ordinal,
    regions=frozenset({"MN"}),
)

# A draft that no reader of the script has checked. Numbers stay in digits; U+180E, which cannot be seen, stands before
# suffixes and before a detached final a; U+1802 is the comma, U+1804 the colon.
MONGOLIAN_SCRIPT = Conventions(
    months=tuple(f"{number}~ᠰᠠᠷ\u180eᠠ" for number in range(1, 13)),
    months_alone=tuple(f"{number}~ᠰᠠᠷ\u180eᠠ" for number in range(1, 13)),
    date=("{a.year}~ᠣᠨ", "{a.year}~ᠣᠨ\u180eᠤ {a.alone}", "{a.year}~ᠣᠨ\u180eᠤ {a.month}\u180eᠶᠢᠨ~{a.day}"),
    since=(
        "{a.year}~ᠣᠨ\u180eᠠᠴᠠ",
        "{a.year}~ᠣᠨ\u180eᠤ {a.alone}\u180eᠠᠴᠠ",
        "{a.year}~ᠣᠨ\u180eᠤ {a.month}\u180eᠶᠢᠨ {a.day}~ᠡᠳᠦᠷ\u180eᠡᠴᠡ",
    ),
    until=(
        "{a.year}~ᠣᠨ ᠬᠦᠷᠲᠡᠯ\u180eᠡ",
        "{a.year}~ᠣᠨ\u180eᠤ {a.alone} ᠬᠦᠷᠲᠡᠯ\u180eᠡ",
        "{a.year}~ᠣᠨ\u180eᠤ {a.month}\u180eᠶᠢᠨ~{a.day} ᠬᠦᠷᠲᠡᠯ\u180eᠡ",
    ),
    years="{a.year}–{b.year}~ᠣᠨ",
    months_of_year="{a.year}~ᠣᠨ\u180eᠤ {a.number}–{b.alone}",
    days_of_month="{a.year}~ᠣᠨ\u180eᠤ {a.month}\u180eᠶᠢᠨ~{a.day}–{b.day}",
    days_of_year="{a.year}~ᠣᠨ\u180eᠤ {a.month}\u180eᠶᠢᠨ~{a.day} – {b.month}\u180eᠶᠢᠨ~{b.day}",
    group=",",
    decimal=".",
    between="\u1802 ",
    last="\u1802 ",
    plural=_one_other,
    units={
        "day": {"one": "ᠬᠣᠨᠤᠭ", "other": "ᠬᠣᠨᠤᠭ"},
        "month": {"one": "ᠰᠠᠷ\u180eᠠ", "other": "ᠰᠠᠷ\u180eᠠ"},
        "year": {"one": "ᠵᠢᠯ", "other": "ᠵᠢᠯ"},
    },
    currencies={"MNT": "ᠲᠥᠭᠦᠷᠢᠭ"},
    quotes=("«", "»", "‹", "›"),
    ordinal=lambda number: "~ᠳᠦᠭᠡᠷ" if _fronted(number) else "~ᠳᠤᠭᠠᠷ",
    colon="\u1804",
    regions=frozenset({"MN"}),
)

FRENCH = Conventions(
    months=_months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    months_alone=_months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    date=("{a.year}", "{a.alone} {a.year}", "{a.day}~{a.month} {a.year}"),
    since=("depuis {a.year}", "depuis {a.alone} {a.year}", "depuis le {a.day}~{a.month} {a.year}"),
    until=("jusqu’en {a.year}", "jusqu’en {a.alone} {a.year}", "jusqu’au {a.day}~{a.month} {a.year}"),
    years="{a.year}–{b.year}",
    months_of_year="{a.alone} – {b.alone} {b.year}",
    days_of_month="{a.day}–{b.day}~{b.month} {b.year}",
    days_of_year="{a.day}~{a.month} – {b.day}~{b.month} {b.year}",
    first="1er",  # the first of a month is an ordinal in print; CLDR has "1"
    group="\u202f",
    decimal=",",
    last=" et ",
    plural=_french,
    units={
        "day": {"one": "jour", "other": "jours"},
        "month": {"one": "mois", "other": "mois"},
        "year": {"one": "an", "other": "ans"},
    },
    per_cent="{}~%",
    regions=frozenset({"BE", "CH", "FR"}),
    quotes=("«~", "~»", "“", "”"),  # CLDR has the same marks inside as outside
    ordinal=_french_ordinal,
    colon="~:",
)

SPANISH = Conventions(
    months=_months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    months_alone=_months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    date=("{a.year}", "{a.alone} de~{a.year}", "{a.day}~de~{a.month} de~{a.year}"),
    since=("desde {a.year}", "desde {a.alone} de~{a.year}", "desde el {a.day}~de~{a.month} de~{a.year}"),
    until=("hasta {a.year}", "hasta {a.alone} de~{a.year}", "hasta el {a.day}~de~{a.month} de~{a.year}"),
    years="{a.year}–{b.year}",
    months_of_year="{a.alone} – {b.alone} de~{b.year}",
    days_of_month="{a.day}–{b.day}~de~{b.month} de~{b.year}",
    days_of_year="{a.day}~de~{a.month} – {b.day}~de~{b.month} de~{b.year}",
    group=".",
    decimal=",",
    least=5,  # CLDR's minimumGroupingDigits is 2: "1000", but "10.000"
    last=" y ",
    plural=_one_other,
    units={
        "day": {"one": "día", "other": "días"},
        "month": {"one": "mes", "other": "meses"},
        "year": {"one": "año", "other": "años"},
    },
    per_cent="{}~%",
    regions=frozenset({"ES"}),
    quotes=_GUILLEMETS,
    ordinal=lambda _: ".º",
)

RUSSIAN = Conventions(
    months=_months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    months_alone=_months("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    # A year alone is "2012 г."; CLDR has the bare number.
    date=("{a.year}~г.", "{a.alone} {a.year}~г.", "{a.day}~{a.month} {a.year}~г."),
    since=("с~{a.year}~г.", "с~{a.month} {a.year}~г.", "с~{a.day}~{a.month} {a.year}~г."),
    until=("по~{a.year}~г.", "по~{a.alone} {a.year}~г.", "по~{a.day}~{a.month} {a.year}~г."),
    years="{a.year}–{b.year}~гг.",
    months_of_year="{a.alone} – {b.alone} {b.year}~г.",
    days_of_month="{a.day}–{b.day}~{b.month} {b.year}~г.",
    days_of_year="{a.day}~{a.month} – {b.day}~{b.month} {b.year}~г.",
    group="\u00a0",
    decimal=",",
    last=" и ",
    plural=_russian,
    units={
        "day": {"one": "день", "few": "дня", "many": "дней"},
        "month": {"one": "месяц", "few": "месяца", "many": "месяцев"},
        "year": {"one": "год", "few": "года", "many": "лет"},
    },
    per_cent="{}~%",
    regions=frozenset({"BY", "KG", "KZ", "RU"}),
    quotes=("«", "»", "„", "“"),
    ordinal=lambda _: "-й",
)

GERMAN = Conventions(
    months=_months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    months_alone=_months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    date=("{a.year}", "{a.alone} {a.year}", "{a.day}.~{a.month} {a.year}"),
    since=("ab~{a.year}", "ab~{a.alone} {a.year}", "ab~{a.day}.~{a.month} {a.year}"),
    until=("bis~{a.year}", "bis~{a.alone} {a.year}", "bis~{a.day}.~{a.month} {a.year}"),
    years="{a.year}–{b.year}",
    months_of_year="{a.alone} – {b.alone} {b.year}",
    days_of_month="{a.day}.–{b.day}.~{b.month} {b.year}",
    days_of_year="{a.day}.~{a.month} – {b.day}.~{b.month} {b.year}",
    group=".",
    decimal=",",
    last=" und ",
    plural=_one_other,
    units={
        "day": {"one": "Tag", "other": "Tage"},
        "month": {"one": "Monat", "other": "Monate"},
        "year": {"one": "Jahr", "other": "Jahre"},
    },
    per_cent="{}~%",
    regions=frozenset({"AT", "BE", "DE", "LU"}),
    quotes=("„", "“", "‚", "‘"),
)

AUSTRIAN = replace(GERMAN, months=("Jänner", *GERMAN.months[1:]), months_alone=("Jänner", *GERMAN.months_alone[1:]))

SWISS = replace(
    GERMAN,
    group="’",
    decimal=".",
    per_cent="{}%",
    quotes=("«", "»", "‹", "›"),
    regions=frozenset({"CH", "LI"}),
)

CONVENTIONS: Mapping[str, Conventions] = {
    "de": GERMAN,
    "de-AT": AUSTRIAN,
    "de-CH": SWISS,
    "de-LI": SWISS,
    "en": ENGLISH,
    "en-US": AMERICAN,
    "es": SPANISH,
    "fr": FRENCH,
    "mn": MONGOLIAN,
    "mn-Mong": MONGOLIAN_SCRIPT,
    "ru": RUSSIAN,
}
