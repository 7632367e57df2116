"""A stored file and its versions. What a version says (its text) is read once and kept beside it."""

from django.db import models


class StoredFile(models.Model):
    """One logical file (a document's paper); the app that owns it decides who may fetch it."""

    name = models.CharField("tên tệp", max_length=255)
    """As uploaded, shown to people; never used as a path."""
    created_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "tệp"

    def __str__(self) -> str:
        return self.name


class FileVersion(models.Model):
    class TextState(models.TextChoices):
        READ = "read", "Đã đọc chữ"
        NONE = "none", "Không có chữ (bản quét)"
        RECOGNISED = "ocr", "Chữ nhận dạng từ bản quét"
        FAILED = "failed", "Không đọc được"

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField("bản thứ")
    name = models.CharField("tên tệp", max_length=255)
    path = models.CharField(max_length=120, unique=True)
    """Random name below FILES_ROOT."""
    kind = models.CharField("loại tệp", max_length=8)
    """By content, not by name: pdf, docx, txt, png, jpg, tif, xlsx, xls, ods."""
    size = models.PositiveBigIntegerField("dung lượng")
    sha256 = models.CharField(max_length=64, db_index=True)
    text = models.TextField("chữ đọc được", blank=True)
    text_state = models.CharField(max_length=8, choices=TextState, default=TextState.READ)
    encoding = models.CharField("bảng mã gốc", max_length=12, blank=True)
    """Set where the text was converted from an old font encoding: tcvn3, vni."""
    added_at = models.DateTimeField("lúc")
    added_by = models.CharField("người tải lên", max_length=120)

    class Meta:
        verbose_name = "bản tệp"
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="fileversion_number_once")]

    def __str__(self) -> str:
        return f"{self.name} (bản {self.number})"


class PageText(models.Model):
    """What was recognised on one page of a scan; kept until all its pages are there."""

    version = models.ForeignKey(FileVersion, models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField("trang")
    text = models.TextField("chữ", blank=True)
    doubts = models.JSONField(default=list)
    """[start, end, confidence] of doubtful words in `text`."""
    confidence = models.PositiveSmallIntegerField(null=True)
    fault = models.CharField(max_length=200, blank=True)
    """Why the page gave no text."""

    class Meta:
        verbose_name = "chữ của trang"
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="pagetext_once")]

    def __str__(self) -> str:
        return f"trang {self.number}"
