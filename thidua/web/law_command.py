"""`thidua law show KIND --on DATE`, `thidua law diff DATE DATE`: what the book says, without a database. No Django here."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date

from thidua.law import handbook, wording
from thidua.law.book import Book, Entry, load
from thidua.law.handbook import Change
from thidua.law.reading_facts import CaseError, code
from thidua.law.wording import Clause
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.dates import cited_date, parse_day


def main(argv: Sequence[str]) -> int:
    """0; 2 where what is asked for does not stand in the book (one line on stderr)."""
    options = _options().parse_args(argv)
    book = load()
    try:
        lines = _shown(options, book) if options.act == "show" else _changed(options, book)
        text = "\n".join(lines)
    except (LookupError, CaseError) as fault:
        print(fault.args[0], file=sys.stderr)  # noqa: T201  a command speaks here
        return 2
    sys.stdout.flush()
    sys.stdout.buffer.write((text + "\n").encode())
    sys.stdout.buffer.flush()
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="thidua law", description="Tra sách luật.")
    acts = parser.add_subparsers(dest="act", required=True)
    show = acts.add_parser(
        "show", help="điều kiện, thẩm quyền, hồ sơ của một danh hiệu, hình thức trong một ngày"
    )
    show.add_argument("kind", metavar="MÃ", help="CSTDCS, TTLDXS, BKTTG …")
    show.add_argument(
        "--on", metavar="NGÀY", default="", help="2024-12-31 hoặc 31/12/2024; để trống là hôm nay"
    )
    diff = acts.add_parser("diff", help="điều gì đổi giữa hai ngày")
    diff.add_argument("first", metavar="NGÀY")
    diff.add_argument("second", metavar="NGÀY")
    return parser


def _day(text: str) -> date:
    if not text:
        return date.today()  # noqa: DTZ011  a command has a clock
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = parse_day(text)
    if found is None:
        raise LookupError(f"“{text}” không phải ngày. Viết 2024-12-31 hoặc 31/12/2024.")
    return found


def _shown(options: argparse.Namespace, book: Book) -> Iterator[str]:
    on, kind = _day(options.on), code(options.kind, "mã")
    if kind not in book.codes:
        raise LookupError(f"Sách luật không có mã “{options.kind}”. Các mã: {', '.join(sorted(book.codes))}.")
    yield f"{book.codes[kind]} ({kind}), ngày {cited_date(on)}"
    found = False
    for subject, label in RECIPIENT_KINDS.items():
        for entry in book.versions(kind, subject, on):
            found = True
            yield f"\n{label}: {entry.name}{_standing(entry, on)}"
            yield from _told(wording.clauses(entry.data["conditions"], book), "  ")
            yield f"  Căn cứ: {entry.cite_text} (hiệu lực {wording.days(entry.since, entry.until)})"
            if entry.note:
                yield f"  Ghi chú: {entry.note}"
    if not found:
        yield "\nSách luật chưa có điều kiện của ngày này."
    yield "\nThẩm quyền quyết định:"
    for each in handbook.deciders(kind, "", book, on):
        yield f"  - {each.name}{_standing(each.entry, on)}: {each.entry.cite_text}"
    yield "\nHồ sơ:"
    for paper in handbook.papers(kind, book, on):
        yield f"  - {paper.name}{f', khi {paper.when}' if paper.when else ''}: {paper.entry.cite_text}"


def _standing(entry: Entry, on: date) -> str:
    found = wording.standing(entry, on)
    return "" if found == wording.VERIFIED else f" [{wording.STANDINGS[found]}]"


def _told(clauses: Sequence[Clause], indent: str = "") -> Iterator[str]:
    for clause in clauses:
        judged = f" ({wording.MARKS[clause.mark]})" if clause.mark in wording.MARKS else ""
        draft = " [dự thảo]" if clause.is_draft else ""
        yield f"{indent}- {clause.text}{':' if clause.parts else ''}{judged}{draft}"
        yield from _told(clause.parts, indent + "  ")


def _changed(options: argparse.Namespace, book: Book) -> Iterator[str]:
    first, second = _day(options.first), _day(options.second)
    yield f"Từ {cited_date(min(first, second))} đến {cited_date(max(first, second))}"
    last: tuple[date, str] | None = None
    for change in handbook.diff(book, first, second):
        head = (change.on, change.shelf)
        if head != last:
            yield f"\n{cited_date(change.on)} · {wording.SHELF_NAMES[change.shelf]}"
            last = head
        yield f"  {_line(change)}"


def _line(change: Change) -> str:
    sign = "+" if change.is_new else "−"
    name = change.entry.name or change.entry.id
    draft = " [dự thảo]" if change.entry.is_draft else ""
    return f"{sign} {name}{draft}: {change.entry.cite_text}"
