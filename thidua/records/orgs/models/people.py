"""A person is one human being; where they work and as what are dated rows."""

from django.db import models
from django.db.models import F, Q

from thidua.records.orgs.models.units import DATED, Unit


class Person(models.Model):
    class Gender(models.TextChoices):
        MALE = "nam", "Nam"
        FEMALE = "nu", "Nữ"

    full_name = models.CharField("họ và tên", max_length=120)
    name_sort = models.CharField(max_length=200, db_index=True)
    """`vn.names.name_sort`: given name first, in the order of the Vietnamese alphabet."""
    folded = models.CharField(max_length=120, db_index=True)
    born_on = models.DateField("ngày sinh", null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    gender = models.CharField("giới tính", max_length=3, choices=Gender, blank=True)
    is_party_member = models.BooleanField("đảng viên", null=True, blank=True)
    is_foreigner = models.BooleanField("người nước ngoài", default=False)
    home = models.CharField("nơi ở, công tác", max_length=200, blank=True)
    """For those without a unit: farmers, traders, foreigners."""
    kept_by = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cơ quan lập"
    )
    """The body that wrote the card: it sees a person who holds no position anywhere."""

    identity_cipher = models.BinaryField("số định danh", null=True, editable=False)
    identity_key_id = models.CharField(max_length=16, blank=True, editable=False)
    identity_hash = models.CharField(max_length=64, blank=True, editable=False)

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from", verbose_name="nhập vào"
    )

    class Meta:
        verbose_name = "người"
        constraints = [
            models.UniqueConstraint(
                fields=["identity_hash"],
                condition=~Q(identity_hash="") & Q(merged_into__isnull=True),
                name="person_identity_once",
            ),
            models.CheckConstraint(
                name="person_identity_whole",
                condition=Q(identity_hash="", identity_key_id="", identity_cipher__isnull=True)
                | (~Q(identity_hash="") & ~Q(identity_key_id="") & Q(identity_cipher__isnull=False)),
            ),
            models.CheckConstraint(name="person_not_into_itself", condition=~Q(merged_into=F("id"))),
        ]

    def __str__(self) -> str:
        return self.full_name


class Position(models.Model):
    class Labour(models.TextChoices):
        LEADER = "lanh_dao", "Lãnh đạo, quản lý"
        SPECIALIST = "chuyen_vien", "Công chức, viên chức chuyên môn"
        DIRECT = "truc_tiep", "Người lao động trực tiếp"

    person = models.ForeignKey(Person, models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="positions", verbose_name="đơn vị")
    title = models.CharField("chức vụ, chức danh", max_length=160)
    labour = models.CharField("loại lao động", max_length=12, choices=Labour, blank=True)
    is_main = models.BooleanField("chức vụ chính", default=True)
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "chức vụ"
        constraints = [models.CheckConstraint(name="position_dates", condition=DATED)]

    def __str__(self) -> str:
        return self.title
