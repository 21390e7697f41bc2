"""Keys that are meant for a form stay with it.

In JupyterLab an arrow key in a list leaves the form for the next cell, and a letter typed to find a
choice inserts a cell. A form with :class:`OwnKeys` in it keeps them.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets


class OwnKeys(anywidget.AnyWidget):
    """Nothing to see: keeps JupyterLab from taking the keys that are meant for the form.

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
