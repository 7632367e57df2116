"""A legal officer, a document with its number, an entry that was checked."""

from datetime import date
from decimal import Decimal

from thidua.law.book import load
from thidua.records.catalogue import services, stated
from thidua.records.catalogue.forms import verify_form
from thidua.records.catalogue.models import Overlay
from thidua.records.orgs.models import RoleHeld, Unit, User
from thidua.records.orgs.tests.factories import SINCE
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import NOW, SYSTEM, entered, identity

DRAFT = "vote.80@2025"
DAY = date(2025, 12, 1)


def legal(user: User, at: Unit) -> User:
    RoleHeld.objects.create(user=user, role="can_bo_phap_che", unit=at, since=SINCE)
    return user


def regulation(body: Unit, number: str = "12/QĐ-SVH") -> Document:
    return entered(identity(number, date(2024, 2, 1), body, "Quy chế xét khen thưởng"), body)


def checked(body: Unit, document: Document, entry: str = DRAFT, **more) -> Overlay:
    facts = {"place": "mục 2", "since": date(2025, 7, 1), "by": SYSTEM, "at": NOW, **more}
    return services.verify_entry(entry, body=body, document=document, **facts)


def own(body: Unit, document: Document, kind: str = "ty_le_phieu", **more) -> Overlay:
    facts = {
        "number": Decimal(75),
        "place": "mục 3",
        "since": date(2024, 2, 1),
        "awards": ["CSTDCS"],
        "by": SYSTEM,
        "at": NOW,
        **more,
    }
    return services.state_own_rule(kind, "Hội đồng Sở bỏ phiếu", body=body, document=document, **facts)


def parts_of(entry: str, typed: dict[str, str] | None = None) -> dict[str, str | list[str]]:
    """The parts of an entry as its form posts them, some of them typed otherwise."""
    form = verify_form(stated.parts(load().by_id[entry], load()))(actor=SYSTEM)
    drawn = {part.name: form[part.name].value() for part in form.parts}
    shown = {name: form.fields[name].prepare_value(value) for name, value in drawn.items()}
    kept = {
        name: str(value)
        for name, value in shown.items()
        if value is not None and value is not False and value != ""
    }
    return {**kept, **(typed or {})}
