"""onrecord: what each state promised and did at the UN Human Rights Council, every fact with its source."""

__version__ = "0.2.0"
