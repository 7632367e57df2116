"""Every kind of workbook that can be loaded, as its app says it."""

from thidua.kit.sheets.loading import Loading
from thidua.records.awards.sheets import AwardsLoading
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.sheets import PeopleLoading, UnitsLoading
from thidua.records.staff.sheets import DisciplineLoading, RatingsLoading
from thidua.work.initiatives.sheets import InitiativesLoading

LOADINGS: tuple[Loading, ...] = (
    UnitsLoading(),
    PeopleLoading(),
    AwardsLoading(),
    RatingsLoading(),
    DisciplineLoading(),
    InitiativesLoading(),
)
"""In the order in which an office fills its registers."""
BY_CODE = {loading.layout.code: loading for loading in LOADINGS}


def of(code: str) -> Loading:
    """KeyError for a code that no app says."""
    return BY_CODE[code]


def open_to(actor: Actor, body: Unit | None) -> list[Loading]:
    """Those that the actor may load for the body."""
    return [loading for loading in LOADINGS if not loading.why_not(actor, body)] if body else []


def label_of(code: str) -> str:
    return BY_CODE[code].layout.label if code in BY_CODE else code


def choices() -> list[tuple[str, str]]:
    return [(loading.layout.code, loading.layout.label) for loading in LOADINGS]
