"""How quick things are: scripts that measure and print. CI does not time."""
