"""Ideal points: where states stand on one line, so that the votes they cast are as likely as can be.

The model is the field's standard for the United Nations, ordinal probit with ideal points that walk from session to
session (Bailey, Strezhnev and Voeten, "Estimating Dynamic State Preferences from United Nations Voting Data", Journal
of Conflict Resolution 61, 2017).
"""
