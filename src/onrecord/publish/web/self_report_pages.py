"""The pages of what states say of themselves, and of the roles they held."""

from fastapi import APIRouter

from onrecord.publish.listed.self_reports import self_report_rows, self_reports_rows
from onrecord.publish.views.self_reports import (
    PATH,
    SelfReportList,
    SelfReportRecord,
    self_report_list,
    self_report_record,
)
from onrecord.publish.web.answers import Moved, Opened, page
from onrecord.publish.web.list_data import rows_at

router = APIRouter()


@page(router, PATH, "self_reports.html")
@rows_at(router, PATH, self_reports_rows)
def self_reports(record: Opened) -> SelfReportList:
    """The states with a statement about themselves or a role in the record, and all roles."""
    return self_report_list(record)


@page(router, f"{PATH}/{{asked}}", "self_report.html")
@rows_at(router, f"{PATH}/{{asked}}", self_report_rows)
def self_report(record: Opened, asked: str) -> SelfReportRecord:
    """What a state says of itself beside the record, and the roles it held."""
    found = self_report_record(record, asked)
    if found.page != f"{PATH}/{asked}":
        raise Moved(found.page)
    return found
