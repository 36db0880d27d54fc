// The service worker: what was seen can be read again without a network. Registered only by a phone of
// which somebody said that it is hers (phone.js), never by a partner's frame. The server writes RELEASE
// and FILES; a server that is told to (SERVICE_WORKER=off) sends a worker that removes itself.
//
// The network always comes first for pages: a broken or old worker can never hide a new page.

const CACHE = `passerelle-${RELEASE}`;
const SEEN = `${CACHE}-seen`;
// How many pages of a kind are kept, the last ones.
const KEEP = { offer: 50, search: 5, other: 12 };
const WAIT = 4000;

const OFFER = /^\/(?:[a-z]{2}\/)?offres\/[^/]+$/;
const SEARCH = /^\/(?:[a-z]{2}\/)?(?:offres|carte)$/;
const PAGE = /^\/(?:[a-z]{2})?$|^\/(?:[a-z]{2}\/)?(?:competences|parcours|mes-offres|aide|comment-ca-marche|glossaire)$/;
const DATA = /^\/_f\/(get_offer|search_offers|get_home|get_map)/;

// What a request is for; null when the worker has no business with it.
function kindOf(request, url) {
  if (request.method !== 'GET' || url.origin !== location.origin) return null;
  if (/^\/(pkg|packs)\//.test(url.pathname)) return 'file';
  const data = DATA.exec(url.pathname);
  if (data) return { get_offer: 'offer', search_offers: 'search' }[data[1]] || 'other';
  if (request.mode !== 'navigate') return null;
  if (OFFER.test(url.pathname)) return 'offer';
  if (SEARCH.test(url.pathname)) return 'search';
  return PAGE.test(url.pathname) ? 'other' : null;
}

addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)).then(() => skipWaiting()));
});

// What belongs to another release goes with it: HTML and the files that it names stay together.
addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('passerelle-') && name !== CACHE && name !== SEEN;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => clients.claim()));
});

// "Erase everything" took the files away: from then on this worker, which still answers for open pages, keeps
// nothing.
const erased = async () => !(await caches.has(CACHE));

// The last so many of a kind; the oldest go.
async function keep(request, kind, response) {
  if (await erased()) return;
  const cache = await caches.open(SEEN);
  const headers = new Headers(response.headers);
  headers.set('x-kind', kind);
  await cache.delete(request);
  await cache.put(request, new Response(await response.arrayBuffer(), { status: response.status, headers }));
  const all = await cache.keys();
  const same = [];
  for (const one of all) {
    const own = await cache.match(one);
    if (own && own.headers.get('x-kind') === kind) same.push(one);
  }
  await Promise.all(same.slice(0, Math.max(0, same.length - KEEP[kind] * 2)).map((one) => cache.delete(one)));
  // Erased meanwhile.
  if (await erased()) await caches.delete(SEEN);
}

async function file(request) {
  if (await erased()) return fetch(request);
  const cache = await caches.open(CACHE);
  const own = await cache.match(request.url);
  if (own) return own;
  const response = await fetch(request);
  if (response.ok) cache.put(request.url, response.clone());
  return response;
}

async function page(event, kind) {
  const { request } = event;
  try {
    const response = await Promise.race([
      fetch(request),
      // On a line that hangs, what was seen is better than nothing; without it, one goes on waiting.
      new Promise((_, late) => setTimeout(() => caches.match(request, { cacheName: SEEN }).then((own) => own && late(own)), WAIT)),
    ]);
    if (response.ok && !response.redirected) event.waitUntil(keep(request, kind, response.clone()));
    return response;
  } catch (failed) {
    if (failed instanceof Response) return failed;
    const own = await caches.match(request, { cacheName: SEEN });
    if (own) return own;
    const shell = request.mode === 'navigate' && (await caches.match('/hors-ligne', { cacheName: CACHE }));
    return shell || Response.error();
  }
}

addEventListener('fetch', (event) => {
  const kind = kindOf(event.request, new URL(event.request.url));
  if (kind) event.respondWith(kind === 'file' ? file(event.request) : page(event, kind));
});
