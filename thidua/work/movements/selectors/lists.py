"""The list of movements: what narrows it, and what is told beside each row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.vn.fold import fold
from thidua.work.movements.models import Exemption, Movement, MovementDocument, Response, State
from thidua.work.movements.selectors.coverage import LAUNCHING, answers_of, asked_of
from thidua.work.movements.selectors.idle import Idle, idle
from thidua.work.movements.selectors.states import states_of, with_facts
from thidua.work.movements.selectors.visible import visible_to

OURS, BELOW = "ta", "duoi"
PARTY = "dang"
LEVELS = [
    ("trung_uong", "Trung ương"),
    ("tinh", "Tỉnh"),
    (PARTY, "Cấp ủy Đảng"),
    ("so_nganh", "Sở, ngành"),
    ("xa", "Huyện, xã"),
    ("don_vi", "Đơn vị"),
    (OURS, "Cơ quan phát động"),
]
STANDINGS = [("roi", "Đã hưởng ứng"), ("chua", "Chưa hưởng ứng"), ("mien", "Có lý do")]


def listed(actor: Actor) -> QuerySet[Movement]:
    """All that the actor sees, with launchers and the facts of the state."""
    return with_facts(visible_to(actor)).select_related("launcher", "body")


def in_words(rows: QuerySet[Movement], text: str) -> QuerySet[Movement]:
    """Movements whose name or launcher holds all the words, marks or not."""
    holds = Q()
    for word in fold(text).split():
        holds &= Q(folded__contains=word) | Q(launcher__folded__contains=word)
    return rows.filter(holds)


def in_years(rows: QuerySet[Movement], years: tuple[int | None, int | None]) -> QuerySet[Movement]:
    """Movements that hold on some day of these years; without a period, those launched in them."""
    since, until = years
    if since:
        rows = rows.filter(Q(until__gt=date(since, 1, 1)) | Q(until=None) & _begun(since))
    if until:
        end = date(until + 1, 1, 1)
        rows = rows.filter(Q(since__lt=end) | Q(since=None) & (Q(launched_on__lt=end) | Q(launched_on=None)))
    return rows


def _begun(year: int) -> Q:
    return Q(since__isnull=False) | Q(launched_on=None) | Q(launched_on__gte=date(year, 1, 1))


def of_level(rows: QuerySet[Movement], code: str, body: Unit | None) -> QuerySet[Movement]:
    """By who launched: a level of the state, a Party committee, or the own body."""
    if code == OURS:
        return rows.filter(launcher__body=body)
    if code == PARTY:
        return rows.filter(launcher__kind=Unit.Kind.PARTY)
    codes = ["huyen", "xa"] if code == "xa" else [code]
    return rows.filter(level__in=codes).exclude(launcher__kind=Unit.Kind.PARTY)


def of_standing(rows: QuerySet[Movement], code: str, body: Unit | None, on: date) -> QuerySet[Movement]:
    """Superiors' movements that the body has answered (through any number of steps), has a reason not to, or neither."""
    if body is None:
        return rows.none()
    asked = asked_of(body, on).order_by().values_list("pk", flat=True)
    answered = set(answers_of([body.pk], list(asked))[body.pk])
    direct = Response.objects.filter(superior=OuterRef("pk"), body=body)
    reason = Exemption.objects.filter(movement=OuterRef("pk"), body=body)
    has = Q(pk__in=answered) | Q(Exists(direct))
    if code == "roi":
        return rows.filter(has)
    if code == "mien":
        return rows.exclude(has).filter(Exists(reason))
    return rows.filter(pk__in=set(asked) - answered).exclude(Exists(reason))


@dataclass(frozen=True)
class Noted:
    """One row of the list with what is told beside it. `standing`: roi, mien, chua, or empty where nothing is asked."""

    movement: Movement
    state: State
    papers: tuple[MovementDocument, ...] = ()
    standing: str = ""
    days: int | None = None
    reasons: tuple[str, ...] = ()
    is_late: bool = False

    @property
    def short_reason(self) -> str:
        """The weightiest reason: a passed day, else the first; without its full stop."""
        late = [reason for reason in self.reasons if reason.startswith("Mốc")]
        first = next(iter([*late, *self.reasons]), "")
        return (first[:1].lower() + first[1:]).rstrip(".")


def noted(rows: Sequence[Movement], actor: Actor, quiet: Sequence[Idle] | None = None) -> list[Noted]:
    """The rows of one page with their notes; a constant number of queries whatever their number.

    `quiet`: what `idle` said of the actor's body, where the page has asked already."""
    if not rows:
        return []
    ids = [row.pk for row in rows]
    states = states_of(rows, actor.on)
    papers: dict[int, list[MovementDocument]] = defaultdict(list)
    for paper in MovementDocument.objects.filter(movement__in=ids, part__in=LAUNCHING).select_related(
        "document"
    ):
        papers[paper.movement_id].append(paper)
    body = actor.body
    standing = _standings(body, actor.on, ids) if body else {}
    if quiet is None:
        quiet = idle(body, actor.on) if body else []
    waiting = {each.movement.pk: each for each in quiet}
    found = []
    for row in rows:
        waits = waiting.get(row.pk)
        days = (actor.on - row.launched_on).days if row.launched_on else None
        found.append(
            Noted(
                row,
                states[row.pk],
                tuple(papers[row.pk]),
                standing.get(row.pk, ""),
                days,
                waits.reasons if waits else (),
                waits.is_late if waits else False,
            )
        )
    return found


def _standings(body: Unit, on: date, ids: Sequence[int]) -> dict[int, str]:
    asked = set(asked_of(body, on).filter(pk__in=ids).order_by().values_list("pk", flat=True))
    answered = answers_of([body.pk], ids)[body.pk]
    reasons = set(Exemption.objects.filter(body=body, movement__in=ids).values_list("movement", flat=True))
    found = dict.fromkeys(asked, "chua")
    found |= dict.fromkeys(reasons, "mien")
    return found | dict.fromkeys(answered, "roi")
