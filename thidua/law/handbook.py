"""What the book says of a title or form on a day: who decides, which papers, which conditions; what changed between days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from thidua.law.book import KINDS, SHELVES, Book, Entry
from thidua.law.money import is_title

AUTHORITY_NAMES = {
    "STATE_PRESIDENT": "Chủ tịch nước",
    "GOVERNMENT": "Chính phủ",
    "PRIME_MINISTER": "Thủ tướng Chính phủ",
    "NA_STANDING_COMMITTEE": "Ủy ban Thường vụ Quốc hội",
    "MINISTER": "Bộ trưởng, Thủ trưởng bộ, ban, ngành trung ương",
    "DEFENCE_MINISTER": "Bộ trưởng Bộ Quốc phòng",
    "PUBLIC_SECURITY_MINISTER": "Bộ trưởng Bộ Công an",
    "ORG_CENTRAL": "Cơ quan trung ương của tổ chức",
    "PROVINCE_COMMITTEE": "Ủy ban nhân dân cấp tỉnh",
    "PROVINCE_CHAIR": "Chủ tịch Ủy ban nhân dân cấp tỉnh",
    "MILITARY_REGION_COMMANDER": "Thủ trưởng quân khu, quân đoàn, quân chủng và tương đương",
    "NATIONAL_UNIVERSITY_DIRECTOR": "Giám đốc Đại học Quốc gia",
    "UNIT_HEAD": "Thủ trưởng cơ quan, đơn vị có tư cách pháp nhân",
    "ARMED_FORCE_UNIT_HEAD": "Thủ trưởng đơn vị lực lượng vũ trang",
    "DISTRICT_CHAIR": "Chủ tịch Ủy ban nhân dân cấp huyện",
    "COMMUNE_CHAIR": "Chủ tịch Ủy ban nhân dân cấp xã",
    "ENTERPRISE_DIRECTOR": "Tổng giám đốc, Giám đốc doanh nghiệp, hợp tác xã",
    "BOARD_CHAIR": "Chủ tịch Hội đồng quản trị, Chủ tịch Hội đồng thành viên",
}


@dataclass(frozen=True, slots=True)
class Decider:
    code: str
    name: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class PaperNeeded:
    """One paper of a dossier."""

    code: str
    name: str
    when: str
    entry: Entry


def deciders(award: str, kind: str, book: Book, on: date) -> list[Decider]:
    """Who may decide on a day. What was checked hides what nobody has; what may have been amended since still stands."""
    found: dict[str, Decider] = {}
    for entry in [*book.in_force("authorities", on), *book.in_force(KINDS, on)]:
        for code in _granted_by(award, entry, on):
            held = found.get(code)
            if held is None or (held.entry.draft_on(on) and not entry.draft_on(on)):
                found[code] = Decider(code, AUTHORITY_NAMES.get(code, entry.name), entry)
    checked = [each for each in found.values() if not each.entry.is_draft]
    return checked or list(found.values())


def _granted_by(award: str, entry: Entry, on: date) -> Iterator[str]:
    """Codes of those whom an entry lets decide on an award."""
    if any(fnmatchcase(award, pattern) for pattern in entry.data.get("grants", ())):
        yield entry.code
    if entry.code == award or _is_member(award, entry):
        yield from (str(row["authority"]) for row in entry.data.get("decided_by", ()) if _within(row, on))


def _is_member(award: str, entry: Entry) -> bool:
    rows = entry.data.get("members", ())
    return any(isinstance(row, dict) and row.get("code") == award for row in rows)


def _within(row: dict[str, str | None], on: date) -> bool:
    since, last = row.get("since"), row.get("until")
    return (since is None or str(since) <= on.isoformat()) and (last is None or on.isoformat() <= str(last))


def papers(award: str, book: Book, on: date, basis: str = "") -> list[PaperNeeded]:
    """Papers of a dossier: the nearest list of the day that names the award, else the law's own for all titles or all forms.
    Lists for one reason of an award (`basis`) are only for that reason."""
    rows = [
        entry
        for entry in book.in_force("papers", on)
        if is_for(entry, award, book) and not entry.data.get("when")
        if basis in entry.data.get("basis", (basis,))
    ]
    rows.sort(key=lambda entry: (award not in entry.data["awards"], "basis" not in entry.data, _width(entry)))
    return [paper for entry in rows[:1] for paper in components(entry, award)]


def _width(entry: Entry) -> int:
    """Some awards, all titles or all forms, everything."""
    widths = {"*titles": 1, "*forms": 1, "*": 2}
    return max(widths.get(each, 0) for each in entry.data["awards"])


def is_for(entry: Entry, award: str, book: Book) -> bool:
    """Whether an entry names the award, itself or by a pattern."""
    for pattern in entry.data.get("awards", ()):
        if pattern == "*titles" or pattern == "*forms":
            if is_title(award, book) == (pattern == "*titles"):
                return True
        elif pattern == "*" or fnmatchcase(award, pattern):
            return True
    return False


def naming(shelf: str, award: str, book: Book, on: date) -> list[Entry]:
    """What one shelf says of an award on a day: routes, deadlines, shares of votes; what is verified first."""
    return [entry for entry in book.in_force(shelf, on) if is_for(entry, award, book)]


_PAPERS = {
    "TTr": "Tờ trình",
    "BCTT": "Báo cáo thành tích",
    "BB": "Biên bản bình xét",
    "CN": "Chứng nhận, xác nhận",
    "VBLQ": "Văn bản liên quan (nếu có)",
    "DS": "Danh sách",
    "VBDN": "Văn bản đề nghị",
    "PB": "Phiếu bầu, biên bản kiểm phiếu",
}


def components(entry: Entry, award: str) -> Iterator[PaperNeeded]:
    """The papers of a list that the award needs; some are for some awards only."""
    for row in entry.data.get("components", ()):
        if not any(fnmatchcase(award, pattern) for pattern in row.get("awards", ("*",))):
            continue
        code = str(row["doc"])
        name = str(row.get("name") or _PAPERS.get(code, code))
        template = f" ({row['template']})" if row.get("template") else ""
        yield PaperNeeded(code, name + template, str(row.get("when", "")), entry)


@dataclass(frozen=True, slots=True)
class Change:
    """What begins or ends to hold between two days."""

    shelf: str
    entry: Entry
    is_new: bool
    on: date


def diff(book: Book, first: date, second: date) -> list[Change]:
    """Entries that begin or end to hold in (first, second], by day; the days may stand in either order."""
    since, until = sorted((first, second))
    found = []
    for shelf in (*SHELVES, KINDS):
        for entry in book.shelf(shelf):
            if since < entry.since <= until:
                found.append(Change(shelf, entry, True, entry.since))
            if entry.until is not None and since < entry.until <= until:
                found.append(Change(shelf, entry, False, entry.until))
    return sorted(found, key=lambda change: (change.on, change.shelf, change.is_new, change.entry.id))
