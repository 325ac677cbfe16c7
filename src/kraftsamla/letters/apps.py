from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kraftsamla.letters"
    default_auto_field = "django.db.models.BigAutoField"
