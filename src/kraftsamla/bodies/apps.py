from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "kraftsamla.bodies"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kraftsamla.bodies import receivers  # noqa: F401  registers its receivers once the models are there
