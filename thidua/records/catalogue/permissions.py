"""Why not: reasons in Vietnamese, none means go."""

from collections.abc import Collection

from thidua.records.catalogue import keys
from thidua.records.catalogue.models import Overlay, Package
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right


def why_not_verify(actor: Actor, body: Unit | None) -> list[str]:
    """Checking entries and stating own rules for one's own body and those below it."""
    if actor.can(Right.LAW_VERIFY, body):
        return []
    return ["Không có quyền đối chiếu sách luật. Cần ghi thì đề nghị cán bộ pháp chế của cơ quan."]


def why_not_withdraw(actor: Actor, overlay: Overlay) -> list[str]:
    if overlay.withdrawn_at:
        return ["Mục này đã được thu hồi."]
    return why_not_verify(actor, overlay.body)


def why_not_take_over(actor: Actor, package: Package, trusted: Collection[str]) -> list[str]:
    """`trusted`: public keys that the body accepted."""
    if package.public not in trusted:
        shown = keys.fingerprint(package.public)
        return [
            f"Chưa chấp nhận nơi gửi có dấu vân tay {shown}. Đọc dấu vân tay với nơi gửi, khớp thì chấp nhận trước."
        ]
    return why_not_verify(actor, package.body)
