// Answers for the site when the network does not. The build (hooks/delivery/offline.py) writes
// `site` above this: the version, and of each copy the file that holds it. A copy is a language, or
// (`zh/search`) the index of its search.
//
// A page comes from the network if that answers in time, else from the copy. Once the network has
// given a page just as the copy has it, the copy is known to be of today: for some minutes pages
// come from it at once, and the network is asked behind them. That ends for this copy as soon as the
// network gives another page than it has. Who reloads a page, or comes with a query, asks the network.
// Whatever a page loads has a name that says its content, so no page can get a part of another
// version. A copy is one file: it is there whole, or not at all.
(() => {
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const { clients, registration } = worker;
  // @ts-expect-error: the build writes it
  const { version, copies } = /** @type {{ version: string, copies: Record<string, string> }} */ (site);
  const scope = new URL(registration.scope);
  const PREFIX = `${scope.pathname} `;
  const CACHE = PREFIX + version;
  const HASHED = /[./][0-9a-f]{8}[./]/;
  // How long a reader waits for the network before getting the copy, and how long after that we
  // take it for granted that the network is slow (milliseconds).
  const PATIENCE = 2000;
  const MEMORY = 60000;
  // How long a copy that was found to be of today is taken to be so (milliseconds): as long as
  // GitHub's Pages, for one, let browsers keep a page.
  const TODAY = 600000;
  /** @type {Record<string, string>} by the endings of files */
  const TYPES = {
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    css: "text/css; charset=utf-8",
    json: "application/json",
    svg: "image/svg+xml",
  };
  let slowUntil = 0;

  /** @param {string} path of a file in the site */
  const address = (path) => new URL(path, scope).href;

  /** @param {string} copy the address that stands for "all of this copy is there" */
  const mark = (copy) => address(`?offline=${copy}`);

  // The address of a note: when the network last gave what this copy has, or that it gave else.
  const AGREED = address("?network=agreed");
  const NEVER = "never again";

  /** @param {string} url @returns {string | undefined} the copy of the language it is in */
  const languageOf = (url) =>
    Object.keys(copies).find((copy) => !copy.includes("/") && url.startsWith(address(`${copy}/`)));

  /** @param {string} name @returns {Promise<string[]>} the copies that a cache holds */
  const held = async (name) => {
    const cache = await caches.open(name);
    const names = Object.keys(copies);
    const marks = await Promise.all(names.map((copy) => cache.match(mark(copy))));
    return names.filter((_, at) => marks[at]);
  };

  /** @returns {boolean} whether the reader has asked for less data: then nothing is copied */
  const saving = () => {
    const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);
    return Boolean(connection?.saveData);
  };

  /** @param {string} copy have all of it */
  const fill = async (copy) => {
    if (saving()) throw new Error("the reader saves data");
    const cache = await caches.open(CACHE);
    if (await cache.match(mark(copy))) return;
    const answer = await fetch(address(copies[copy]));
    if (!answer.ok) throw new Error(`${answer.status} for the copy of ${copy}`);
    // The copies are shown under the same policy as what the host sends.
    const headers = new Headers(answer.headers);
    for (const name of ["Content-Encoding", "Content-Length", "ETag", "Vary"]) headers.delete(name);
    // Each file is a list of parts, by their numbers (delivery/offline.py).
    const { parts, files } = await answer.json();
    for (const path in files) {
      const text = files[path].map((/** @type {number} */ part) => parts[part]).join("");
      headers.set("Content-Type", TYPES[path.split(".").pop() ?? ""] ?? TYPES.html);
      await cache.put(address(path), new Response(text, { headers }));
    }
    await cache.put(mark(copy), new Response());
  };

  worker.addEventListener("install", (event) => {
    const wanted = async () => {
      const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
      const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
      const before = (await Promise.all(names.map(held))).flat();
      return new Set([...open.flatMap(({ url }) => languageOf(url) ?? []), ...before]);
    };
    // Any error leaves the worker before, with its whole copy, in charge.
    const copy = async () => {
      await Promise.all([...(await wanted())].map(fill));
      await worker.skipWaiting();
    };
    event.waitUntil(copy());
  });

  worker.addEventListener("activate", (event) => {
    const change = async () => {
      // The version before stays for pages that are still open with it.
      const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
      const old = names.filter((name) => name !== CACHE).slice(0, -1);
      await Promise.all(old.map((name) => caches.delete(name)));
      // Switched on by versions before, for pages that are then loaded twice.
      await registration.navigationPreload?.disable();
      await clients.claim();
    };
    event.waitUntil(change());
  });

  /** @param {URL} url @returns {Promise<Response | undefined>} the page, if a whole copy has it */
  const copyOf = async (url) => {
    const language = languageOf(url.href);
    const whole = await held(CACHE);
    if (language ? !whole.includes(language) : !whole.length) return undefined;
    const cache = await caches.open(CACHE);
    const path = url.href.split(/[?#]/)[0].replace(/index\.html$/, "");
    const page = await cache.match(path);
    if (page) return page;
    return (await cache.match(`${path}/`)) && Response.redirect(`${path}/${url.search}`);
  };

  /** @returns {Promise<Response | undefined>} the page that says that a page is not in the copy */
  const missing = async () => {
    const wrong = await (await caches.open(CACHE)).match(address("404.html"));
    const text = wrong && (await wrong.text()).replace("<html", "<html data-offline");
    return wrong && new Response(text, { status: 503, headers: wrong.headers });
  };

  /** @returns {Promise<string | undefined>} what is noted of the copy: a time (milliseconds), or NEVER */
  const noted = async () => (await (await caches.open(CACHE)).match(AGREED))?.text();

  /**
   * Note whether the copy is of today.
   * @param {Response} fresh what the network gave
   * @param {Response} copy of the same page
   */
  const compare = async (fresh, copy) => {
    // Others tell nothing: 0 where an address leads elsewhere, 304 from WebKit, which keeps the page.
    if (![200, 404].includes(fresh.status) || (await noted()) === NEVER) return;
    const same = fresh.status === copy.status && (await fresh.text()) === (await copy.text());
    const cache = await caches.open(CACHE);
    await cache.put(AGREED, new Response(same ? String(Date.now()) : NEVER));
  };

  /** @param {URL} url @returns {Promise<boolean>} whether a page may come from the copy at once */
  const ofToday = async ({ pathname, search }) => {
    if (search || !(Date.now() < Number(await noted()) + TODAY)) return false;
    // What is open and asked for is reloaded; not all browsers say so in the request.
    const open = await clients.matchAll({ type: "window" });
    return !open.some(({ url }) => new URL(url).pathname === pathname);
  };

  /** @param {FetchEvent} event @returns {Promise<Response>} */
  const page = async (event) => {
    const url = new URL(event.request.url);
    const network = fetch(event.request);
    const copy = await copyOf(url);
    if (!copy) return network.catch(async (error) => (await missing()) ?? Promise.reject(error));
    const own = copy.clone();
    event.waitUntil(network.then((fresh) => compare(fresh.clone(), own)).catch(() => {}));
    if (await ofToday(url)) return copy;
    return new Promise((resolve) => {
      const wait = Date.now() < slowUntil ? 0 : PATIENCE;
      const late = setTimeout(() => {
        slowUntil = Date.now() + MEMORY;
        resolve(copy);
      }, wait);
      network.then(
        (fresh) => {
          slowUntil = 0;
          clearTimeout(late);
          resolve(fresh.status < 500 ? fresh : copy);
        },
        () => {
          clearTimeout(late);
          resolve(copy);
        },
      );
    });
  };

  /** @param {FetchEvent} event @returns {Promise<Response>} */
  const file = async (event) => {
    const { url } = event.request;
    // Who searches keeps the search, too.
    const copy = `${languageOf(url)}/search`;
    if (url.startsWith(address(`${copy}/index.`))) event.waitUntil(fill(copy).catch(() => {}));
    return (await caches.match(event.request, { ignoreVary: true })) ?? fetch(event.request);
  };

  // A page that is being read asks for the copy of its language; one that the browser has only asked
  // for beforehand does not.
  worker.addEventListener("message", (event) => {
    const language = event.source instanceof Client && languageOf(event.source.url);
    if (language) event.waitUntil(fill(language).catch(() => {}));
  });

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || !request.url.startsWith(scope.href)) return;
    if (request.mode === "navigate") event.respondWith(page(event));
    else if (HASHED.test(new URL(request.url).pathname)) event.respondWith(file(event));
  });
})();
