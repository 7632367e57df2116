"""A workbook is opened once in a process of its own, with limits of memory and time, before it is opened here.

Five kilobytes can name a cell in the last row and the last column: a reader that lays out the square between dies of
it. So it is another process that dies, whatever the format, and the file is refused.
"""

import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

MEMORY = 1 << 30
"""Address space of the process that looks; 100,000 rows of 40 columns need a third."""
SECONDS = 60
UNPACKED = 1 << 30
"""All parts of a container together, as its directory tells."""
PARTS = 10_000
ROWS, COLUMNS = 100_000, 200

Format = Literal["xlsx", "xls", "ods"]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_A_SHEET = "Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls hoặc .ods."
_MACRO = "Tệp Excel có macro nên không nhận. Lưu lại thành .xlsx (không macro) rồi tải lên."
_BINARY = "Tệp .xlsb chưa đọc được. Mở bằng Excel, lưu thành .xlsx rồi tải lên."
_DAMAGED = "Bảng tính hỏng nên không đọc được. Mở bằng Excel, lưu lại thành .xlsx rồi tải lên."
_LOCKED = "Tệp có mật khẩu nên không đọc được. Gỡ mật khẩu rồi tải lại."
_SUSPECT = (
    "Bảng tính bất thường (bung ra quá lớn) nên không nhận. Chép phần có dữ liệu sang tệp mới rồi tải lên."
)
_NOTHING = "Bảng tính không có dòng nào. Chọn tệp khác."
_LOOK = """
import json, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]),) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
except ImportError:
    pass
import python_calamine as calamine
try:
    found = []
    with calamine.CalamineWorkbook.from_path(sys.argv[1]) as book:
        for place, each in enumerate(book.sheets_metadata):
            if "Visible" in str(each.visible) and "WorkSheet" in str(each.typ):
                sheet = book.get_sheet_by_index(place)
                end = sheet.end
                found.append([each.name, end[0] + 1 if end else 0, end[1] + 1 if end else 0])
    print(json.dumps({"sheets": found}))
except calamine.PasswordError:
    print(json.dumps({"fault": "locked"}))
except (calamine.CalamineError, OSError, ValueError):
    print(json.dumps({"fault": "damaged"}))
"""


class Unfit(Exception):
    """The file cannot be taken; `message` is Vietnamese and says how to mend it."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Looked:
    """What is in a workbook: its format, its visible sheets that hold anything, the first one first."""

    format: Format
    sheets: tuple[str, ...]


def look(path: Path) -> Looked:
    """Format and sheets of a file that somebody uploaded. Unfit when it is no workbook, locked, damaged, or too large."""
    told = _format(path)
    command = [sys.executable, "-I", "-c", _LOOK, str(path), str(MEMORY), str(SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter, arguments made here
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS * 2, check=False
        )
        said: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"fault": "suspect"}
    except (subprocess.TimeoutExpired, ValueError):
        said = {"fault": "suspect"}
    if "fault" in said:
        raise Unfit({"locked": _LOCKED, "damaged": _DAMAGED}.get(said["fault"], _SUSPECT))
    held = [(name, rows, columns) for name, rows, columns in said["sheets"] if rows]
    if not held:
        raise Unfit(_NOTHING)
    _, rows, columns = held[0]
    if rows > ROWS:
        raise Unfit(
            f"Bảng tính có {rows} dòng, nhiều hơn {ROWS}. Xóa các dòng thừa, hoặc tách thành nhiều tệp."
        )
    if columns > COLUMNS:
        raise Unfit(f"Bảng tính có {columns} cột, nhiều hơn {COLUMNS}. Xóa các cột thừa rồi tải lại.")
    return Looked(told, tuple(name for name, _, _ in held))


def _format(path: Path) -> Format:
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_OLE):
        return "xls"
    if not head.startswith(b"PK"):
        raise Unfit(_NOT_A_SHEET)
    try:
        with zipfile.ZipFile(path) as container:
            infos = container.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Unfit(_DAMAGED) from None
    names = {info.filename for info in infos}
    if len(infos) > PARTS or sum(info.file_size for info in infos) > UNPACKED:
        raise Unfit(_SUSPECT)
    if any(info.flag_bits & 1 for info in infos):
        raise Unfit(_LOCKED)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Unfit(_MACRO)
    if "xl/workbook.bin" in names:
        raise Unfit(_BINARY)
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    raise Unfit(_NOT_A_SHEET)
