"""What the benchmarks of editions share: a made-up strategy of any size, and an edition of it on disk."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

PAGE = "insats/{slug}/"
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "life-science"


def publish_sample(folder: Path) -> tuple[Path, dict[str, str], str]:
    """Publish the worked example under ``folder``: the edition's folder, the environment to serve it with, a page."""
    environment = {
        **os.environ,
        "KRAFTSAMLA_VAR": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "kraftsamla.config.settings",
    }
    command = [sys.executable, "-m", "kraftsamla.config.cli"]
    for arguments in (["prepare", "--quiet"], ["load", str(EXAMPLE)], ["publish"]):
        subprocess.run([*command, *arguments], env=environment, check=True, capture_output=True)
    return folder / "var" / "editions" / "current", environment, PAGE.format(slug="life-science-kontoret")


def grown(times: int) -> object:
    """The sample edition with its actions, organisations, people and documents repeated under other names."""
    from tests.editions.sample import edition as sample_edition

    edition = sample_edition()
    picture = edition.picture

    def repeat(records: tuple[object, ...]) -> tuple[object, ...]:
        copies = [
            dataclasses.replace(record, slug=f"{record.slug}-{n}") for n in range(times) for record in records  # type: ignore[type-var, attr-defined]
        ]  # fmt: skip
        return (*records, *copies)

    more = {name: repeat(getattr(picture, name)) for name in ("actions", "organisations", "people", "documents")}
    return dataclasses.replace(edition, picture=dataclasses.replace(picture, **more))
