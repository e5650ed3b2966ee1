// What the frame of a page adds where scripts run: colours, contents that follow the reader, and a
// menu that gets out of the way. Loaded in the head, so that no page shows in other colours first, and
// what needs scripts has its place from the beginning.
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // A reader may forbid us to remember.
  const stored = (name) => {
    try {
      return localStorage.getItem(name) ?? "";
    } catch {
      return "";
    }
  };
  const store = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {}
  };
  let chosen = stored("colours");

  const paint = () => {
    const isDark = chosen ? chosen === "dark" : dark.matches;
    document.documentElement.dataset.mdColorScheme = isDark ? "slate" : "default";
  };
  paint();
  document.documentElement.classList.add("scripts");
  // A list or a search whose address asks for something is shown once that is found, so that nothing
  // jumps about; if it is not found, it is shown all the same.
  const asked = [...new URLSearchParams(location.search).values()].some((value) => value.trim());
  document.documentElement.classList.toggle("asked", asked);
  const answered = () => document.documentElement.classList.remove("asked");
  setTimeout(answered, 3000);
  // A record by its outcomes alone, where the address asks for it; register.js changes it.
  const only = new URLSearchParams(location.search).get("only");
  document.documentElement.classList.toggle("outcomes-alone", only === "outcomes");
  dark.addEventListener("change", paint);

  document.addEventListener("DOMContentLoaded", () => {
    // A search says in its form what it has found; register.js says when a list is narrow.
    const said = document.querySelector(".search--page output");
    if (said) new MutationObserver(answered).observe(said, { childList: true });
    else if (!document.querySelector("form.filters")) answered();

    const key = document.querySelector(".search-key input");
    if (key) remember(key);
    document.addEventListener("keydown", lead);

    const colours = document.querySelector(".colours select");
    if (colours) offer(colours);
    follow([...document.querySelectorAll(".contents a")]);

    // What has the focus must not lie hidden under the menu.
    const menu = document.getElementById("menu");
    menu.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && !menu.contains(next) && menu.matches(":popover-open")) menu.hidePopover();
    });
  });

  // The key / leads to the search box, except where one writes, or where a reader has turned it off.
  const lead = (event) => {
    const writing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writing) return;
    if (stored("search-key") === "off") return;
    event.preventDefault();
    const box = document.querySelector(".search input[type=search]");
    if (box?.checkVisibility()) box.select();
    else box?.form.requestSubmit();
  };

  const remember = (key) => {
    key.checked = stored("search-key") !== "off";
    key.addEventListener("change", () => store("search-key", key.checked ? "" : "off"));
  };

  const offer = (select) => {
    select.value = chosen;
    select.addEventListener("change", () => {
      chosen = select.value;
      paint();
      store("colours", chosen);
    });
  };

  // Marks in the contents the part of the page that stands at the top of the screen.
  const follow = (links) => {
    const place = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const places = links.map((link) => [link, place(link)]).filter(([, part]) => part);
    const mark = () => {
      const begun = places.filter(([, part]) => part.getBoundingClientRect().top < 100);
      const current = begun.at(-1)?.[0];
      for (const link of links) {
        if (link === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    if (places.length) addEventListener("scroll", mark, { passive: true });
  };
}
