"""The document that an identity names with certainty. What is only likely is `matches`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from thidua.records.orgs.models import Unit
from thidua.records.register.identity import Identity
from thidua.records.register.kinds import LAWS
from thidua.records.register.models import Document
from thidua.records.register.subject import subject_key


def find(identity: Identity, *, near: Unit) -> Document | None:
    """The document that this identity names with certainty, seen from the body `near`; None where there is doubt."""
    return find_many([identity], near=near)[0]


def find_many(identities: Sequence[Identity], *, near: Unit) -> list[Document | None]:
    """`find` for many: one query, the answers in the same order."""
    numbers = {identity.key for identity in identities if identity.key}
    titles = {identity.title_key for identity in identities if identity.title_key and _by_title(identity)}
    if not numbers and not titles:
        return [None] * len(identities)
    rows = Document.objects.filter(
        Q(number_key__in=numbers) | Q(subject_key__in=titles),
        merged_into__isnull=True,
        state=Document.State.ISSUED,
    ).select_related("issuer")
    by_number: dict[str, list[Document]] = defaultdict(list)
    by_title: dict[str, list[Document]] = defaultdict(list)
    for row in rows.order_by("pk"):
        by_number[row.number_key].append(row)
        by_title[row.subject_key].append(row)
    return [_certain(identity, by_number, by_title, near) for identity in identities]


def _by_title(identity: Identity) -> bool:
    return not identity.key or identity.type_code in LAWS


def _certain(
    identity: Identity,
    by_number: dict[str, list[Document]],
    by_title: dict[str, list[Document]],
    near: Unit,
) -> Document | None:
    found = [row for row in by_number[identity.key] if _same_number(identity, row)] if identity.key else []
    if not found and _by_title(identity) and identity.title_key:
        found = [row for row in by_title[identity.title_key] if _same_title(identity, row)]
    return _only(_of_issuer(identity, found, near))


def _same_number(identity: Identity, row: Document) -> bool:
    if identity.type_code and row.type and identity.type_code != row.type:
        return False
    if identity.issued_on and row.issued_on:
        return identity.issued_on == row.issued_on
    if identity.names_its_year:
        return True
    undated = identity.issued_on is None and row.issued_on is None
    same_issuer = identity.issuer is not None and identity.issuer.pk == row.issuer_id
    return undated and same_issuer and identity.known_year == row.year


def _same_title(identity: Identity, row: Document) -> bool:
    """Laws by kind, title and year; other papers only where both print no number, by issuer, kind, title and day."""
    if identity.type_code in LAWS:
        same_kind = identity.type_code == row.type
        same_key = identity.title_key == subject_key(row.title, row.type)
        one_number = not identity.key or not row.number_key or identity.key == row.number_key
        return same_kind and same_key and one_number and identity.known_year == row.year
    if identity.key or row.number_key or identity.issuer is None or identity.issuer.pk != row.issuer_id:
        return False
    if identity.type_code and row.type and identity.type_code != row.type:
        return False
    if identity.issued_on and row.issued_on:
        return identity.issued_on == row.issued_on
    return not (identity.known_year and row.year) or identity.known_year == row.year


def _of_issuer(identity: Identity, found: Iterable[Document], near: Unit) -> list[Document]:
    """The very issuer if there is one; else what leaves the issuer open, or, where the name left it open, who is close."""
    rows = list(found)
    if identity.issuer is not None:
        exact = [row for row in rows if row.issuer_id == identity.issuer.pk]
        return exact or [row for row in rows if row.issuer_id is None or identity.type_code in LAWS]
    open_ones = [row for row in rows if row.issuer is None]
    return [row for row in rows if row.issuer and _is_close(row.issuer, near)] or open_ones


def _is_close(issuer: Unit, near: Unit) -> bool:
    """Whether a symbol without a name can only mean this office: one above, beside in the same tree, or of the whole country.

    Every commune writes "UBND": another commune's paper is never meant without its name.
    """
    if near.path.startswith(issuer.path) or issuer.level == Unit.Level.CENTRAL or issuer.is_outside:
        return True
    same_tree = issuer.path.split("/")[1] == near.path.split("/")[1]
    return same_tree and issuer.level not in (Unit.Level.DISTRICT, Unit.Level.COMMUNE)


def _only(rows: list[Document]) -> Document | None:
    """One document; of several writings of it the one that is held."""
    if len(rows) > 1:
        held = [row for row in rows if not row.is_stub]
        rows = held if len(held) == 1 else []
    return rows[0] if rows else None
