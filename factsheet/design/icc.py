"""ICC profiles: what one says of itself, and whether it is whole and fit for a press (ISO 15076-1:2010, 7)."""

import struct
from dataclasses import dataclass

_HEADER, _ENTRY = 128, 12
_NEEDED = ("desc", "cprt", "wtpt", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2")
"""The tags of a profile for a press (8.5); the tables for other intents may be the same data."""

_TABLES = {"A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2"}
_TABLE_KINDS = {b"mft1", b"mft2", b"mAB ", b"mBA "}
_MOST_TAGS = 200


@dataclass(frozen=True, slots=True)
class IccFacts:
    """What a profile says of itself.

    Attributes:
        description: Its name, for people.
        space: The colour space of its data, as ``CMYK``.
        version: Its version, as ``2.4``.
        kind: Its device class, as ``prtr``.
        connection: The space that it connects to, as ``Lab``.
    """

    description: str
    space: str
    version: str
    kind: str
    connection: str


def facts(profile: bytes) -> IccFacts:
    """What ``profile`` says of itself; what it does not say is ""."""
    head = profile[:_HEADER].ljust(_HEADER, b"\0")
    major, minor = head[8], head[9] >> 4
    signature = [head[at : at + 4].decode("latin-1").strip(" \0") for at in (16, 12, 20)]
    version = f"{major}.{minor}" if major else ""
    return IccFacts(_description(profile), signature[0], version, signature[1], signature[2])


def faults(profile: bytes) -> list[str]:
    """What is wrong with ``profile`` as that of a printing condition in CMYK, in plain words; empty: nothing."""
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        return ["it is not an ICC profile"]
    found: list[str] = []
    said = struct.unpack(">I", profile[:4])[0]
    if said != len(profile):
        found.append(f"it says that it has {said} bytes, and has {len(profile)}: it is damaged")
    about = facts(profile)
    if about.space != "CMYK":
        found.append(f"its colours are {about.space or 'unknown'}, not CMYK")
    if about.kind != "prtr":
        found.append(f"it describes {_KINDS.get(about.kind, 'something else')}, not a press")
    if about.connection not in ("Lab", "XYZ"):
        found.append("it does not connect to Lab or XYZ")
    if not about.version or int(about.version.split(".")[0]) > 4:
        found.append(f"its version is {about.version or 'unknown'}, which PDF does not know")
    return [*found, *_tag_faults(profile)]


_KINDS = {
    "mntr": "a screen", "scnr": "a scanner or a camera", "link": "a way between two devices",
    "abst": "a change of colours", "spac": "a colour space", "nmcl": "named colours",
}  # fmt: skip


def tags(profile: bytes) -> dict[str, tuple[int, int]]:
    """The offset and the length of each tag; what lies outside the profile is left out."""
    if len(profile) < _HEADER + 4:
        return {}
    count = min(struct.unpack(">I", profile[_HEADER : _HEADER + 4])[0], _MOST_TAGS)
    found: dict[str, tuple[int, int]] = {}
    for n in range(count):
        at = _HEADER + 4 + n * _ENTRY
        if at + _ENTRY > len(profile):
            break
        name, offset, length = struct.unpack(">4sII", profile[at : at + _ENTRY])
        if offset >= _HEADER and length >= 8 and offset + length <= len(profile):
            found[name.decode("latin-1")] = (offset, length)
    return found


def _tag_faults(profile: bytes) -> list[str]:
    """What is wrong with the table of tags and with what it points at."""
    count = struct.unpack(">I", profile[_HEADER : _HEADER + 4])[0]
    whole = tags(profile)
    if not count or len(whole) < min(count, _MOST_TAGS) or count > _MOST_TAGS:
        return ["part of it is missing: it is damaged"]
    missing = [name for name in _NEEDED if name not in whole]
    if missing:
        return [f"it lacks the tables {', '.join(missing)}"]
    wrong = [name for name in sorted(_TABLES) if profile[whole[name][0] : whole[name][0] + 4] not in _TABLE_KINDS]
    if wrong:
        return [f"its tables {', '.join(wrong)} are of no known kind: it is damaged"]
    channels = {name: profile[whole[name][0] + 8 : whole[name][0] + 10] for name in _TABLES}
    turned = [
        name for name, (into, out) in sorted(channels.items())
        if (into, out) != ((4, 3) if name.startswith("A2B") else (3, 4))
    ]  # fmt: skip
    return [f"its tables {', '.join(turned)} are not between CMYK and Lab"] if turned else []


def _description(profile: bytes) -> str:
    """The text of the tag ``desc``: ASCII in version 2 (6.5.17 of ICC.1:2001), Unicode in version 4 (10.15)."""
    offset, length = tags(profile).get("desc", (0, 0))
    data = profile[offset : offset + length]
    if data[:4] == b"desc" and length >= 12:
        size = struct.unpack(">I", data[8:12])[0]
        return data[12 : 12 + size].split(b"\0")[0].decode("ascii", "replace").strip()
    if data[:4] == b"mluc" and length >= 28:
        size, at = struct.unpack(">II", data[20:28])
        return data[at : at + size].decode("utf-16-be", "replace").strip("\0 ")
    return ""
