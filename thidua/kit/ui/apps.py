from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "thidua.kit.ui"
    label = "ui"
