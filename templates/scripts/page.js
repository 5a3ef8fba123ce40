// Nothing here is needed to read.  It (1) lets the language switch go to the paragraph
// being read, (2) hides a shown reference on Escape, (3) remembers light or dark, and
// (4) marks the section being read in the contents.
"use strict";
(() => {
  const main = document.getElementById("text");
  const prefixes = document.body.dataset.prefixes.split(" ").filter(Boolean);
  const line = () => Math.min(innerHeight / 3, 220);

  const last = (elements) => {
    let found = null;
    for (const element of elements) {
      const box = element.getBoundingClientRect();
      if (!box.height) continue;
      if (box.top > line()) break;
      found = element;
    }
    return found;
  };

  // (1) Ids are the same in every edition, but for the prefix in the trilingual one.
  const places = main.querySelectorAll(".body section[id], .body p[id], .body .exhibit[id]");
  for (const link of document.querySelectorAll("a[data-prefix]")) {
    const href = link.getAttribute("href");
    link.addEventListener("click", () => {
      const place = last(places);
      link.setAttribute("href", href);
      if (!place) return;
      const prefix = prefixes.find((each) => place.id.startsWith(each)) || "";
      link.setAttribute("href", href.split("#")[0] + "#" + link.dataset.prefix + place.id.slice(prefix.length));
    });
  }

  // (2) A reference stays hidden until the pointer or the focus has left its citation.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cited of document.querySelectorAll(".cited:hover, .cited:focus-within")) {
      cited.classList.add("dismissed");
      for (const end of ["mouseleave", "focusout"])
        cited.addEventListener(end, () => cited.classList.remove("dismissed"), { once: true });
    }
  });

  // (3) Storage may be forbidden, as in a file opened from a disk.
  const choices = document.querySelectorAll("input[name=appearance]");
  try {
    const kept = localStorage.getItem("appearance");
    for (const choice of choices) {
      if (choice.value === kept) choice.checked = true;
      choice.addEventListener("change", () => localStorage.setItem("appearance", choice.value));
    }
  } catch { /* the choice is good for this page only */ }

  // (4)
  const entries = new Map();
  for (const link of document.querySelectorAll(".contents a"))
    entries.set(decodeURIComponent(link.hash.slice(1)), link);
  const marked = [...entries.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let waiting = false;
  const mark = () => {
    waiting = false;
    const place = last(marked);
    for (const [id, link] of entries)
      if (place && id === place.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
  };
  addEventListener("scroll", () => {
    if (!waiting) waiting = requestAnimationFrame(mark);
  }, { passive: true });
  mark();
})();
