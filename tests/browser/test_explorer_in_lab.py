"""The evidence explorer as a student meets it: by pointer, by keys alone, without a kernel."""

from __future__ import annotations

import re

import lab
import nbformat
import pytest
from playwright.sync_api import Page, expect

from realignment import load_case

CASE = """
from realignment import load_case, ties
from realignment.explorer import Explorer
case = load_case("niger_2024")
pairs = ties.dyads(ties.signed(case.events), case.actors)
explorer = Explorer(pairs, case.events, case.sentences, case.actors)
explorer
"""
RECORD = """
from realignment.record import load_record
record = load_record()
known = ties.dyads(record.timeline, record.actors, cosign=True)
wider = Explorer(known, record.timeline, actors=record.actors)
wider
"""
TAB_STOPS = 15
"""More than enough to walk from the first control to the panel."""

ON_THE_LINE = """(tie, part) => {
    const line = tie.querySelector('.rr-hit');
    const p = line.getPointAtLength(line.getTotalLength() * part);
    const screen = line.getScreenCTM();
    return [p.x * screen.a + screen.e, p.y * screen.d + screen.f];
}"""


@pytest.fixture(scope="module")
def notebook(server) -> str:
    """Write a notebook with both kinds of explorer."""
    lab.write_notebook(server.folder / "notebooks" / "explorer.ipynb", CASE, RECORD)
    return "notebooks/explorer.ipynb"


@pytest.fixture(scope="module")
def in_lab(browser, server, notebook):
    """Open it once, for many tests."""
    page = browser.new_page()
    page.set_default_timeout(20_000)
    seen = lab.watch(page)
    lab.open_notebook(page, server, notebook)
    yield page, seen
    lab.close_notebook(page)
    page.close()


@pytest.fixture
def opened(in_lab):
    """Run it afresh; whatever a test does, no error of ours and nothing to the outside."""
    page, seen = in_lab
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(reduced_motion="no-preference")
    assert lab.run_all(page)
    expect(page.locator(".rr-explorer")).to_have_count(2)
    yield page
    assert seen.errors == []
    assert seen.outside == []


def of_case(page: Page):
    return page.locator(".rr-explorer").first


def of_record(page: Page):
    return page.locator(".rr-explorer").nth(1)


def click(page: Page, tie) -> None:
    """Click on the line itself: the middle of the box around a curve is not on it."""
    tie.scroll_into_view_if_needed()
    for part in (0.5, 0.3, 0.7, 0.2, 0.8):  # where no other line lies on top
        x, y = tie.evaluate(ON_THE_LINE, part)
        key = page.evaluate(
            "([x, y]) => document.elementFromPoint(x, y)?.closest('[data-key]')?.dataset.key",
            [x, y],
        )
        if key == tie.get_attribute("data-key"):
            page.mouse.click(x, y)
            return
    raise AssertionError("the line lies wholly under others")


def test_a_click_on_a_tie_shows_the_sentence_behind_it(opened):
    root = of_case(opened)
    click(opened, root.get_by_role("option", name="Niger – United States"))
    panel = root.get_by_role("group", name="What supports the tie")
    expect(panel).to_contain_text("hostile, certain, 9 events")
    case = load_case("niger_2024")
    text = case.sentences.set_index("sentence")["text"][2]
    card = panel.locator("li", has_text="E04").first
    expect(card.locator("blockquote")).to_have_text(text)
    quote = case.events.set_index("event_id").at["E04", "quote"]
    expect(card.locator("mark")).to_have_text(quote)
    expect(card).to_contain_text("Whose wordthe story itself")
    expect(card).to_contain_text("certain (CT+)")
    expect(card).to_contain_text("coders B, C and D put the junta down as the military")


def test_a_tie_of_the_record_shows_source_lineage_and_check(opened):
    root = of_record(opened)
    click(opened, root.get_by_role("option", name="Niger – Russia"))
    card = root.locator(".rr-cards > li").first
    for words in ("Niamey Info", "Goes back to", "ANP (official agency)", "seen in the source"):
        expect(card).to_contain_text(words)
    link = card.get_by_role("link")
    assert link.get_attribute("href").startswith("https://")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_all_of_it_by_keyboard_alone(opened):
    root, keys = of_case(opened), opened.keyboard
    cell = """() => [window.jupyterapp.shell.currentWidget.content.activeCellIndex,
        window.jupyterapp.shell.currentWidget.content.widgets.length]"""
    root.get_by_role("slider", name="Date").focus()
    before = opened.evaluate(cell)
    keys.press("Home")
    expect(root.locator(".rr-words")).to_contain_text("As of 31 March 2023")
    keys.press("ArrowDown")
    keys.press("b")  # would insert a cell
    keys.press("End")
    expect(root.locator(".rr-words")).to_contain_text("Whole time")

    names = []
    for _ in range(TAB_STOPS):
        keys.press("Tab")
        role = opened.evaluate("() => document.activeElement.getAttribute('role')")
        if role == "option":
            break
        names.append(opened.evaluate("() => document.activeElement.tagName"))
    assert names == ["BUTTON", "SELECT", "SELECT", "SELECT"]
    label = "() => document.activeElement.getAttribute('aria-label')"
    walked = [opened.evaluate(label)]
    while not walked[-1].startswith("Niger – United States") and len(walked) < 10:
        keys.press("ArrowDown")
        walked.append(opened.evaluate(label))
    assert walked[-1] == "Niger – United States, hostile, certain, 9 events"
    assert len(set(walked)) == len(walked) == 7, "each tie once"
    halo = "() => getComputedStyle(document.activeElement.querySelector('.rr-halo')).stroke"
    assert opened.evaluate(halo) not in {"none", "rgba(0, 0, 0, 0)"}, "the focus can be seen"
    expect(root.locator("mark").first).to_be_visible()
    keys.press("Tab")
    assert opened.evaluate(label) == "What supports the tie"
    keys.press("PageDown")
    opened.wait_for_function("() => document.activeElement.scrollTop > 0")
    keys.press("Shift+Tab")
    keys.press("b")
    keys.press("Escape")
    expect(root.locator(".rr-panel")).to_contain_text("Click a line")
    assert opened.evaluate(cell) == before, "a key reached the notebook"


def test_the_date_moves_from_change_to_change(opened):
    root = of_record(opened)
    slider = root.get_by_role("slider", name="Date")
    last = int(slider.get_attribute("max"))
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^\d+ [A-Z][a-z]+ 202\d$"))
    click(opened, root.get_by_role("option", name="Niger – Russia"))
    root.get_by_role("button", name="Previous change").click()
    assert slider.input_value() == str(last - 1)
    slider.fill("0")
    expect(root.get_by_role("status").first).to_contain_text("1 friendly and 0 hostile ties")
    expect(root.locator(".rr-tie")).to_have_count(1)
    expect(root.locator(".rr-panel")).to_contain_text("Niger – Russia")
    expect(root.locator(".rr-panel")).to_contain_text("Nothing is recorded between the two")
    expect(root.get_by_role("button", name="Previous change")).to_have_attribute(
        "aria-disabled", "true"
    )
    slider.fill(str(last))
    expect(root.locator(".rr-panel")).to_contain_text(re.compile(r"friendly, certain, \d+ events"))


def test_actors_stay_where_they_are(opened):
    root = of_record(opened)
    places = (
        "g => [...g.querySelectorAll('circle')].map(c => [c.cx.baseVal.value, c.cy.baseVal.value])"
    )
    before = root.locator(".rr-actors").evaluate(places)
    root.get_by_role("slider", name="Date").fill("5")
    root.get_by_label("If acts disagree").select_option("both")
    expect(root.get_by_role("status").first).to_contain_text("As of")
    assert root.locator(".rr-actors").evaluate(places) == before


def test_filters_ask_python_and_python_knows_what_was_chosen(opened):
    root = of_case(opened)
    tie = root.get_by_role("option", name="Niger – United States")
    root.get_by_label("If acts disagree").select_option("both")
    expect(tie).to_have_attribute("aria-label", re.compile("mixed, certain, 15 events"))
    assert tie.locator(".rr-friendly").count() == tie.locator(".rr-hostile").count() == 1
    root.get_by_label("How sure").select_option("CT+")
    expect(root.get_by_role("option", name="Niger – Russia")).to_have_count(0)
    root.get_by_label("Whose word").select_option("NER_CNSP")
    expect(root.locator(".rr-tie")).to_have_count(1)
    kernel = "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel"
    said = opened.evaluate(
        f"""async () => {{
            const asked = {kernel}.requestExecute({{ code: '', user_expressions: {{
                said: 'explorer.rule, explorer.least, explorer.source' }} }});
            return (await asked.done).content.user_expressions.said.data['text/plain'];
        }}"""
    )
    assert said == "('both', 'CT+', 'NER_CNSP')"


def test_ties_by_co_signature_are_marked_and_can_be_switched_off(opened):
    root = of_record(opened)
    marked = root.locator(".rr-tie:has(.rr-cosigned)")
    expect(marked.first).to_have_attribute("aria-label", re.compile("made by signing together"))
    assert marked.first.locator(".rr-cosigned").count() == 2
    root.get_by_label("ties made by signing together").uncheck()
    expect(marked).to_have_count(0)


def test_sign_and_certainty_do_not_rest_on_colour(opened):
    root = of_case(opened)
    dashes = "line => getComputedStyle(line).strokeDasharray"
    assert root.locator(".rr-ties .rr-friendly").first.evaluate(dashes) == "none"
    assert root.locator(".rr-ties .rr-hostile").first.evaluate(dashes) != "none"
    unsure = root.get_by_role("option", name="Mali – Russia")
    expect(unsure).to_have_attribute("aria-label", re.compile("probable"))
    assert unsure.locator("text").text_content() == "?"
    width = "line => parseFloat(getComputedStyle(line).strokeWidth)"
    sure = root.get_by_role("option", name="France – Niger")
    thin, thick = (t.locator(".rr-line").evaluate(width) for t in (unsure, sure))
    assert thin < thick
    assert sure.locator(".rr-hit").evaluate(width) >= 16, "wide enough to hit"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_it_can_be_read_by_all_in_each_theme_and_width(opened, theme, width):
    opened.set_viewport_size({"width": width, "height": 900})
    opened.evaluate(
        "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme
    )
    light = "true" if theme.endswith("Light") else "false"
    expect(opened.locator(f"body[data-jp-theme-light={light}]")).to_have_count(1)
    for root, name in (
        (of_case(opened), "Niger – United States"),
        (of_record(opened), "Niger – Russia"),
    ):
        root.get_by_role("option", name=name).focus()
        expect(root.locator(".rr-cards li").first).to_be_visible()
        wide, inner = root.evaluate("node => [node.scrollWidth, node.clientWidth]")
        assert wide <= inner, "no scrolling sideways"
        graph, panel = root.locator(".rr-graph").bounding_box(), root.locator(".rr-panel")
        below = panel.bounding_box()["y"] >= graph["y"] + graph["height"]
        assert below == (width < 700)
        labels = root.locator(".rr-actors text").evaluate_all(
            "texts => texts.map(t => t.getBoundingClientRect()).map(box => [box.left, box.right])"
        )
        assert min(left for left, _ in labels) >= graph["x"] - 1
        assert max(right for _, right in labels) <= graph["x"] + graph["width"] + 1
    assert lab.violations(opened, ".rr-explorer") == []


def test_who_asks_for_less_motion_gets_none(opened):
    tie = of_case(opened).locator(".rr-tie").first
    motion = "tie => getComputedStyle(tie).animationName"
    assert tie.evaluate(motion) != "none"
    opened.emulate_media(reduced_motion="reduce")
    assert tie.evaluate(motion) == "none"


def test_after_a_restart_it_says_so_and_goes_on(opened):
    root = of_case(opened)
    opened.evaluate(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
    )
    root.get_by_label("If acts disagree").select_option("both")
    expect(root.locator(".rr-late")).to_contain_text("run the cell again")
    assert lab.run_all(opened)
    root.get_by_label("If acts disagree").select_option("both")
    expect(root.get_by_role("option", name="Niger – United States, mixed")).to_have_count(1)
    expect(root.locator(".rr-late")).to_be_empty()


# --- without a kernel -------------------------------------------------------------------------


def stored(server, name: str, keep_view: bool) -> nbformat.NotebookNode:
    """Return the notebook with outputs, as Jupyter (or our own writer) leaves it."""
    path = server.folder / name
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        for output in cell.outputs:
            if not keep_view:
                output.data.pop("application/vnd.jupyter.widget-view+json")
    return notebook


@pytest.fixture(scope="module")
def saved(browser, server, notebook) -> str:
    """Run the notebook once and save it with its outputs."""
    page = browser.new_page()
    lab.open_notebook(page, server, notebook)
    assert lab.run_all(page)
    page.locator(".rr-explorer").nth(1).wait_for()
    lab.run(page, "docmanager:save")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    lab.close_notebook(page)
    page.close()
    return notebook


@pytest.mark.parametrize("kernel", [True, False], ids=["kernel", "no-kernel"])
def test_a_notebook_just_opened_shows_the_static_twin(page, server, saved, kernel):
    notebook = stored(server, saved, keep_view=not kernel)
    if not kernel:
        notebook.metadata.kernelspec.name = "not-installed"
    nbformat.write(notebook, server.folder / "notebooks" / "twin.ipynb")
    seen = lab.watch(page)
    page.goto(f"{server.url}/doc/tree/notebooks/twin.ipynb?token={lab.TOKEN}&reset")
    expect(page.locator(".rr-twin img")).to_have_count(2)
    expect(page.locator(".rr-explorer")).to_have_count(0)
    picture = page.locator(".rr-twin img").first
    assert picture.evaluate("image => image.complete && image.naturalWidth > 300")
    words = "6 actors; 3 friendly and 4 hostile ties"
    expect(page.locator(".rr-twin figcaption").first).to_contain_text(words)
    assert words in picture.get_attribute("alt")
    page.locator(".rr-twin summary").first.click()
    expect(page.locator(".rr-twin table").first).to_contain_text("Burkina Faso")
    assert lab.violations(page, ".rr-twin") == []
    assert seen.errors == [] and seen.outside == []
    lab.close_notebook(page)


def test_an_exported_page_shows_the_static_twin(page, server, saved, tmp_path):
    notebook = stored(server, saved, keep_view=True)
    nbformat.write(notebook, tmp_path / "page.ipynb")
    page.route(re.compile("^https?:"), lambda route: route.abort())
    page.goto(lab.export(tmp_path / "page.ipynb", tmp_path).as_uri())
    expect(page.locator(".rr-twin img")).to_have_count(2)
    assert lab.violations(page, ".rr-twin") == []


# --- untrusted text ---------------------------------------------------------------------------

HOSTILE = r"""
import pandas as pd
from realignment import ties
from realignment.explorer import Explorer
bad = [
    "<script>window.hit = 1</script>", "<img src=x onerror='window.hit = 1'>",
    "javascript:window.hit=1", "a\u202eb\u2066c\x07d", "$x^2$",
]
text = " ".join(bad)
events = pd.DataFrame({
    "event_id": ["E1"], "actor": ["A"], "recipient": ["B"], "action": [text], "kind": ["event"],
    "event_type": ["REJECT"], "date": ["2024-01-01"], "certainty": ["CT+"], "sign": [-1],
    "sign_rule": ["refusal"], "source_title": [text], "source_publisher": [bad[0]],
    "source_date": [bad[1]], "source_url": ["javascript:window.hit=1"], "lineage": [bad[0]],
    "verified": ["yes"], "note": [text],
})
actors = pd.DataFrame({"actor_id": ["A", "B"], "name": bad[:2], "level": "state", "parent": ""})
coded = events.drop(columns="source_title").assign(
    sentence=1, quote=bad[1], attributed_to="A",
    alternatives=f"actor=B: {bad[0]} | recipient=A: {bad[1]}",
)
sentences = pd.DataFrame({"sentence": [1], "text": [text]})
"""
HOSTILE_SHOWN = """
from IPython.display import display
pairs = ties.dyads(events, actors)
for shown in (Explorer(pairs, events, actors=actors), Explorer(pairs, coded, sentences, actors)):
    shown.selected = "A|B"
    display(shown, shown.picture())
"""


def test_untrusted_text_shows_as_text(page, server):
    lab.write_notebook(server.folder / "notebooks" / "bad.ipynb", HOSTILE, HOSTILE_SHOWN)
    seen = lab.watch(page)
    lab.open_notebook(page, server, "notebooks/bad.ipynb")
    assert lab.run_all(page)
    expect(page.locator(".rr-explorer")).to_have_count(2)
    for root in page.locator(".rr-explorer").all():
        expect(root.locator(".rr-panel")).to_contain_text("<script>window.hit = 1</script>")
        expect(root.locator(".rr-panel")).to_contain_text("a[U+202E]b[U+2066]c[U+0007]d")
        assert root.locator("script, img, [onerror], a").count() == 0
    expect(page.locator("mark")).to_have_text("<img src=x onerror='window.hit = 1'>")
    assert page.evaluate("() => window.hit") is None
    shown = page.locator(".jp-Notebook").inner_text()
    assert not {c for c in "\u202e\u2066\x07" if c in shown}
    assert seen.errors == [] and seen.outside == []
    lab.close_notebook(page)


# --- in the lesson itself ---------------------------------------------------------------------


def test_in_lesson_07_a_tie_leads_to_its_evidence(page, server):
    lab.open_notebook(page, server, "notebooks/07_ties.ipynb")
    assert lab.run_all(page)
    root = page.locator(".rr-explorer").first
    root.scroll_into_view_if_needed()
    tie = root.locator(".rr-tie").first
    click(page, tie)
    expect(root.locator(".rr-cards blockquote").first).to_be_visible()
    tie.focus()
    page.keyboard.press("End")
    last = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    expect(root.locator(".rr-panel-heading")).to_have_text(last.split(",")[0])
    words = root.locator(".rr-words")
    before = words.inner_text()
    root.get_by_role("slider", name="Date").focus()
    page.keyboard.press("Home")
    expect(words).not_to_have_text(before)
    lab.close_notebook(page)
