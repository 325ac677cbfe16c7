"""What a web server runs: the frozen edition first, then the workspace."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from kraftsamla.editions.serving import PublicFirst

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kraftsamla.config.settings")
workspace = WhiteNoise(
    get_wsgi_application(), root=settings.STATIC_ROOT, prefix=settings.STATIC_URL, max_age=31_536_000
)
application = PublicFirst(workspace, Path(settings.EDITIONS_ROOT))
