from django.apps import AppConfig


class MovementsConfig(AppConfig):
    name = "thidua.work.movements"
    label = "movements"
    verbose_name = "Phong trào thi đua"
