/* "Look closer": a still picture becomes one that answers, on the reader's wish only. Without this script the picture,
   its sentence and its table are whole. Nothing is loaded from another site; expressions are interpreted, not evaluated. */
const loaded = new Map();

function load(address) {
  if (!loaded.has(address)) {
    loaded.set(address, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(address)));
      document.head.append(script);
    }));
  }
  return loaded.get(address);
}

async function draw(figure, room) {
  const [vega, vegaLite, interpreter] = figure.dataset.scripts.split(" ");
  const asked = fetch(new URL(figure.dataset.spec, location.href)).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  });
  await Promise.all([load(vega), load(vegaLite)]);
  const [{ expressionInterpreter }, spec] = await Promise.all([import(new URL(interpreter, document.baseURI)), asked]);
  const compiled = globalThis.vegaLite.compile(spec).spec;
  const view = new globalThis.vega.View(globalThis.vega.parse(compiled, null, { ast: true }), {
    expr: expressionInterpreter, renderer: "svg", container: room, hover: false, logLevel: globalThis.vega.Error,
  });
  view.tooltip(() => {});
  await view.runAsync();
  return view;
}

function said(item) {
  const words = item?.tooltip;
  return words && typeof words === "object"
    ? Object.entries(words).filter(([, value]) => !["", "null", "undefined"].includes(String(value)))
    : [];
}

class Closer {
  constructor(figure, room, tip) {
    Object.assign(this, { figure, room, tip });
    this.marks = [...room.querySelectorAll("svg *")].filter((mark) => said(mark.__data__).length);
    for (const mark of this.marks) {
      mark.closest("[aria-hidden]")?.removeAttribute("aria-hidden");
      mark.setAttribute("tabindex", "-1");
      mark.setAttribute("role", "img");
      mark.setAttribute("aria-label", said(mark.__data__).map(([name, value]) => `${name}: ${value}`).join(", "));
      mark.addEventListener("pointerenter", () => this.tell(mark));
      mark.addEventListener("pointerleave", () => this.hush());
      mark.addEventListener("focus", () => this.tell(mark));
      mark.addEventListener("blur", () => this.hush());
    }
    this.marks[0]?.setAttribute("tabindex", "0");
    room.addEventListener("keydown", (event) => this.go(event));
  }

  tell(mark) {
    this.tip.replaceChildren(...said(mark.__data__).flatMap(([name, value]) => {
      const term = document.createElement("dt"), words = document.createElement("dd");
      term.textContent = name;
      words.textContent = value;
      return [term, words];
    }));
    this.tip.hidden = false;
    const frame = this.figure.getBoundingClientRect(), place = mark.getBoundingClientRect();
    const left = Math.min(Math.max(place.left - frame.left, 0), Math.max(frame.width - this.tip.offsetWidth, 0));
    const above = place.top - frame.top - this.tip.offsetHeight - 6;
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${place.top > this.tip.offsetHeight + 12 ? above : place.bottom - frame.top + 6}px`;
  }

  hush() {
    this.tip.hidden = true;
  }

  go(event) {
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    if (event.key === "Escape") this.hush();
    if (!(event.key in ways) || !this.marks.includes(event.target)) return;
    event.preventDefault();
    const next = this.nearest(event.target, ways[event.key]);
    if (!next) return;
    event.target.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  nearest(from, [right, down]) {
    const middle = (mark) => {
      const box = mark.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    };
    const [x, y] = middle(from);
    let best, least = Infinity;
    for (const mark of this.marks) {
      const [a, b] = middle(mark), ahead = (a - x) * right + (b - y) * down, aside = Math.abs((a - x) * down) + Math.abs((b - y) * right);
      if (mark === from || ahead < 0.5 || ahead + 4 * aside >= least) continue;
      [best, least] = [mark, ahead + 4 * aside];
    }
    return best;
  }
}

function closer(figure, button) {
  const still = figure.querySelector(".picture img"), word = button.textContent;
  let room, tip;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (button.disabled) return;
    if (!room) {
      button.disabled = true;
      figure.setAttribute("aria-busy", "true");
      room = document.createElement("div");
      room.className = "living";
      room.setAttribute("role", "group");
      room.setAttribute("aria-label", `${still.closest(".picture").getAttribute("aria-label")}. ${button.dataset.help}`);
      tip = document.createElement("dl");
      tip.className = "chart-tip";
      tip.hidden = true;
      still.after(room);
      figure.append(tip);
      try {
        await draw(figure, room);
      } catch {
        room.remove();
        tip.remove();
        figure.removeAttribute("aria-busy");
        button.textContent = button.dataset.failed;
        return;
      }
      new Closer(figure, room, tip);
      figure.removeAttribute("aria-busy");
      button.disabled = false;
      room.hidden = true;
    }
    const living = room.hidden;
    room.hidden = !living;
    figure.classList.toggle("lives", living);
    button.textContent = living ? button.dataset.still : word;
    tip.hidden = true;
  });
}

function shared(button) {
  if (!navigator.share) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const { title, text, link } = button.dataset;
    navigator.share({ title, text, url: new URL(link, location.origin).href }).catch(() => {});
  });
}

for (const figure of document.querySelectorAll("figure.chart")) {
  const look = figure.querySelector("button.look"), share = figure.querySelector("button.share");
  if (look) closer(figure, look);
  if (share) shared(share);
}
