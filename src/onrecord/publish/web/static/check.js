/* The check page: a file can be dropped, the example fills the form, the claims follow the text. It works without. */
(() => {
  const form = document.querySelector("form.check");
  const file = form?.querySelector("input[type=file]");
  const text = form?.querySelector("textarea");

  const example = document.querySelector("a[data-example]");
  example?.addEventListener("click", (event) => {
    event.preventDefault();
    text.value = example.dataset.example;
    text.focus();
  });

  const zone = form?.querySelector(".drop");
  if (zone && file) {
    zone.querySelector(".drag").hidden = false;
    const over = (on) => zone.classList.toggle("over", on);
    zone.addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      over(true);
    });
    zone.addEventListener("dragleave", () => over(false));
    zone.addEventListener("drop", (event) => {
      over(false);
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      const one = new DataTransfer();
      one.items.add(event.dataTransfer.files[0]);
      file.files = one.files;
      text.value = "";
    });
  }

  const sheet = document.querySelector(".sheet");
  const panel = sheet?.querySelector(".panel");
  if (!panel) return;
  sheet.classList.add("following");
  const show = (number, jump) => {
    const claim = document.getElementById(`c${number}`);
    if (!claim) return;
    if (!claim.getClientRects().length) document.getElementById("f-all").checked = true;
    for (const one of sheet.querySelectorAll(".on")) one.classList.remove("on");
    for (const one of sheet.querySelectorAll(`.document [data-claim="${number}"]`)) one.classList.add("on");
    claim.classList.add("on");
    const beside = getComputedStyle(panel).position === "sticky";
    if (beside) {
      panel.scrollTop += claim.getBoundingClientRect().top - panel.getBoundingClientRect().top - 4;
      // The panel itself may reach below the window.
      claim.scrollIntoView({ block: "nearest" });
    } else if (jump) claim.scrollIntoView();
    if (jump) claim.focus({ preventScroll: true });
  };
  sheet.querySelector(".document").addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-claim]");
    if (!chosen) return;
    event.preventDefault();
    show(chosen.dataset.claim, true);
    history.replaceState(history.state, "", `#c${chosen.dataset.claim}`);
  });
  sheet.querySelector(".document").addEventListener("focusin", (event) => {
    const chosen = event.target.closest(".badge");
    if (chosen) show(chosen.dataset.claim, false);
  });
  const asked = /^#c(\d+)$/.exec(location.hash);
  if (asked) show(asked[1], false);
})();
