from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "thidua.kit.papers"
    label = "papers"
