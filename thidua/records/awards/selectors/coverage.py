"""How far back the register is whole: without such a statement an absent line is unknown, not "no"."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.records.awards import kinds
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Statement

_ALL = "awards"


def coverage_code(kind: str = "") -> str:
    """What a statement is about: all awards, or one title or form."""
    return f"{_ALL}:{kind}" if kind else _ALL


def coverage_words(kind: str = "") -> str:
    return f"Sổ khen thưởng: {kinds.names().get(kind, kind)}" if kind else "Sổ khen thưởng"


def coverages(actor: Actor, body: Unit) -> QuerySet[Statement]:
    """Running statements on the body's register, the widest first."""
    return register.coverages(actor, body).filter(Q(what=_ALL) | Q(what__startswith=f"{_ALL}:"))


def covered(actor: Actor, kind: str, since: date, until: date, *, body: Unit) -> Statement | None:
    """The statement by which the register of this kind is whole for all of [since, until)."""
    for code in (coverage_code(), coverage_code(kind)):
        found = register.covering(actor, code, since, until, body=body)
        if found is not None:
            return found
    return None
