from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "thidua.records.register"
    label = "register"
    verbose_name = "Sổ văn bản"
