"""Random factsheets, made from every kind of block; as JSON, which is YAML.

Sizes are drawn by Hypothesis, so that they shrink; words come from a seed, which is a hundred times faster.
"""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import strategies as st

_WORDS = """
the of and to in project labour migration officials was were by for a an on with Ministry Mongolia
internationalisation counter-trafficking High-Level Ulaanbaatar–Moscow and/or 150 2,500.50 2012–2014 IOM
**strong** *emphasis* [link](https://www.iom.int/mongolia) “quoted” (brackets) 100~000~USD — –
Төслийн хүрээнд Өмнөговь аймгийн хөдөлмөрийн шилжилт «удирдлага» № 5°C été Straße œuvre ffi 5−3
https://www.example.org/a/long/address/with-many/parts?and=queries
"""
VOCABULARY = tuple(_WORDS.replace("~", "\u00a0").split("\n"))
VOCABULARY = tuple(word for line in VOCABULARY for word in line.split(" ") if word)
PLAIN = ("Labour", "migration", "2012", "Өмнөговь", "High-Level", "of", "Mongolia", "and", "the")
NOTES = ("1", "b", "note")
DATES = ("2012", "2012-08", "2012-08-15", "2014-02", "2014")


class Writer:
    """Writes blocks with the words of one seed; ``length`` says how long texts are, 1 to 4."""

    def __init__(self, seed: int, length: int) -> None:
        self.random = Random(seed)
        self.length = length

    def words(self, least: int, most: int) -> str:
        return " ".join(["Text", *self.random.choices(VOCABULARY, k=self.random.randint(least, most))])

    def plain(self) -> str:
        return " ".join(self.random.choices(PLAIN, k=self.random.randint(1, 7)))

    def marked(self) -> str:
        """A few words, now and then with a footnote."""
        return self.short() + (f"[^{self.random.choice(NOTES)}]" if self.random.random() < 0.1 else "")

    def running(self) -> str:
        text = self.words(2, 30 * self.length)
        if self.random.random() < 0.15:
            text += f"[^{self.random.choice(NOTES)}] {self.words(0, 20)}"
        return text

    def short(self) -> str:
        return self.words(0, 5)

    def some(self, make: Callable[[], Any], most: int) -> list[Any]:
        return [make() for _ in range(self.random.randint(1, most))]

    # -- blocks of the main story

    def heading(self) -> str:
        return self.plain()

    def subheading(self) -> str:
        return self.plain()

    def text(self) -> str:
        return "\n\n".join(self.some(self.running, 3))

    def item(self) -> Any:
        kind = self.random.random()
        if kind < 0.7:
            return self.running() if kind < 0.2 else self.words(1, 15)
        return {"text": self.words(1, 20), self.random.choice(["bullets", "numbered"]): self.some(self.short, 3)}

    def bullets(self) -> list[Any]:
        return self.some(self.item, 3 + 2 * self.length)

    def numbered(self) -> list[Any]:
        return self.some(self.item, 3 + 2 * self.length)

    def figures(self) -> list[Any]:
        values = ("150", "1.2 million", "98 %", "3", "USD 100,000")
        return self.some(lambda: {"value": self.random.choice(values), "caption": self.plain()}, 6)

    def table(self) -> dict[str, Any]:
        columns = self.random.choice([1, 2, 3, 3, 4, 5, 9])

        def cell() -> str:
            return self.random.choice(["5", "1,200", "–", "12.5 %", self.plain(), self.short(), self.marked()])

        rows = self.some(lambda: [cell() for _ in range(columns)], 4 * self.length)
        return {"columns": [self.plain() for _ in range(columns)], "rows": rows}

    def quote(self) -> dict[str, str]:
        found = {"text": self.words(3, 40), "name": self.plain(), "role": self.plain()}
        return {key: found[key] for key in ("text", "name", "role")[: self.random.randint(1, 3)]}

    def picture(self) -> dict[str, str]:
        found = {"file": f"pictures/{self.random.choice(['valley', 'hills', 'speaker'])}.jpg", "alt": self.words(1, 5)}
        found["width"] = self.random.choice(["column", "full", "bleed"])
        found["crop"] = self.random.choice(["16:9", "1:1", "3:4", "none"])
        return found | ({"caption": self.marked(), "credit": self.plain()} if self.random.random() < 0.6 else {})

    # -- blocks of the sidebar

    def duration(self) -> dict[str, str]:
        return self.random.choice(
            [
                {"start": "2012-08", "end": "2014-02"},
                {"start": "2020", "end": "ongoing"},
                {"end": self.random.choice(DATES)},
                {"start": self.random.choice(DATES), "note": self.short()},
            ]
        )

    def budget(self) -> list[dict[str, str]]:
        return self.some(lambda: {"amount": "2500.50", "currency": "MNT", "from": self.plain()}, 2)

    def facts(self) -> list[dict[str, str]]:
        return self.some(lambda: {"label": self.plain(), "value": self.short()}, 3)

    def partners(self) -> list[str]:
        return self.some(self.marked, 4)

    def contact(self) -> dict[str, str]:
        return {"text": self.short(), "email": "office@iom.int", "phone": "+976 11 322", "address": self.plain()}

    def support(self) -> str:
        return self.words(2, 20)


MAIN = (
    "heading",
    "heading",
    "subheading",
    "text",
    "text",
    "text",
    "bullets",
    "numbered",
    "figures",
    "table",
    "quote",
    "picture",
)
SIDE = ("duration", "budget", "facts", "partners", "contact", "support")


def spec(seed: int, main: int, side: int, length: int) -> str:
    """A factsheet with so many blocks, as JSON with exactly the notes that it refers to."""
    writer = Writer(seed, length)
    random = writer.random

    def region(kinds: tuple[str, ...], count: int) -> list[dict[str, Any]]:
        return [{name: getattr(writer, name)()} for name in random.choices(kinds, k=count)]

    data: dict[str, Any] = {"title": writer.plain(), "main": region(MAIN, main)}
    options: dict[str, Callable[[], Any]] = {
        "subtitle": writer.plain,
        "language": lambda: random.choice(["mn", "fr", "es", "ru", "de-CH", "ja"]),
        "page_size": lambda: "Letter",
        "footer": lambda: {"text": writer.plain(), "url": "www.iom.int/mongolia"},
        "author": writer.plain,
        "date": lambda: "2026-01-31",
    }
    data |= {key: make() for key, make in options.items() if random.random() < 0.5}
    if side:
        data["sidebar"] = region(SIDE, side)
    said = json.dumps(data, ensure_ascii=False)
    notes = {label: f"The note called {label}." for label in NOTES if f"[^{label}]" in said}
    return json.dumps({**data, **({"notes": notes} if notes else {})}, ensure_ascii=False, indent=1)


specs = st.builds(
    spec, seed=st.integers(0, 2**32 - 1), main=st.integers(0, 16), side=st.integers(0, 5), length=st.integers(1, 4)
)
"""Factsheets of nothing to some five pages."""
