"""Pages of HTML in a folder, for the tests of what is handed out."""

from __future__ import annotations

import re
from pathlib import Path


def read(folder: Path) -> dict[str, str]:
    """Return every page of a folder: its name, with forward slashes, to its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.html")
    }


def dangling(pages: dict[str, str]) -> list[str]:
    """Return the links that lead to no page among these."""
    found = []
    for name, text in pages.items():
        for target in re.findall(r'href="([^"#:]+?)(?:#[^"]*)?"', text):
            parts: list[str] = name.split("/")[:-1]
            for part in target.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            if "/".join(parts) not in pages:
                found.append(f"{name}: {target}")
    return found
