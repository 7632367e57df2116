from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "thidua.kit.sheets"
    label = "sheets"
    verbose_name = "Bảng tính"
