"""What each rule and constant of the search is worth: what is lost where it is left out."""

from pathlib import Path

from hosting import served
from playwright.sync_api import Browser
from search.queries import Query, section

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "overrides/assets/javascripts/search"

# How each is left out: JavaScript that changes `data`, the index, or one of the modules' classes.
LEFT_OUT = {
    "nothing": "",
    "weight often: once or five times is the same": "data.weights.often = 1e-9",
    "weight title: a title is no more than text": "data.weights.title = 0",
    "weight synonym: what means the same counts the same": "data.weights.synonym = 1",
    "weight like: no question is like the query": "data.weights.like = 0",
    "weight least: the least evidence is an answer": "data.weights.least = 0",
    "weight few: all that is found is offered": "data.weights.few = 0",
    "nothing from sections about the same": "data.related = ''",
    "what readers ask": "patch(Index, 'read', function (line) {"
    " return { ...old.call(this, line), questions: [] }; })",
    "synonyms": "data.groups = data.groups.map((group) => group.split('|')[0])",
    "words that a query can do without": "data.ignored = ''",
    "mistakes": "patch(Vocabulary, 'meant', () => undefined)",
    "words only begun": "patch(Vocabulary, 'begun', () => [])",
    "pinyin": "patch(Sounds, 'find', () => [])",
    "characters that sound alike": "patch(Sounds, 'alike', () => undefined)",
    "words of the other language": "patch(Vocabulary, 'translate', async () => {})",
    "traditional characters": "patch(Files, 'load', function (name, file) {"
    " return name === 'fold' ? Promise.resolve('') : old.call(this, name, file); })",
    "parts of Chinese words": "patch(Vocabulary, 'inside', () => [])",
    "rare words": "patch(Index, 'load', function (words) { return old.call(this, words)"
    ".then((lines) => new Map([...lines].filter(([word]) => this.words.has(word)))); })",
}
SCRIPT = """async ({ queries, address }) => {
  const { Files } = await import("/modules/files.js");
  const { Index } = await import("/modules/index.js");
  const { Query } = await import("/modules/query.js");
  const { Vocabulary } = await import("/modules/vocabulary.js");
  const { Sounds } = await import("/modules/pinyin.js");
  const { ranked, answers } = await import("/modules/rank.js");
  const at = address.lastIndexOf("/") + 1;
  const folder = address.slice(0, at);
  const data = await new Files(folder).load("index", address.slice(at));
  const undo = [];
  let old;
  const patch = (type, name, instead) => {
    const before = type.prototype[name];
    old = before;
    type.prototype[name] = instead;
    undo.push(() => (type.prototype[name] = before));
  };
  CHANGE;
  const index = new Index(data, new Files(`${folder}${data.folder}/`));
  const found = [];
  for (const text of queries) {
    const query = new Query(index, text);
    const parts = await query.understand();
    const { results } = answers(index, ranked(index, query, parts));
    found.push(results.map(({ section }) => {
      const { url, id } = index.sections[section];
      return id ? `${url}#${id}` : url;
    }));
  }
  undo.forEach((it) => it());
  return found;
}"""


def worth(
    browser: Browser, site: Path, queries: list[Query], work: Path
) -> dict[str, list[list[str]]]:
    """Return what is found for the queries with each rule left out; `work` is made for that."""
    work.mkdir()
    (work / "modules").symlink_to(MODULES)
    (work / "site").symlink_to(site)
    (work / "empty.html").write_text('<!doctype html><meta charset="utf-8">', "utf-8")
    found: dict[str, list[list[str]]] = {}
    with served(work) as url:
        page = browser.new_page(base_url=url)
        page.goto("/empty.html")
        for name, change in LEFT_OUT.items():
            lists: dict[tuple[str, str], list[str]] = {}
            for language in sorted({it.language for it in queries}):
                texts = [it.text for it in queries if it.language == language]
                index = next((site / language / "search").glob("index.*.js"))
                address = f"{url}/site/{language}/search/{index.name}"
                script = SCRIPT.replace("CHANGE", change)
                answers = page.evaluate(script, {"queries": texts, "address": address})
                for text, sections in zip(texts, answers, strict=True):
                    lists[language, text] = [section(it) for it in sections]
            found[name] = [lists[it.language, it.text] for it in queries]
        page.close()
    return found
