// The evidence explorer's drawing. Which ties there are, and every word, comes from widget.py:
// `chart` (what does not change) and `snapshot` (what the controls ask for). This file draws both.
// All text enters the page through text nodes, so markup in an article is shown and never run.
// keepKeys() stands in keys.js, which widget.py puts in front of this file.

const SVG = "http://www.w3.org/2000/svg";
const NODE = 6; // radius of an actor's dot, px
const ROW = 24; // least height for one label, px
const PATIENCE = 2000; // how long to wait for the kernel before saying so, ms
const LETTER = 6.6; // width of a letter of a label, px

function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

// ---------------------------------------------------------------- geometry

function frame(chart, width) {
  const rows = Math.ceil(chart.actors.length / 2);
  const height = Math.max(rows * ROW + 40, Math.min(width * 0.75, 460), 240);
  const longest = Math.max(...chart.actors.map((actor) => actor.name.length));
  const margin = Math.min(longest * LETTER + 2 * NODE + 8, width * 0.33);
  const place = new Map(
    chart.actors.map((actor) => [
      actor.id,
      {
        x: width / 2 + actor.x * (width / 2 - margin),
        y: height / 2 - actor.y * (height / 2 - 20),
      },
    ]),
  );
  return { width, height, place, letters: Math.floor((margin - 2 * NODE - 8) / LETTER + 1) };
}

// A tie bends towards the centre, so that neighbours on the rim are not joined along the rim.
function curve(from, to, sheet, shift = 0) {
  const centre = { x: sheet.width / 2, y: sheet.height / 2 };
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const bend = { x: (middle.x + centre.x) / 2, y: (middle.y + centre.y) / 2 };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const side = { x: (-(to.y - from.y) / length) * shift, y: ((to.x - from.x) / length) * shift };
  const at = (p) => `${(p.x + side.x).toFixed(1)} ${(p.y + side.y).toFixed(1)}`;
  return {
    path: `M${at(from)}Q${at(bend)} ${at(to)}`,
    middle: { x: (middle.x + bend.x) / 2, y: (middle.y + bend.y) / 2 },
  };
}

// ---------------------------------------------------------------- lines and their legend

function strokes(tie, path) {
  const sure = tie.sure ? "" : " rr-unsure";
  const style = tie.width ? `stroke-width: ${tie.width}px` : null; // else as the style sheet says
  const line = (kind, shift) =>
    draw("path", { class: `rr-line rr-${kind}${sure}`, style, d: path(shift) });
  const dots = (shift) => draw("path", { class: "rr-cosigned", d: path(shift) });
  const made = tie.cosigned ? [dots(-5), dots(5)] : [];
  if (tie.sign === 0) return [...made, line("friendly", -3), line("hostile", 3)];
  return [...made, line(tie.sign > 0 ? "friendly" : "hostile", 0)];
}

function legend(entries) {
  const sample = (entry) => {
    const picture = draw("svg", { width: 44, height: 16, "aria-hidden": "true" });
    picture.append(...strokes(entry, (shift) => `M2 ${8 + shift}H42`));
    if (!entry.sure) picture.append(mark(22, 8, "?"));
    return make("li", {}, picture, make("span", {}, entry.words));
  };
  return make("ul", { class: "rr-legend", "aria-label": "Legend" }, ...entries.map(sample));
}

function mark(x, y, words) {
  return draw("text", { class: "rr-mark", x: x.toFixed(1), y: (y + 4).toFixed(1) }, words);
}

// ---------------------------------------------------------------- the graph

function graph(model, chart) {
  const ties = draw("g", { role: "listbox", "aria-label": "Ties", class: "rr-ties" });
  const actors = draw("g", { class: "rr-actors", "aria-hidden": "true" });
  const picture = draw("svg", { class: "rr-svg" }, ties, actors);
  const node = make("div", { class: "rr-graph" }, picture);
  const drawn = new Map(); // key of a tie → its <g>, so that the focus outlives a new snapshot
  let sheet = frame(chart, 600);

  function select(key) {
    model.set("selected", key);
    model.save_changes();
  }

  function move(event) {
    const keys = model.get("snapshot").ties.map((tie) => tie.key);
    const now = keys.indexOf(event.target.dataset.key);
    const next = {
      ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1,
      Home: 0, End: keys.length - 1,
    }[event.key];
    if (event.key === "Enter" || event.key === " ") select(keys[now]);
    else if (event.key === "Escape") select("");
    else if (next === undefined) return;
    else drawn.get(keys[(next + keys.length) % keys.length]).focus();
    event.preventDefault();
  }
  ties.addEventListener("keydown", move);
  ties.addEventListener("click", (event) => {
    const hit = event.target.closest("[data-key]");
    if (hit) select(hit.dataset.key);
  });
  // Not on the <g> itself: Chromium lets the Tab key stop at an SVG element that listens for focus.
  node.addEventListener("focusin", (event) => select(event.target.dataset.key));

  function one(tie) {
    let group = drawn.get(tie.key);
    if (!group) {
      group = draw("g", { class: "rr-tie", role: "option", "data-key": tie.key });
      drawn.set(tie.key, group);
    }
    const state = `${tie.label} ${sheet.width}`; // all that its drawing depends on
    if (group.dataset.state === state) return group;
    group.dataset.state = state;
    const [from, to] = [sheet.place.get(tie.source), sheet.place.get(tie.target)];
    const { path, middle } = curve(from, to, sheet);
    const at = (shift) => curve(from, to, sheet, shift).path;
    group.setAttribute("aria-label", tie.label);
    group.replaceChildren(
      draw("title", {}, tie.label),
      draw("path", { class: "rr-halo", d: path }),
      ...strokes(tie, at),
      ...(tie.mark ? [mark(middle.x, middle.y, tie.mark)] : []),
      draw("path", { class: "rr-hit", d: path }),
    );
    return group;
  }

  function update() {
    const snapshot = model.get("snapshot");
    const groups = snapshot.ties.map(one);
    const keys = new Set(snapshot.ties.map((tie) => tie.key));
    for (const [key, group] of drawn) {
      if (!keys.has(key)) {
        group.remove();
        drawn.delete(key);
      }
    }
    groups.forEach((group, i) => {
      // Moving a node in the document takes its focus away: only put in place what is not there.
      if (ties.children[i] !== group) ties.insertBefore(group, ties.children[i] ?? null);
    });
    // An empty listbox has nothing to choose from, and is hidden from assistive technology.
    ties.setAttribute("role", groups.length ? "listbox" : "presentation");
    choose();
  }

  function choose() {
    const selected = model.get("selected");
    const [first] = drawn.has(selected) ? [selected] : model.get("snapshot").ties.map((t) => t.key);
    for (const [key, group] of drawn) {
      group.setAttribute("tabindex", key === first ? 0 : -1);
      group.setAttribute("aria-selected", key === selected);
    }
    const tied = new Set(model.get("snapshot").ties.flatMap((tie) => [tie.source, tie.target]));
    const ends = new Set(drawn.has(selected) ? selected.split("|") : []);
    for (const actor of actors.children) {
      actor.classList.toggle("rr-alone", !tied.has(actor.dataset.id));
      actor.classList.toggle("rr-end", ends.has(actor.dataset.id));
    }
  }

  function name(actor) {
    const { x, y } = sheet.place.get(actor.id);
    const left = actor.x < 0;
    const cut = actor.name.length > sheet.letters;
    const shown = cut ? `${actor.name.slice(0, sheet.letters - 1)}…` : actor.name;
    return draw(
      "g",
      { "data-id": actor.id },
      draw("title", {}, actor.name),
      draw("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: NODE }),
      draw(
        "text",
        { x: (x + (left ? -1 : 1) * (NODE + 5)).toFixed(1), y: (y + 4).toFixed(1),
          "text-anchor": left ? "end" : "start" },
        shown,
      ),
    );
  }

  function resize() {
    const width = node.clientWidth;
    if (!width) return;
    sheet = frame(chart, width);
    fill(picture, { width, height: sheet.height, viewBox: `0 0 ${width} ${sheet.height}` }, []);
    actors.replaceChildren(...chart.actors.map(name));
    update();
  }

  const observer = new ResizeObserver(resize);
  observer.observe(node);
  return { node, update, choose, stop: () => observer.disconnect() };
}

// ---------------------------------------------------------------- the panel

function panel(model, chart) {
  const node = make("div", {
    class: "rr-panel", role: "group", tabindex: 0, "aria-label": "What supports the tie",
  });

  function card(id) {
    const { heading, text, url, facts, alternatives } = chart.cards[id];
    const [before, quote, after] = text;
    const quoted = make("blockquote", { dir: "auto" }, before);
    if (quote) quoted.append(make("mark", {}, quote), after);
    const list = make("dl", {});
    for (const [term, words] of facts) {
      list.append(make("dt", {}, term), make("dd", {}, make("bdi", {}, words)));
    }
    if (url) {
      const link = make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url);
      list.append(make("dt", {}, "Address"), make("dd", {}, link));
    }
    if (alternatives.length) {
      const others = alternatives.map((words) => make("li", {}, make("bdi", {}, words)));
      list.append(
        make("dt", {}, "Can also be coded"),
        make("dd", {}, make("ul", {}, ...others)),
      );
    }
    return make("li", {}, make("p", { class: "rr-card-heading" }, heading), quoted, list);
  }

  const heading = (words) => make("p", { class: "rr-panel-heading" }, make("bdi", {}, words));
  const hint = (words) => make("p", { class: "rr-hint" }, words);
  const names = new Map(chart.actors.map((actor) => [actor.id, actor.name]));
  const pair = (key) => key.split("|").map((id) => names.get(id)).join(" – ");

  // What the rule leaves out of the sign is still evidence: one step further away, but there.
  function aside(tie) {
    return make(
      "details",
      { class: "rr-aside" },
      make("summary", {}, tie.set_aside),
      make("ol", { class: "rr-cards" }, ...tie.against.map(card)),
    );
  }

  function update() {
    const selected = model.get("selected");
    const snapshot = model.get("snapshot");
    const tie = snapshot.ties.find((candidate) => candidate.key === selected);
    if (!tie) {
      node.replaceChildren(...(selected ? [heading(pair(selected)), hint(chart.no_tie)] : []));
      node.append(hint(chart.hint));
      return;
    }
    node.replaceChildren(
      heading(tie.pair),
      make("p", { class: "rr-panel-words" }, tie.words),
      make("ol", { class: "rr-cards" }, ...tie.events.map(card)),
      ...(tie.against.length ? [aside(tie)] : []),
    );
  }
  return { node, update };
}

// ---------------------------------------------------------------- the controls

function controls(model, chart, asked) {
  const unique = `rr-${Math.random().toString(36).slice(2)}`;
  const updates = [];

  function set(name, value) {
    if (model.get(name) === value) return;
    model.set(name, value);
    model.save_changes();
    asked();
  }

  function choice(name, label, choices) {
    const id = `${unique}-${name}`;
    const options = choices.map(([value, words]) => make("option", { value }, words));
    const field = make("select", { id }, ...options);
    field.addEventListener("change", () => set(name, field.value));
    updates.push(() => (field.value = model.get(name)));
    return make("div", { class: "rr-field" }, make("label", { for: id }, label), field);
  }

  function tick(name, label) {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", () => set(name, box.checked));
    updates.push(() => (box.checked = model.get(name)));
    return make("label", { class: "rr-tick" }, box, label);
  }

  function dates() {
    const last = chart.steps.length - 1;
    const id = `${unique}-step`;
    const slider = make("input", { type: "range", id, min: 0, max: last, step: 1 });
    const shown = make("span", { class: "rr-date" });
    const earlier = make("button", { type: "button", "aria-label": "Previous change" }, "◀");
    const later = make("button", { type: "button", "aria-label": "Next change" }, "▶");
    slider.addEventListener("input", () => set("step", Number(slider.value)));
    earlier.addEventListener("click", () => set("step", Math.max(0, model.get("step") - 1)));
    later.addEventListener("click", () => set("step", Math.min(last, model.get("step") + 1)));
    updates.push(() => {
      const step = model.get("step");
      slider.value = step;
      slider.setAttribute("aria-valuetext", chart.steps[step]);
      shown.textContent = chart.steps[step];
      // A button that is switched off loses the focus: these stay on and say that they are at the end.
      earlier.setAttribute("aria-disabled", step === 0);
      later.setAttribute("aria-disabled", step === last);
    });
    return make(
      "div",
      { class: "rr-dates" },
      make("label", { for: id }, "Date"), earlier, slider, later, shown,
    );
  }

  const fields = [
    choice("source", chart.source_label, chart.sources),
    choice("least", "How sure", chart.certainties),
    choice("rule", "If acts disagree", chart.rules),
  ];
  if (chart.cosigned) fields.push(tick("cosign", chart.cosign_label));
  const node = make(
    "div", { class: "rr-controls" }, dates(), make("div", { class: "rr-fields" }, ...fields),
  );
  return { node, update: () => updates.forEach((update) => update()) };
}

// ---------------------------------------------------------------- all of it

function render({ model, el }) {
  const chart = model.get("chart");
  const late = make("p", { class: "rr-late", role: "status" });
  let timer;
  const asked = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (late.textContent = chart.late), PATIENCE);
  };
  const settings = controls(model, chart, asked);
  const network = graph(model, chart);
  const evidence = panel(model, chart);
  const words = make("p", { class: "rr-words", role: "status" });
  const root = make(
    "div",
    { class: "rr-explorer", role: "group", "aria-label": chart.title },
    settings.node,
    words,
    make(
      "div",
      { class: "rr-body" },
      make("div", {}, network.node, legend(chart.legend)),
      evidence.node,
    ),
    late,
  );

  const redraw = () => {
    clearTimeout(timer);
    late.textContent = "";
    words.textContent = model.get("snapshot").words;
    network.update();
    evidence.update();
  };
  const reselect = () => {
    network.choose();
    evidence.update();
  };
  model.on("change:snapshot", redraw);
  model.on("change:selected", reselect);
  for (const name of ["step", "source", "least", "rule", "cosign"]) {
    model.on(`change:${name}`, settings.update);
  }
  el.append(root);
  const release = keepKeys(root);
  settings.update();
  redraw();
  return () => {
    clearTimeout(timer);
    release();
    network.stop();
  };
}

export default { render };
