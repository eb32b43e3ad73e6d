"""What must be read out of a factsheet, worked out from its YAML without any code of the program."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.conformance import charts

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PRINTED_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_SIDEBAR_FACTS = (
    "duration",
    "budget",
    "partners",
    "support",
    "contact",
    "facts",
    "links",
    "location",
    "status",
    "beneficiaries",
)
_STASH = 0xE000


@dataclass
class Expected:
    """The words of a spec, by the region in which they must stand.

    Attributes:
        main: The words of the main story.
        heads: The head rows of tables, which may be repeated, by the places in ``main`` where that may happen.
        notes: The words of the footnotes, each with its number.
        closing: Sentence, address, author, date and version.
        running: What may stand at the head of further pages.
        address: What may stand at the foot of pages before the last.
    """

    masthead: list[str]
    main: list[str] = field(default_factory=list)
    heads: dict[int, list[str]] = field(default_factory=dict)
    sidebar: list[str] = field(default_factory=list)
    side_heads: dict[int, list[str]] = field(default_factory=dict)
    notes: list[list[str]] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    running: list[list[str]] = field(default_factory=list)
    address: list[str] = field(default_factory=list)


def words(text: str) -> list[str]:
    """The words of ``text`` in one way of writing: composed accents, no ligature letters, no invisible hyphens."""
    text = unicodedata.normalize("NFC", text)
    for letter, letters in _PRINTED_LIGATURES.items():
        text = text.replace(letter, letters)
    return text.replace("\u00ad", "").split()


@cache
def derived() -> dict[str, dict[str, str]]:
    """What the program writes itself, by language: written by hand, from what a reader of that language expects."""
    path = Path(__file__).with_name("derived.yaml")
    loaded: dict[str, dict[str, str]] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return loaded


def expected(path: Path) -> Expected:
    """What must be read out of the factsheet of the spec at ``path``."""
    return _Walk(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)).all()


def plain(text: str, numbers: dict[str, str]) -> str:
    """``text`` without its markup, with raised numbers for footnote marks."""
    return "\n\n".join(_plain_paragraph(part, numbers) for part in re.split(r"\n\s*\n", text))


def _plain_paragraph(text: str, numbers: dict[str, str]) -> str:
    text = re.sub(r"\\([!-/:-@\[-`{-~])", lambda m: chr(_STASH + ord(m[1])), text)
    text = re.sub(r"\[\^([^\]\s]+)\]", lambda m: numbers[m[1]].translate(RAISED), text)
    text = re.sub(r"\[([^\[\]]*)\]\((?:https?|mailto|tel):[^()\s]*\)", r"\1", text)
    text = re.sub(r"\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"\*(?=[^\s*])(.+?)(?<=[^\s*])\*", r"\1", text, flags=re.DOTALL)
    return "".join(chr(ord(c) - _STASH) if _STASH <= ord(c) < _STASH + 128 else c for c in text)


class _Walk:
    """One way through a spec, in reading order."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self.spec = spec
        self.numbers: dict[str, str] = {}
        self.ours = derived()[spec.get("language", "en")]

    def all(self) -> Expected:
        spec = self.spec
        footer = spec.get("footer", {})
        label = words(spec.get("label") or self.ours["label"])
        title = words(spec["title"])
        found = Expected([*label, *title, *words(spec.get("subtitle", ""))], running=[label, [*label, *title]])
        self._number(spec)
        for block in spec.get("main", ()):
            self._block(block, found.main, found.heads, side=False)
        for block in spec.get("sidebar", ()):
            self._block(block, found.sidebar, found.side_heads, side=True)
        for name, number in self.numbers.items():
            found.notes.append([number.translate(RAISED), *self._rich(spec["notes"][name])])
        found.closing += [*words(footer.get("text", "")), *words(footer.get("url", "")), *words(spec.get("author", ""))]
        if "date" in spec:
            found.closing += words(self.ours[f"date {spec['date']}"])
        found.closing += words(spec.get("version", ""))
        found.address = words(footer.get("url", ""))
        return found

    def _number(self, spec: dict[str, Any]) -> None:
        """Give each footnote its number: the order of the marks in the texts."""
        for text in _strings([spec.get("main", []), spec.get("sidebar", []), spec.get("notes", {})]):
            for name in re.findall(r"\[\^([^\]\s]+)\]", text):
                self.numbers.setdefault(name, str(len(self.numbers) + 1))

    def _rich(self, text: str) -> list[str]:
        return words(plain(text, self.numbers))

    def _block(self, block: dict[str, Any], out: list[str], heads: dict[int, list[str]], *, side: bool) -> None:  # noqa: PLR0912, PLR0915 - one case for each kind of block
        (key,) = [name for name in block if name != "title"]
        value = block[key]
        if "title" in block:
            out += words(block["title"])
        elif key in _SIDEBAR_FACTS:
            out += words(self.ours[key])
        match key:
            case "heading" | "subheading":
                out += words(value)
            case "text" | "support":
                out += self._rich(value)
            case "bullets" | "numbered":
                self._list(key, value, out, level=1, side=side)
            case "figures":
                for figure in value:
                    out += [*words(figure["value"]), *words(figure["caption"])]
            case "quote":
                out += [*self._rich(value["text"]), *words(value.get("name", "")), *words(value.get("role", ""))]
            case "picture":
                out += self._rich(value.get("caption", ""))
                if "credit" in value:
                    out += [*words(self.ours["photo"]), *words(value["credit"])]
            case "chart":
                out += [word for text in charts.chart(value, self.ours) for word in words(text)]
            case "indicators":
                head = words(self.ours["indicators"])
                out += head
                for indicator in value:
                    heads[len(out)] = head
                    out += [word for text in charts.indicator(indicator) for word in words(text)]
            case "table":
                out += words(value.get("title", ""))
                if side and block.get("title") in self.ours.get("stacked", "").split("; "):
                    self._groups(value, out)
                    return
                head = [word for cell in value["columns"] for word in words(cell)]
                out += head
                for number, row in enumerate(value["rows"]):
                    if number:
                        heads[len(out)] = head
                    for cell in row:
                        out += self._rich(cell)
                out += words(value.get("source", ""))
            case "duration":
                said = [value[name] for name in ("start", "end") if name in value]
                if said:
                    out += words(self.ours[f"duration {value.get('start', '')}..{value.get('end', '')}"])
                out += self._rich(value.get("note", ""))
            case "budget":
                for part in value if isinstance(value, list) else [value]:
                    self._budget(part, out)
            case "timeline":
                self._timeline(value, out)
            case "callout":
                callout: dict[str, Any] = {"text": value} if isinstance(value, str) else value
                if "kind" in callout:
                    out += words(self.ours[callout["kind"]])
                out += [*words(callout.get("title", "")), *self._rich(callout.get("text", ""))]
                self._list("bullets", callout.get("bullets", []), out, level=1, side=side)
            case "partners":
                for name in value:
                    out += self._rich(name)
            case "contact":
                out += self._rich(value.get("text", ""))
                out += [word for way in ("address", "phone", "email", "url") for word in words(value.get(way, ""))]
            case "facts":
                for fact in value:
                    out += [*words(fact["label"]), *self._rich(fact["value"])]
            case "qr":
                lead = value if isinstance(value, dict) else {"url": value}
                out += [*words(lead.get("text", "")), *words(lead["url"])]
            case "links":
                for link in value if isinstance(value, list) else [value]:
                    url, text = (link, "") if isinstance(link, str) else (link["url"], link.get("text", ""))
                    out += words(text)
                    if re.sub(r"^(https?://)?(www\.)?|/$", "", text) != re.sub(r"^(https?://)?(www\.)?|/$", "", url):
                        out += words(url)
            case "logos":
                out += self._rich(value.get("statement", "")) if isinstance(value, dict) else []
            case "page" | "columns":
                pass
            case "sdgs":
                for goal in value:
                    out += words(f"{goal} {self.ours[f'goal {goal}']}")
            case "location":
                out += words(self.ours[f"location {value['country']} {value.get('place', '')}".strip()])
            case "status":
                said = ("state", "date", "progress")
                out += [w for name in said if name in value for w in words(self.ours[f"{name} {value[name]}"])]
                out += self._rich(value.get("text", ""))
            case "beneficiaries":
                out += words(self.ours[f"number {value['total']}"])
                for group in value["groups"]:
                    said = (
                        group["label"],
                        self.ours[f"number {group['value']}"],
                        self.ours[f"share {group['value']} of {value['total']}"],
                    )
                    out += [w for text in said for w in words(text)]
                out += self._rich(value.get("note", ""))
            case _:
                raise AssertionError(f"this walk does not know the block {key}")

    def _groups(self, table: dict[str, Any], out: list[str]) -> None:
        """A table that is too wide for the sidebar: each cell but the first of a row after the head of its column."""
        first, *heads = table["columns"]
        out += words(first)
        for name, *cells in table["rows"]:
            out += self._rich(name)
            for head, cell in zip(heads, cells, strict=True):
                out += [*words(head), *self._rich(cell)]

    def _budget(self, part: dict[str, Any], out: list[str]) -> None:
        """The total; funders and parts with their amounts, and a total of three or more of them."""
        tables = [(key, name, part[key]) for key, name in (("funders", "from"), ("breakdown", "label")) if key in part]
        total = part.get("amount") or str(sum(Decimal(row["amount"]) for row in tables[0][2]))
        out += [*words(self.ours[f"money {total} {part['currency']}"]), *words(part.get("from", ""))]
        for key, name, rows in tables:
            out += words(self.ours[key])
            for row in rows:
                out += [*words(row[name]), *words(self.ours[f"number {row['amount']}"])]
                if key == "breakdown":
                    out += words(self.ours[f"share {row['amount']} of {total}"])
            if len(rows) > 2:
                out += [*words(self.ours["total"]), *words(self.ours[f"number {total}"])]

    def _timeline(self, events: list[dict[str, Any]], out: list[str]) -> None:
        """Dates with what their dots say, titles and texts; after the event that is now, all are planned."""
        come = False
        for event in events:
            date = event["date"]
            said = f"date {date}" if isinstance(date, str) else f"period {date['start']}..{date.get('end', '')}"
            status = "now" if "now" in event else "planned" if come or "planned" in event else ""
            out += words(self.ours[said] + (f" ({self.ours[status]})" if status else ""))
            out += [*words(event.get("title", "")), *self._rich(event.get("text", ""))]
            come = come or "now" in event

    def _list(self, key: str, items: list[Any], out: list[str], *, level: int, side: bool) -> None:
        for number, item in enumerate(items, 1):
            if key == "bullets":
                out.append("•" if level == 1 else "–")
            else:
                out.append(str(number) if level == 1 and not side else f"{number}.")
            if isinstance(item, str):
                out += self._rich(item)
                continue
            out += self._rich(item["text"])
            for inner in ("bullets", "numbered"):
                if inner in item:
                    self._list(inner, item[inner], out, level=level + 1, side=side)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
