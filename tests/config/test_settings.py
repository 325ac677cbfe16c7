"""What the settings make for themselves, and what hands out static files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kraftsamla.config import settings
from kraftsamla.config.static import with_static_files
from kraftsamla.editions.serving import SECURITY

ASSETS = ("ui/base.css", "ui/base.0123456789ab.css")


def test_the_secret_key_is_made_once_and_for_its_owner_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    first = settings._secret_key()
    assert len(first) > 60
    assert settings._secret_key() == first
    assert [(file.name, oct(file.stat().st_mode & 0o777)) for file in (tmp_path / "var").iterdir()] == [
        ("secret-key", "0o600")
    ]


@pytest.mark.parametrize(("name", "kept"), [(ASSETS[0], "max-age=60, public"), (ASSETS[1], "immutable")])
def test_static_files_are_guarded_and_kept_for_ever_only_under_a_name_with_their_hash(
    tmp_path: Path, name: str, kept: str
) -> None:
    for asset in ASSETS:
        (tmp_path / asset).parent.mkdir(exist_ok=True)
        (tmp_path / asset).write_text("a{}", encoding="utf-8")
    answer: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]]) -> None:
        answer.update(status=status, headers=dict(headers))

    server = with_static_files(lambda _environ, _start: [b"next"], tmp_path)
    body = server({"REQUEST_METHOD": "GET", "PATH_INFO": f"/static/{name}"}, start)
    assert b"".join(body) == b"a{}"
    body.close()  # type: ignore[attr-defined]  # a file, as WSGI servers know
    headers = answer["headers"]
    assert answer["status"] == "200 OK"
    assert {name: headers.get(name) for name, _ in SECURITY} == dict(SECURITY)
    assert headers["Cache-Control"].endswith(kept)
    assert "Access-Control-Allow-Origin" not in headers
