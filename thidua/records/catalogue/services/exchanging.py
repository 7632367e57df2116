"""Verified entries go to other installations and come from them: signed, shown first, taken over by choice."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion
from thidua.kit.files.services import Received
from thidua.kit.refused import Refused, refuse_if
from thidua.records.catalogue import keys, packages, permissions, selectors
from thidua.records.catalogue.models import Overlay, Package, TrustedKey
from thidua.records.catalogue.packages import Item, Named
from thidua.records.catalogue.rows import Ground, loaded, replace, source_of
from thidua.records.catalogue.services.texts import bring_text
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register import services as registering
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.dates import parse_day


@transaction.atomic
def export_overlays(
    overlays: Sequence[Overlay], *, body: Unit, by: Actor, at: datetime, with_files: bool = False
) -> bytes:
    """A signed file with these verified entries and the identities of their documents; the files themselves only when wanted."""
    refuse_if(permissions.why_not_verify(by, body))
    if not overlays:
        raise Refused("Chọn ít nhất một mục để xuất.")
    if any(row.kind != Overlay.Kind.CHECKED or row.withdrawn_at for row in overlays):
        raise Refused("Chỉ xuất mục đã đối chiếu và đang áp dụng.")
    documents = list({row.document_id: row.document for row in overlays}.values())
    place = {document.pk: at_ for at_, document in enumerate(documents)}
    items = [
        Item(
            next(each for each in row.content if each["id"] == row.entry),
            row.name,
            row.place,
            row.note,
            row.stated_by,
            place[row.document_id],
        )
        for row in overlays
    ]
    data = packages.write(items, [_named(each, with_files) for each in documents], sender=body.name, at=at)
    digest = hashlib.sha256(data).hexdigest()
    changes = {"count": len(items), "digest": digest, "files": with_files}
    chain.record("catalogue.export", body, by=by, at=at, text=body.name, changes=changes)
    return data


def _named(document: Document, with_file: bool) -> Named:
    issuer = document.issuer.name if document.issuer else ""
    told = (document.type, document.number, document.title, issuer, document.issued_on)
    rows = FileVersion.objects.filter(file__paper__document=document).order_by("-number", "-pk")
    version = rows.first() if with_file else None
    return Named(*told, version.name, files.read_bytes(version)) if version else Named(*told)


@transaction.atomic
def receive_package(data: bytes, *, body: Unit, by: Actor, at: datetime) -> Package:
    """Keep a package that is whole and signed; the same one again is the one that is there. Nothing is taken over yet."""
    refuse_if(permissions.why_not_verify(by, body))
    found = packages.read(data)
    chain.hold()
    digest = hashlib.sha256(data).hexdigest()
    there = Package.objects.filter(body=body, sha256=digest).first()
    if there is not None:
        return there
    row = Package.objects.create(
        body=body,
        sender=found.sender,
        public=found.public,
        sha256=digest,
        content=data,
        count=len(found.items),
        made_at=found.made_at,
        received_by=by.name[:120],
        at=at,
    )
    changes = {"fingerprint": found.fingerprint, "count": row.count, "digest": digest}
    chain.record("catalogue.receive", row, by=by, at=at, text=str(row), changes=changes)
    return row


@transaction.atomic
def trust_key(public: str, name: str, *, body: Unit, by: Actor, at: datetime) -> TrustedKey:
    """The fingerprint was compared with the sender: packages signed with this key may be taken over from now on."""
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    if not tidy(name):
        raise Refused("Nhập tên nơi gửi.")
    there = TrustedKey.objects.filter(body=body, public=public, withdrawn_at=None).first()
    if there is not None:
        return there
    row = TrustedKey.objects.create(
        body=body, public=public, name=tidy(name)[:200], trusted_by=by.name[:120], at=at
    )
    changes = {"fingerprint": keys.fingerprint(public)}
    chain.record("catalogue.trust", row, by=by, at=at, text=row.name, changes=changes)
    return row


@transaction.atomic
def distrust_key(key: TrustedKey, *, reason: str, by: Actor, at: datetime) -> TrustedKey:
    """Nothing more is taken over from there; what was taken over stays until it is withdrawn."""
    chain.hold()
    row = TrustedKey.objects.select_for_update(of=("self",)).select_related("body").get(pk=key.pk)
    refuse_if(permissions.why_not_verify(by, row.body))
    if row.withdrawn_at:
        raise Refused("Nơi gửi này đã thôi được chấp nhận.")
    if not tidy(reason):
        raise Refused("Nhập lý do.")
    row.withdrawn_at, row.withdrawn_reason = at, tidy(reason)[:300]
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    chain.record("catalogue.distrust", row, by=by, at=at, text=row.name, note=row.withdrawn_reason)
    return row


@transaction.atomic
def take_over(
    package: Package,
    entries: Sequence[str],
    *,
    by: Actor,
    at: datetime,
    received: Mapping[int, Received] | None = None,
) -> list[Overlay]:
    """Lay the chosen entries over the book of the body that received them; those that stand here already change nothing.

    `received`: files of the package by the place of their document, already on the disk. Refused: a signer whom nobody
    accepted, an entry that our book does not take.
    """
    refuse_if(
        permissions.why_not_take_over(
            by, package, set(selectors.trusted_by(by).values_list("public", flat=True))
        )
    )
    chain.hold()
    found = packages.read(bytes(package.content))
    wanted = [each for each in selectors.compared(found, by) if each.item.entry in set(entries)]
    if broken := [each for each in wanted if each.state == "broken"]:
        raise Refused(f"{each.name}: {each.reason}" for each in broken)
    if not wanted:
        raise Refused("Chọn ít nhất một mục để dùng.")
    documents: dict[int, Document] = {}
    laid = []
    for each in (each for each in wanted if each.state != "same"):
        place = each.item.document
        if place not in documents:
            file = (received or {}).get(place)
            documents[place] = _document(each.document, file, package, by, at)
        laid.append(_laid(each.item, documents[place], package, by, at))
    if laid:
        told = "\n".join(f"{row.entry} {row.pk}" for row in laid)
        changes = {"count": len(laid), "digest": hashlib.sha256(told.encode()).hexdigest()}
        chain.record("catalogue.take_over", package, by=by, at=at, text=str(package), changes=changes)
    return laid


def _document(named: Named, file: Received | None, package: Package, by: Actor, at: datetime) -> Document:
    issuer = orgs.search_units(by, named.issuer).filter(name=named.issuer).first() if named.issuer else None
    identity = Identity(named.type, named.number, named.issued_on, issuer, title=named.title)
    if file is not None:
        return bring_text(identity, received=file, body=package.body, by=by, at=at)
    why = f"Dẫn trong {package}"
    return registering.note_paper(identity, near=package.body, why=why, by=by, at=at)


def _laid(item: Item, document: Document, package: Package, by: Actor, at: datetime) -> Overlay:
    book = selectors.book(by.on, package.body)
    content = [*source_of(document, item.row, book), dict(item.row)]
    loaded(content, book, fields={})
    since = parse_day(str(item.row["effective_from"])) or by.on
    ground = Ground(document, item.place, since, note=item.note)
    return replace(
        Overlay.Kind.CHECKED,
        content,
        item.name or item.entry,
        ground,
        body=package.body,
        stated_by=item.stated_by,
        at=at,
        package=package,
    )
