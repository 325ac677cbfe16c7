"""What the register tells the apps above it, inside the deed's transaction.

``organisations_merged`` and ``people_merged`` are sent with ``kept``, ``gone`` and ``by``: whoever holds rows that
point at ``gone`` points them at ``kept`` instead. ``holder_forgotten`` is sent with ``email`` when an address is
erased: whoever keeps it blots it out.
"""

from __future__ import annotations

from django.dispatch import Signal

organisations_merged = Signal()
people_merged = Signal()
holder_forgotten = Signal()
