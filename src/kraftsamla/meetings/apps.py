from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "kraftsamla.meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kraftsamla.letters.registry import register_source
        from kraftsamla.meetings import receivers  # noqa: F401  registers its receivers once the models are there
        from kraftsamla.meetings.notices import minuting, reminding

        register_source("meetings.invitations", reminding.collect)
        register_source("meetings.minutes", minuting.collect)
