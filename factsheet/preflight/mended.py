"""A file whose cross-reference is of no use, with a new one behind it: what is in it can be judged all the same."""

import re

_OBJECT = re.compile(rb"(?:^|[\r\n\0\t\f ])(\d{1,10}) (\d{1,5}) obj\b")
_ROOT = re.compile(rb"/Root\s+(\d+)\s+(\d+)\s+R")
_INFO = re.compile(rb"/Info\s+(\d+)\s+(\d+)\s+R")
_ID = re.compile(rb"/ID\s*\[[^\]]{0,200}\]")
_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_MOST = 1_000_000


def mended(data: bytes) -> bytes | None:
    """``data`` with a cross-reference table made by looking for its objects; None where there is no catalogue.

    Of objects with one number the last counts (ISO 32000-1, 7.5.6). What is packed into object streams stays lost.
    """
    places = {int(found[1]): (found.start(1), int(found[2])) for found in _OBJECT.finditer(data)}
    root = _last(_ROOT, data) or _catalogue(data, places)
    if root is None or not places or max(places) > _MOST:
        return None
    entries = [b"/Size %d" % (max(places) + 1), b"/Root %d %d R" % root]
    information = _last(_INFO, data)
    entries += [b"/Info %d %d R" % information] if information else []
    entries += _ID.findall(data)[-1:]
    rows = [b"0000000000 65535 f \n"]
    for number in range(1, max(places) + 1):
        offset, generation = places.get(number, (0, 65535))
        rows.append(b"%010d %05d %s \n" % (offset, generation, b"n" if number in places else b"f"))
    start = len(data) + 1
    table = b"xref\n0 %d\n%s" % (len(rows), b"".join(rows))
    return data + b"\n" + table + b"trailer\n<<" + b"".join(entries) + b">>\nstartxref\n%d\n%%%%EOF\n" % start


def _last(pattern: "re.Pattern[bytes]", data: bytes) -> tuple[int, int] | None:
    found = pattern.findall(data)
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def _catalogue(data: bytes, places: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The object that says that it is the catalogue."""
    for found in _CATALOG.finditer(data):
        before = [
            (offset, number, generation) for number, (offset, generation) in places.items() if offset < found.start()
        ]
        if before:
            _, number, generation = max(before)
            return number, generation
    return None
