"""What is laid over the book, row by row: loaded first by the book's own loader, then kept with its document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thidua.law.book import Book, BookError
from thidua.law.citations import bare
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.refusals import WrongFields
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document

REPLACED = "Thay bằng lần ghi mới."
_FIELD_OF = {"effective_from": "since", "effective_to": "until", "cite": "place", "number": "document"}
"""What the loader complains of → the field in which it is mended."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where it is written and from when to when it holds; `until` is the last day."""

    document: Document
    place: str
    since: date
    until: date | None = None
    note: str = ""


def row_of(entry: str, shelf: str, ground: Ground) -> dict[str, Any]:
    """What every laid entry says of itself."""
    wrong = []
    if not ground.document.number:
        said = "Văn bản chưa có số. Ghi số của văn bản trong sổ trước khi đối chiếu."
        wrong.append(("document", said))
    if not tidy(ground.place):
        wrong.append(("place", "Nhập điều, khoản của văn bản."))
    if ground.until is not None and ground.until < ground.since:
        wrong.append(("until", "Ngày hết hiệu lực đứng trước ngày có hiệu lực. Kiểm tra lại hai ngày."))
    if wrong:
        raise WrongFields(wrong)
    return {
        "id": entry,
        "shelf": shelf,
        "status": "confirmed",
        "cite": f"{ground.document.number}, {tidy(ground.place)}",
        "effective_from": ground.since.isoformat(),
        "effective_to": ground.until.isoformat() if ground.until else None,
    }


def loaded(content: Sequence[Mapping[str, Any]], book: Book, *, fields: Mapping[str, str]) -> Book:
    """The book with these rows laid over it; what its loader says no to comes back beside the field (`fields`: key → field)."""
    try:
        laid = book.with_overlays(content)
    except BookError as fault:
        known = {**_FIELD_OF, **fields}
        field = next((name for key, name in known.items() if key in fault.what), "")
        raise WrongFields([(field, f"Chưa ghi được: {fault.what}.")]) from fault
    row = next(each for each in content if each["shelf"] != "sources")
    if laid.by_id[row["id"]].is_draft:
        said = "Mục chưa dẫn được văn bản này. Kiểm tra lại số của văn bản, điều, khoản."
        raise WrongFields([("place", said)])
    return laid


def replace(
    kind: str,
    content: Sequence[Mapping[str, Any]],
    name: str,
    ground: Ground,
    *,
    body: Unit,
    stated_by: str,
    at: datetime,
    **more: Any,
) -> Overlay:
    """The row, in the place of the one before; the caller leaves the line."""
    entry = next(row["id"] for row in content if row["shelf"] != "sources")
    before = Overlay.objects.filter(body=body, entry=entry, withdrawn_at=None)
    before.update(withdrawn_at=at, withdrawn_reason=REPLACED)
    return Overlay.objects.create(
        body=body,
        kind=kind,
        entry=entry,
        name=name[:300],
        content=list(content),
        document=ground.document,
        place=tidy(ground.place)[:120],
        note=tidy(ground.note)[:400],
        stated_by=stated_by[:120],
        at=at,
        **more,
    )


def source_of(document: Document, row: Mapping[str, Any], book: Book) -> list[dict[str, Any]]:
    """The document as a text of the book, where the book does not know it yet."""
    return source_named(
        f"vb.{document.pk}",
        document.number,
        document.title or str(document),
        document.issuer.name if document.issuer else "",
        document.issued_on,
        row=row,
        book=book,
    )


def source_named(
    key: str,
    number: str,
    title: str,
    issuer: str,
    issued_on: date | None,
    *,
    row: Mapping[str, Any],
    book: Book,
) -> list[dict[str, Any]]:
    """The same of a document that is only named."""
    known = {bare(str(entry.data["number"])) for entry in book.shelf("sources")}
    if number in known:
        return []
    return [
        {
            "id": key,
            "shelf": "sources",
            "number": number,
            "name": title or number,
            "issuer": issuer,
            "issued_on": issued_on.isoformat() if issued_on else None,
            "cite": number,
            "status": "confirmed",
            "effective_from": row["effective_from"],
            "effective_to": None,
        }
    ]
