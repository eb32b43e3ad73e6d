"""A text of the author's that knows where it stands and can be translated."""

from typing import TYPE_CHECKING, Any

from factsheet.findings import NOWHERE, Where
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

        return core_schema.no_info_plain_validator_function(_take)


def _take(value: object) -> Text:
    """``value`` as a text; anything but a scalar is refused."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value, getattr(value, "where", NOWHERE))
    from pydantic_core import PydanticCustomError  # noqa: PLC0415

    raise PydanticCustomError("text_type", "a text is expected here")


class Rich(Text):
    """A text in which inline markup is understood."""

    __slots__ = ()
