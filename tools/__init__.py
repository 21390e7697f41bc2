"""What maintainers run, and no student needs: see ``python -m tools --help``."""
