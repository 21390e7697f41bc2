"""The version of this module, as every record of an answer names it."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.2.0"
