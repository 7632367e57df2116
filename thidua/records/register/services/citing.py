"""The graph: what names, implements, replaces what; stubs and how they become one with what is held."""

from dataclasses import replace as changed
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.register import permissions, rows, selectors
from thidua.records.register.identity import Identity
from thidua.records.register.kinds import NORMATIVE
from thidua.records.register.models import Citation, Consultation, Dismissal, Document, Exemption
from thidua.vn.dates import cited_date

_REPLACES = Citation.Relation.REPLACES
_BOTH_WAYS = {Citation.Relation.IMPLEMENTS, Citation.Relation.REPLACES, Citation.Relation.AMENDS}


@transaction.atomic
def cite(
    source: Document,
    target: Identity | Document,
    *,
    relation: str = Citation.Relation.CITES,
    printed: str = "",
    reason: str = "",
    origin: str = Document.Origin.CITED,
    by: Actor,
    at: datetime,
) -> Citation:
    """Note that `source` names `target`. An identity finds its document or makes a stub; a second time changes nothing.

    What replaces another ends its validity on the day from which it holds itself, where that day is known.
    """
    refuse_if(permissions.why_not_edit(by, source))
    chain.hold()
    named = _found_or_stub(source, target, origin, by, at) if isinstance(target, Identity) else target
    return _link(source, named, relation, printed, reason, by, at)


def _found_or_stub(source: Document, target: Identity, origin: str, by: Actor, at: datetime) -> Document:
    body = permissions.writing_body(by, source) or (source.issuer.body if source.issuer else None)
    near = source.issuer or body
    if not target.key and not target.title.strip():
        raise Refused("Văn bản được viện dẫn phải có số hoặc có tên.")
    if target.issued_on and target.issued_on > by.on:
        target = changed(target, issued_on=None, year=None)
    assert near is not None
    document = selectors.find(target, near=near)
    if document is None:
        document = rows.make(target, origin=origin, at=at, is_stub=True)
        document.save()
        chain.record(
            "register.stub", document, by=by, at=at, text=str(document), note=f"viện dẫn trong {source}"
        )
    elif document.is_stub and rows.fill(document, target, overwrite=False):
        document.save()
    return document


def _link(
    source: Document, target: Document, relation: str, printed: str, reason: str, by: Actor, at: datetime
) -> Citation:
    if source.pk == target.pk:
        raise Refused("Một văn bản không viện dẫn chính nó.")
    known = Citation.objects.filter(source=source, target=target, relation=relation).first()
    if known is not None:
        if relation == _REPLACES:
            _end_validity(target, source)
        return known
    if (
        relation in _BOTH_WAYS
        and Citation.objects.filter(source=target, target=source, relation=relation).exists()
    ):
        label = Citation.Relation(relation).label.lower()
        raise Refused(
            f"{target} đã được ghi là {label} {source}; hai chiều không cùng đúng. Bỏ chiều kia trước."
        )
    citation = Citation.objects.create(
        source=source,
        target=target,
        relation=relation,
        printed=" ".join(printed.split())[:400],
        reason=reason[:300],
        created_at=at,
    )
    changes = {"target": ["", str(target)], "relation": ["", citation.get_relation_display()]}
    if relation == _REPLACES:
        changes |= _end_validity(target, source)
    chain.record("register.cite", source, by=by, at=at, text=str(source), changes=changes, note=reason)
    return citation


def _end_validity(old: Document, new: Document) -> dict[str, list[str]]:
    """The replaced one no longer holds from the day on which the new one does; unknown days stay unknown."""
    day = new.effective_on or (None if new.type in NORMATIVE else new.issued_on)
    if new.state != Document.State.ISSUED or day is None or old.expires_on is not None:
        return {}
    if old.effective_on and old.effective_on >= day:
        return {}
    old.expires_on = day
    old.save(update_fields=["expires_on"])
    return {"expires_on": ["", cited_date(day)]}


@transaction.atomic
def link(
    source: Document, target: Document, *, relation: str, reason: str = "", by: Actor, at: datetime
) -> Citation:
    """Link two documents of the register by hand, or by confirming a proposed match (its reasons go into `reason`)."""
    refuse_if(permissions.why_not_link(by, source, target))
    chain.hold()
    return _link(source, target, relation, "", reason, by, at)


@transaction.atomic
def unlink(citation: Citation, *, by: Actor, at: datetime, note: str = "") -> None:
    """Take a link away; the chain keeps what it was."""
    source, target = citation.source, citation.target
    refuse_if(permissions.why_not_link(by, source, target))
    changes = {
        "target": [str(target), ""],
        "relation": [citation.get_relation_display(), ""],
        "printed": [citation.printed, ""],
    }
    citation.delete()
    chain.record("register.unlink", source, by=by, at=at, text=str(source), changes=changes, note=note)


@transaction.atomic
def dismiss(match: selectors.Match, *, by: Actor, at: datetime) -> None:
    """Turn a proposed match down; it is not proposed again."""
    left, right = match.left, match.right
    if left is None:
        raise Refused("Văn bản đang đọc chưa ở trong sổ: bỏ đề xuất ở bản đọc.")
    refuse_if(permissions.why_not_link(by, left, right))
    made = {"by": by.key, "at": at}
    Dismissal.objects.get_or_create(kind=match.kind, left=left, right=right, defaults=made)
    chain.record(
        "register.dismiss",
        left,
        by=by,
        at=at,
        text=str(left),
        changes={"target": [str(right), ""]},
        note=match.kind,
    )


@transaction.atomic
def merge(stub: Document, into: Document, *, reason: str, by: Actor, at: datetime) -> Document:
    """One document instead of two: what was only cited becomes the held one, its citations and number go over."""
    refuse_if(_why_not_merge(stub, into, by))
    chain.hold()
    stub.merged_into = into
    stub.save(update_fields=["merged_into"])
    _carry_over(stub, into)
    before = rows.fill(into, _identity_of(stub), overwrite=False)
    into.is_stub = into.is_stub and stub.is_stub
    into.effective_on = into.effective_on or stub.effective_on
    into.expires_on = into.expires_on or stub.expires_on
    into.save()
    chain.record(
        "register.merge",
        into,
        by=by,
        at=at,
        text=str(into),
        changes={"merged": [str(stub), ""], **before},
        note=reason,
    )
    return into


def _why_not_merge(stub: Document, into: Document, by: Actor) -> list[str]:
    if stub.pk == into.pk:
        return ["Một văn bản không nhập vào chính nó."]
    if stub.merged_into_id or into.merged_into_id:
        return ["Một trong hai văn bản đã được nhập vào văn bản khác. Mở lại trang rồi làm tiếp."]
    if not stub.is_stub:
        return ["Chỉ nhập được văn bản mới được viện dẫn, chưa có trong sổ nào."]
    if stub.type and into.type and stub.type != into.type:
        return [f"Hai văn bản khác loại: {stub.type_name} và {into.type_name}. Sửa loại trước nếu ghi nhầm."]
    if stub.number_key and into.number_key and stub.number_key != into.number_key:
        return [f"Hai văn bản khác số: {stub.number} và {into.number}. Sửa số trước nếu ghi nhầm."]
    if stub.issued_on and into.issued_on and stub.issued_on != into.issued_on:
        return [
            f"Hai văn bản khác ngày: {cited_date(stub.issued_on)} và {cited_date(into.issued_on)}. "
            "Sửa ngày trước nếu ghi nhầm."
        ]
    return permissions.why_not_edit(by, into)


def _carry_over(stub: Document, into: Document) -> None:
    """Edges, exemptions, consultations of the stub become the held document's; what it has already is dropped."""
    for mine, other in (("source", "target"), ("target", "source")):
        have = set(Citation.objects.filter(**{mine: into}).values_list(f"{other}_id", "relation"))
        for edge in Citation.objects.filter(**{mine: stub}):
            at_other_end = getattr(edge, f"{other}_id")
            if (at_other_end, edge.relation) in have or at_other_end == into.pk:
                edge.delete()
            else:
                setattr(edge, mine, into)
                edge.save(update_fields=[mine])
    for row in Exemption.objects.filter(document=stub).exclude(body__in=into.exemptions.values("body")):
        row.document = into
        row.save(update_fields=["document"])
    for asked in Consultation.objects.filter(document=stub):
        twice = into.consultations.filter(way=asked.way, body=asked.body_id, other=asked.other_id).exists()
        if not twice:
            asked.document = into
            asked.save(update_fields=["document"])


def _identity_of(row: Document) -> Identity:
    return Identity(
        type=row.type,
        number=row.number,
        issued_on=row.issued_on,
        issuer=row.issuer,
        year=row.year,
        title=row.title,
        signer=row.signer,
        signer_title=row.signer_title,
        topic=row.topic,
    )
