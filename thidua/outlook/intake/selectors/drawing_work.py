"""Cards of what becomes work: movements, duties, meetings, statements, plans; each says what will be written, and where."""

from collections.abc import Sequence
from datetime import date

from thidua.kit.ui.wording import day, weekday
from thidua.outlook.intake import offices, planning, wording
from thidua.outlook.intake.answers import answers_told
from thidua.outlook.intake.identities import Fact, day_of
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.selectors.card import Badge, Card, Line
from thidua.records.meetings.models import Meeting
from thidua.records.register.nil import Matter
from thidua.vn.periods import parse
from thidua.work.movements.models import Milestone
from thidua.work.programme import deadlines
from thidua.work.programme.selectors import Assignee

_LOW = Badge("gap", "Độ tin cậy thấp")


def task(row: Proposal, who: Assignee | None, issued_on: date | None) -> Card:
    """`who`: whom the programme knows by the printed name."""
    fact = row.fact
    read, printed = day_of(fact, "deadline"), fact.get("deadline_text") or ""
    due = deadlines.propose(printed, deadlines.Context(issued_on))
    lines = [Line(str(fact.get("action") or ""))]
    if fact.get("cooperate"):
        lines.append(Line(f"Phối hợp: {fact['cooperate']}"))
    if printed and due.on is None and read is None:
        lines.append(Line(f"In “{printed}”: chưa rõ ngày nào, để mở.", waits=not row.written))
    tags = [Badge("info", "Giao" if fact.get("binding", True) else "Đề nghị", "")]
    set_by_hand = row.edited is not None and row.edited.get("deadline") != row.proposed.get("deadline")
    on = read if set_by_hand else due.on
    facts = {
        "Giao cho": _assignee(fact, who),
        "Thời hạn in": f"“{printed}”" if printed else "",
        "Hạn sẽ ghi": weekday(on) if set_by_hand or on is None else f"{weekday(on)}. {due.reason}",
        "Căn cứ": ", ".join(fact.get("basis") or []),
    }
    return Card(
        row,
        fact.get("assignee") or ("Cơ quan" if fact.get("of_body") else "Chưa rõ ai làm"),
        label=f"N{row.position}",
        tags=(*tags, _LOW) if row.is_low else tuple(tags),
        when=f"hạn {day(on)}" if on else "",
        lines=tuple(lines),
        facts=_pairs(facts),
    )


def _assignee(fact: Fact, who: Assignee | None) -> str:
    if fact.get("of_body") and not fact.get("assignee"):
        return "Việc của cơ quan, không giao riêng ai"
    if who is None or not fact.get("assignee"):
        return ""
    if who.all_staff:
        return "Toàn thể cơ quan"
    named = [who.person.full_name if who.person else "", who.role_text, who.unit.name if who.unit else ""]
    known = ", ".join(dict.fromkeys(part for part in named if part))
    return known or "Ghi như in, chưa khớp đơn vị hay người nào"


def movement(row: Proposal) -> Card:
    fact = row.fact
    told = wording.movement_line(fact)
    lines = [Line(told)] if told else []
    printed = fact.get("launcher") or ""
    if printed and not offices.the_one(printed):
        lines.append(
            Line(f"Nơi phát động in “{printed}”: nhiều nơi, để trống. Sửa nếu biết.", waits=not row.written)
        )
    if fact.get("role") == row.proposed.get("role"):
        lines += [Line(text) for text in dict.fromkeys(answers_told(fact))]
    return Card(row, f"“{fact.get('name') or ''}”", tags=(_LOW,) if row.is_low else (), lines=tuple(lines))


def attendance(row: Proposal, told_of: int) -> Card:
    """`told_of`: how many documents the section cites."""
    fact = row.fact
    held, period = day_of(fact, "held_on"), fact.get("period") or ""
    kind = fact.get("kind") or ""
    words = [str(Meeting.Kind(kind).label)] if kind in Meeting.Kind.values else []
    words += ["lồng ghép"] if fact.get("is_folded_into") else []
    lines = (
        [Line(wording.attendance_line(fact)), Line(" · ".join(words))]
        if words
        else [Line(wording.attendance_line(fact))]
    )
    if fact.get("same_as"):
        lines.append(
            Line(
                f"Cùng cuộc họp với mục thứ {fact['same_as']}: cùng số người, cùng cách gọi. Ghi một cuộc; sửa nếu là hai.",
                waits=not row.written,
            )
        )
    elif held is None and not period:
        lines.append(Line("Không in ngày họp. Sửa, nhập ngày rồi mới ghi được.", waits=not row.written))
    facts = {
        "Ngày": weekday(held) if held else (f"Chưa rõ, trong {period}" if period else ""),
        "Chủ đề": ", ".join(wording.topic(code) for code in fact.get("topics") or ()),
        "Văn bản được triển khai": f"{told_of} văn bản viện dẫn ở mục {fact.get('section')}"
        if told_of
        else "",
    }
    tags = (_LOW,) if row.is_low else ()
    return Card(row, str(fact.get("event") or "Cuộc họp"), tags=tags, lines=tuple(lines), facts=_pairs(facts))


def nil(row: Proposal) -> Card:
    fact = row.fact
    matter = str(fact.get("matter") or "")
    title = str(Matter(matter).label) if matter in Matter.values else "Chưa rõ việc gì"
    lines = [Line(f"“{fact.get('printed') or ''}”")]
    period = parse(fact.get("period") or "")
    if period is None:
        lines.append(Line("Chưa rõ kỳ nào. Sửa, nhập kỳ rồi mới ghi được.", waits=not row.written))
    return Card(
        row,
        f"{title}: không phát sinh",
        when=period.printed if period else "",
        tags=(_LOW,) if row.is_low else (),
        lines=tuple(lines),
    )


def drafted(row: Proposal) -> Card:
    fact = row.fact
    facts = {"Loại văn bản": fact.get("type") or "", "Chủ đề": wording.topic(fact.get("topic") or "")}
    return Card(
        row,
        str(fact.get("title") or ""),
        lines=(Line("Ghi thành dự thảo của cơ quan."),),
        facts=_pairs(facts),
    )


def planned(row: Proposal, proposals: Sequence[Proposal]) -> Card:
    fact = row.fact
    kind = planning.milestone_of(fact)
    near = planning.movements_near(fact, proposals) if kind else ()
    names = "; ".join(f"“{each.fact.get('name')}”" for each in near)
    said = (
        f"Ghi thành mốc {Milestone.Kind(kind).label.lower()} của {names}."
        if near
        else "Ghi thành việc của cơ quan."
    )
    printed = str(fact.get("deadline_text") or "")
    lines = (Line(str(fact.get("action") or "")), Line(said))
    return Card(
        row,
        "Dự kiến",
        when=printed,
        lines=lines,
        facts=_pairs({"Thời gian in": f"“{printed}”" if printed else ""}),
    )


def _pairs(facts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in facts.items() if value)
