// Copies a page's permanent link, or its citation. Everything else on a page works without scripts.
for (const button of document.querySelectorAll(".copy")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(
      button.dataset.copies === "citation" ? citation(button) : address(),
    );
    button.textContent = button.dataset.copied;
  });
}

function citation(button) {
  const words = button.parentElement.querySelector(".citation__words").textContent;
  return words.replace(/[ \n]+/g, " ").trim();
}

function address() {
  const canonical = document.querySelector("link[rel=canonical]");
  return canonical ? canonical.href : location.href;
}
