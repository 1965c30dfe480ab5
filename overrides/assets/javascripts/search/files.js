// Loads the files of the index: a worker fetches them; a page opened from disk, where there are
// neither workers nor fetch, loads them as the scripts they are. A file that fails is asked for
// once more, and again when it is needed the next time.

/** @type {Map<string, any>} what the files of the index have handed over, by their names */
const arrived = new Map();

/** Whether this runs in a worker. */
export const inWorker = typeof document === "undefined";

// Every file of the index calls this.
Object.assign(self, {
  put: (/** @type {string} */ name, /** @type {unknown} */ data) => arrived.set(name, data),
});

/** A file that is not there although its host answers: the site is another version by now. */
export class Gone extends Error {}

/** @param {string} url @returns {Promise<void>} */
async function fetched(url) {
  const answer = await fetch(url);
  if (answer.status === 404) throw new Gone(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  const [, name, data] = (await answer.text()).match(/^put\("(.*?)",([^]*)\)\s*$/) || [];
  if (!name) throw new Error(`no file of the index: ${url}`);
  arrived.set(name, JSON.parse(data));
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

/** The files in one folder, each loaded once. */
export class Files {
  /** @param {string} base address of the folder */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<any>>} */
    this.asked = new Map();
  }

  /**
   * @param {string} name
   * @param {string} [file] where it is, if not named after what it holds
   * @returns {Promise<any>} what the file holds
   */
  load(name, file = `${name}.js`) {
    const known = this.asked.get(name);
    if (known) return known;
    const get = () => (inWorker ? fetched : included)(this.base + file);
    const asked = get()
      .catch((error) => (error instanceof Gone ? Promise.reject(error) : get()))
      .then(() => arrived.get(name));
    this.asked.set(name, asked);
    asked.catch(() => this.asked.delete(name));
    return asked;
  }
}
