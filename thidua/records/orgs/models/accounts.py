"""Accounts and the roles held by them in a unit, from–to."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from thidua.records.orgs.models.people import Person
from thidua.records.orgs.models.units import Unit


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """An account. What it may do follows from the roles that it holds, never from a flag."""

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    email = models.EmailField("thư điện tử", blank=True)
    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="user", verbose_name="người"
    )
    is_active = models.BooleanField("được đăng nhập", default=True)
    must_change_password = models.BooleanField("phải đổi mật khẩu", default=False)
    working_unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+")
    """The body last chosen in the top bar."""
    working_year = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = "tài khoản"
        constraints = [
            models.UniqueConstraint(Lower("username"), name="user_name_once"),
        ]

    def __str__(self) -> str:
        return self.full_name


class RoleHeldQuerySet(models.QuerySet["RoleHeld"]):
    def on(self, day: date) -> "RoleHeldQuerySet":
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


class RoleHeld(models.Model):
    class Reach(models.TextChoices):
        UNIT = "unit", "Chỉ đơn vị này"
        SUBTREE = "subtree", "Cả các đơn vị trực thuộc"

    user = models.ForeignKey(User, models.CASCADE, related_name="roles_held", verbose_name="tài khoản")
    role = models.CharField("vai trò", max_length=40)
    """A code of `orgs.roles.ROLES`."""
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="roles_held", verbose_name="tại")
    reach = models.CharField("phạm vi", max_length=8, choices=Reach, default=Reach.SUBTREE)
    since = models.DateField("từ ngày")
    until = models.DateField("đến trước ngày", null=True, blank=True)

    objects = RoleHeldQuerySet.as_manager()

    class Meta:
        verbose_name = "vai trò đang giữ"
        constraints = [
            models.CheckConstraint(
                name="roleheld_dates", condition=Q(until__isnull=True) | Q(until__gt=F("since"))
            ),
            models.UniqueConstraint(
                fields=["user", "role", "unit"], condition=Q(until__isnull=True), name="roleheld_once_today"
            ),
        ]
