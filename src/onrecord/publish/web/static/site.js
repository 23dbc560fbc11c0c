/* Copy buttons: text, and absolute link where there is one. Without this script the buttons stay hidden and the pages are whole. */
(() => {
  if (!navigator.clipboard) return;
  const live = document.createElement("p");
  live.className = "hidden";
  live.setAttribute("role", "status");
  document.body.append(live);
  for (const button of document.querySelectorAll("button.copy")) {
    const word = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const link = button.dataset.link ? ` ${new URL(button.dataset.link, document.baseURI).href}` : "";
      let said = "Copied";
      try {
        await navigator.clipboard.writeText(`${button.dataset.text}${link}`);
      } catch {
        said = "Not allowed by the browser";
      }
      button.textContent = live.textContent = said;
      setTimeout(() => { button.textContent = word; live.textContent = ""; }, 1600);
    });
  }
})();
