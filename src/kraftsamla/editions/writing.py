"""Files of an edition: written beside, flushed, renamed into place, and never altered afterwards.

An editions folder holds ``0001``, ``0002`` … and ``current``, a link to the one that is shown. Nothing that is killed
half-way leaves anything but a folder whose name begins with ".", which the next publishing removes.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

SCHEMA = "kraftsamla-edition/1"
MANIFEST = "manifest.json"
CONTENT = "edition.json"
CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an edition consists of. ``files`` maps each path to the SHA-256 of its bytes, in hexadecimal.

    ``previous_sha256`` is the hash of the manifest before, so that the editions form a chain.
    """

    schema: str
    number: int
    as_of: str
    published_at: str
    content_sha256: str
    previous_sha256: str
    pages: int
    files: dict[str, str]

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Raises ValueError when the bytes are not a manifest."""
        try:
            values: dict[str, Any] = json.loads(data)
            manifest = cls(**values)
        except (TypeError, json.JSONDecodeError) as error:
            raise ValueError("not an edition's manifest") from error
        if manifest.schema != SCHEMA:
            raise ValueError(f"unknown schema {manifest.schema}")
        return manifest


def folder_of(root: Path, number: int) -> Path:
    return root / f"{number:04d}"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def publishing(root: Path) -> Iterator[None]:
    """Only one at a time publishes to a folder; another process waits."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write_folder(root: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, dict[str, str]]:
    """Write files in a new hidden folder of ``root``; the folder and the hash of each file.

    Raises ValueError for a path that leads out of the folder. On any failure the folder is removed.
    """
    work = Path(tempfile.mkdtemp(prefix=".work-", dir=root))
    work.chmod(0o755)
    hashes: dict[str, str] = {}
    made: set[Path] = set()
    try:
        for name, data in files:
            target = work / _safe(name)
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            with target.open("xb") as file:
                file.write(data)
            hashes[name] = sha256(data)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return work, hashes


def settle(work: Path, target: Path) -> None:
    """Flush everything under ``work`` to the disk and give it its name. Raises FileExistsError if that is taken."""
    if target.exists():
        raise FileExistsError(target)
    os.sync()
    work.rename(target)
    _flush_folder(target.parent)


def point(root: Path, name: str) -> None:
    """Let ``current`` lead to the edition ``name``, in one step."""
    beside = root / f".current-{os.getpid()}"
    beside.unlink(missing_ok=True)
    beside.symlink_to(name)
    beside.replace(root / CURRENT)
    _flush_folder(root)


def current(root: Path) -> Path | None:
    """The folder of the edition that is shown, or None."""
    link = root / CURRENT
    return link.resolve() if link.is_dir() else None


def read_manifest(folder: Path) -> Manifest:
    """Raises FileNotFoundError or ValueError."""
    return Manifest.from_bytes((folder / MANIFEST).read_bytes())


def sweep(root: Path, *, known: set[str]) -> list[str]:
    """Remove what was left half-way: hidden work folders, and numbered ones that nobody was told of."""
    gone = []
    for path in sorted(root.iterdir()):
        unfinished = path.name.startswith(".work-") or (path.name.isdigit() and path.name not in known)
        if unfinished and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
            gone.append(path.name)
        elif path.name.startswith(".current-"):
            path.unlink()
    return gone


def export(folder: Path, target: Path) -> Path:
    """Copy an edition to where a web server looks. ``target`` becomes a link that is switched in one step.

    Raises FileExistsError when ``target`` is something else than an earlier export, and never touches that.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100  resolve() would follow the link that is to be replaced
    store = target.parent / f".{target.name}-utgavor"
    if target.exists() and not (target.is_symlink() and target.resolve().parent == store):
        raise FileExistsError(target)
    store.mkdir(parents=True, exist_ok=True)
    with publishing(store):
        kept = store / f"{folder.name}-{sha256((folder / MANIFEST).read_bytes())[:12]}"
        if not kept.exists():
            work = Path(tempfile.mkdtemp(prefix=".work-", dir=store))
            try:
                _copy(folder, work)
                settle(work, kept)
            except BaseException:  # a disk that is full is not left so
                shutil.rmtree(work, ignore_errors=True)
                raise
        beside = target.parent / f".{target.name}-ny"
        beside.unlink(missing_ok=True)
        beside.symlink_to(Path(store.name) / kept.name)
        beside.replace(target)
        for old in store.iterdir():
            if old.is_dir() and old != kept:
                shutil.rmtree(old)
    return target


def _copy(folder: Path, target: Path) -> None:
    """Every file of an edition; stops at the first that cannot be written, and says which."""
    target.chmod(0o755)
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            (target / path.relative_to(folder)).mkdir()
        else:
            shutil.copyfile(path, target / path.relative_to(folder))


def verify(folder: Path) -> list[str]:
    """What is wrong with an edition's folder: files missing, altered or added; [] when it is whole."""
    try:
        manifest = read_manifest(folder)
    except (FileNotFoundError, ValueError) as error:
        return [f"{MANIFEST}: {error}"]
    found = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST
    }  # fmt: skip
    wrong = [
        name
        for name, digest in manifest.files.items()
        if name not in found or sha256(found[name].read_bytes()) != digest
    ]
    return sorted({*wrong, *(set(found) - set(manifest.files))})


def static_files(sources: Mapping[str, Path]) -> Iterator[tuple[str, bytes]]:
    """Assets to lie in the edition: path in the edition → file to copy."""
    for name, path in sorted(sources.items()):
        yield name, path.read_bytes()


def _safe(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or any(part in {"..", ".", ""} for part in path.parts) or "\x00" in name:
        raise ValueError(f"a page may not be written to {name!r}")
    return path


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
