from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "thidua.kit.files"
    label = "files"
