"""What a web server runs: the frozen edition first, then the workspace."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kraftsamla.config.static import with_static_files
from kraftsamla.editions.serving import PublicFirst, WsgiApp

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kraftsamla.config.settings")
workspace = with_static_files(cast(WsgiApp, get_wsgi_application()), Path(settings.STATIC_ROOT))
application = PublicFirst(workspace, Path(settings.EDITIONS_ROOT), https=settings.HTTPS)
