"""The JSON Schema of a spec (draft 2020-12), by which editors complete and check what is typed."""

import re
from inspect import cleandoc
from typing import Any

from pydantic import BaseModel

from factsheet.blocks import registry
from factsheet.blocks.base import OneOrMany
from factsheet.design import theme as themes
from factsheet.i18n.currencies import currencies
from factsheet.spec.model import Factsheet

_REF = "#/$defs/{model}"
_TEXT = {"type": ["string", "number", "boolean"]}
_ATTRIBUTES = re.compile(r"^Attributes:\n((?:    .*\n?)+)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^    (\w+): (.*)$", re.MULTILINE)


def schema() -> dict[str, Any]:
    """The schema, each key with the sentence that its model's docstring has for it."""
    whole, models = _of(Factsheet)
    kinds = registry().values()
    for kind in kinds:
        own, inner = _of(kind)
        models |= inner
        title, tongue = own["properties"].pop("title"), own["properties"].pop("language")
        own["properties"]["language"] = tongue | {"description": "The language of its texts, where it is another."}
        models[kind.__name__] = own
        in_sidebar = own["properties"] | {"title": title | {"description": "What stands over it in the sidebar."}}
        models[f"{kind.__name__}InSidebar"] = own | {"properties": in_sidebar}
    properties = whole["properties"]
    properties["main"] |= _blocks([kind.__name__ for kind in kinds if kind.place == "main"])
    properties["sidebar"] |= _blocks([f"{kind.__name__}InSidebar" for kind in kinds])
    properties["theme"] |= {"examples": list(themes.names())}
    models["Amount"]["properties"]["currency"] |= {"enum": sorted(currencies())}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Factsheet",
        **whole,
        "$defs": dict(sorted(models.items())),
    }


def _of(model: type[BaseModel]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of ``model``, and of the models in it by their names."""
    made = model.model_json_schema(by_alias=True, ref_template=_REF)
    inner = {name: schema for name, schema in made.pop("$defs", {}).items() if name != "Block"}
    known = {found.__name__: found for found in _models(model)}
    return _described(made, model), {name: _described(part, known[name]) for name, part in inner.items()}


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """``model`` and every model that its fields may hold."""
    found: list[type[BaseModel]] = []
    open_ends: list[Any] = [model]
    while open_ends:
        kind = open_ends.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            if kind not in found:
                found.append(kind)
                open_ends += [field.annotation for field in kind.model_fields.values()]
        else:
            open_ends += getattr(kind, "__args__", ())
    return found


def _described(made: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """``made`` with our sentences, without what says nothing to an author."""
    doc = cleandoc(model.__doc__ or "")
    section = _ATTRIBUTES.search(doc)
    sentences = dict(_ATTRIBUTE.findall(section[1])) if section else {}
    properties: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in made["properties"]:
            continue
        part = _without_null(made["properties"][key])
        if OneOrMany in field.metadata:
            part = {"anyOf": [part["items"], part]}
        properties[key] = {"description": sentences[name], **part} if name in sentences else part
    kept = {k: v for k, v in made.items() if k not in {"title", "properties", "description"}}
    whole = {"description": doc.split("\n")[0], **kept, "properties": properties}
    short = getattr(model, "shorthand", "")
    if not short:
        return whole
    return {"anyOf": [properties[short] if properties[short].get("type") == "array" else _TEXT, whole]}


def _without_null(part: dict[str, Any]) -> dict[str, Any]:
    """What may be left out need not be written as null; and a generated title repeats the key."""
    part = {key: value for key, value in part.items() if key != "title" and not (key == "default" and value is None)}
    options = [option for option in part.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        del part["anyOf"]
        part |= options[0]
    return part


def _blocks(names: list[str]) -> dict[str, Any]:
    return {"type": "array", "items": {"anyOf": [{"$ref": _REF.format(model=name)} for name in names]}}
