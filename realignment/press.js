// A widget tells the kernel one change at a time, and holds back the next until that one is done. A
// button does not wait: pressed soon after a choice, it would act on the choice before. So this one
// waits until every field has told all, for ten seconds at the most. (The count of
// what is untold is ipywidgets' own; a test in a browser sees to it that it is still there.)
export default {
  render({ model, el }) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "lm-Widget jupyter-widgets jupyter-button widget-button mod-primary";
    button.textContent = model.get("description");
    button.addEventListener("click", async () => {
      const fields = await Promise.all(
        model.get("waits_for").map((id) => model.widget_manager.get_model(id)),
      );
      for (let i = 0; i < 500 && fields.some((field) => field._pending_msgs > 0); i += 1) {
        await new Promise((done) => setTimeout(done, 20));
      }
      model.send("press");
    });
    el.append(button);
  },
};
