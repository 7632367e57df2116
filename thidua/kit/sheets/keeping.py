"""A workbook as a kept file: `files.receive(name, upload, read=keeping.read)`."""

from pathlib import Path

from thidua.kit.files import secrecy
from thidua.kit.files.extract import Extracted
from thidua.kit.files.models import FileVersion
from thidua.kit.refused import Refused
from thidua.kit.sheets.guard import Unfit, look
from thidua.kit.sheets.layout import Layout
from thidua.kit.sheets.reader import Book

_NO_LAYOUT = Layout("", "", ())


def read(path: Path, name: str) -> tuple[Extracted, FileVersion.TextState]:
    """A sound workbook without a stamp of secrecy; Refused for anything else. Its cells are no text of the file."""
    try:
        found = look(path)
    except Unfit as no:
        raise Refused(no.message) from no
    with Book(path, _NO_LAYOUT, sheet=found.sheets[0]) as book:
        reasons = secrecy.why_not_keep(book.top_text())
    if reasons:
        raise Refused(reasons)
    return Extracted(found.format, ""), FileVersion.TextState.NONE
