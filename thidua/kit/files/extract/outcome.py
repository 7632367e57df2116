"""What reading a file gives: the text, or one sentence that says why not and how to mend it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["pdf", "docx", "txt", "png", "jpg", "tif", "xlsx", "xls", "ods"]
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read; beyond it a file is refused before it costs much."""

    file_bytes: int = 200 * MIB
    characters: int = 20_000_000
    pages: int = 2_000
    pixels: int = 80_000_000
    """Of one page that came as a picture; A3 at 600 dots an inch."""
    seconds: float = 60.0
    """Of one PDF, looked at between pages."""
    part_bytes: int = 48 * MIB
    """Of one unpacked part of a .docx."""
    part_ratio: int = 150
    """Unpacked to packed, for parts over 1 MiB; what Word writes stays below 60."""
    part_tags: int = 1_500_000
    parts: int = 10_000

    @property
    def text_bytes(self) -> int:
        """No text of fewer characters is longer than this in any encoding (decomposed letters left aside)."""
        return self.characters * 4


class Unreadable(Exception):
    """`message`: one Vietnamese sentence or two. `kind` is set where the file itself is sound, only its text is not had."""

    def __init__(self, message: str, kind: Kind | None = None) -> None:
        self.message = message
        self.kind = kind
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Extracted:
    kind: Kind
    """By content."""
    text: str
    """NFC, lines parted by a line feed; empty for a scan."""
    encoding: str = ""
    """What it was converted from: tcvn3, vni, windows-1258, utf8-twice; empty for Unicode."""
    guessed: bool = False
    """The encoding was told by statistics of letters: a person should confirm it."""
    pages: int | None = None
    note: str = ""
    """A Vietnamese sentence about something odd that did not prevent reading."""
    header: str = ""
    """Running heads of a .docx; no part of the text, but a stamp may stand there."""

    is_scan: bool = False
    """Pages are pictures; `text` is empty, or only the stamp of a digital signature."""

    @property
    def has_text(self) -> bool:
        return bool(self.text.strip())
