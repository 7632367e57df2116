"""What came from other installations: whose it is, what it would change here."""

from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import QuerySet

from thidua.kit.refused import Refused
from thidua.law import wording
from thidua.law.book import KINDS, Book, BookError
from thidua.records.catalogue import packages, stated
from thidua.records.catalogue.models import Overlay, Package, TrustedKey
from thidua.records.catalogue.packages import Item, Named
from thidua.records.catalogue.selectors.books import bodies_of, book, visible_to
from thidua.records.catalogue.selectors.kinds import name_of
from thidua.records.catalogue.stated.conditions import RULES
from thidua.records.orgs.actors import Actor

State = Literal["new", "same", "differs", "broken"]
STATES: dict[State, str] = {
    "new": "Mới",
    "same": "Đã có, giống",
    "differs": "Khác với mục của ta",
    "broken": "Không dùng được",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One entry of a package beside ours; `corrections`: what taking it over would change."""

    item: Item
    document: Named
    name: str
    state: State
    ours: Overlay | None
    corrections: tuple[stated.Correction, ...]
    reason: str = ""

    @property
    def label(self) -> str:
        return STATES[self.state]


def packages_visible_to(actor: Actor) -> QuerySet[Package]:
    """Those that one's own body received, the newest first."""
    rows = Package.objects.defer("content").order_by("-at", "-pk")
    return rows.filter(body=actor.body) if actor.body else rows.none()


def trusted_by(actor: Actor) -> QuerySet[TrustedKey]:
    """Keys that one's own body or one above it accepted, and that still stand."""
    rows = TrustedKey.objects.filter(withdrawn_at=None).select_related("body").order_by("name", "pk")
    return rows.filter(body__in=bodies_of(actor.on, actor.body)) if actor.body else rows.none()


def to_send(actor: Actor) -> QuerySet[Overlay]:
    """Verified entries that stand here and may go to others."""
    rows = visible_to(actor).filter(kind=Overlay.Kind.CHECKED, withdrawn_at=None)
    return rows.select_related("document__issuer").order_by("name", "pk")


def compared(found: packages.Package, actor: Actor) -> list[Compared]:
    """Every entry of a package beside what stands here; nothing is written."""
    assert actor.body is not None, "a package is received by a body"
    held = book(actor.on, actor.body)
    rows = Overlay.objects.filter(body=actor.body, withdrawn_at=None).select_related("document")
    ours = {row.entry: row for row in rows.filter(entry__in=[item.entry for item in found.items])}
    return [
        _compared(item, found.documents[item.document], held, ours.get(item.entry)) for item in found.items
    ]


def _compared(item: Item, document: Named, held: Book, ours: Overlay | None) -> Compared:
    name = item.name or item.entry
    if ours is not None and _row(ours) == dict(item.row):
        return Compared(item, document, name, "same", ours, ())
    try:
        laid = readable(item, document, held)
    except Refused as no:
        return Compared(item, document, name, "broken", ours, (), " ".join(no.reasons))
    now = laid.by_id[item.entry]
    was = held.by_id.get(item.entry)
    corrections: list[stated.Correction] = []
    if was is not None and was.shelf == now.shelf:
        parts = stated.parts(was, held)
        values = {part.name: part.value for part in stated.parts(now, laid)}
        typed = {part.name: values[part.name] for part in parts if part.name in values}
        corrections = stated.corrected(was, [part for part in parts if part.name in typed], typed)[1]
    return Compared(
        item, document, name_of(now, laid), "differs" if ours else "new", ours, tuple(corrections)
    )


def _row(overlay: Overlay) -> dict[str, Any]:
    return next((dict(row) for row in overlay.content if row["id"] == overlay.entry), {})


def readable(item: Item, document: Named, held: Book) -> Book:
    """Our book with the entry laid over it, told once in words: what cannot be told would break pages. Refused says why."""
    source = {
        "id": "vb.goi",
        "shelf": "sources",
        "number": document.number,
        "name": document.title or document.number,
        "cite": document.number,
        "status": "confirmed",
        "effective_from": item.row.get("effective_from"),
    }
    known = {str(entry.data["number"]).partition(" (")[0] for entry in held.shelf("sources")}
    rows = [dict(item.row)] if document.number in known else [source, dict(item.row)]
    try:
        laid = held.with_overlays(rows)
        entry = laid.by_id[item.entry]
        wording.told(entry, laid)
        if entry.shelf == KINDS:
            wording.clauses(entry.data.get("conditions", ()), laid)
        stated.parts(entry, laid)
    except BookError as fault:
        raise Refused(f"Sách luật ở đây không nhận: {fault.what}.") from fault
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise Refused("Nội dung không đọc được ở đây.") from fault
    was = held.by_id.get(item.entry)
    if was is not None and was.shelf != entry.shelf:
        raise Refused("Mục cùng mã ở đây thuộc phần khác của sách.")
    if entry.is_draft:
        raise Refused("Mục không dẫn được văn bản của nó.")
    if unknown := _unknown_rules(entry.data.get("conditions", ()) if entry.shelf == KINDS else ()):
        raise Refused(f"Điều kiện không có ở đây: {', '.join(unknown)}. Cập nhật phần mềm trước.")
    return laid


def _unknown_rules(rows: Any) -> list[str]:
    found: list[str] = []
    for row in rows:
        whole = next((row[name] for name in ("any", "all") if name in row), None)
        if whole is not None:
            found += _unknown_rules(whole)
        elif row["rule"] not in RULES:
            found.append(str(row["rule"]))
    return found
