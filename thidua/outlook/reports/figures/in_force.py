"""Which documents hold in a stretch of time, asked of the database; the same for every list of a report."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from thidua.records.register.kinds import NORMATIVE
from thidua.records.register.models import Citation, Document, Topic
from thidua.vn.documents import DOCUMENT_TYPES, rank_of
from thidua.vn.periods import Period

LASTING = NORMATIVE | frozenset(
    [
        "nghi_quyet",
        "nghi_quyet_lien_tich",
        "chi_thi",
        "ket_luan",
        "quyet_dinh",
        "quy_dinh",
        "quy_che",
        "quy_che_phoi_hop",
        "dieu_le",
        "noi_quy",
        "huong_dan",
        "huong_dan_lien_tich",
        "van_ban_hop_nhat",
    ]
)
"""Kinds that hold until something ends them."""
PLANS = frozenset(
    [
        "ke_hoach",
        "ke_hoach_lien_tich",
        "ke_hoach_phoi_hop",
        "chuong_trinh",
        "chuong_trinh_hanh_dong",
        "chuong_trinh_phoi_hop",
        "de_an",
        "du_an",
        "phuong_an",
        "the_le",
    ]
)
"""Kinds that hold for the years that their title names; without years, until LONG_AGO."""
MOMENTARY = frozenset(kind.code for kind in DOCUMENT_TYPES) - LASTING - PLANS
"""Letters, notices, reports: they speak on their day."""
LONG_AGO = 2
_PARTY = (rank_of("Chỉ thị", "34-CT/TW"), rank_of("Công văn", "1057-CV/TU"))


def issued_in(period: Period) -> Q:
    return Q(issued_on__gte=period.since, issued_on__lt=period.until)


def holds_in(period: Period) -> Q:
    """Holds on some day of the period: begun before its end, not ended, not replaced, its years not over.

    A superior Party committee's letter directs, and holds like its other papers. A plan without years that is about the
    direction of this work (it carries out a standing paper) holds like what it carries out.
    """
    return _begun(period) & _kept(period) & ~Q(Exists(_replaced(period.since)))


def _begun(period: Period) -> Q:
    dated = Q(issued_on__lt=period.until) & (Q(effective_on=None) | Q(effective_on__lt=period.until))
    by_year = Q(issued_on=None, year__lte=period.last.year)
    by_title = Q(issued_on=None, year=None, first_year__lte=period.last.year)
    return dated | by_year | by_title


def _kept(period: Period) -> Q:
    first = period.since.year
    not_ended = Q(expires_on=None) | Q(expires_on__gt=period.since)
    in_its_years = Q(last_year=None) | Q(last_year__gte=first)
    lasting = Q(type__in=NORMATIVE) | Q(type__in=LASTING) & in_its_years
    directing = Q(rank__in=_PARTY) & ~Q(type__in=PLANS) & in_its_years
    silent = Q(last_year=None) & (Q(topic=Topic.DIRECTION) | Q(issued_on__gte=_long_before(period.since)))
    plans = Q(type__in=PLANS) & (Q(last_year__gte=first) | silent)
    unknown_kind = Q(type="") & (Q(last_year__gte=first) | Q(last_year=None, issued_on__gte=period.since))
    of_the_day = Q(type__in=MOMENTARY, issued_on__gte=period.since)
    return not_ended & (lasting | directing | plans | unknown_kind | of_the_day)


def _long_before(day: date) -> date:
    return date(day.year - LONG_AGO, 1, 1)


def _replaced(since: date):
    """An issued document replaced it before the period began."""
    return Citation.objects.filter(
        target=OuterRef("pk"),
        relation=Citation.Relation.REPLACES,
        source__state=Document.State.ISSUED,
        source__issued_on__lt=since,
    )
