/* Search on a copy of the site: an index is loaded when words are first written, never before. */
(() => {
  const language = document.documentElement.lang;
  const root = new URL("..", document.currentScript.src);
  const home = language === "en" ? root : new URL(`${language}/`, root);
  const results = document.getElementById("results");
  const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const MOST = 12;
  let index = null;

  const load = () => {
    const get = async (place) => {
      const answer = await fetch(place);
      if (!answer.ok) throw new Error(`${place}: ${answer.status}`);
      return answer.json();
    };
    index ??= Promise.all([get(new URL("search/names.json", home)), get(new URL("search/texts.json", root))]).then(
      ([names, texts]) => {
        const named = names.entries.map(([kind, name, page, others]) => ({ kind, name, page, keys: [name, ...others.split("|")].map(fold).filter(Boolean) }));
        const found = texts.map(([symbol, title, day, page]) => ({ kind: "text", name: symbol || title, title: symbol && title, day, page, keys: [fold(symbol), fold(title)] }));
        return { words: names.words, entries: [...named, ...found] };
      },
    ).catch((error) => { index = null; throw error; });
    return index;
  };

  /* How many letters two words differ in, a swap counting once; more than `most` is not worked out. */
  const apart = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let two = [], one = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
      }
      two = one;
      one = row;
    }
    return one[b.length];
  };

  /* How well an entry fits: 0 best; Infinity not at all. Only names forgive spelling, never texts. */
  const fit = (entry, words) => {
    let best = Infinity;
    for (const key of entry.keys) {
      if (key === words) return 0;
      if (key.startsWith(words)) best = Math.min(best, 1);
      else if (` ${key}`.includes(` ${words}`)) best = Math.min(best, 2);
      else if (entry.kind === "text" && words.split(" ").every((word) => key.includes(word))) best = Math.min(best, 3);
      else if (entry.kind !== "text" && words.length > 3) {
        const most = words.length > 7 ? 2 : 1;
        const differ = Math.min(apart(words, key, most), apart(words, key.slice(0, words.length), most));
        if (differ <= most) best = Math.min(best, 3 + differ);
      }
    }
    return best;
  };

  const element = (name, text, parent, more = {}) => {
    const made = Object.assign(document.createElement(name), more);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  const show = ({ words, entries }, asked) => {
    const wanted = fold(asked);
    const box = document.createElement("div");
    box.className = "hits";
    const fits = wanted ? entries.map((entry) => [fit(entry, wanted), entry]).filter(([how]) => how < Infinity) : [];
    fits.sort((a, b) => a[0] - b[0]);
    if (wanted && !fits.length) element("p", words.none, box);
    for (const kind of ["state", "situation", "session", "election", "treaty", "text"]) {
      const own = fits.filter(([, entry]) => entry.kind === kind);
      if (!own.length) continue;
      element("h2", `${words[kind]} `, box).append(element("span", words.found.replace("{n}", own.length), box, { className: "quiet" }));
      const list = element("ul", "", box, { className: "plain" });
      for (const [, entry] of own.slice(0, MOST)) {
        const line = element("li", "", list);
        element("a", entry.name, line, { href: new URL(entry.page, home).href });
        if (entry.title) line.append(` ${entry.title}`);
        if (entry.day) element("span", ` ${entry.day}`, line, { className: "quiet" });
      }
    }
    results.replaceChildren(...(wanted ? [box] : []));
  };

  const search = async (words) => {
    try {
      const found = await load();
      if (words === latest) show(found, words);
    } catch {
      results.textContent = "…";
    }
  };
  let latest = "", timer = 0;
  for (const box of document.querySelectorAll("form.find input[name=q]")) {
    box.addEventListener("input", () => {
      clearTimeout(timer);
      latest = box.value;
      timer = setTimeout(() => search(latest), 120);
    });
  }
  const asked = new URLSearchParams(location.search).get("q");
  const own = document.querySelector("form.find.big input[name=q]");
  if (asked && own) {
    own.value = latest = asked;
    search(asked);
  }
})();
