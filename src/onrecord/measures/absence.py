"""How an absence enters a measure that has no answer of its own to it.

An absence has no reason in the record. The field leaves it out as missing (Bailey, Strezhnev and Voeten, "Estimating
Dynamic State Preferences from United Nations Voting Data", Journal of Conflict Resolution 61, 2017); read as an
abstention it makes those who are often away look moderate. The second is here to show how much hangs on the first.
"""

from dataclasses import replace
from enum import StrEnum

import numpy as np

from onrecord.record.position_table import Code, PositionTable


class Absence(StrEnum):
    """What becomes of an absence."""

    LEFT_OUT = "absences left out"
    ABSTENTION = "absences counted as abstentions"


def coded(table: PositionTable, absence: Absence) -> PositionTable:
    """Return a table as a measure takes it; the same table where absences are left out.

    Only a listed absence is read otherwise: where a position is not in the record, it stays so.
    """
    if absence is Absence.LEFT_OUT:
        return table
    codes = np.where(table.codes == Code.ABSENT, np.int8(Code.ABSTAIN), table.codes)
    codes.flags.writeable = False
    return replace(table, codes=codes)
