"""An entry is compared with its text, part by part."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.law.book import Book, Entry
from thidua.records.catalogue import permissions, selectors, stated
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.refusals import WrongFields
from thidua.records.catalogue.rows import Ground, row_of
from thidua.records.catalogue.services.laying import lay
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date


@transaction.atomic
def verify_entry(
    entry: str,
    *,
    body: Unit,
    document: Document,
    place: str,
    since: date,
    by: Actor,
    at: datetime,
    until: date | None = None,
    corrections: Mapping[str, Any] | None = None,
    name: str = "",
    note: str = "",
) -> Overlay:
    """All that the entry says stands in the document, at that place, from that day on; `corrections` put parts of it right.

    `corrections`: name of a part (`stated.parts`) → its value. What was confirmed is kept whole: a later edition of the
    book does not change it. WrongFields names the part that cannot be so.
    """
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    book = selectors.book(by.on, body)
    old = book.by_id.get(entry)
    if old is None:
        raise Refused("Sách luật không có mục này.")
    ground = Ground(document, place, since, until, note)
    row, corrected = _confirmed(old, ground, dict(corrections or {}), book=book, by=by)
    row["name"] = tidy(name)[:300] or old.name
    changes = {
        "place": [old.cite_text, row["cite"]],
        "since": [old.since, since],
        "corrections": stated.told(corrected),
    }
    shown = row["name"] or selectors.name_of(old, book)
    told = {"book": book, "body": body, "by": by, "at": at, "changes": changes}
    return lay(Overlay.Kind.CHECKED, [row], shown, ground, **told, fields=_fields(old, book))


def _confirmed(
    old: Entry, ground: Ground, typed: Mapping[str, Any], *, book: Book, by: Actor
) -> tuple[dict[str, Any], list[stated.Correction]]:
    """(the entry as it is laid, what was put right)."""
    found = {part.name: part for part in stated.parts(old, book)}
    _refuse_wrong(found, typed)
    said, corrected = stated.corrected(old, list(found.values()), typed)
    row = said | row_of(old.id, old.shelf, ground)
    row |= {
        "note": tidy(ground.note)[:400],
        "partial": False,
        "verify_after": _check_again(old, by.on),
        "promoted": f"{by.name} đối chiếu với {ground.document} ngày {cited_date(by.on)}",
    }
    _refuse_unpaired(row)
    return row, corrected


def _fields(old: Entry, book: Book) -> dict[str, str]:
    """Where a key of the entry is typed."""
    return {".".join(str(step) for step in part.path): part.name for part in stated.parts(old, book)}


def _refuse_wrong(found: Mapping[str, stated.Part], typed: Mapping[str, Any]) -> None:
    wrong = [
        (name, stated.why_not(found[name], value) if name in found else "Mục này không có phần đó để sửa.")
        for name, value in typed.items()
    ]
    if told := [(name, reason) for name, reason in wrong if reason]:
        raise WrongFields(told)


def _refuse_unpaired(row: Mapping[str, Any]) -> None:
    """A share of titles is told by one bound: at least, or more than."""
    for at, condition in enumerate(row.get("conditions", ()) if row["shelf"] == "kinds" else ()):
        if condition.get("rule") == "members_ldtt" and ("min" in condition) == ("over" in condition):
            raise WrongFields([(f"p.conditions.{at}.min", "Nhập một trong hai: ít nhất, hoặc trên.")])


def _check_again(old: Entry, on: date) -> str | None:
    """A change that is still to come will have to be checked; one that has come was checked just now."""
    return old.check_from.isoformat() if old.check_from and on < old.check_from else None
