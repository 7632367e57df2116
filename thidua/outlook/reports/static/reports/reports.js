/* The report's page: the chosen figure is marked, the outline follows the paper, a phone turns to the panel. All of it works without this. */
"use strict";
(() => {
  const panel = document.getElementById("can-cu");
  if (!panel) return;
  const narrow = matchMedia("(max-width: 991.98px)");

  /* What was pressed is the chosen one; on a phone the panel is another tab */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[hx-target='#can-cu']");
    if (!link) return;
    for (const other of document.querySelectorAll(".td-sheet-figure[aria-current]")) other.removeAttribute("aria-current");
    if (link.matches(".td-sheet-figure")) {
      link.setAttribute("aria-current", "true");
      choose(link.closest(".td-bc-block"));
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target !== panel) return;
    panel.scrollTop = 0;
    if (narrow.matches) {
      location.hash = "#can-cu";
      scrollTo(0, 0);
    }
    const box = panel.querySelector("form .td-field :is(input, textarea):not([type=hidden])");
    if (box && !narrow.matches) box.focus();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const box = event.target.querySelector && event.target.querySelector(".td-bc-editor textarea[name=text]");
    if (box && document.activeElement !== box) box.focus();
  });

  /* The outline: the heading of what is chosen, and the one that is being read */
  const marks = () => Array.from(document.querySelectorAll(".td-bc-mark"));
  const markOf = (heading) => heading && marks().find((mark) => mark.getAttribute("href") === `#${heading.id}`);
  const headings = () => Array.from(document.querySelectorAll(".td-sheet [id^='muc-']"));
  function choose(block) {
    if (!block) return;
    const above = headings().filter((heading) => heading.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    for (const mark of marks()) {
      mark.classList.toggle("td-chosen", mark === markOf(above));
      if (mark === markOf(above)) mark.setAttribute("aria-current", "true");
      else mark.removeAttribute("aria-current");
    }
  }
  const sheets = document.getElementById("van-ban");
  let waits = false;
  function follow() {
    waits = false;
    if (narrow.matches) return;
    const top = sheets.getBoundingClientRect().top + 120;
    const read = headings().filter((heading) => heading.getBoundingClientRect().top < top).pop();
    const here = markOf(read);
    for (const mark of marks()) mark.classList.toggle("td-here", mark === here);
    if (here) here.scrollIntoView({ block: "nearest" });
  }
  sheets.addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(follow);
  });

  /* The chosen figure is in view when the page opens with one */
  const chosen = sheets.querySelector(".td-sheet-figure[aria-current]");
  if (chosen && !narrow.matches) chosen.scrollIntoView({ block: "center" });
  const editor = sheets.querySelector(".td-bc-editor");
  if (editor) editor.scrollIntoView({ block: "center" });

  /* Last period's words go into the editor only when asked */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-into]");
    if (!button) return;
    const into = document.getElementById(button.dataset.into);
    const from = document.getElementById(button.dataset.from);
    into.value = into.value.trim() ? `${into.value.trim()}\n${from.value}` : from.value;
    into.dispatchEvent(new Event("input", { bubbles: true }));
    into.focus();
  });
})();
