"""How three positions become the ones that are fitted: in their order, or as two, as older methods have them.

An absence is never coded: it is no cell under any coding.
"""

from enum import StrEnum

import numpy as np

from onrecord.measures.ideal_points.cells import ABSTAIN, NO, Cells


class Coding(StrEnum):
    """Which positions are told apart."""

    ORDINAL = "yes < abstain < no"
    YES_OR_NOT = "yes v. not yes"
    """An abstention counts as no: support or none."""
    YES_OR_NO = "yes v. no"
    """Abstentions are left out, as W-NOMINATE and most programs for parliaments do."""


def coded(cells: Cells, coding: Coding) -> Cells:
    """Return the cells under a coding, with the same states and items.

    Under the two binary codings nobody abstains, so that the two cuts of an item come to stand close together: the
    probability left between them is under a hundredth where an item has twenty positions or more.
    """
    if coding is Coding.YES_OR_NOT:
        position = np.where(cells.position == ABSTAIN, NO, cells.position).astype(np.int8)
        return Cells(cells.state, cells.item, cells.period, position, cells.states, cells.items)
    if coding is Coding.YES_OR_NO:
        return cells.part(cells.position != ABSTAIN)
    return cells
