"""Why an actor may not do something to units, people, accounts: reasons in Vietnamese; empty means go."""

from collections.abc import Collection
from datetime import date

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.dated import holds
from thidua.records.orgs.models import Person, Position, RoleHeld, Unit, User
from thidua.records.orgs.rights import LABELS, Right
from thidua.records.orgs.roles import ROLES
from thidua.records.orgs.selectors import is_topmost, managed_units, people_visible_to

Reasons = list[str]


# Units


def why_not_manage_unit(actor: Actor, unit: Unit) -> Reasons:
    """Rename, move, code, correct, dissolve: the administrator above it; outside bodies: one at the very top."""
    if actor.covers(Right.UNITS_MANAGE, unit):
        return []
    if not actor.has(Right.UNITS_MANAGE):
        return [_lacks(Right.UNITS_MANAGE)]
    if unit.is_outside:
        if any(_administers_all(actor)):
            return []
        return [
            "Tổ chức ngoài hệ thống dùng chung cho cả bản cài đặt: người quản trị của đơn vị cấp cao nhất sửa được."
        ]
    return [f"“{unit}” ngoài phạm vi quản trị. Đề nghị người quản trị của đơn vị cấp trên."]


def why_not_found_unit(actor: Actor, parent: Unit | None) -> Reasons:
    if actor.is_system:
        return []
    if parent is None:
        return ["Tổ chức mới phải trực thuộc một tổ chức đã có. Chọn tổ chức cấp trên."]
    return why_not_manage_unit(actor, parent) or _ended(parent, actor.on)


def why_not_add_outside_unit(actor: Actor) -> Reasons:
    """Whoever enters documents meets issuers that nobody has written down yet."""
    allowed = (Right.UNITS_MANAGE, Right.REGISTER_WRITE, Right.INTAKE)
    return [] if any(actor.has(right) for right in allowed) else [_lacks(Right.REGISTER_WRITE)]


def why_not_move_unit(actor: Actor, unit: Unit, parent: Unit | None) -> Reasons:
    reasons = why_not_manage_unit(actor, unit)
    if parent is None:
        return reasons or ([] if actor.is_system or any(_administers_all(actor)) else [_NEEDS_TOP])
    if not actor.is_system and not (parent.is_outside and is_topmost(unit)):
        reasons += why_not_manage_unit(actor, parent)
    return list(dict.fromkeys(reasons))


def why_not_dissolve_unit(actor: Actor, unit: Unit, on: date) -> Reasons:
    """Living sub-units come first; nobody saws off the branch of their own last administrator's role."""
    reasons = why_not_manage_unit(actor, unit)
    if reasons:
        return reasons
    if unit.dissolved_on:
        return [f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}."]
    if unit.founded_on and unit.founded_on >= on:
        reasons.append(f"Ngày chấm dứt phải sau ngày thành lập {unit.founded_on:%d/%m/%Y}.")
    living = list(unit.children.existing(on).order_by("folded")[:4])
    if living:
        names = ", ".join(str(each) for each in living[:3]) + (", …" if len(living) > 3 else "")
        reasons.append(f"Còn đơn vị trực thuộc: {names}. Chuyển hoặc chấm dứt các đơn vị đó trước.")
    return reasons + _own_last_role(actor, unit)


def why_not_merge_units(actor: Actor, units: Collection[Unit], into: Unit, on: date) -> Reasons:
    """The receiving side may be an outside body; the ending side is dissolved."""
    reasons = why_not_receive(actor, into, on)
    for unit in units:
        reasons += why_not_manage_unit(actor, unit)
        if unit.pk == into.pk:
            reasons.append("Tổ chức nhập vào và tổ chức tiếp nhận phải khác nhau.")
        if into.path.startswith(unit.path) and unit.pk != into.pk:
            reasons.append(f"“{into}” đang trực thuộc “{unit}”. Chuyển ra ngoài trước khi nhập.")
        if unit.dissolved_on:
            reasons.append(f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}.")
        elif unit.founded_on and unit.founded_on >= on:
            reasons.append(f"“{unit}” thành lập ngày {unit.founded_on:%d/%m/%Y}, sau ngày hợp nhất.")
        reasons += _own_last_role(actor, unit)
    return list(dict.fromkeys(reasons))


def why_not_receive(actor: Actor, unit: Unit, on: date) -> Reasons:
    """A unit that takes over from others must live on that day, and be managed by the actor unless it is outside."""
    allowed = (
        [] if unit.is_outside and not why_not_add_outside_unit(actor) else why_not_manage_unit(actor, unit)
    )
    reasons = allowed + _ended(unit, on)
    if unit.founded_on and unit.founded_on > on:
        reasons.append(f"“{unit}” thành lập ngày {unit.founded_on:%d/%m/%Y}, sau ngày tiếp nhận.")
    return reasons


# People


def why_not_add_person(actor: Actor, unit: Unit | None) -> Reasons:
    """At a unit: whoever manages its people. Without one: whoever manages people of some body."""
    if unit is not None:
        return _people_of(actor, unit)
    return [] if actor.has(Right.PEOPLE_MANAGE) else [_lacks(Right.PEOPLE_MANAGE)]


def why_not_correct_person(actor: Actor, person: Person) -> Reasons:
    """The body where the person is in office; where nowhere, any where they once were, or the one that wrote the card."""
    if actor.is_system:
        return []
    if not actor.has(Right.PEOPLE_MANAGE):
        return [_lacks(Right.PEOPLE_MANAGE)]
    if person.merged_into_id:
        return ["Thẻ này đã nhập vào thẻ khác. Mở thẻ còn dùng để sửa."]
    positions = list(person.positions.all())
    held = {row.unit_id for row in positions if holds(row, actor.on)} or {row.unit_id for row in positions}
    if managed_units(actor, held) if held else person.kept_by_id in actor.bodies(Right.PEOPLE_MANAGE):
        return []
    return [f"{person} không thuộc cơ quan đang làm việc. Đề nghị cơ quan quản lý người này sửa."]


def why_not_merge_people(actor: Actor, person: Person, into: Person) -> Reasons:
    if person.pk == into.pk:
        return ["Chọn hai thẻ khác nhau."]
    reasons = why_not_correct_person(actor, person) + why_not_correct_person(actor, into)
    hashes = {person.identity_hash, into.identity_hash} - {""}
    if len(hashes) == 2:
        reasons.append("Hai thẻ có số định danh khác nhau, nên là hai người. Kiểm tra lại số trước khi gộp.")
    if person.born_on and into.born_on and person.born_on != into.born_on:
        reasons.append("Hai thẻ có ngày sinh khác nhau. Sửa cho đúng trước khi gộp.")
    accounts = User.objects.filter(person__in=[person.pk, into.pk]).count()
    if accounts == 2:
        reasons.append("Cả hai thẻ đều gắn với tài khoản. Khóa và gỡ một tài khoản trước.")
    return list(dict.fromkeys(reasons))


def why_not_give_position(actor: Actor, person: Person, unit: Unit, since: date | None) -> Reasons:
    """The receiving unit gives it; the person must be known to the actor, or found by identity number."""
    reasons = _people_of(actor, unit)
    if person.merged_into_id:
        reasons.append("Thẻ này đã nhập vào thẻ khác. Mở thẻ còn dùng.")
    if unit.dissolved_on and (since is None or since >= unit.dissolved_on):
        reasons.append(f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}. Chọn đơn vị tiếp nhận.")
    known = actor.is_system or actor.has(Right.IDENTITY_READ)
    if not reasons and not known and not people_visible_to(actor).filter(pk=person.pk).exists():
        reasons.append("Người này thuộc cơ quan khác. Tìm theo số định danh, hoặc lập thẻ mới.")
    return reasons


def why_not_change_position(actor: Actor, position: Position) -> Reasons:
    return _people_of(actor, position.unit)


def why_not_read_identity(actor: Actor, person: Person | None = None) -> Reasons:
    if actor.is_system:
        return []
    if not actor.has(Right.IDENTITY_READ):
        return [_lacks(Right.IDENTITY_READ)]
    if person is not None and not people_visible_to(actor).filter(pk=person.pk).exists():
        return ["Người này không thuộc cơ quan đang làm việc."]
    return []


# Accounts


def why_not_create_account(actor: Actor, unit: Unit) -> Reasons:
    if not actor.has(Right.ACCOUNTS_MANAGE):
        return [_lacks(Right.ACCOUNTS_MANAGE)]
    if not actor.covers(Right.ACCOUNTS_MANAGE, unit):
        return [f"“{unit}” ngoài phạm vi quản lý tài khoản."]
    return _ended(unit, actor.on) + (
        [f"“{unit}” là tổ chức ngoài hệ thống, không có tài khoản."] if unit.is_outside else []
    )


def why_not_manage_account(actor: Actor, user: User) -> Reasons:
    """Every running role of the account must lie within reach: nobody takes over a superior's account from below."""
    if actor.is_system:
        return []
    if not actor.has(Right.ACCOUNTS_MANAGE):
        return [_lacks(Right.ACCOUNTS_MANAGE)]
    roles = list(user.roles_held.select_related("unit"))
    running = [row for row in roles if row.until is None or row.until > actor.on] or roles
    if running and all(actor.covers(Right.ACCOUNTS_MANAGE, row.unit) for row in running):
        return []
    if not running and any(_administers_all(actor)):
        return []
    return [
        f"Tài khoản {user.username} có vai trò ngoài phạm vi. Đề nghị người quản trị của đơn vị cấp trên."
    ]


def why_not_lock_account(actor: Actor, user: User) -> Reasons:
    own = actor.user is not None and actor.user.pk == user.pk
    return ["Không tự khóa tài khoản của chính mình."] if own else why_not_manage_account(actor, user)


def why_not_give_role(actor: Actor, user: User, role: str, unit: Unit, whole_subtree: bool) -> Reasons:
    """Any role, within the giver's own reach: a giver for one unit does not give for everything below it."""
    reasons = why_not_create_account(actor, unit)
    if role not in ROLES:
        reasons.append("Không có vai trò này.")
    if not user.is_active:
        reasons.append(f"Tài khoản {user.username} đang khóa. Mở khóa trước khi giao vai trò.")
    if not reasons and whole_subtree and not actor.is_system:
        wide = [
            scope for scope in actor.scopes if Right.ACCOUNTS_MANAGE in scope.rights and scope.whole_subtree
        ]
        if not any(scope.covers(unit) for scope in wide):
            reasons.append("Phạm vi quản lý chỉ một đơn vị: giao vai trò với phạm vi “Chỉ đơn vị này”.")
    return reasons


def why_not_end_role(actor: Actor, held: RoleHeld) -> Reasons:
    if not actor.covers(Right.ACCOUNTS_MANAGE, held.unit):
        return why_not_create_account(actor, held.unit) or [_lacks(Right.ACCOUNTS_MANAGE)]
    own = actor.user is not None and actor.user.pk == held.user_id
    if own and Right.ACCOUNTS_MANAGE in ROLES[held.role].rights:
        return ["Không tự thôi vai trò quản trị của chính mình. Người quản trị khác làm việc này."]
    return []


def why_not_work_in(actor: Actor, body: Unit) -> Reasons:
    if actor.is_system or body.pk in {scope.body_id for scope in actor.scopes}:
        return []
    return [f"Không giữ vai trò nào tại “{body}”."]


_NEEDS_TOP = "Chỉ người quản trị của đơn vị cấp cao nhất đưa được một tổ chức ra khỏi cấp trên."


def _lacks(right: Right) -> str:
    return f"Cần quyền “{LABELS[right]}”. Đề nghị người quản trị của cơ quan giao vai trò."


def _people_of(actor: Actor, unit: Unit) -> Reasons:
    if actor.reaches(Right.PEOPLE_MANAGE, unit) or managed_units(actor, [unit.pk]):
        return []
    if not actor.has(Right.PEOPLE_MANAGE):
        return [_lacks(Right.PEOPLE_MANAGE)]
    return [f"“{unit}” không thuộc cơ quan đang làm việc."]


def _ended(unit: Unit, on: date) -> Reasons:
    if unit.dissolved_on and unit.dissolved_on <= on:
        return [f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}. Chọn tổ chức đang hoạt động."]
    return []


def _administers_all(actor: Actor) -> list[bool]:
    """One True for each role of administrator at the top of a tree."""
    wide = [scope.unit_id for scope in actor.scopes if scope.administers]
    return [is_topmost(unit) for unit in Unit.objects.filter(pk__in=wide).select_related("parent")]


def _own_last_role(actor: Actor, unit: Unit) -> Reasons:
    places = {scope.unit_id for scope in actor.scopes if Right.ACCOUNTS_MANAGE in scope.rights}
    if places and places <= {unit.pk}:
        return [
            "Vai trò quản trị của người làm chỉ ở tổ chức này. Nhận vai trò quản trị ở đơn vị tiếp nhận trước."
        ]
    return []
