"""Settings for the tests: the program's own, with a folder of their own and a quick password hash."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("KRAFTSAMLA_VAR", tempfile.mkdtemp(prefix="kraftsamla-test-"))
os.environ.setdefault("KRAFTSAMLA_SECRET_KEY", "only for tests, never for anything else, at all, ever")

from kraftsamla.config.settings import *  # noqa: F403  the folder must be named first; all settings are meant

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATICFILES_DIRS = []
AXES_ENABLED = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
