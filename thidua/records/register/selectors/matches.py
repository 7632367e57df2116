"""What two papers in the register probably have to do with each other, with reasons, for a person to confirm.

"same": this file or numberless document seems to be that stub. "implements": this lower document seems to implement
that superior's. Candidates are narrowed by issuer, kind and year in the database, then compared word by word: the work
is bounded whatever the size of the register.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import F, Q, QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.identity import Identity
from thidua.records.register.kinds import ANSWERS_A_PLAN, ASKS_FOR_A_PLAN
from thidua.records.register.models import Citation, Dismissal, Document
from thidua.records.register.selectors.visible import visible_to
from thidua.records.register.subject import (
    Subject,
    compare,
    names_of,
    subject_key,
    subject_of,
    years_clash,
)
from thidua.vn.documents import type_name
from thidua.vn.fold import fold

CANDIDATES = 300
"""At most so many documents are compared with one."""
RECENT, MANY = 60, 600
ANSWER_DAYS = 400
"""A plan that comes later than this after the superior's is not proposed as its answer."""
_SAME_FROM, _IMPLEMENTS_FROM, _SAYS_SOMETHING, _AS_GOOD = 0.75, 0.6, 0.9, 0.06

_PAIRS = 10
_ANSWERING = (Citation.Relation.IMPLEMENTS, Citation.Relation.ANSWERS)
_LEVELS = list(Unit.Level)


@dataclass(frozen=True)
class Match:
    """`left` is None where the left side is the identity asked about, which has no row yet."""

    kind: Literal["same", "implements"]
    left: Document | None
    right: Document
    reasons: tuple[str, ...]
    score: float


def for_identity(identity: Identity, *, actor: Actor, text: str = "") -> list[Match]:
    """Proposals for a file that is being read: which known document it seems to be, which superior's it implements,
    and, when it seems to be a known one, which lower documents implement that. Best first."""
    side = _Side.of_identity(identity)
    same = _same(side, actor) if side.title and not (identity.key and identity.issued_on) else []
    found = same + _upward(side, actor, fold(text))
    if len(same) == 1:
        found += _downward(_Side.of_document(same[0].right), actor)
    return _open_ones(found)


def for_document(document: Document, *, actor: Actor) -> list[Match]:
    """Proposals for a document of the register; what is linked already or was turned down is left out."""
    side = _Side.of_document(document)
    found: list[Match] = []
    if not (document.number_key and document.issued_on) or document.is_stub:
        found += _same(side, actor)
    if document.state != Document.State.DROPPED:
        found += _upward(side, actor, "") + _downward(side, actor)
    return _open_ones(found)


def waiting(actor: Actor) -> list[Match]:
    """All proposals for the body that the actor works in: its papers without a number, its plans of the last year
    that implement nothing yet. Six queries; at most RECENT papers against MANY."""
    body = actor.body
    if body is None:
        return []
    seen = visible_to(actor).select_related("issuer")
    unnamed = seen.filter(entries__body=body, number_key="", state=Document.State.ISSUED, is_stub=False)
    stubs = seen.filter(is_stub=True).exclude(number_key="")
    linked = Citation.objects.filter(relation__in=_ANSWERING).values("source")
    since = actor.on - timedelta(days=ANSWER_DAYS)
    ours = seen.filter(Q(issued_on__gte=since) | Q(issued_on=None, state__in=_drafting())).filter(
        issuer__body=body, type__in=ANSWERS_A_PLAN
    )
    above = seen.filter(_above(body), type__in=ASKS_FOR_A_PLAN, state=Document.State.ISSUED).filter(
        issued_on__gte=since - timedelta(days=ANSWER_DAYS)
    )
    lefts = [_Side.of_document(row) for row in _newest(unnamed, RECENT)]
    rights = [_Side.of_document(row) for row in _newest(stubs, MANY)] if lefts else []
    found = [match for left in lefts for match in _best_of_pairs(left, rights, _pair_same)]
    lowers = [_Side.of_document(row) for row in _newest(ours.exclude(pk__in=linked), RECENT)]
    uppers = [_Side.of_document(row) for row in _newest(above, MANY)] if lowers else []
    found += [match for lower in lowers for match in _best_of_pairs(lower, uppers, _pair_answer)]
    return _open_ones(found)


def _best_of_pairs(
    side: "_Side", others: list["_Side"], weigh: Callable[["_Side", "_Side"], Match | None]
) -> list[Match]:
    mine = {word for word, _ in side.subject.words if "_" in word}
    likely = [
        other
        for other in others
        if mine & {word for word, _ in other.subject.words} or other.number_key in side.subject.cited
    ]
    return _best([match for other in likely if (match := weigh(side, other))])


def _pair_same(left: "_Side", right: "_Side") -> Match | None:
    assert right.document is not None
    one_issuer = left.issuer is None or right.issuer is None or left.issuer == right.issuer
    one_kind = not left.type or not right.type or left.type == right.type
    one_day = not left.issued_on or not right.issued_on or left.issued_on == right.issued_on
    one_year = not left.year or not right.year or left.year == right.year
    return _weigh_same(left, right.document) if one_issuer and one_kind and one_day and one_year else None


def _pair_answer(lower: "_Side", upper: "_Side") -> Match | None:
    if upper.issued_on is None or (lower.issued_on and not _in_time(upper.issued_on, lower.issued_on)):
        return None
    return _weigh_answer(lower, upper, "")


def _in_time(asked: date, answered: date) -> bool:
    return asked <= answered <= asked + timedelta(days=ANSWER_DAYS)


@dataclass(frozen=True)
class _Side:
    """One side of a comparison: a document of the register or an identity that is none yet."""

    document: Document | None
    type: str
    number_key: str
    issuer: Unit | None
    issued_on: date | None
    year: int | None
    title: str

    @classmethod
    def of_identity(cls, identity: Identity) -> "_Side":
        return cls(
            None,
            identity.type_code,
            identity.key,
            identity.issuer,
            identity.issued_on,
            identity.known_year,
            identity.title,
        )

    @classmethod
    def of_document(cls, row: Document) -> "_Side":
        return cls(row, row.type, row.number_key, row.issuer, row.issued_on, row.year, row.title)

    @property
    def subject(self) -> Subject:
        return subject_of(self.title)

    @property
    def work_years(self) -> tuple[int, int] | None:
        """The years in which it can have been issued, as far as is known."""
        if self.year:
            return self.year, self.year
        years = self.subject.years
        return (years[0] - 1, years[1]) if years else None


def _same(side: _Side, actor: Actor) -> list[Match]:
    rows = visible_to(actor).filter(state=Document.State.ISSUED).select_related("issuer")
    if side.document is not None:
        rows = rows.exclude(pk=side.document.pk)
        rows = (
            rows.filter(is_stub=False, number_key="") if side.document.is_stub else rows.filter(is_stub=True)
        )
    rows = rows.filter(Q(issuer=side.issuer) | Q(issuer=None)) if side.issuer else rows.filter(issuer=None)
    if side.type:
        rows = rows.filter(type__in=[side.type, ""])
    if side.number_key:
        rows = rows.filter(number_key__in=[side.number_key, ""])
    if side.issued_on:
        rows = rows.filter(Q(issued_on=side.issued_on) | Q(issued_on=None))
    if side.work_years:
        rows = rows.filter(Q(year__range=side.work_years) | Q(year=None))
    found = [match for row in _likely(rows, side) if (match := _weigh_same(side, row))]
    return _best(found)


def _weigh_same(side: _Side, row: Document) -> Match | None:
    other = _Side.of_document(row)
    if years_clash(side.subject, other.subject, left_year=side.year, right_year=other.year):
        return None
    likeness = compare(side.subject, other.subject, names_of(_names(side.issuer)))
    same_key = subject_key(side.title, side.type) == subject_key(row.title, row.type) != ""
    score = 1.0 if same_key else likeness.score
    if likeness.clash or score < _SAME_FROM or not (same_key or likeness.shared >= _SAYS_SOMETHING):
        return None
    reasons = ["cùng nơi ban hành" if row.issuer_id else "chưa rõ nơi ban hành"]
    if side.type and side.type == row.type:
        reasons.append(f"cùng là {type_name(side.type).lower()}")
    reasons += [_likeness_in_words(score), *_years_in_words(side, other)]
    left, right = (row, side.document) if side.document and side.document.is_stub else (side.document, row)
    assert right is not None
    return Match("same", left, right, tuple(reasons), round(score, 2))


def _upward(side: _Side, actor: Actor, text: str) -> list[Match]:
    """Superiors' documents that `side` seems to implement."""
    if side.issuer is None or side.type not in ANSWERS_A_PLAN:
        return []
    day = side.issued_on or actor.on
    rows = (
        visible_to(actor)
        .filter(_above(side.issuer), type__in=ASKS_FOR_A_PLAN, state=Document.State.ISSUED)
        .filter(issued_on__range=(day - timedelta(days=ANSWER_DAYS), day))
        .select_related("issuer")
    )
    found = [
        match for row in _likely(rows, side) if (match := _weigh_answer(side, _Side.of_document(row), text))
    ]
    return _best(found)


def _downward(side: _Side, actor: Actor) -> list[Match]:
    """Lower documents that seem to implement `side`; of several for one issuer the best."""
    if (
        side.issuer is None
        or side.document is None
        or side.issued_on is None
        or side.type not in ASKS_FOR_A_PLAN
    ):
        return []
    days = (side.issued_on, side.issued_on + timedelta(days=ANSWER_DAYS))
    rows = (
        visible_to(actor)
        .filter(issuer__path__startswith=side.issuer.path, type__in=ANSWERS_A_PLAN)
        .exclude(issuer__body=side.issuer.body_id or side.issuer.pk)
        .filter(Q(issued_on__range=days) | Q(issued_on=None, state__in=_drafting()))
        .select_related("issuer")
    )
    best: dict[int | None, Match] = {}
    for row in _likely(rows, side):
        match = _weigh_answer(_Side.of_document(row), side, "")
        if match and (row.issuer_id not in best or match.score > best[row.issuer_id].score):
            best[row.issuer_id] = match
    return sorted(best.values(), key=lambda match: -match.score)


def _weigh_answer(lower: _Side, upper: _Side, text: str) -> Match | None:
    """The match "lower implements upper", or None."""
    assert upper.document is not None
    if years_clash(lower.subject, upper.subject, left_year=lower.year, right_year=upper.year):
        return None
    named = upper.number_key and (
        upper.number_key in lower.subject.cited or _named_in(upper.number_key, text)
    )
    likeness = compare(lower.subject, upper.subject, names_of(_names(lower.issuer, upper.issuer)))
    alike = likeness.score >= _IMPLEMENTS_FROM and likeness.shared >= _SAYS_SOMETHING and not likeness.clash
    if not alike and upper.number_key not in lower.subject.cited:
        return None
    score = 1.0 if upper.number_key in lower.subject.cited else likeness.score
    reasons = []
    if named:
        reasons.append(f"văn bản nêu số {upper.document.number}")
    if alike:
        reasons.append(_likeness_in_words(likeness.score))
    reasons += _years_in_words(lower, upper)
    if lower.issued_on and upper.issued_on:
        days = (lower.issued_on - upper.issued_on).days
        reasons.append(f"ban hành sau {days} ngày" if days else "ban hành cùng ngày")
    if upper.issuer:
        reasons.append(f"{upper.issuer.short_name or upper.issuer.name} là cấp trên")
    return Match("implements", lower.document, upper.document, tuple(reasons), round(score, 2))


def _above(issuer: Unit) -> Q:
    """Offices above in the tree with their rooms and councils, and outside ones of a higher level."""
    ids = [int(part) for part in issuer.path.split("/") if part]
    own = issuer.body_id or issuer.pk
    higher = _LEVELS[: _LEVELS.index(Unit.Level(issuer.level))]
    in_tree = Q(issuer__body__in=ids) & ~Q(issuer__body=own)
    return in_tree | Q(issuer__is_outside=True, issuer__level__in=higher)


def _likely(rows: QuerySet[Document], side: _Side) -> list[Document]:
    """Rows that share two neighbouring words with the side's title, or that it names by number; the newest, so many at most."""
    pairs = [(weight, word) for word, weight in side.subject.words if "_" in word]
    heaviest = [word.replace("_", " ") for _, word in sorted(pairs, reverse=True)[:_PAIRS]]
    alike = Q(number_key__in=side.subject.cited)
    if side.number_key:
        alike |= Q(title__icontains=side.document.number if side.document else side.number_key)
    for words in heaviest:
        alike |= Q(subject_key__contains=words)
    if not heaviest and side.title:
        alike |= Q(subject_key=subject_key(side.title, side.type))
    return _newest(rows.filter(alike), CANDIDATES)


def _newest(rows: QuerySet[Document], most: int) -> list[Document]:
    return list(rows.order_by(F("issued_on").desc(nulls_last=True), "-pk")[:most])


def _best(found: list[Match]) -> list[Match]:
    """The best, and what is as good."""
    found.sort(key=lambda match: -match.score)
    return [match for match in found if found[0].score - match.score < _AS_GOOD][:3]


def _drafting() -> list[str]:
    return [state for state in Document.State if state not in (Document.State.ISSUED, Document.State.DROPPED)]


def _open_ones(found: list[Match]) -> list[Match]:
    """Without pairs that are linked already or were turned down; two queries."""
    ids = {match.left.pk for match in found if match.left} | {match.right.pk for match in found}
    linked = set(
        Citation.objects.filter(source__in=ids, target__in=ids)
        .exclude(relation=Citation.Relation.CITES)
        .values_list("source", "target")
    )
    refused = set(Dismissal.objects.filter(left__in=ids, right__in=ids).values_list("kind", "left", "right"))
    return [
        match
        for match in found
        if match.left is None
        or (
            (match.left.pk, match.right.pk) not in linked
            and (match.kind, match.left.pk, match.right.pk) not in refused
        )
    ]


def _names(*units: Unit | None) -> Iterable[str]:
    return [name for unit in units if unit for name in (unit.name, unit.short_name)]


def _named_in(key: str, folded_text: str) -> bool:
    return bool(folded_text) and f" {key} " in f" {folded_text} "


def _likeness_in_words(score: float) -> str:
    return "trích yếu giống nhau" if score >= 0.995 else f"trích yếu giống {round(score * 100)}%"


def _years_in_words(left: _Side, right: _Side) -> list[str]:
    mine, other = left.subject.years, right.subject.years
    if not mine or not other or mine != other:
        return []
    return [f"cùng năm {mine[0]}" if mine[0] == mine[1] else f"cùng giai đoạn {mine[0]} - {mine[1]}"]
