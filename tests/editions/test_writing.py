"""Files of an edition: whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kraftsamla.editions import writing

FILES = [("index.html", b"<p>hej</p>"), ("mal/1.2/index.html", "<p>mål</p>".encode())]


def edition(root: Path, number: int = 1, files: list[tuple[str, bytes]] | None = None) -> Path:
    work, hashes = writing.write_folder(root, files or FILES)
    manifest = writing.Manifest(writing.SCHEMA, number, "2021-11-10", "2021-11-10T12:00:00+01:00", "", "", 2, hashes)
    (work / writing.MANIFEST).write_bytes(manifest.to_bytes())
    target = writing.folder_of(root, number)
    writing.settle(work, target)
    return target


def test_a_folder_is_whole_and_can_be_checked(tmp_path: Path) -> None:
    folder = edition(tmp_path)
    assert folder.name == "0001"
    assert writing.verify(folder) == []
    assert (folder / "mal/1.2/index.html").read_text(encoding="utf-8") == "<p>mål</p>"


@pytest.mark.parametrize("harm", ["alter", "remove", "add"])
def test_harm_to_a_folder_is_found(tmp_path: Path, harm: str) -> None:
    folder = edition(tmp_path)
    name = {"alter": "index.html", "remove": "index.html", "add": "extra.html"}[harm]
    if harm == "remove":
        (folder / name).unlink()
    else:
        (folder / name).write_text("annat", encoding="utf-8")
    assert writing.verify(folder) == [name]


def test_a_failure_half_way_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield FILES[0]
        raise RuntimeError("strömmen gick")

    with pytest.raises(RuntimeError):
        writing.write_folder(tmp_path, broken())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../ute.html", "/etc/passwd", "a/../../b", "", "a\x00b"])
def test_no_page_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="may not be written"):
        writing.write_folder(tmp_path, [(name, b"x")])
    assert list(tmp_path.iterdir()) == []


def test_an_edition_is_never_written_over(tmp_path: Path) -> None:
    edition(tmp_path)
    work, _ = writing.write_folder(tmp_path, FILES)
    with pytest.raises(FileExistsError):
        writing.settle(work, writing.folder_of(tmp_path, 1))


def test_what_is_shown_is_switched_in_one_step(tmp_path: Path) -> None:
    assert writing.current(tmp_path) is None
    for number in (1, 2):
        edition(tmp_path, number)
        writing.point(tmp_path, f"{number:04d}")
        shown = writing.current(tmp_path)
        assert shown is not None
        assert shown.name == f"{number:04d}"


def test_sweeping_removes_what_nobody_was_told_of_and_nothing_else(tmp_path: Path) -> None:
    edition(tmp_path, 1)
    edition(tmp_path, 2)
    writing.write_folder(tmp_path, FILES)
    (tmp_path / "anteckning").mkdir()
    gone = writing.sweep(tmp_path, known={"0001"})
    assert gone[-1] == "0002"
    assert len(gone) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0001", "anteckning"]


def test_an_export_is_a_copy_that_is_switched_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "e").mkdir()
    first = edition(tmp_path / "e", 1)
    target = tmp_path / "webb"
    writing.export(first, target)
    assert writing.verify(target.resolve()) == []
    second = edition(tmp_path / "e", 2, [("index.html", b"ny")])
    writing.export(second, target)
    assert (target / "index.html").read_bytes() == b"ny"
    assert target.is_symlink()
    assert len([p for p in (tmp_path / ".webb-utgavor").iterdir() if p.is_dir()]) == 1


def test_an_export_never_touches_a_folder_of_somebody_elses(tmp_path: Path) -> None:
    folder = edition(tmp_path)
    target = tmp_path / "webb"
    target.mkdir()
    (target / "viktigt.txt").write_text("kvar", encoding="utf-8")
    with pytest.raises(FileExistsError):
        writing.export(folder, target)
    assert (target / "viktigt.txt").read_text(encoding="utf-8") == "kvar"


def test_a_manifest_of_another_kind_is_refused() -> None:
    for data in (b"{}", b"[1", b'{"schema": "annat"}'):
        with pytest.raises(ValueError, match=r"manifest|schema"):
            writing.Manifest.from_bytes(data)


def test_an_export_that_fails_half_way_leaves_the_earlier_one_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editions = [edition(tmp_path, number) for number in (1, 2)]
    target = writing.export(editions[0], tmp_path / "webb")
    copy = shutil.copyfile

    def full(source: Path, to: Path) -> None:
        if "mal" in source.parts:
            raise OSError(28, "No space left on device", str(to))
        copy(source, to)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space left on device"):
        writing.export(editions[1], target)
    assert (writing.verify(target), writing.read_manifest(target).number) == ([], 1)
    assert [path.name for path in sorted((tmp_path / ".webb-utgavor").iterdir()) if path.is_dir()] == [
        target.resolve().name
    ]
    monkeypatch.undo()
    assert writing.read_manifest(writing.export(editions[1], target)).number == 2
