"""The commands, one module for each noun; each has ``register`` to put its commands on the command line."""
