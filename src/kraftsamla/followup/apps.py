from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "kraftsamla.followup"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kraftsamla.followup import receivers  # noqa: F401  registers its receivers once the models are there
