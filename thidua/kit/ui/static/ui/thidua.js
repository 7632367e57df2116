/* Small comforts over pages that work without them. No dependencies but htmx, no inline handlers. */
"use strict";
(() => {
  const typing = (node) => node && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName));
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  /* "/" goes to the search box */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const box = document.querySelector("[data-slash]");
    if (!box || !box.offsetParent) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  /* Below the search box: arrows walk through what was found, Escape comes back to the box */
  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest(".td-search");
    if (!form || !/^(ArrowDown|ArrowUp|Escape)$/.test(event.key)) return;
    const stops = [form.querySelector("input"), ...all(".td-suggest a", form)];
    const at = stops.indexOf(event.target);
    if (event.key === "Escape" ? at < 1 : stops.length < 2) return;
    event.preventDefault();
    const next = event.key === "Escape" ? 0 : at + (event.key === "ArrowDown" ? 1 : -1);
    stops[(next + stops.length) % stops.length].focus();
  });

  /* Drop-downs are <details data-drop>: one open at a time, closed by a click elsewhere and by Escape */
  document.addEventListener("click", (event) => {
    for (const drop of all("details[data-drop][open]")) if (!drop.contains(event.target)) drop.open = false;
  });
  document.addEventListener("toggle", (event) => {
    const drop = event.target.matches("details[data-drop][open]") && event.target.querySelector(":scope > .td-drop");
    if (!drop) return;
    drop.classList.remove("td-drop-end");
    if (drop.getBoundingClientRect().right > document.documentElement.clientWidth) drop.classList.add("td-drop-end");
  }, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const drop of all("details[data-drop][open]")) {
      drop.open = false;
      if (drop.contains(document.activeElement)) drop.querySelector("summary").focus();
    }
  });

  /* Buttons that copy and print */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if (button.hasAttribute("data-print")) return window.print();
    const source = document.querySelector(button.dataset.copy);
    try {
      await navigator.clipboard.writeText((source.value || source.textContent).trim());
      say("Đã chép.");
    } catch {
      getSelection().selectAllChildren(source);
      say("Chưa chép được. Đã bôi đen, bấm Ctrl + C để chép.");
    }
  });

  function say(text) {
    let line = document.getElementById("td-said");
    if (!line) {
      line = Object.assign(document.createElement("p"), { id: "td-said", className: "td-said" });
      line.setAttribute("role", "status");
      document.body.append(line);
    }
    line.textContent = text;
    clearTimeout(line.timer);
    line.timer = setTimeout(() => { line.textContent = ""; }, 4000);
  }

  /* A form that was changed asks before the page is left */
  const changed = new Set();
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.method === "post" && !form.hasAttribute("data-careless")) changed.add(form);
  });
  document.addEventListener("submit", (event) => changed.delete(event.target));
  window.addEventListener("beforeunload", (event) => {
    for (const form of changed) if (!form.isConnected) changed.delete(form);
    if (changed.size) event.preventDefault();
  });

  /* A second click on a submit button does not send a second time */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 8000);
  });
  window.addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest && event.target.closest("form");
    if (form) delete form.dataset.sent;
  });

  /* Drafts: <form data-draft="key"> keeps what was typed in this browser until the server has taken it */
  const DRAFT = "thidua-nhap:";
  const owner = () => document.body.dataset.user || "";
  const draftKey = (form) => DRAFT + owner() + ":" + form.dataset.draft;
  const kept = (form) => all("input, textarea, select", form).filter(
    (box) => box.name && !/^(hidden|password|file|submit|button)$/.test(box.type));
  const saved = new WeakMap();

  function store(key, value) {
    try {
      if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
    } catch { /* no storage: nothing is kept, nothing is lost that was there */ }
  }
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }
  function keep(form) {
    const values = kept(form).map((box) => [box.name, box.value, box.checked === true]);
    store(draftKey(form), JSON.stringify({ at: Date.now(), values }));
  }
  function restore(form) {
    const draft = read(draftKey(form));
    if (!draft || form.querySelector(".td-error")) return;
    const before = kept(form).map((box) => [box.value, box.checked]);
    const left = draft.values.slice();
    let differs = false;
    kept(form).forEach((box) => {
      const tick = /^(checkbox|radio)$/.test(box.type);
      const at = left.findIndex(([name, value]) => name === box.name && (!tick || value === box.value));
      if (at < 0) return;
      const [, value, checked] = left.splice(at, 1)[0];
      if (tick ? box.checked !== checked : box.value !== value) differs = true;
      if (tick) box.checked = checked; else box.value = value;
    });
    if (!differs) return;
    const at = new Date(draft.at);
    const note = document.createElement("p");
    note.className = "td-draft";
    note.setAttribute("role", "status");
    note.append(`Đã lấy lại phần gõ dở lúc ${at.getHours()} giờ ${String(at.getMinutes()).padStart(2, "0")}, ngày ${at.toLocaleDateString("vi-VN")}.`);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "td-link-button", textContent: "Bỏ phần gõ dở" });
    button.addEventListener("click", () => {
      kept(form).forEach((box, index) => { [box.value, box.checked] = before[index]; });
      store(draftKey(form), null);
      changed.delete(form);
      note.remove();
    });
    note.append(button);
    form.prepend(note);
  }
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form) return;
    clearTimeout(saved.get(form));
    saved.set(form, setTimeout(() => keep(form), 600));
  });
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form[data-draft]")) { clearTimeout(saved.get(event.target)); keep(event.target); }
  });
  function forget() {
    /* The server says which drafts it has taken */
    for (const key of (document.body.dataset.draftTaken || "").split(" ").filter(Boolean)) store(DRAFT + owner() + ":" + key, null);
  }

  /* Keys on a list of cards: <… data-keys> holds [data-card]; J and K move, a letter clicks [data-key] of the card */
  const NAMES = { enter: "Enter", e: "E", x: "X" };
  function cards() {
    return all("[data-keys] [data-card]").filter((card) => card.offsetParent !== null);
  }
  function choose(card) {
    for (const other of all("[data-keys] .td-chosen[data-card]")) {
      other.classList.remove("td-chosen");
      other.removeAttribute("aria-current");
    }
    card.classList.add("td-chosen");
    card.setAttribute("aria-current", "true");
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    card.dispatchEvent(new CustomEvent("td:chosen", { bubbles: true }));
    for (const mark of all("[data-for-card].td-chosen")) mark.classList.remove("td-chosen");
    for (const id of (card.dataset.marks || "").split(" ").filter(Boolean)) {
      const mark = document.getElementById(id);
      if (!mark) continue;
      mark.classList.add("td-chosen");
      mark.scrollIntoView({ block: "center" });
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const list = cards();
    if (!list.length) return;
    const current = list.findIndex((card) => card.classList.contains("td-chosen"));
    const letter = event.key.toLowerCase();
    if (letter === "j" || letter === "k") {
      const next = current < 0 ? 0 : current + (letter === "j" ? 1 : -1);
      if (list[next]) choose(list[next]);
      return event.preventDefault();
    }
    if (current < 0 || !NAMES[letter]) return;
    if (letter === "enter" && event.target.closest("a, button, summary")) return;
    const button = list[current].querySelector(`[data-key="${NAMES[letter]}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-for-card]");
    const card = mark && document.getElementById(mark.dataset.forCard);
    if (card) choose(card);
  });

  /* Rows of a list whose record opens beside it are marked when they are opened */
  document.addEventListener("htmx:beforeRequest", (event) => {
    const row = event.target.closest && event.target.closest("[data-rows] tr");
    if (!row) return;
    for (const other of all("tr.td-chosen", row.parentNode)) other.classList.remove("td-chosen");
    row.classList.add("td-chosen");
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    /* Where the record stands below the list, it is brought into view */
    if (event.target.id === "panel" && getComputedStyle(event.target).position === "static") event.target.scrollIntoView();
  });
  document.addEventListener("htmx:responseError", () => say("Chưa làm được. Tải lại trang rồi thử lại."));
  document.addEventListener("htmx:sendError", () => say("Không nối được với máy chủ. Kiểm tra mạng rồi thử lại."));

  /* A file box in our own words: the native one lies over it unseen, so that files can be dropped on it */
  function fileBox(input) {
    const box = Object.assign(document.createElement("span"), { className: "td-file" });
    const name = Object.assign(document.createElement("span"), { className: "td-file-name" });
    const button = Object.assign(document.createElement("span"), { className: "td-button", textContent: input.multiple ? "Chọn các tệp" : "Chọn tệp" });
    const tell = () => {
      const files = Array.from(input.files).map((file) => `${file.name} (${size(file.size)})`);
      name.textContent = files.length ? files.join(", ") : "hoặc kéo tệp thả vào đây";
    };
    box.setAttribute("aria-hidden", "true");
    box.append(button, name);
    const frame = Object.assign(document.createElement("span"), { className: "td-file-frame" });
    input.replaceWith(frame);
    frame.append(input, box);
    input.addEventListener("change", tell);
    for (const type of ["dragover", "dragleave", "drop"]) input.addEventListener(type, () => frame.classList.toggle("td-over", type === "dragover"));
    tell();
  }
  const size = (bytes) => bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`;

  /* Picker: a combobox over a text box. Suggestions come from the address in data-picker, as options */
  function picker(root) {
    const box = root.querySelector("input[type=text]");
    const key = root.querySelector("input[type=hidden]");
    if (!box || !key || box.getAttribute("role") === "combobox") return;
    const list = Object.assign(document.createElement("ul"), { className: "td-picker-list", id: box.id + "_list", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Gợi ý");
    root.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) box.setAttribute(name, value);
    let timer, asked = 0, active = -1;

    const options = () => all("[role=option]", list);
    const show = (open) => {
      list.hidden = !open;
      box.setAttribute("aria-expanded", String(open));
      if (!open) { active = -1; box.removeAttribute("aria-activedescendant"); }
    };
    const mark = (index) => {
      const found = options();
      if (!found.length) return;
      active = (index + found.length) % found.length;
      found.forEach((option, at) => {
        option.id = `${list.id}_${at}`;
        option.setAttribute("aria-selected", String(at === active));
      });
      box.setAttribute("aria-activedescendant", found[active].id);
      found[active].scrollIntoView({ block: "nearest" });
    };
    const take = (option) => {
      box.value = option.dataset.text;
      key.value = option.dataset.id;
      show(false);
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const ask = async () => {
      const mine = ++asked, text = box.value.trim();
      if (!text) return show(false);
      try {
        const answer = await fetch(`${root.dataset.picker}?q=${encodeURIComponent(text)}`, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
        if (mine !== asked || !answer.ok) return;
        list.innerHTML = await answer.text();
        show(document.activeElement === box);
      } catch { show(false); }
    };
    box.addEventListener("input", () => {
      key.value = "";
      clearTimeout(timer);
      timer = setTimeout(ask, 180);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") { event.preventDefault(); if (list.hidden) ask(); else mark(active + 1); }
      else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); mark(active - 1); }
      else if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); show(false); }
      else if (event.key === "Enter" && !list.hidden && active >= 0) { event.preventDefault(); take(options()[active]); }
      else if (event.key === "Tab" && !list.hidden && active >= 0) take(options()[active]);
    });
    box.addEventListener("blur", () => setTimeout(() => show(false), 120));
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) take(option);
    });
  }

  /* Which of the two tabs of a work page is open follows from the address */
  function tabs() {
    const links = all(".td-work-tabs a");
    const open = links.find((link) => link.hash === location.hash) || links[0];
    for (const link of links) link.toggleAttribute("aria-current", link === open);
  }
  window.addEventListener("hashchange", tabs);
  tabs();

  const begin = (root) => {
    all("[data-picker]", root).forEach(picker);
    all("input[type=file]", root).filter((input) => !input.closest(".td-file-frame")).forEach(fileBox);
    all("form[data-draft]", root).forEach(restore);
  };
  forget();
  begin(document);
  const wrong = document.querySelector("[aria-invalid=true]:not([type=hidden])");
  if (wrong) wrong.focus();
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) begin(event.target); });
})();
