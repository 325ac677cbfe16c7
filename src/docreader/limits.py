"""Limits of memory and processor time for the process that reads, where the platform has them."""

from __future__ import annotations

try:
    import resource
except ImportError:  # Windows has no such module; there the parent's clock is the only limit.
    resource = None  # type: ignore[assignment]  # a missing module is None


def limit_this_process(*, seconds: int, memory_mb: int) -> None:
    """Let the operating system stop this process beyond ``seconds`` of processor time or ``memory_mb`` of memory,
    and keep it from writing files or starting others' core dumps."""
    if resource is None:
        return
    for kind, soft in (
        (resource.RLIMIT_AS, memory_mb * 1024 * 1024),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        ceiling = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        try:
            resource.setrlimit(kind, (ceiling, hard))
        except (ValueError, OSError):
            continue
