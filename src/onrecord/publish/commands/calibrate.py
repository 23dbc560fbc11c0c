"""The command that holds the sampler of ideal points against simulated panels."""

from typing import Annotated

import typer

from onrecord.publish.commands.options import AsJson, show


def register(app: typer.Typer) -> None:
    """Add the command ``calibrate``."""
    app.command()(calibrate)


def calibrate(
    states: Annotated[int, typer.Option(min=3, max=200, help="How many states vote in a simulated panel.")] = 12,
    items: Annotated[int, typer.Option(min=2, max=2000, help="On how many items they vote.")] = 40,
    periods: Annotated[int, typer.Option(min=1, max=100, help="Over how many periods; 1 is the static model.")] = 3,
    replications: Annotated[int, typer.Option(min=1, help="How many panels are simulated.")] = 100,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same result.")] = 20261122,
    json: AsJson = False,
) -> None:
    """Check by simulation that the full posterior of ideal points is drawn rightly: passed or not, and by how much."""
    from onrecord.measures.ideal_points.calibration import Design
    from onrecord.measures.ideal_points.calibration import calibrate as calibrated
    from onrecord.measures.ideal_points.options import Mode, Options
    from onrecord.publish.terminal.calibration import show_calibration
    from onrecord.publish.terminal.progress import Progress
    from onrecord.publish.views.calibration import calibration_view

    options = Options(mode=Mode.DYNAMIC if periods > 1 else Mode.STATIC, threads=1)
    progress = Progress("panels")
    try:
        found = calibrated(Design(states, items, periods, replications, seed, options), progress.at)
    finally:
        progress.end()
    show(calibration_view(found), json, show_calibration)
    if not found.passed:
        raise typer.Exit(1)
