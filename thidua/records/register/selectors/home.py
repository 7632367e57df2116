"""What the register has for "Việc của tôi" and for the calendar. Four queries at most: it is asked beside every page."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.waiting import CalendarDay, Waiting
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Consultation, Document, DocumentMove, Entry
from thidua.records.register.selectors.concretising import unconcretised
from thidua.records.register.selectors.consultations import waiting_consultations

PATIENCE = timedelta(days=30)
"""So long a superior's document may wait for a plan of our own before it is named among the work."""
FEW = 5
State = Document.State


def waiting_for(actor: Actor) -> list[Waiting]:
    """Drafts to sign, number or mend, opinions due, superiors' plans without one of ours, papers without a number."""
    body = actor.body
    if body is None or not actor.can(Right.REGISTER_WRITE, body):
        return []
    found = [*_drafts(actor, body), *_opinions(actor), *_superiors_plans(actor, body)]
    unnamed = _without_number(body)[: FEW + 1].count()
    if unnamed:
        figure = f"Hơn {FEW}" if unnamed > FEW else str(unnamed)
        title = f"{figure} văn bản trong sổ chưa có số, có thể là văn bản đã được viện dẫn"
        found.append(
            Waiting(title, "Xem từng cặp rồi nhập làm một hoặc bỏ", reverse("register:matches"), "Đối chiếu")
        )
    return found


def _drafts(actor: Actor, body: Unit) -> Iterator[Waiting]:
    last = DocumentMove.objects.filter(subject=OuterRef("pk")).order_by("-id")
    rows = (
        Document.objects.filter(
            entries__body=body, entries__direction=Entry.Direction.DRAFT, state__in=_IN_WORK, merged_into=None
        )
        .annotate(
            step=Subquery(last.values("step")[:1]),
            moved_at=Subquery(last.values("at")[:1]),
            moved_by=Subquery(last.values("by_name")[:1]),
            why=Subquery(last.values("note")[:1]),
        )
        .order_by("created_at", "pk")[:50]
    )
    issues = actor.can(Right.REGISTER_ISSUE, body)
    for row in rows:
        item = _clerks_part(row) if issues else None
        item = item or _writers_part(row)
        if item:
            yield item


_IN_WORK = [state for state in State if state not in (State.ISSUED, State.DROPPED)]


def _clerks_part(row: Document) -> Waiting | None:
    action = {State.SIGNING: "Ghi đã ký", State.SIGNED: "Cho số, phát hành"}.get(State(row.state))
    if action is None:
        return None
    since = timezone.localdate(row.moved_at) if row.moved_at else None  # type: ignore[attr-defined]
    detail = (
        f"{row.get_state_display()}, {row.moved_by} chuyển đến" if row.moved_by else row.get_state_display()
    )  # type: ignore[attr-defined]
    return Waiting(str(row), detail, reverse("register:document", args=[row.pk]), action, since=since)


def _writers_part(row: Document) -> Waiting | None:
    """Sent back with a reason, or due on a day."""
    url = reverse("register:document", args=[row.pk])
    if row.state == State.DRAFT and row.step == "send_back":  # type: ignore[attr-defined]
        since = timezone.localdate(row.moved_at)  # type: ignore[attr-defined]
        return Waiting(str(row), f"{row.moved_by} trả lại: {row.why}", url, "Sửa dự thảo", row.due_on, since)  # type: ignore[attr-defined]
    if row.due_on is None:
        return None
    return Waiting(str(row), row.get_state_display(), url, "Soạn tiếp", row.due_on)


def _opinions(actor: Actor) -> Iterator[Waiting]:
    for row in waiting_consultations(actor):
        other = row.other.short_name or row.other.name
        asker = row.body.short_name or row.body.name
        if row.way == Consultation.Way.ANSWERED:
            url = reverse("register:document", args=[row.document_id])
            yield Waiting(
                f"Trả lời ý kiến {other}", str(row.document), url, "Ghi ý kiến gửi", row.due_on, row.asked_on
            )
        elif actor.body and row.other.body_id == actor.body.pk:
            url = reverse("register:answer", args=[row.pk])
            yield Waiting(f"Góp ý cho {asker}", str(row.document), url, "Góp ý", row.due_on, row.asked_on)
        else:
            answered = row.answered_on is not None
            title = (
                f"Ý kiến của {other}: chưa ghi tiếp thu hay không"
                if answered
                else f"{other} chưa trả lời ý kiến"
            )
            url = reverse("register:document", args=[row.document_id])
            due = None if answered else row.due_on
            yield Waiting(title, str(row.document), url, "Mở dự thảo", due, row.answered_on or row.asked_on)


def _superiors_plans(actor: Actor, body: Unit) -> Iterator[Waiting]:
    waiting = unconcretised(body, actor.on).filter(asked_on__lte=actor.on - PATIENCE, answer_draft=None)
    for row in waiting[:FEW]:
        issuer = row.issuer.short_name or row.issuer.name if row.issuer else ""
        yield Waiting(
            f"{row} chưa cụ thể hóa",
            f"{issuer}: {row.title}" if row.title else issuer,
            f"{reverse('register:draft')}?thuc_hien={row.pk}",
            f"Lập {'kế hoạch' if row.type != 'nghi_quyet' else 'chương trình'}",
            since=row.asked_on,
        )


def _without_number(body: Unit) -> QuerySet[Document]:
    """Held by the body without number, with a stub of the same issuer and kind that could be it."""
    could_be = Document.objects.filter(
        Q(year=Coalesce(OuterRef("year"), F("year"))) | Q(year=None),
        issuer=OuterRef("issuer"),
        type=OuterRef("type"),
        subject_key=OuterRef("subject_key"),
        is_stub=True,
        merged_into=None,
    ).exclude(number_key="")
    held = Document.objects.filter(entries__body=body, number_key="", state=State.ISSUED, merged_into=None)
    return held.exclude(subject_key="").filter(Exists(could_be))


def calendar(actor: Actor, since: date, until: date) -> list[CalendarDay]:
    """Days of [since, until) of the actor's body: documents that begin or cease to hold, drafts and opinions due."""
    body = actor.body
    if body is None or not actor.can(Right.REGISTER_READ, body):
        return []
    held = Document.objects.filter(entries__body=body, merged_into=None)
    window = (since, until - timedelta(days=1))
    dated = held.filter(
        Q(effective_on__range=window, state=State.ISSUED)
        | Q(expires_on__range=window, state=State.ISSUED)
        | Q(due_on__range=window, state__in=_IN_WORK)
    ).order_by("pk")[:300]
    days: list[CalendarDay] = []
    for row in dated:
        url = reverse("register:document", args=[row.pk])
        told = (
            (row.effective_on, f"{row} có hiệu lực", row.state == State.ISSUED, None),
            (row.expires_on, f"{row} hết hiệu lực", row.state == State.ISSUED, None),
            (row.due_on, f"Hạn soạn: {row}", row.is_draft, False),
        )
        days += [
            CalendarDay(day, text, url, done)
            for day, text, holds, done in told
            if day and holds and since <= day < until
        ]
    for asked in waiting_consultations(actor).filter(due_on__range=window):
        url = reverse("register:document", args=[asked.document_id])
        days.append(CalendarDay(asked.due_on or since, f"Hạn ý kiến: {asked.document}", url, False))
    return sorted(days, key=lambda day: (day.on, day.title))
