"""All settings. What differs between installations comes from the environment; see docs/operating.md."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from kraftsamla.config import env

HERE = Path(__file__).resolve().parent.parent
VAR = env.folder("KRAFTSAMLA_VAR", Path.cwd() / "var")
DEBUG = env.flag("KRAFTSAMLA_DEBUG", default=False)
DEMO = env.flag("KRAFTSAMLA_DEMO", default=False)


def _secret_key() -> str:
    """From the environment, or made once and kept in ``var``, readable by its owner alone.

    Written beside and linked into place: a start that is killed leaves no empty key, and of two that start at once
    both use the key of the first.
    """
    kept = VAR / "secret-key"
    if not kept.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(prefix=".secret-key-", dir=VAR) as beside:  # its owner's alone
            beside.write(secrets.token_urlsafe(64).encode("ascii"))
            beside.flush()
            with contextlib.suppress(FileExistsError):
                os.link(beside.name, kept)
    return kept.read_text(encoding="ascii")


SECRET_KEY = env.text("KRAFTSAMLA_SECRET_KEY", "") or _secret_key()
ALLOWED_HOSTS = env.words("KRAFTSAMLA_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("KRAFTSAMLA_ORIGINS")
SITE_ADDRESS = env.text("KRAFTSAMLA_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
CONTACT = env.text("KRAFTSAMLA_CONTACT", "")
HTTPS = SITE_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "kraftsamla.core",
    "kraftsamla.ui",
    "kraftsamla.accounts",
    "kraftsamla.audit",
    "kraftsamla.letters",
    "kraftsamla.actors",
    "kraftsamla.library",
    "kraftsamla.bodies",
    "kraftsamla.strategy",
    "kraftsamla.followup",
    "kraftsamla.meetings",
    "kraftsamla.reading",
    "kraftsamla.editions",
    "kraftsamla.portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "kraftsamla.accounts.middleware.ForOneReader",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kraftsamla.accounts.middleware.ReaderLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "kraftsamla.accounts.middleware.WrittenAddresses",
]
ROOT_URLCONF = "kraftsamla.config.urls"
WSGI_APPLICATION = "kraftsamla.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["kraftsamla.ui.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kraftsamla.portal.context.workspace",
            ],
        },
    }
]

DATABASES = {"default": env.database("KRAFTSAMLA_DATABASE", sqlite_file=VAR / "kraftsamla.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}}]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "portal:my-day"
LOGOUT_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"  # what the sign-in form and its credentials call the address
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("English"))]
LOCALE_PATHS = [HERE / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [VAR / "assets"]
MEDIA_ROOT = VAR / "files"
MEDIA_URL = ""
FILE_UPLOAD_PERMISSIONS = 0o600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
EDITIONS_ROOT = env.folder("KRAFTSAMLA_EDITIONS", VAR / "editions")
UPLOAD_LIMIT_MB = env.number("KRAFTSAMLA_UPLOAD_LIMIT_MB", default=50, least=1)
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 2**20  # a form answers for its own lengths; what is cut off here is lost
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20

globals().update(  # several settings out of one address
    env.mail("KRAFTSAMLA_MAIL", folder_of_letters=VAR / "mail")
)
DEFAULT_FROM_EMAIL = env.text("KRAFTSAMLA_MAIL_FROM", CONTACT or "kraftsamla@localhost")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_SAVE_EVERY_REQUEST = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_links": {"()": "kraftsamla.core.logs.WithoutLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_links"]}},
    "loggers": {"django": {"handlers": []}},  # its own would print addresses before the filter has seen them
    "root": {"handlers": ["console"], "level": env.text("KRAFTSAMLA_LOG_LEVEL", "WARNING")},
}
SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]  # the folder of typefaces is made by ``kraftsamla prepare``
