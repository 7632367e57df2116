"""PDF by typst: only the bundled fonts, only files below one folder, any warning is an error. No Django.

Data goes in as JSON and is never read as markup: `#read(...)`, `*`, `$` in a name stay what they are.
As PDF/A-2a, the archival form: every sign must have a glyph, or there is no file.
"""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from thidua.kit.papers.metrics import FONTS, has_sign
from thidua.kit.refused import Refused

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
STANDARD: Final = "a-2a"
TOO_SLOW = "Lập tệp PDF quá lâu nên đã dừng. Chia nội dung thành nhiều tệp rồi làm lại."
_NO_SIGN = "□"
_REPLACED = str.maketrans({"☐": "□", "☑": "x", "☒": "x", "✓": "x", "✔": "x", "✗": "x", "\u00a0": "\u00a0"})
_UNSEEN = {"Cf", "Mn"}


class NotSet(RuntimeError):
    """A template that typst does not set without complaint: a fault of ours, not of who uses it."""


def render_pdf(
    entry: Path,
    data: Mapping[str, Any],
    *,
    root: Path | None = None,
    at: datetime | None = None,
    timeout: float | None = None,
) -> bytes:
    """The template `entry`, which reads `json(bytes(sys.inputs.d))`, as PDF; it may read files below `root` only.

    The same data and the same `at` give the same bytes. With `timeout` (seconds) it runs in a child process that is
    ended after it (for jobs; costs about 0.1 s): Refused. Raises NotSet for any error or warning.
    """
    moment = at or EPOCH
    if timeout is None:
        return _set(entry, root or entry.parent, json.dumps(printable(data)), moment)
    order = {
        "entry": str(entry),
        "root": str(root or entry.parent),
        "d": json.dumps(printable(data)),
        "at": moment.timestamp(),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "thidua.kit.papers.typesetting"],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=timeout,
            cwd=Path(__file__).parents[3],
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(TOO_SLOW) from None
    if done.returncode:
        raise NotSet(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout


def printable(value: Any) -> Any:
    """Data with every sign that Tinos lacks replaced by its plainer form or by □."""
    if isinstance(value, str):
        return value if value.isascii() else "".join(map(_sign, unicodedata.normalize("NFC", value)))
    if isinstance(value, Mapping):
        return {key: printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    return value


@cache
def _sign(char: str) -> str:
    if char in "\n\t" or has_sign(char):
        return char
    if char.translate(_REPLACED) != char:
        return char.translate(_REPLACED)
    if unicodedata.category(char) in _UNSEEN:
        return ""
    plainer = unicodedata.normalize("NFKC", char)
    return plainer if plainer != char and all(map(has_sign, plainer)) else _NO_SIGN


@cache
def fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _set(entry: Path, root: Path, data: str, at: datetime) -> bytes:
    compiler = typst.Compiler(
        input=str(entry), root=str(root), font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"d": data}
    )
    try:
        made, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=STANDARD, timestamp=int(at.timestamp())
        )
    except typst.TypstError as fault:
        raise NotSet(fault.diagnostic) from None
    if warnings or not isinstance(made, bytes):
        raise NotSet("; ".join(warning.message for warning in warnings) or "more than one file")
    return made


def _child() -> None:
    order = json.load(sys.stdin)
    at = datetime.fromtimestamp(order["at"], UTC)
    try:
        sys.stdout.buffer.write(_set(Path(order["entry"]), Path(order["root"]), order["d"], at))
    except NotSet as no:
        sys.exit(str(no))


if __name__ == "__main__":
    _child()
