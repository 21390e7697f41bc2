"""What a form needs of the page it stands on: keys that stay with it, a button that waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import anywidget
import traitlets


class OwnKeys(anywidget.AnyWidget):
    """Nothing to see: keeps JupyterLab from taking the keys that are meant for the form.

    Without it an arrow key in a list leaves the form for the next cell, and a letter typed to find
    a choice inserts a cell.

    Parameters
    ----------
    within
        The class of the form's outermost element.
    """

    _esm = Path(__file__).with_name("keys.js").read_text("utf-8") + (
        "export default { render: ({ model, el }) => {"
        " el.style.display = 'none';"
        " const form = (node) => el.closest('.' + model.get('within'))?.contains(node);"
        " return keepKeys({ contains: form });"
        " } };"
    )
    within = traitlets.Unicode().tag(sync=True)


class Press(anywidget.AnyWidget):
    """A button that acts on what its form shows, and not on what the kernel knew a moment ago.

    Parameters
    ----------
    description
        What stands on it.
    does
        What it does.
    waits_for
        The form's fields: all that was chosen in them reaches the kernel first.
    """

    _esm = Path(__file__).with_name("press.js").read_text("utf-8")
    description = traitlets.Unicode().tag(sync=True)
    waits_for = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self, description: str, does: Callable[[], None], waits_for: Iterable[Any]
    ) -> None:
        super().__init__(description=description, waits_for=[field.model_id for field in waits_for])
        self._does = does
        self.on_msg(self._told)

    def _told(self, _widget: object, content: object, _buffers: object) -> None:
        if content == "press":
            self.click()

    def click(self) -> None:
        """Do what the button does."""
        self._does()
