"""The doors of the workspace."""

from kraftsamla.portal.views.briefs import brief_area, brief_objective, brief_organisation
from kraftsamla.portal.views.coverage import coverage_page, weak_link_list
from kraftsamla.portal.views.days import my_day
from kraftsamla.portal.views.evidence import evidence_add, evidence_remove
from kraftsamla.portal.views.refusals import forbidden, not_found
from kraftsamla.portal.views.sheets import sheet_in, sheet_list, sheet_out, sheet_try

__all__ = [
    "brief_area", "brief_objective", "brief_organisation", "coverage_page", "evidence_add", "evidence_remove",
    "forbidden", "my_day", "not_found", "sheet_in", "sheet_list", "sheet_out", "sheet_try", "weak_link_list",
]  # fmt: skip
