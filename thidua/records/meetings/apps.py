from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "thidua.records.meetings"
    label = "meetings"
    verbose_name = "Cuộc họp"
