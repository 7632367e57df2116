"""Text out of pictures of pages, by the program `tesseract` with its Vietnamese data, where installed. No Django.

    if reason := ocr.why_not():         # one sentence for the person: what is missing, what to do
        …
    for number in range(1, ocr.count_pages(path, kind) + 1):
        page = ocr.recognise(path, kind, number)      # seconds; Unread when this page has no text to give

One page at a time, in processes of their own with limits of time and memory.
"""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from thidua.kit.files.extract import extract
from thidua.kit.files.extract.pdf import count_pages as pages_of_pdf

PAGES = 200
"""Of one scan; more is cut up by the person, so that a run ends within the time of a job."""
SECONDS = 120.0
"""Of one page; a full page takes two or three."""
MEMORY = 2 << 30
"""Address space of each process."""
LANGUAGE = "vie"
"""Alone: together with `eng`, Vietnamese letters lose their marks (0,5 % wrong letters instead of 0,1 %)."""
SURE, SURE_FIGURES = 60.0, 80.0
"""Confidence (0–100) below which a word is shown as doubtful; figures and symbols are read more strictly."""

NOT_INSTALLED = (
    "Máy chủ chưa cài phần nhận dạng chữ (Tesseract). Đề nghị người quản trị cài, rồi bấm “Nhận dạng chữ”; "
    "hoặc dán nội dung văn bản."
)
NO_VIETNAMESE = (
    "Tesseract trên máy chủ chưa có dữ liệu tiếng Việt (vie). Đề nghị người quản trị cài thêm, rồi bấm “Nhận dạng chữ”; "
    "hoặc dán nội dung văn bản."
)
SLOW = "nhận dạng quá {} giây chưa xong"
BROKEN = "không nhận dạng được (ảnh của trang hỏng hoặc quá nặng)"
_GAP = 2.0
"""A blank wider than so many heights of its line parts two columns."""
_RULERS = re.compile(r"[|_¦~]+")
_WORD = "5"


class Unread(Exception):
    """This page gave no text; `message` says why, beginning in lower case."""

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be wrong: its place in the text of the page, and how sure Tesseract was (0–100)."""

    start: int
    end: int
    confidence: int


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    """NFC; lines as printed, columns parted by three blanks; "" for an empty page."""
    doubts: tuple[Doubt, ...] = ()
    confidence: int | None = None
    """Mean over its words; None where there are none."""


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[str, str, str]
    left: int
    right: int
    height: int
    confidence: float
    text: str


def why_not() -> str:
    """Why text cannot be recognised here, as one or two sentences; "" when it can."""
    known = languages()
    if not known:
        return NOT_INSTALLED
    return "" if LANGUAGE in known else NO_VIETNAMESE


def languages() -> frozenset[str]:
    """What Tesseract has data for; empty where there is no Tesseract that answers."""
    if not shutil.which("tesseract"):
        return frozenset()
    try:
        done = _run(["tesseract", "--list-langs"], 20)
    except Unread:
        return frozenset()
    return frozenset(done.decode(errors="replace").split("\n")[1:]) - {""}


def count_pages(path: Path, kind: str) -> int:
    return pages_of_pdf(path) if kind == "pdf" else extract(path, "").pages or 0


def recognise(path: Path, kind: str, number: int, *, seconds: float = SECONDS) -> Page:
    """Text of page `number` (from 1) of a PDF or a picture, turned upright first."""
    # "1" looks for the page's direction, and needs data of its own for that.
    layout = "1" if "osd" in languages() else "3"
    options = ["-l", LANGUAGE, "--psm", layout, "-c", "tessedit_create_tsv=1"]
    with TemporaryDirectory(prefix="thidua-ocr-") as folder:
        picture = path = path.absolute()
        if kind == "pdf":
            picture = Path(folder) / "page.pgm"
            command = [sys.executable, "-m", "thidua.kit.files.draw", str(path), str(number), str(picture)]
            _run(command, seconds)
        elif kind == "tif":
            options += ["-c", f"tessedit_page_number={number - 1}"]
        table = _run(["tesseract", str(picture), "stdout", *options], seconds)
    return page_of(table.decode(errors="replace"))


def recognise_all(path: Path, kind: str) -> tuple[Page, tuple[tuple[int, str], ...]]:
    """All pages as one, and why some gave nothing: (number, reason). For a command that one waits for."""
    pages, faults = [], []
    for number in range(1, count_pages(path, kind) + 1):
        try:
            pages.append(recognise(path, kind, number))
        except Unread as no:
            faults.append((number, no.message))
    return joined(pages), tuple(faults)


def page_of(table: str) -> Page:
    """The page that Tesseract describes in a table, one word a row."""
    words = list(_words(table))
    text, doubts = "", []
    before: tuple[str, str, str] | None = None
    for line, grouped in groupby(words, key=lambda word: word.line):
        text = text.rstrip(" ")
        if before:
            text += "\n" if line[:2] == before[:2] else "\n\n"
        before, right = line, None
        group = list(grouped)
        height = median(word.height for word in group)
        for word in group:
            if right is not None:
                text += "   " if word.left - right > _GAP * height else " "
            if _is_doubtful(word):
                doubts.append(Doubt(len(text), len(text) + len(word.text), round(word.confidence)))
            text, right = text + word.text, word.right
    mean = round(sum(word.confidence for word in words) / len(words)) if words else None
    return Page(text, tuple(doubts), mean)


def _words(table: str) -> Iterator[_Word]:
    """Words in reading order; lines of tables, drawn by the letters of rulers, fall away."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != _WORD:
            continue
        text = "".join(char for char in unicodedata.normalize("NFC", cells[11]) if char.isprintable())
        text = _RULERS.sub("", text).strip()
        if text:
            left, width, height = int(cells[6]), int(cells[8]), int(cells[9])
            place = (cells[2], cells[3], cells[4])
            yield _Word(place, left, left + width, height, float(cells[10]), text)


def _is_doubtful(word: _Word) -> bool:
    if not any(map(str.isalnum, word.text)):
        return False
    figures = any(char.isdigit() or char == "/" for char in word.text)
    return word.confidence < (SURE_FIGURES if figures else SURE)


def joined(pages: Iterable[Page]) -> Page:
    """Pages as one text, parted by an empty line; doubts count in it."""
    text, doubts, sure = "", [], []
    for page in pages:
        if not page.text:
            continue
        text += "\n\n" if text else ""
        doubts += [
            Doubt(each.start + len(text), each.end + len(text), each.confidence) for each in page.doubts
        ]
        text += page.text
        sure.append(page.confidence or 0)
    return Page(text, tuple(doubts), round(sum(sure) / len(sure)) if sure else None)


def _run(command: Sequence[str], seconds: float) -> bytes:
    """What a program says; Unread when it takes too long, too much, or does not come to its end."""
    # Tesseract's own threads wait for each other: one is five times as fast as two.
    environment = os.environ | {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    try:
        process = subprocess.Popen(  # noqa: S603  programs of ours, arguments made here
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=Path(__file__).parents[3],
        )
    except OSError as fault:
        raise Unread(BROKEN) from fault
    try:
        _bound(process.pid, seconds)
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Unread(SLOW.format(round(seconds))) from None
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    if process.returncode:
        raise Unread(BROKEN)
    return said


def _bound(pid: int, seconds: float) -> None:
    """Limits of memory and of processor time, which hold also when the worker is killed; Linux has them."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415  is not everywhere

    try:
        resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.prlimit(pid, resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    except ProcessLookupError:
        return
