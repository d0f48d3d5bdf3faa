// Runs in the report page. Articles are only ever shown, hidden and moved; no text of theirs becomes markup.
const articles = [...document.querySelectorAll("details.article")];
const links = new Map(
  [...document.querySelectorAll(".jump a")].map((link) => [link.hash.slice(1), link.parentElement]),
);
const search = document.querySelector("#search");
const show = document.querySelector("#show");
const order = document.querySelector("#order");
const shown = document.querySelector("#shown");
const folded = new Map();
let timer = 0;

const fold = (text) => text.normalize("NFKC").toLowerCase();

function textOf(article) {
  if (!folded.has(article)) folded.set(article, fold(article.textContent));
  return folded.get(article);
}

function matches(article, words, tag) {
  if (tag !== "" && !article.dataset.tags.split(" ").includes(tag)) return false;
  return words.length === 0 || words.every((word) => textOf(article).includes(word));
}

function filter() {
  const words = fold(search.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const article of articles) {
    const visible = matches(article, words, show.value);
    article.hidden = !visible;
    links.get(article.id).hidden = !visible;
    if (visible) count += 1;
  }
  shown.value = `${count} ${shown.dataset.unit}`;
}

function sort() {
  const sorted = order.value === "date" ? articles : articles.toSorted((a, b) => b.dataset.share - a.dataset.share);
  document.querySelector("main").append(...sorted);
  document.querySelector(".jump ol").append(...sorted.map((article) => links.get(article.id)));
}

function openTarget() {
  const target = articles.find((article) => `#${article.id}` === location.hash);
  if (target === undefined) return;
  target.hidden = false;
  target.open = true;
  target.scrollIntoView();
}

search.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(filter, 120);
});
show.addEventListener("change", filter);
order.addEventListener("change", sort);
document.querySelector("#tools").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", openTarget);
document.querySelector(".jump").open = matchMedia("(min-width: 75rem)").matches;
openTarget();
