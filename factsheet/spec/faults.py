"""What a model refuses, in our words and at its line; unknown keys with what was probably meant."""

import re
import types
import typing
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from factsheet.findings import Finding, Where
from factsheet.source import Source, Step

Path = tuple[Step, ...]
M = TypeVar("M", bound=BaseModel)


_OF_KEYS = {"missing", "nesting", "too-many"}
"""Rules of our own that are about a key, not about its value."""


def validated(kind: type[M], data: dict[str, Any], path: Path, source: Source, findings: list[Finding]) -> M | None:
    """``data``, which stands at ``path``, as a model; None where anything is wrong, which ``findings`` then tell."""
    try:
        return kind.model_validate(data)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        slips = {error["loc"][:-1] for error in errors if _colon_slip(error)}
        findings += [_colon(source, (*path, *loc)) for loc in slips]
        misspelt = {_misspelt(kind, error["loc"]) for error in errors if error["type"] == "extra_forbidden"}
        findings += [
            _finding(kind, error, path, source)
            for error in errors
            if error["loc"][:-1] not in slips and not (error["type"] == "missing" and error["loc"] in misspelt)
        ]
        return None


def _misspelt(kind: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Where the key would stand that was probably meant by the unknown one at ``loc``."""
    meant = _meant(str(loc[-1]), keys_of(kind, loc[:-1]))
    return (*loc[:-1], *meant)


def _colon_slip(error: ErrorDetails) -> bool:
    """Whether a list item was meant as a text, and a colon in it made a key of its start."""
    loc, given = error["loc"], error["input"]
    item = error["type"] == "missing" and len(loc) > 1 and isinstance(loc[-2], int) and loc[-1] == "text"
    return item and isinstance(given, dict) and len(given) == 1 and not {"bullets", "numbered"} & set(given)


def _colon(source: Source, loc: Path) -> Finding:
    where = source.where(loc)
    message = "a colon and a space make a key of the words before them"
    return Finding("wrong-type", message, where=where, hint="put a text with a colon into quotation marks")


def _finding(kind: type[BaseModel], error: ErrorDetails, path: Path, source: Source) -> Finding:
    """One of Pydantic's errors."""
    context = error.get("ctx") or {}
    loc = _written((*path, *error["loc"], *context.get("at", ())), source)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    where, empty = source.where(loc), error["input"] is None
    if "said" in context:
        where = source.key_where(loc) if error["type"] in _OF_KEYS else where
        return Finding(error["type"], str(context["said"]), where=where, hint=str(context.get("hint", "")))
    match error["type"]:
        case "extra_forbidden":
            return unknown(name, keys_of(kind, error["loc"][:-1]), "key", loc, source)
        case "missing":
            where = source.key_where(loc[:-1]) if len(loc) > 1 else source.where(())
            return Finding("missing", f"“{name}” is missing", where=where, hint=f"add {name}: …")
        case "empty":
            return _empty(loc, name, source, str(context.get("hint", "")))
        case "model_type" | "model_attributes_type" | "dict_type" | "list_type" | "tuple_type" if empty:
            return _empty(loc, name, source, "write what belongs there below it, or delete it")
        case "model_type" | "model_attributes_type" | "dict_type":
            keys = keys_of(kind, error["loc"])
            hint = f"write {', '.join(f'{key}: …' for key in keys[:3])}" if keys else "write key: value"
            subject = f"an item of “{name}”" if isinstance(loc[-1], int) else f"“{name}”"
            return Finding("wrong-type", f"{subject} needs keys of its own", where=where, hint=hint)
        case "list_type" | "tuple_type" if isinstance(loc[-1], int):
            hint = "write it as [first, second, third]"
            return Finding("wrong-type", f"each of “{name}” is a list of its own", where=where, hint=hint)
        case "list_type" | "tuple_type":
            hint = "write each item on a line of its own, after a dash"
            return Finding("wrong-type", f"“{name}” is a list", where=where, hint=hint)
        case "too_short":
            hint = "write its items below it, each after a dash"
            return Finding("too-few", f"“{name}” has no items", where=where, hint=hint)
        case "too_long":
            actual, most = context.get("actual_length"), context.get("max_length")
            message = f"“{name}” has {actual} items; at most {most} go there"
            return Finding("too-many", message, where=where, hint="make two blocks of it")
        case "wrong-type":
            return Finding("wrong-type", error["msg"], where=where, hint=str(context.get("hint", "")))
    return _of_value(error, name, where)


def _of_value(error: ErrorDetails, name: str, where: Where) -> Finding:
    """What is wrong with one value: no number, out of its range, none of a few words."""
    context, given = error.get("ctx") or {}, error["input"]
    match error["type"]:
        case (
            "float_parsing"
            | "int_parsing"
            | "float_type"
            | "int_type"
            | "int_from_float"
            | "bool_parsing"
            | "bool_type"
        ):
            wanted = "yes or no" if error["type"].startswith("bool") else "a number"
            message = f"“{name}” is empty" if given is None else f"“{given}” is not {wanted}"
            return Finding("wrong-type", message, where=where, hint=f"write {wanted}")
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            limit = next(value for key, value in context.items() if key in ("gt", "ge", "lt", "le"))
            side = _SIDES[error["type"]]
            return Finding("out-of-range", f"{given} is too {side} {limit:g}", where=where)
        case "literal_error":
            wanted = str(context.get("expected", "")).replace("'", "")
            message = f"“{name}” is empty" if given is None else f"“{given}” is not understood here"
            if isinstance(given, list | dict):
                message = f"“{name}” takes one value, not a list or keys"
            return Finding("wrong-type", message, where=where, hint=f"write {wanted}")
        case "string_type" if given is not None:
            return Finding("wrong-type", "one value is expected here, not a list or keys", where=where)
    message = f"“{name}” cannot be understood"
    return Finding("wrong-type", message, where=where, hint="look it up in the README, or delete it")


_SIDES = {
    "greater_than": "small; it must be more than",
    "greater_than_equal": "small; the least is",
    "less_than": "large; it must be less than",
    "less_than_equal": "large; the most is",
}


def _written(loc: Path, source: Source) -> Path:
    """``loc`` as it is in the file, where the model knows a key that the author may leave out."""
    found: Path = ()
    for n, step in enumerate(loc):
        left_out = (*found, step) not in source.places and (*found, *loc[n + 1 : n + 2]) in source.places
        found = found if left_out and n + 1 < len(loc) else (*found, step)
    return found


def _empty(loc: Path, name: str, source: Source, hint: str) -> Finding:
    """What is empty: a key, an item of a list, or a cell of a table."""
    item = loc[-1] if loc in source.places else loc[-2]
    if not isinstance(item, int):
        return Finding("empty", f"“{name}” is empty", where=source.key_where(loc), hint=hint)
    in_item = [step for step in loc if isinstance(step, int)]
    if name == "rows" and loc[-2:] == tuple(in_item[-2:]):
        hint = "write its text; a cell that is meant to be empty is “–”"
        return Finding("empty", "this cell is empty", where=source.where(loc), hint=hint)
    return Finding("empty", "this item is empty", where=source.where(loc), hint="write its text, or delete the dash")


def unknown(key: str, allowed: Sequence[str], what: str, path: Path, source: Source, hint: str = "") -> Finding:
    """The finding that ``key`` is none of the keys ``allowed``, and which of them was probably meant."""
    if comma := _comma(key, path, source):
        return comma
    close = _meant(key, allowed)
    if key in _ELSEWHERE:
        hint = _ELSEWHERE[key]
    elif close:
        hint = f"did you mean “{close[0]}”?"
    elif key.partition(":")[0] in allowed:
        hint = f"put a space after the colon: {key.replace(':', ': ', 1)}"
    hint = hint or f"what may stand here: {', '.join(allowed)}"
    return Finding("unknown-key", f"there is no {what} called “{key}”", where=source.key_where(path), hint=hint)


def _meant(key: str, allowed: Sequence[str]) -> list[str]:
    """The one of the keys ``allowed`` that was probably meant by ``key``, if any."""
    close = [name for name in allowed if _ALIKE.get(key.lower()) == name]
    return close or get_close_matches(key.lower(), allowed, 1, cutoff=0.6)


def _comma(key: str, path: Path, source: Source) -> Finding | None:
    """The finding that ``key`` is none, but what follows a comma in a value inside braces."""
    where = source.key_where(path)
    after = where.excerpt[where.column - 1 :]
    mapping = source.at(path[:-1])
    if not isinstance(mapping, dict) or mapping.get(key, "") is not None or not after.startswith(key):
        return None
    names = list(mapping)
    before = names[names.index(key) - 1] if names.index(key) else ""
    if not before or not re.match(r"\s*[,}]", after[len(key) :]):
        return None
    value = source.where((*path[:-1], before))
    number = re.match(r"\d+(?:,\d+)+", value.excerpt[value.column - 1 :])
    message = f"inside braces a comma ends the value, so “{key}” is read as a key of its own"
    hint = "put the whole text into quotation marks"
    if number:
        groups = number[0].split(",")
        thousands = all(len(group) == 3 for group in groups[1:])
        hint = f"write {before}: {''.join(groups) if thousands or len(groups) > 2 else '.'.join(groups)}"
    return Finding("comma", message, where=where, hint=hint)


_ELSEWHERE = {
    key: f"“{key}” stands in the theme (NAME.theme.yaml), in a line of its own, not below another key"
    for key in ("standard", "profile", "ink_limit", "bleed_mm", "marks", "folds_mm")
}
"""Keys of a theme that people look for in the wrong place."""

_ALIKE = {
    "paragraph": "text",
    "body": "text",
    "p": "text",
    "paragraphs": "text",
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


def keys_of(kind: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
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
