"""Scripts: in which letters a text is written, and which language letters of another script most likely are."""

import re
import unicodedata
from functools import lru_cache

LATIN = "Latin"

WORD = 2
"""So many letters of another script are a word of another language; one alone is a sign."""

_NAMED = {
    "LATIN": LATIN,
    "CYRILLIC": "Cyrillic",
    "GREEK": "Greek",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "HEBREW": "Hebrew",
    "ARABIC": "Arabic",
    "DEVANAGARI": "Devanagari",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "THAI": "Thai",
    "LAO": "Lao",
    "TIBETAN": "Tibetan",
    "MONGOLIAN": "Mongolian",
    "ETHIOPIC": "Ethiopic",
    "KHMER": "Khmer",
    "MYANMAR": "Myanmar",
    "HANGUL": "Hangul",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "CJK": "Han",
}
"""Scripts by the first word in the Unicode names of their letters."""

_HOME = {
    "Cyrillic": "be bg ce cv kk ky mk mn os ru sah sr tg tt tyv uk xal",
    "Greek": "el grc",
    "Armenian": "hy",
    "Georgian": "ka",
    "Hebrew": "he yi",
    "Arabic": "ar fa ps ug ur",
    "Devanagari": "hi mr ne sa",
    "Bengali": "as bn",
    "Tamil": "ta",
    "Thai": "th",
    "Lao": "lo",
    "Tibetan": "bo dz",
    "Ethiopic": "am ti",
    "Khmer": "km",
    "Myanmar": "my",
    "Hangul": "ko",
    "Kana": "ja",
    "Han": "zh yue",
}
"""The languages that are written in a script other than the Latin one."""

_BY_LANGUAGE = {language: script for script, languages in _HOME.items() for language in languages.split()}
_BY_CODE = {
    "latn": LATIN,
    "cyrl": "Cyrillic",
    "mong": "Mongolian",
    "grek": "Greek",
    "arab": "Arabic",
    "deva": "Devanagari",
    "hans": "Han",
    "hant": "Han",
}
_USUAL = {
    LATIN: "en",
    "Cyrillic": "ru",
    "Mongolian": "mn-Mong",
    "Arabic": "ar",
    "Hebrew": "he",
    "Greek": "el",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Tibetan": "bo",
    "Ethiopic": "am",
    "Han": "zh",
}
_TELLING = (
    (re.compile("[әғқұһӘҒҚҰҺ]"), "kk"),
    (re.compile("[ңҢ]"), "ky"),
    (re.compile("[өүӨҮ]"), "mn"),
    (re.compile("[іїєґІЇЄҐ]"), "uk"),
    (re.compile("[ўЎ]"), "be"),
    (re.compile("[ђћџљњјЂЋЏЉЊЈ]"), "sr"),
)
"""Letters that tell which of the languages in Cyrillic a text is in."""

_LATIN_LETTER = re.compile("[A-Za-z]")


@lru_cache(maxsize=4096)
def script(char: str) -> str:
    """The script of a letter; "" for digits, signs and marks, which belong to whatever they stand in."""
    if unicodedata.category(char)[0] != "L":
        return ""
    return _NAMED.get(unicodedata.name(char, "").partition(" ")[0], "")


def script_of(text: str) -> str:
    """The script of the first letter in ``text``; "" where there is none."""
    return next(filter(None, map(script, text)), "")


def home(language: str) -> str:
    """The script that ``language`` (BCP 47) is written in."""
    first, *others = language.lower().split("-")
    return next((_BY_CODE[part] for part in others if part in _BY_CODE), _BY_LANGUAGE.get(first, LATIN))


def strange(text: str, own: str) -> bool:
    """Whether letters of another script than ``own`` stand in ``text``."""
    if own == LATIN:
        return not text.isascii() and any(script(char) not in (LATIN, "") for char in set(text))
    return bool(_LATIN_LETTER.search(text)) or any(script(char) not in (own, "") for char in set(text))


def stretches(text: str) -> list[str]:
    """``text`` cut where the script changes; what is no letter belongs to the letters before it."""
    if text.isascii():
        return [text] if text else []
    found: list[str] = []
    last = ""
    for char in text:
        now = script(char)
        if found and (not now or not last or now == last):
            found[-1] += char
        else:
            found.append(char)
        last = now or last
    return found


def language_of(text: str, written: str) -> str:
    """The language that letters of the script ``written`` in ``text`` most likely are."""
    if written == "Cyrillic":
        return next((language for letters, language in _TELLING if letters.search(text)), _USUAL[written])
    usual = _USUAL.get(written)
    return usual or next(language for language, found in _BY_LANGUAGE.items() if found == written)


def unsupported(tag: str) -> str:
    """The script that the language ``tag`` is written in, where pages cannot be set in it yet; else "".

    A script that the tag names itself counts: ``az-Arab``, ``sr-Latn``.
    """
    primary, *others = tag.lower().split("-")
    script = next((part for part in others if len(part) == 4), "")
    if script in _SUPPORTED:
        return ""
    if script:
        return _NAMES.get(script, f"the script “{script.title()}”")
    return _NAMES[_WRITTEN[primary]] if primary in _WRITTEN else ""


_SUPPORTED = {"latn", "cyrl", "grek"}

_NAMES = {
    "arab": "Arabic script",
    "hebr": "Hebrew script",
    "syrc": "Syriac script",
    "thaa": "Thaana",
    "nkoo": "N’Ko",
    "adlm": "Adlam",
    "hani": "Chinese characters",
    "hans": "Chinese characters",
    "hant": "Chinese characters",
    "jpan": "Japanese script",
    "kore": "Korean script",
    "deva": "Devanagari",
    "beng": "Bengali script",
    "guru": "Gurmukhi",
    "gujr": "Gujarati script",
    "orya": "Odia script",
    "taml": "Tamil script",
    "telu": "Telugu script",
    "knda": "Kannada script",
    "mlym": "Malayalam script",
    "sinh": "Sinhala script",
    "thai": "Thai script",
    "laoo": "Lao script",
    "mymr": "Burmese script",
    "khmr": "Khmer script",
    "tibt": "Tibetan script",
    "ethi": "Ethiopic script",
    "armn": "Armenian script",
    "geor": "Georgian script",
    "mong": "traditional Mongolian script",
}

_LANGUAGES = (
    "arab:ar fa ur ps ug sd ckb arz; hebr:he yi; syrc:syr; thaa:dv; nkoo:nqo; hani:zh yue; jpan:ja; kore:ko; "
    "deva:hi mr ne sa mai bho kok; beng:bn as; guru:pa; gujr:gu; orya:or; taml:ta; telu:te; knda:kn; mlym:ml; sinh:si; "
    "thai:th; laoo:lo; mymr:my; khmr:km; tibt:bo dz; ethi:am ti; armn:hy; geor:ka"
)
_WRITTEN = {tag: group.strip()[:4] for group in _LANGUAGES.split(";") for tag in group.strip()[5:].split()}
"""The usual script of languages, by their codes."""
