"""A source to a validated factsheet: all that is wrong with it, in plain words, in one run."""

import types
import typing
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from factsheet.blocks import registry
from factsheet.blocks.base import Block
from factsheet.design import theme as themes
from factsheet.findings import Finding
from factsheet.source import Scalar, Source, Step
from factsheet.spec.model import Factsheet

Path = tuple[Step, ...]
M = TypeVar("M", bound=BaseModel)
_START = "start each block with its name, as in “- text: …”"


def validate(source: Source) -> tuple[Factsheet | None, list[Finding]]:
    """The factsheet in ``source``, or None where anything is wrong; and all findings in the order of their lines."""
    findings = list(source.findings)
    sheet = _sheet(source, findings)
    findings.sort(key=lambda f: (f.where.line, f.where.column))
    return (None if any(f.severity == "error" for f in findings) else sheet), findings


def _sheet(source: Source, findings: list[Finding]) -> Factsheet | None:
    data = source.data
    if data is None:
        findings.append(Finding("empty", "the file is empty", where=source.where(()), hint="begin with title: …"))
        return None
    if not isinstance(data, dict):
        findings.append(
            Finding(
                "wrong-type",
                "a spec starts with keys, as in “title: …”",
                where=source.where(()),
                hint="write title: and the title in the first line",
            )
        )
        return None
    made: dict[str, Any] = dict(data)
    for region in ("main", "sidebar"):
        if region in made:
            made[region] = _blocks(source, region, findings)
    sheet = _model(Factsheet, made, (), source, findings)
    if sheet is None:
        return None
    known = themes.names()
    if sheet.theme not in known:
        close = get_close_matches(sheet.theme, known, 1) or known
        findings.append(
            Finding(
                "unknown-theme",
                f"there is no theme “{sheet.theme}”",
                where=source.where(("theme",)),
                hint=f"did you mean {close[0]}?",
            )
        )
    return sheet.read_from(source)


def _blocks(source: Source, region: str, findings: list[Finding]) -> tuple[Block, ...]:
    items = source.data[region]
    where = source.where((region,))
    if items is None:
        findings.append(Finding("empty", f"“{region}” has no blocks", "warning", source.key_where((region,)), _START))
        return ()
    if not isinstance(items, list):
        findings.append(Finding("wrong-type", f"“{region}” is a list of blocks", where=where, hint=_START))
        return ()
    if not items:
        findings.append(Finding("empty", f"“{region}” has no blocks", "warning", where, _START))
    made = (_block(source, region, n, item, findings) for n, item in enumerate(items))
    return tuple(block for block in made if block is not None)


def _block(source: Source, region: str, n: int, item: Any, findings: list[Finding]) -> Block | None:
    path: Path = (region, n)
    where, kinds = source.where(path), registry()
    if item is None or isinstance(item, Scalar):
        if item in kinds:
            findings.append(
                Finding("empty", f"the block “{item}” is empty", where=where, hint=f"write - {item}: and its content")
            )
            return None
        said = "an empty item stands" if item is None else "a text stands"
        findings.append(
            Finding(
                "wrong-type", f"{said} where a block should be", where=where, hint="write “- text: …” for a paragraph"
            )
        )
        return None
    if not isinstance(item, dict):
        findings.append(Finding("wrong-type", "a list stands where a block should be", where=where, hint=_START))
        return None
    found = [key for key in item if key in kinds]
    for key in item:
        if key not in kinds and key != "title":
            allowed = [*kinds, "title"] if region == "sidebar" else list(kinds)
            findings.append(_unknown(key, allowed, "block" if not found else "key", (*path, key), source))
    if not found:
        if set(item) == {"title"}:
            findings.append(
                Finding(
                    "missing",
                    "a title stands alone, without a block",
                    where=where,
                    hint="write the block below it in the same item, as in “  text: …”",
                )
            )
        return None
    if len(found) > 1:
        findings.append(
            Finding(
                "two-blocks",
                f"“{found[0]}” and “{found[1]}” stand in one item",
                where=source.key_where((*path, found[1])),
                hint="start each block with a - of its own",
            )
        )
        return None
    kind = kinds[found[0]]
    if region == "main" and "title" in item:
        findings.append(
            Finding(
                "misplaced",
                "a title: belongs to blocks of the sidebar",
                where=source.key_where((*path, "title")),
                hint="write “- heading: …” before the block",
            )
        )
    if region == "main" and kind.place == "sidebar":
        findings.append(
            Finding(
                "misplaced",
                f"“{kind.key}” belongs into the sidebar",
                where=source.key_where((*path, kind.key)),
                hint="move the block below sidebar:",
            )
        )
    content = {
        key: item[key] for key in (kind.key, "title") if key in item and (key == kind.key or region == "sidebar")
    }
    block = _model(kind, content, path, source, findings)
    return block.placed(source.key_where((*path, kind.key))) if block is not None else None


def _model(kind: type[M], data: dict[str, Any], path: Path, source: Source, findings: list[Finding]) -> M | None:
    try:
        return kind.model_validate(data)
    except ValidationError as problem:
        findings += [_finding(kind, error, path, source) for error in problem.errors(include_url=False)]
        return None


def _finding(kind: type[BaseModel], error: ErrorDetails, path: Path, source: Source) -> Finding:
    """One of Pydantic's errors in our words, at its line."""
    context = error.get("ctx") or {}
    loc = (*path, *error["loc"], *([context["at"]] if context.get("at") else []))
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    where = source.where(loc)
    match error["type"]:
        case "extra_forbidden":
            return _unknown(name, _keys(kind, error["loc"][:-1]), "key", loc, source)
        case "missing":
            return Finding(
                "missing",
                f"“{name}” is missing",
                where=source.key_where(loc[:-1]) if len(loc) > 1 else source.where(()),
                hint=f"add {name}: …",
            )
        case "model_type" | "model_attributes_type" | "dict_type":
            keys = _keys(kind, error["loc"])
            if error["input"] is None:
                return Finding(
                    "empty",
                    f"“{name}” is empty",
                    where=source.key_where(loc),
                    hint=f"write {', '.join(keys)} below it, or delete it",
                )
            return Finding(
                "wrong-type",
                f"“{name}” needs keys of its own",
                where=where,
                hint=f"write {', '.join(f'{key}: …' for key in keys[:3])}" if keys else "write key: value",
            )
        case "list_type" | "tuple_type":
            if error["input"] is None:
                return Finding(
                    "empty",
                    f"“{name}” is empty",
                    where=source.key_where(loc),
                    hint="write its items below it, each after - ",
                )
            return Finding(
                "wrong-type", f"“{name}” is a list", where=where, hint="write each item on a line of its own, after - "
            )
        case "too_short":
            return Finding(
                "too-few", f"“{name}” has no items", where=where, hint="write its items below it, each after - "
            )
        case "too_long":
            return Finding(
                "too-many",
                f"“{name}” has {context.get('actual_length')} items; at most {context.get('max_length')} go there",
                where=where,
                hint="make two blocks of it",
            )
        case "empty":
            hint = str(context.get("hint", ""))
            return Finding(
                "empty", f"“{name}” is empty" if name else "this item is empty", where=source.key_where(loc), hint=hint
            )
    return Finding(
        error["type"], str(context.get("said") or error["msg"]), where=where, hint=str(context.get("hint", ""))
    )


def _unknown(key: str, allowed: list[str], what: str, path: Path, source: Source) -> Finding:
    close = get_close_matches(key.lower(), allowed, 1, cutoff=0.6) or [
        name for name in allowed if _ALIKE.get(key.lower()) == name
    ]
    hint = f"did you mean “{close[0]}”?" if close else f"what may stand here: {', '.join(allowed)}"
    return Finding("unknown-key", f"there is no {what} called “{key}”", where=source.key_where(path), hint=hint)


_ALIKE = {
    "paragraph": "text",
    "body": "text",
    "p": "text",
    "list": "bullets",
    "items": "bullets",
    "h1": "heading",
    "h2": "heading",
    "h3": "subheading",
    "steps": "numbered",
    "enumerate": "numbered",
    "stats": "figures",
    "numbers": "figures",
    "kpi": "figures",
    "citation": "quote",
    "period": "duration",
    "dates": "duration",
    "funding": "support",
    "donor": "support",
    "donors": "support",
    "cost": "budget",
    "costs": "budget",
    "phone": "contact",
    "email": "contact",
    "lang": "language",
    "body_text": "text",
    "headline": "title",
    "name": "title",
    "paper": "page_size",
    "size": "page_size",
    "footnotes": "notes",
    "content": "main",
    "aside": "sidebar",
}
"""Words that people try, and what they mean by them."""


def _keys(kind: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """The keys that a mapping at ``loc`` inside ``kind`` may have."""
    model: type[BaseModel] | None = kind
    for step in loc:
        if model is None:
            return []
        if isinstance(step, str):
            names = {(field.alias or name): field for name, field in model.model_fields.items()}
            model = _model_in(names[step].annotation) if step in names else None
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model somewhere in ``annotation``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        return next((m for part in typing.get_args(annotation) if (m := _model_in(part))), None)
    return None
