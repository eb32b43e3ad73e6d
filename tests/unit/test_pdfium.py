import json
import subprocess
import sys
from typing import Any

from tests.unit.test_raster import RED_CORNER, pdf


def talk(*questions: tuple[dict[str, Any], bytes]) -> bytes:
    """What the process answers."""
    said = b"".join(json.dumps(question).encode() + b"\n" + data for question, data in questions)
    run = subprocess.run([sys.executable, "-m", "factsheet.pdfium"], input=said, stdout=subprocess.PIPE, check=True)
    return run.stdout


def asked(data: bytes | None, page: int | None = 1, most: int = 10_000) -> tuple[dict[str, Any], bytes]:
    size = None if data is None else len(data)
    return {"data": size, "page": page, "ppi": 72.0, "area": "media", "most": most}, data or b""


def test_it_answers_until_there_are_no_more_questions() -> None:
    data = pdf("/MediaBox [0 0 33 12]", "/MediaBox [0 0 5 5]", content=RED_CORNER.replace("62", "2"))
    answers = talk(asked(data, None), asked(None, 1), asked(None, 2), asked(None, 3))
    pages, answers = answers.split(b"\n", 1)
    assert json.loads(pages) == {"pages": 2}
    head, answers = answers.split(b"\n", 1)
    assert json.loads(head) == {"width": 33, "height": 12}
    assert answers[:3] == b"\xff\x00\x00"
    assert answers[33 * 3 - 3 : 33 * 3] == b"\xff\xff\xff"
    head, answers = answers[33 * 12 * 3 :].split(b"\n", 1)
    assert json.loads(head) == {"width": 5, "height": 5}
    assert json.loads(answers[75:]) == {"error": "there is no page 3: the file has 2"}


def test_what_it_cannot_do_is_told_and_it_goes_on() -> None:
    data = pdf("/MediaBox [0 0 200 200]")
    first, second, third, _ = talk(asked(None), asked(b"no PDF"), asked(data)).split(b"\n", 3)
    assert json.loads(first) == json.loads(second) == {"error": "PDFium cannot open this file"}
    assert "too large to be shown" in json.loads(third)["error"]
