// In JupyterLab an arrow key moves on to the next cell, "b" makes a new one, "d d" deletes one. It
// leaves alone what carries this mark, if the element in focus carries it itself; and it looks
// before any listener further in is asked. Keys with Ctrl, such as saving, stay JupyterLab's.
function keepKeys(root) {
  const guard = (event) => {
    if (!root.contains(event.target)) return;
    const theirs = event.ctrlKey || event.metaKey || event.altKey;
    event.target.toggleAttribute("data-lm-suppress-shortcuts", !theirs);
  };
  window.addEventListener("keydown", guard, true);
  return () => window.removeEventListener("keydown", guard, true);
}

