"""A text of the author's that knows where it stands and can be translated."""

import unicodedata
from typing import TYPE_CHECKING, Any

from factsheet.findings import NOWHERE
from factsheet.source import Scalar

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


class Text(Scalar):
    """A string with the place it was read from; every field of this type is a message for translators."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Take the scalars of a spec with their place; a plain string has none."""
        from pydantic_core import core_schema  # noqa: PLC0415 - keeps Pydantic out of what only prints text

        return core_schema.no_info_plain_validator_function(cls._take)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        """A text; editors read an unquoted 2012 or yes as something else, which is welcome, too."""
        return {"type": ["string", "number", "boolean"]}

    @classmethod
    def _take(cls, value: object) -> "Text":
        """``value`` as a text; what is empty or no scalar is refused."""
        if isinstance(value, str):
            if any(unicodedata.category(char)[0] not in "ZC" for char in value):
                return cls(value, getattr(value, "where", NOWHERE))
            value = None
        from pydantic_core import PydanticCustomError  # noqa: PLC0415

        if value is None:
            raise PydanticCustomError("empty", "the text is empty", {"hint": "write the text, or delete the key"})
        hint = _COLON if isinstance(value, dict) and len(value) == 1 else _CURE
        raise PydanticCustomError("wrong-type", "a text is expected here", {"hint": hint})


_CURE = "put a text that starts with [, { or - into quotation marks"
_COLON = "put a text with a colon and a space in it into quotation marks"


class Rich(Text):
    """A text in which inline markup is understood."""

    __slots__ = ()


class Spoken(Text):
    """A text that is read out, not printed: what a picture shows."""

    __slots__ = ()
