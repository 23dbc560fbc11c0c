"""A correction of the user's own, printed for a terminal."""

from rich.console import Console

from onrecord.publish.views.own_corrections import OwnCorrection


def show_correction(view: OwnCorrection, out: Console) -> None:
    """Print one correction and where it is kept."""
    listed = view.listed.value if view.listed else "not listed"
    what = "taken back" if view.undone else "entered"
    out.print(
        f"{view.correction_id} {what}: {view.rollcall_id}, {view.state}: {view.position.value} (listed: {listed})"
    )
    document = f"; document {view.document}" if view.document else ""
    out.print(f"  {view.reason} ({view.author}, {view.date}{document})", soft_wrap=True)
    out.print(f"  kept in {view.file}; your record is made anew with it", soft_wrap=True)
