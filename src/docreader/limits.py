"""Limits of memory and processor time for the process that reads, where the platform has them."""

from __future__ import annotations

import os
import stat

try:
    import resource
except ImportError:  # Windows has no such module; there the parent's clock is the only limit.
    resource = None  # type: ignore[assignment]  # a missing module is None


def limit_this_process(*, seconds: int, memory_mb: int) -> None:
    """Let the operating system stop this process beyond ``seconds`` of processor time or ``memory_mb`` of memory,
    and keep it from writing files, save the one that its answer is sent to, and from dumping core."""
    if resource is None:
        return
    limits = [(resource.RLIMIT_AS, memory_mb * 1024 * 1024), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)]
    if not _answers_into_file():
        limits.append((resource.RLIMIT_FSIZE, 0))
    for kind, soft in limits:
        _, hard = resource.getrlimit(kind)
        ceiling = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        try:
            resource.setrlimit(kind, (ceiling, hard))
        except (ValueError, OSError):
            continue


def _answers_into_file() -> bool:
    """``python -m docreader FILE > answer.json``: a limit on the size of files would forbid the answer itself."""
    for stream in (1, 2):
        try:
            if stat.S_ISREG(os.fstat(stream).st_mode):
                return True
        except OSError:
            continue
    return False
