from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "thidua.outlook.intake"
    label = "intake"
    verbose_name = "Nạp văn bản"
