"""A unit is one legal identity; its names, places and codes are dated rows, half-open [since, until)."""

from datetime import date

from django.db import models
from django.db.models import F, Q

DATED = Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gt=F("since"))


class UnitQuerySet(models.QuerySet["Unit"]):
    def existing(self, on: date) -> "UnitQuerySet":
        return self.filter(
            Q(founded_on__isnull=True) | Q(founded_on__lte=on),
            Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=on),
        )

    def within(self, unit: "Unit") -> "UnitQuerySet":
        """The unit and everything that stands below it today."""
        return self.filter(path__startswith=unit.path)


class Unit(models.Model):
    class Kind(models.TextChoices):
        STATE = "nha_nuoc", "Cơ quan nhà nước"
        PARTY = "dang", "Tổ chức Đảng"
        FRONT = "mat_tran", "Mặt trận, đoàn thể"
        SERVICE = "su_nghiep", "Đơn vị sự nghiệp"
        ENTERPRISE = "doanh_nghiep", "Doanh nghiệp, hợp tác xã"
        ARMED = "vu_trang", "Lực lượng vũ trang"
        MEDIA = "bao_chi", "Báo chí, truyền thông"
        COUNCIL = "hoi_dong", "Hội đồng, ban"
        CLUSTER = "cum_khoi", "Cụm, khối thi đua"
        ROOM = "phong", "Phòng, bộ phận"
        OTHER = "khac", "Tổ chức khác"

    class Level(models.TextChoices):
        """From the top down; the order of this list is the order of authority."""

        CENTRAL = "trung_uong", "Trung ương"
        PROVINCE = "tinh", "Tỉnh"
        DEPARTMENT = "so_nganh", "Sở, ngành"
        DISTRICT = "huyen", "Huyện"
        COMMUNE = "xa", "Xã, phường, đặc khu"
        UNIT = "don_vi", "Đơn vị"

    kind = models.CharField("loại tổ chức", max_length=20, choices=Kind)
    level = models.CharField("cấp", max_length=12, choices=Level)
    is_legal_person = models.BooleanField("có tư cách pháp nhân", default=False)
    """A body: the scope of register, catalogue, fund, templates, councils."""
    issues_papers = models.BooleanField("ban hành văn bản", default=True)
    """Legal persons do; so do clusters, councils, Party cells; a room does not."""
    is_outside = models.BooleanField("ngoài hệ thống", default=False)
    """Known by name only: nobody here has an account in it."""
    founded_on = models.DateField("thành lập", null=True, blank=True)
    dissolved_on = models.DateField("chấm dứt", null=True, blank=True)
    dissolved_by = models.CharField("chấm dứt theo văn bản", max_length=200, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)

    # Kept by the services from the dated rows of today, for lists and subtree queries.
    name = models.CharField("tên", max_length=300)
    short_name = models.CharField("tên gọn", max_length=120, blank=True)
    code = models.CharField("ký hiệu", max_length=40, blank=True, db_index=True)
    folded = models.CharField(max_length=300, db_index=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="trực thuộc"
    )
    body = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    """The nearest legal person upward, itself included; empty for a lone unit without one."""
    path = models.CharField(max_length=400, db_index=True)
    """`/1/7/23/`: ids from the root down to the unit itself."""

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "tổ chức"
        constraints = [
            models.CheckConstraint(
                name="unit_dissolved_after_founded",
                condition=Q(founded_on__isnull=True)
                | Q(dissolved_on__isnull=True)
                | Q(dissolved_on__gt=F("founded_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """As people say it: the short name, where there is one."""
        return self.short_name or self.name


class UnitName(models.Model):
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")
    name = models.CharField("tên", max_length=300)
    short_name = models.CharField("tên gọn", max_length=120, blank=True)
    folded = models.CharField(max_length=300, db_index=True)
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)
    by_document = models.CharField("theo văn bản", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="unitname_dates", condition=DATED),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(until__isnull=True), name="unitname_one_today"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class UnitPlace(models.Model):
    """Under whom the unit stood, when."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="places")
    parent = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="trực thuộc")
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)
    by_document = models.CharField("theo văn bản", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="unitplace_dates", condition=DATED),
            models.CheckConstraint(name="unitplace_not_itself", condition=~Q(unit=F("parent"))),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(until__isnull=True), name="unitplace_one_today"
            ),
        ]


class UnitCode(models.Model):
    class Scheme(models.TextChoices):
        SHORT = "short", "Ký hiệu văn bản"
        H02 = "H02", "Mã định danh cũ"
        QD20 = "QD20", "Mã định danh theo quyết định năm 2020"
        ALIAS = "alias", "Ký hiệu khác"
        """Printed by some papers beside the usual one; any number of them at a time."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="codes")
    scheme = models.CharField("loại mã", max_length=8, choices=Scheme)
    code = models.CharField("mã", max_length=40, db_index=True)
    since = models.DateField("từ ngày", null=True, blank=True)
    until = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="unitcode_dates", condition=DATED),
            models.UniqueConstraint(
                fields=["scheme", "code"],
                condition=Q(until__isnull=True) & Q(scheme__in=["H02", "QD20"]),
                name="unitcode_official_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "scheme"],
                condition=Q(until__isnull=True) & ~Q(scheme="alias"),
                name="unitcode_one_today",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Succession(models.Model):
    """An edge from a unit that ends (or gives a part) to the one that goes on; a rename is no edge."""

    class Kind(models.TextChoices):
        MERGE = "hop_nhat", "Hợp nhất, sáp nhập"
        SPLIT = "chia_tach", "Chia, tách"
        TRANSFER = "chuyen_giao", "Chuyển giao nhiệm vụ"
        REPLACE = "thay_the", "Thay thế"

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="origins")
    kind = models.CharField("cách thức", max_length=12, choices=Kind)
    on = models.DateField("từ ngày")
    by_document = models.CharField("theo văn bản", max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(name="succession_not_itself", condition=~Q(predecessor=F("successor"))),
        ]
