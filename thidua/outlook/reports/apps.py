from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "thidua.outlook.reports"
    label = "reports"
    verbose_name = "Báo cáo"
