/* Filters of the two long lists on a copy of the site. The rows are those the pages show, loaded when a filter asks. */
(async () => {
  const form = document.querySelector("form[data-list]");
  const root = new URL("..", document.currentScript.src);
  const language = document.documentElement.lang;
  const home = language === "en" ? root : new URL(`${language}/`, root);
  const list = `${form.dataset.list.slice(1)}/`;
  const table = document.querySelector("main table");
  const asked = new URLSearchParams(location.search);
  form.hidden = false;
  form.action = new URL(list, home).href;
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
  });
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (field && value) field.value = value;
  }
  const filters = [...asked].filter(([name, value]) => value && !["start", "body", "as-of"].includes(name));
  const isAssembly = asked.get("body") === "GA";
  if ((!filters.length && !isAssembly) || !table) return;

  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const said = document.getElementById("s1");
  const say = (text) => { (said.querySelector(".said") ?? said).textContent = text; };
  const get = async (place) => {
    const answer = await fetch(place);
    if (!answer.ok) throw new Error(`${place}: ${answer.status}`);
    return answer;
  };
  const hidden = [...document.querySelectorAll("main .acts, main .turn, main .counts, main .scope, #cite")].filter((one) => !form.contains(one));
  for (const one of hidden) one.hidden = true;
  table.tBodies[0].replaceChildren();

  const body = list === "votes/" ? (isAssembly ? "GA" : "HRC") : "all";
  const [data, names] = await Promise.all([
    get(new URL(`${list}rows-${body}.json`, home)).then((one) => one.json()),
    get(new URL("search/names.json", home)).then((one) => one.json()),
  ]);
  const states = new Map();
  for (const [kind, name, page, others] of names.entries) {
    if (kind !== "state") continue;
    const code = others.split("|")[0];
    for (const key of [name, page.split("/")[1], ...others.split("|")]) if (!states.has(fold(key))) states.set(fold(key), [code, name]);
  }
  const keyOf = (name, row) => data.keys[name][0][data.keys[name][1][row]];
  const state = (words) => states.get(fold(words));
  let letters = null, of = "";
  const tests = [];
  for (const [name, value] of filters) {
    if (name === "state" && body !== "all") {
      const found = state(value);
      if (!found) return say(data.words.unknown);
      of = found[1];
      try {
        letters = await (await get(new URL(`votes/positions/${body}/${found[0]}.txt`, root))).text();
      } catch {
        return say(data.words.none);
      }
      tests.push((row) => letters[row] !== ".");
    } else if (name === "state" || name === "by") {
      const found = state(value);
      if (!found) return say(data.words.unknown);
      tests.push((row) => keyOf(name, row) === found[0]);
    } else if (name === "position") {
      const letter = { yes: "y", no: "n", abstain: "a", absent: "b" }[value];
      tests.push((row) => letters?.[row].toLowerCase() === letter);
    } else if (name === "words") {
      tests.push((row) => keyOf(name, row).includes(fold(value)));
    } else if (data.keys[name]) {
      const wanted = value.toLowerCase();
      const whole = ["situation", "issue"].includes(name) ? (key) => key.split(" ") : (key) => [key];
      tests.push((row) => whole(keyOf(name, row)).some((key) => key.toLowerCase() === wanted));
    }
  }
  const n = data.columns[0][1].length;
  const rows = [...Array(n).keys()].filter((row) => tests.every((test) => test(row)));
  const start = Math.max(0, Number.parseInt(asked.get("start") ?? "0", 10) || 0);
  const stretch = rows.slice(start, start + data.step);
  if (!rows.length) return say(data.words.none);

  const cellsOf = (row) => data.columns.map(([cells, of]) => cells[of[row]]);
  const before = 4; // the position stands after the column of the agenda item, as on the site
  const at = isAssembly ? before - 1 : before;
  table.tBodies[0].innerHTML = stretch.map((row) => `${cellsOf(row).join("")}</tr>`).join("");
  if (letters) {
    const head = table.tHead.rows[0];
    const title = Object.assign(document.createElement("th"), { scope: "col", textContent: data.words.position });
    head.insertBefore(title, head.cells[at]);
    stretch.forEach((row, i) => {
      const line = table.tBodies[0].rows[i];
      const cell = document.createElement("td");
      cell.className = "nowrap own";
      cell.innerHTML = data.positions[letters[row].toLowerCase()];
      if (letters[row] !== letters[row].toLowerCase()) {
        const page = `${line.querySelector("td.text a").getAttribute("href")}#witnesses`;
        const mark = Object.assign(document.createElement("a"), { className: "dagger", href: page, title: data.words.doubt, textContent: "†" });
        mark.setAttribute("aria-label", data.words.doubt);
        cell.firstElementChild.classList.add("doubt");
        cell.append(mark);
      }
      line.insertBefore(cell, line.cells[at]);
    });
    const counts = document.createElement("ul");
    counts.className = "counts";
    const held = new Map();
    for (const row of rows) held.set(letters[row].toLowerCase(), (held.get(letters[row].toLowerCase()) ?? 0) + 1);
    for (const [letter, times] of [...held].sort((a, b) => b[1] - a[1])) {
      const line = document.createElement("li");
      line.innerHTML = data.positions[letter];
      line.prepend(`${times} `);
      counts.append(line);
    }
    said.after(counts);
  }
  const told = data.words.shown.replace("{n}", rows.length.toLocaleString(language)).replace("{first}", start + 1).replace("{last}", start + stretch.length);
  say(letters ? `${told} ${data.words.state.replace("{state}", of)}` : told);
  const turn = document.createElement("nav");
  turn.className = "turn";
  turn.setAttribute("aria-label", `${data.words.before} / ${data.words.after}`);
  const leaf = (to, words) => {
    const query = new URLSearchParams(asked);
    query.set("start", to);
    turn.append(Object.assign(document.createElement("a"), { href: `?${query}`, textContent: words }));
  };
  if (start > 0) leaf(Math.max(0, start - data.step), data.words.before);
  if (start + data.step < rows.length) leaf(start + data.step, data.words.after);
  (table.closest(".scroll") ?? table).after(turn);
})();
