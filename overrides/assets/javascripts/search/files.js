// Loads the files of the index: a worker fetches them; a page opened from disk, where there are
// neither workers nor fetch, loads them as the scripts they are. A file that fails is asked for
// once more; what fails then is asked for again with the next query.

/** @type {Map<string, any>} what the files of the index have handed over, by their names */
const arrived = new Map();

/** Whether this runs in a worker. */
export const inWorker = typeof document === "undefined";

// Every file of the index calls this.
Object.assign(self, { put: (/** @type {string} */ name, /** @type {any} */ data) => arrived.set(name, data) });

/** @param {string} url @returns {Promise<void>} */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  const text = await answer.text();
  const start = text.indexOf('"');
  const name = text.slice(start + 1, text.indexOf('"', start + 1));
  arrived.set(name, JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")"))));
}

/** @param {string} url @returns {Promise<void>} */
function included(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`no answer for ${url}`));
    document.head.append(script);
  });
}

/** The files of one index, each loaded once. */
export class Files {
  /** @param {string} base address of the folder they are in */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<any>>} */
    this.asked = new Map();
  }

  /**
   * @param {string} name
   * @param {string} [file] its path, where it is not named after what it holds
   * @returns {Promise<any>} what the file holds
   */
  load(name, file = `${name}.js`) {
    let asked = this.asked.get(name);
    if (!asked) {
      const get = () => (inWorker ? fetched : included)(this.base + file);
      asked = get().catch(get).then(() => arrived.get(name));
      this.asked.set(name, asked);
      asked.catch(() => this.asked.delete(name));
    }
    return asked;
  }
}
