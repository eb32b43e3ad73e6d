"""Write the files into a folder, to be looked at with other programs: ``python -m tests.conformance.broken FOLDER``."""

import sys
from pathlib import Path

from tests.conformance.broken import broken
from tests.conformance.broken.sheet import x1a, x4
from tests.conformance.broken.tagged_sheet import screen

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
(folder / "good.x4.pdf").write_bytes(x4().pdf())
(folder / "good.x1a.pdf").write_bytes(x1a().pdf())
(folder / "good.screen.pdf").write_bytes(screen().pdf())
for variant in broken():
    (folder / f"{variant.rule}.{variant.name}.pdf").write_bytes(variant.data())
