/* The reading page by keyboard: after a decision the next open card is chosen. The page works without this. */
"use strict";
(() => {
  const beside = document.querySelector(".td-beside");
  if (!beside) return;
  beside.classList.add("td-live");
  const wide = matchMedia("(min-width: 992px)");
  const choose = (card) => card && card.querySelector("a[data-for-card]").click();
  const isOpen = (card) => card.classList.contains("td-card-waits");

  /* Side by side, a link to a card or to its place chooses it; it need not move the address */
  document.addEventListener("click", (event) => {
    if (wide.matches && !event.ctrlKey && !event.metaKey && event.target.closest("[data-for-card] a, a[data-for-card], a.td-nap-n")) event.preventDefault();
  });

  function next(card) {
    const cards = Array.from(document.querySelectorAll("[data-keys] [data-card]"));
    const after = cards.slice(cards.indexOf(card) + 1);
    return after.find(isOpen) || after[0] || card;
  }

  document.addEventListener("htmx:afterSettle", (event) => {
    const request = event.detail.requestConfig;
    const card = request && event.target.closest && document.getElementById(event.detail.target.id);
    if (!card || !card.matches("[data-card]")) return;
    const box = card.querySelector(".td-nap-form input:not([type=hidden]), .td-nap-form textarea");
    if (box) return box.focus();
    const decided = request.verb === "post" && !card.querySelector(".td-nap-refused") && !isOpen(card);
    choose(decided ? next(card) : card);
  });

  /* An address with a card, or a card that was refused, is where one begins */
  const begin = () => {
    const asked = location.hash.startsWith("#muc-") && document.getElementById(location.hash.slice(1).replace(/-cho.*$/, ""));
    const chosen = beside.querySelector(".td-card.td-chosen");
    if (beside.querySelector(".td-nap-form")) return;
    if (wide.matches) choose(chosen || asked || Array.from(beside.querySelectorAll("[data-card]")).find(isOpen));
  };
  begin();
})();
