"""The conventions of languages and regions without a table of ours, from CLDR through Babel.

Babel is imported when it is first asked: it costs more than a page takes to lay out.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factsheet.i18n.conventions import ENGLISH, Conventions, stop

if TYPE_CHECKING:
    from babel import Locale

_TOKEN = re.compile(r"'([^']*)'|([A-Za-z])\2*|([^A-Za-z']+)")
_FIELDS = {
    "y": "{a.year}", "MMMM": "{a.month}", "LLLL": "{a.alone}", "MM": "{a.number}", "M": "{a.number}", "L": "{a.number}",
    "d": "{a.day}", "dd": "{a.day}",
}  # fmt: skip
_SPACES = str.maketrans({"\u00a0": "~", "\u202f": "~"})


def conventions(tag: str) -> Conventions | None:
    """What CLDR says of the language ``tag``; None where it does not know it.

    Periods are two dates in full, or follow English words: there is no such text in CLDR. Babel has no quotation marks
    and no written ordinals either: those are the English ones, and a stop.
    """
    locale = _locale(tag)
    if locale is None:
        return None
    month = template(str(locale.datetime_skeletons.get("yMMMM", locale.datetime_skeletons.get("yMMM", ""))))
    day = template(str(locale.date_formats["long"].pattern))
    year = template(str(locale.datetime_skeletons.get("y", "y")))
    if not (month and day and year):
        return numbers(tag, ENGLISH)
    patterns = locale.list_patterns["standard"]
    found = replace(
        ENGLISH,
        months=names(locale, "format"),
        months_alone=names(locale, "stand-alone"),
        date=(year, month, day),
        since=(f"{year} –", f"{month} –", f"{day} –"),
        until=(f"– {year}", f"– {month}", f"– {day}"),
        years=f"{year} – {year.replace('{a.', '{b.')}",
        months_of_year="",
        days_of_month="",
        days_of_year="",
        between=_joint(patterns["middle"]),
        last=_joint(patterns["end"]),
        two=_joint(patterns["2"]),
        plural=locale.plural_form,
        units={unit: units(locale, unit) or ENGLISH.units[unit] for unit in ENGLISH.units},
        ordinal=stop,
    )
    return numbers(tag, found)


def numbers(tag: str, base: Conventions) -> Conventions:
    """``base`` with the numbers of the region in ``tag``; unchanged where CLDR does not know it."""
    locale = _locale(tag)
    if locale is None:
        return base
    symbols = locale.number_symbols["latn"]
    first, second = locale.decimal_formats[None].grouping
    per_cent = re.sub("[#0,.]+", "{}", str(locale.percent_formats[None].pattern)).translate(_SPACES)
    return replace(
        base,
        group=str(symbols["group"]),
        decimal=str(symbols["decimal"]),
        sizes=(first, second),
        per_cent=per_cent if per_cent.count("{}") == 1 else base.per_cent,
    )


def territories(tag: str) -> dict[str, str]:
    """The names of countries and territories in the language ``tag``, by their alpha-2 codes; empty for a stranger."""
    locale = _locale(tag)
    if locale is None:
        return {}
    return {str(code): str(name) for code, name in locale.territories.items() if len(code) == 2}


def template(pattern: str) -> str:
    """A date pattern of CLDR as a template of ours; empty where it asks for what we do not have."""
    said = ""
    at = 0
    for token in _TOKEN.finditer(pattern):
        if token.start() != at:
            return ""
        at = token.end()
        if token[2]:
            if token[0] not in _FIELDS:
                return ""
            said += _FIELDS[token[0]]
        else:
            said += (token[1] or token[3] or "'").replace("{", "{{").replace("}", "}}")
    return said.translate(_SPACES) if at == len(pattern) else ""


def names(locale: "Locale", context: str) -> tuple[str, ...]:
    """The names of the months."""
    wide = locale.months[context]["wide"]
    return tuple(str(wide[number]) for number in range(1, 13))


def units(locale: "Locale", unit: str) -> dict[str, str]:
    """The words for ``unit`` (day, month, year) by plural category; empty where none follows the number."""
    patterns = locale._data["unit_patterns"].get(f"duration-{unit}", {})  # type: ignore[attr-defined]
    found = patterns.get("long", {})
    if "other" not in found:
        found = patterns.get("short", {})
    words = {category: str(text) for category, text in found.items() if category != "per"}
    if "other" not in words or not all(text.startswith("{0}") for text in words.values()):
        return {}
    return {category: text.removeprefix("{0}").strip() for category, text in words.items()}


def _joint(pattern: str) -> str:
    """What a list pattern puts between its two items."""
    return str(pattern).removeprefix("{0}").removesuffix("{1}")


def _locale(tag: str) -> "Locale | None":
    """The locale with data of its own.

    Babel keeps what it looks up for one language inside data that it shares with others, so that Polish months would be
    Japanese ones after a Japanese factsheet: its cache is emptied before and after.
    """
    from babel import Locale, UnknownLocaleError, localedata  # noqa: PLC0415 - dear, and rarely needed

    localedata._cache.clear()  # type: ignore[attr-defined]
    try:
        locale = Locale.parse(tag, sep="-")
        assert locale._data  # type: ignore[attr-defined] # which loads it
    except (UnknownLocaleError, ValueError):
        return None
    finally:
        localedata._cache.clear()  # type: ignore[attr-defined]
    return locale
