"""The words of charts and indicators in English, worked out from their YAML."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any


def chart(value: dict[str, Any], ours: dict[str, str]) -> Iterator[str]:
    """What must be read of a chart, in order."""
    kind = value["kind"]
    yield value.get("title", "")
    if not (value.get("unit") == "%" and kind in {"share", "progress"}):
        yield value.get("unit", "")
    yield ours.get(f"scale {value.get('title', '')}", "")
    data = value.get("data")
    labels = list(data) if data else value["labels"]
    names = [series["name"] for series in value.get("series", ())]
    columns = [list(data.values())] if data else [series["values"] for series in value["series"]]
    rows = [[column[n] for column in columns] for n in range(len(labels))]
    if kind == "share":
        yield from _shares(labels, names, rows)
    elif kind == "progress":
        yield from _progress(labels, columns[0], value.get("target", "100"))
    elif kind == "line" and f"list {value.get('title', '')}" not in ours:
        yield from labels
        for n, column in enumerate(columns):
            yield from (*names[n : n + 1], *map(number, column))
    else:
        yield from names
        for label, row in zip(labels, rows, strict=True):
            yield from (label, *map(number, row))
    yield value.get("source", "")


def indicator(value: dict[str, Any]) -> Iterator[str]:
    """What must be read of one indicator, in order."""
    unit = value.get("unit", "")
    yield value["name"]
    yield unit if unit != "%" else ""
    values = [value.get(key, "–") for key in ("baseline", "target", "actual")]
    yield from (number(v) + ("%" if unit == "%" and v[-1].isdigit() else "") for v in values)
    baseline, target, actual = (_exact(v) for v in values)
    if target is not None and actual is not None and target != (baseline or 0):
        yield _per_cent((actual - (baseline or 0)) / (target - (baseline or 0)))


def number(text: str) -> str:
    """A number as it is printed in English; any other text as it is."""
    return text if _exact(text) is None else f"{Decimal(text):,}".replace("-", "−")


def _exact(text: str) -> Fraction | None:
    try:
        return Fraction(text)
    except ValueError:
        return None


def _per_cent(share: Fraction) -> str:
    whole = round(share * 100)
    return f"{99 if whole == 100 and share < 1 else whole}%".replace("-", "−")


def _shares(labels: list[str], names: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield from names
    if names:
        for label, row in zip(labels, rows, strict=True):
            yield from (label, *_of_hundred(row))
        return
    parts = [row[0] for row in rows]
    bare = sum(map(Fraction, parts)) == 100
    for label, part, share in zip(labels, parts, _of_hundred(parts), strict=True):
        yield from (label, share) if bare else (label, number(part), share)


def _of_hundred(parts: list[str]) -> list[str]:
    """Per cents that add up to 100, the largest remainders rounded up."""
    exact = [Fraction(part) * 100 / sum(map(Fraction, parts)) for part in parts]
    if sum(map(Fraction, parts)) == 100:
        return [f"{number(part)}%" for part in parts]
    whole = [int(share) for share in exact]
    order = sorted(range(len(exact)), key=lambda n: whole[n] - exact[n])
    for n in order[: 100 - sum(whole)]:
        whole[n] += 1
    return [f"{share}%" if share or not part else "<1%" for share, part in zip(whole, exact, strict=True)]


def _progress(labels: list[str], values: list[str], target: str) -> Iterator[str]:
    for label, value in zip(labels, values, strict=True):
        done, _, whole = value.partition(" of ")
        yield label
        if whole or target != "100":
            yield f"{number(done)} / {number(whole or target)}"
        yield _per_cent(Fraction(done) / Fraction(whole or target))
