"""Who votes with whom: clusters of states, defection from a group, the outvoted, the nearest, who moved and when.

Every measure here takes a table of positions (``onrecord.record.position_table``) and returns its figures with n. The
roll calls of a selection are treated as draws from what the body could have voted on: an interval says how far a
figure would move with other roll calls of the same kind, not how far the record may be wrong. Roll calls on one text
are alike, so that intervals are rather too narrow than too wide.
"""
