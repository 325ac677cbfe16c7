"""The words that say what a person may do here."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """One role a person. Which deeds a role may do is said in ``rules``."""

    NONE = "none", _("ingen roll")
    MEMBER = "member", _("medlem")
    COORDINATOR = "coordinator", _("samordnare")
    OPERATOR = "operator", _("drift")
    SYSTEM = "system", _("programmet självt")


class InterfaceLanguage(models.TextChoices):
    SWEDISH = "sv", _("svenska")
    ENGLISH = "en", _("engelska")


#: Accounts that no person has: nobody can sign in with them.
SYSTEM_EMAIL = "system@kraftsamla.invalid"
LINK_EMAIL = "personlig-lank@kraftsamla.invalid"
