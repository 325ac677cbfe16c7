"""The doors of the workspace."""

from kraftsamla.portal.views.days import my_day
from kraftsamla.portal.views.evidence import evidence_add, evidence_remove
from kraftsamla.portal.views.refusals import forbidden, not_found

__all__ = ["evidence_add", "evidence_remove", "forbidden", "my_day", "not_found"]
