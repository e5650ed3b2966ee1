// Copies a page's permanent link. Everything else on a page works without scripts.
for (const button of document.querySelectorAll(".copy")) {
  const link = button.parentElement.querySelector(".permalink");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    const canonical = document.querySelector("link[rel=canonical]");
    await navigator.clipboard.writeText(canonical ? canonical.href : link.href);
    button.textContent = button.dataset.copied;
  });
}
