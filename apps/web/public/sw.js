// Keeps the room's page and its files on the device, so that a reload works without a connection.
// Rooms themselves are kept by the page; nothing of them is cached here.

const CACHE = "crux-shell";
const MOST = 400;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const keep = Array.isArray(event.data?.keep) ? event.data.keep : [];
  const own = keep.filter(
    (url) => typeof url === "string" && new URL(url, location.origin).origin === location.origin,
  );
  event.waitUntil(
    Promise.all(own.slice(0, MOST).map((url) => fetchAndKeep(new Request(url)).catch(() => null))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(keptOrFetched(request));
  else if (request.mode === "navigate") event.respondWith(fetchedOrKept(request));
});

/** Built files never change under their names. */
async function keptOrFetched(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (!kept) return fetchAndKeep(request);
  // A worker takes its address, and what stands behind the # in it, from the answer: that of another worker
  // that starts from the same file. An answer made here has no address of its own.
  return request.destination === "worker"
    ? new Response(kept.body, { status: kept.status, headers: kept.headers })
    : kept;
}

/** Pages are fetched; without a connection the kept one has to do. */
async function fetchedOrKept(request) {
  try {
    return await fetchAndKeep(request);
  } catch {
    const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
    return kept ?? notHere();
  }
}

/** A page that this device does not have, without a connection: what to do, in words. */
function notHere() {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Offline · Crux</title><style>:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}main{max-width:34rem;margin:15vh auto;padding:0 1rem}h1{font:600 1.7rem/1.2 Georgia,serif}a,button{color:inherit;font:inherit}button{padding:.5rem 1rem}</style><main><h1>No connection, and this page is not on this device.</h1><p>Rooms that you have been in open without a connection, and keep what you change. Everything else needs the server.</p><p><button onclick="location.reload()">Try again</button></p><p><a href="/">The first page</a></p></main></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function fetchAndKeep(request) {
  const response = await fetch(request);
  const path = new URL(request.url).pathname;
  const isPage = path === "/" || path === "/solo" || path.startsWith("/r/");
  if (response.ok && (isPage || path.startsWith("/_next/static/"))) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)));
  }
  return response;
}
