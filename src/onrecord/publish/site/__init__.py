"""The whole site as files that any host can serve: every page asked of the real site, once, and written down."""
