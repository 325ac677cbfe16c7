"""Deeds on accounts."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kraftsamla.accounts.choices import LINK_EMAIL, SYSTEM_EMAIL, InterfaceLanguage, Role
from kraftsamla.accounts.models import User


@transaction.atomic
def create_account(*, email: str, name: str, role: Role, password: str | None) -> User:
    """Add a person who may sign in; without a password the account cannot be used until it gets one.

    Raises ValidationError by field: an address in use, a password that is too weak.
    """
    user = User(email=email.strip(), name=name.strip(), role=role)
    if password is not None:
        try:
            validate_password(password, user)
        except ValidationError as error:
            raise ValidationError({"password": error.messages}) from error
    user.set_password(password)
    if User.objects.filter(email__iexact=user.email).exists():
        raise ValidationError({"email": _("Det finns redan ett konto med den e-postadressen.")})
    user.full_clean()
    user.save(force_insert=True)
    return user


@transaction.atomic
def set_password(*, user: User, password: str) -> User:
    """Give an account a new password. Raises ValidationError when it is too weak."""
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    return user


@transaction.atomic
def change_account(*, user: User, name: str = "", role: Role | None = None) -> User:
    """Give an account another name or role; what is not said stays. Raises ValidationError by field."""
    user.name = name.strip() or user.name
    user.role = user.role if role is None else role
    user.full_clean()
    user.save(update_fields=["name", "role"])
    return user


@transaction.atomic
def system_account() -> User:
    """The account in whose name commands act when nobody is named; nobody can sign in with it."""
    user, _created = User.objects.get_or_create(
        email=SYSTEM_EMAIL, defaults={"name": "Kraftsamla", "role": Role.SYSTEM, "is_active": False, "password": "!"}
    )
    return user


@transaction.atomic
def link_account() -> User:
    """The account the log names when somebody answers from a personal link: it has no role and no right of its own.

    Who the person is stands with the answer and in the line of the log.
    """
    user, _created = User.objects.get_or_create(
        email=LINK_EMAIL, defaults={"name": "Personlig länk", "role": Role.NONE, "is_active": False, "password": "!"}
    )
    return user


@transaction.atomic
def choose_language(*, user: User, language: InterfaceLanguage) -> User:
    """Keep the language somebody wants the workspace in."""
    user.language = language
    user.save(update_fields=["language"])
    return user
