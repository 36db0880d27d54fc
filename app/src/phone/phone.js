// What this phone keeps for a person who said that it is hers: offers that she saved, offers that she
// saw. Nothing is sent, and nothing is stored unless she said so. Also the public terminal (?borne=1),
// « Personne suivante » and « Tout effacer ».
//
// Plain, small, and independent of the app's client: it works where WebAssembly does not arrive, and on
// the pages of text. It listens at the document and decorates cards as they come; its words stand in
// the page (dialogs.rs). Loaded as a module by loader.js and by the pages of text.

const KEY = 'passerelle';
// The session's marks hold no personal datum: that this is a terminal, that a clearing goes on.
const TERMINAL = 'borne';
const LEAVING = 'leaving';
const MOST = { saved: 100, seen: 300 };
const IDLE = 90;
const COUNTDOWN = 20;
// How many offers to the first page of this visit: number, at the end of their address.
const OFFER = /^\/(?:[a-z]{2}\/)?offres\/(?:[a-z0-9-]*-)?([0-9a-hjkmnp-tv-z]{12})$/;

const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector) => document.querySelectorAll(selector);
const dialog = one('#phone');
const terminal = () => session.getItem(TERMINAL) !== null;

// Some browsers forbid storage altogether: then there is none.
const NONE = { getItem: () => null, setItem() {}, removeItem() {}, clear() {} };
const reachable = (name) => {
  try {
    return window[name] || NONE;
  } catch {
    return NONE;
  }
};
const local = reachable('localStorage');
const session = reachable('sessionStorage');

// What is kept, or null when nothing may be.
function kept() {
  if (terminal()) return null;
  try {
    const { saved, seen } = JSON.parse(local.getItem(KEY));
    return Array.isArray(saved) && Array.isArray(seen) ? { saved, seen } : null;
  } catch {
    return null;
  }
}

// What was seen stays readable without a network, on a phone that is hers; a browser that refuses does without.
function serve() {
  if (kept() && navigator.serviceWorker) navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {});
}

function keep(memory) {
  memory.saved.splice(MOST.saved);
  memory.seen.splice(MOST.seen);
  try {
    local.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Full or forbidden: what the page shows says so, since it reads again.
  }
  refresh();
}

function erase() {
  // What is still open to an adviser is closed as well.
  const open = session.getItem('passerelle.handover');
  if (open) fetch('/handover/close', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: open }) }).catch(() => {});
  local.clear();
  const was = terminal();
  session.clear();
  if (was) session.setItem(TERMINAL, '');
  return forget().catch(() => {}).then(refresh);
}

// The worker goes first: one that is being installed would fill what was emptied.
async function forget() {
  const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
  const installed = ({ installing: own }) => own && new Promise((done) => {
    own.addEventListener('statechange', done, { once: true });
    setTimeout(done, 2000);
  });
  await Promise.all(workers.map(installed));
  await Promise.all(workers.map((worker) => worker.unregister()));
  if (!self.caches) return;
  // Twice: a file that came at that very moment may have opened its cache again.
  for (const _ of [1, 2]) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

// Which offer a button or a card stands for.
function offerOf(element) {
  const card = element.closest('.card');
  if (!card) return { ...element.dataset };
  const link = one('a', card);
  const lines = [...card.querySelectorAll('h3 ~ p')].slice(0, 2).map((p) => p.textContent.trim());
  return { number: numberOf(link), title: link.textContent.trim(), href: link.pathname, line: lines.join(' · ') };
}

const numberOf = (link) => (link && OFFER.exec(link.pathname) || [])[1];

let asked;

function save(button) {
  const memory = kept();
  const offer = offerOf(button);
  if (!memory) {
    asked = button;
    one('[data-number]', dialog).textContent = offer.number;
    return step(terminal() ? 'none' : 'whose');
  }
  const at = memory.saved.findIndex((other) => other.number === offer.number);
  if (at < 0) memory.saved.unshift({ ...offer, day: Date.now() });
  else memory.saved.splice(at, 1);
  keep(memory);
}

// Shows one step of the dialog.
function step(name) {
  for (const section of dialog.children) section.hidden = section.dataset.step !== name;
  dialog.setAttribute('aria-labelledby', `phone-${name}`);
  if (!dialog.open) dialog.showModal();
  const first = one('section:not([hidden]) button', dialog);
  if (first) first.focus();
}

const acts = {
  save,
  whose: () => step('whose'),
  mine() {
    dialog.close();
    keep({ saved: [], seen: [] });
    serve();
    if (asked) save(asked);
  },
  'not-mine': () => step('none'),
  'ask-erase': () => step('erase'),
  erase: () => erase().then(() => step('erased')),
  'ask-next': () => step('next'),
  next: leave,
  close: () => dialog.close(),
};

addEventListener('click', (event) => {
  const button = event.target.closest && event.target.closest('[data-phone]');
  const act = button && acts[button.dataset.phone];
  if (!act) return;
  event.preventDefault();
  act(button);
});

// A slow phone shows first what was touched, then works: where the client answers by itself, a link is seen
// pressed before it is followed. A key (detail 0) is answered at once: the next one may follow it quickly.
addEventListener('click', (event) => {
  const plain = event.detail && !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.isTrusted && plain && root.dataset.client && event.target.closest && event.target.closest('a[href], .filters > summary');
  if (!link || link.dataset.phone || link.target || link.rel === 'external' || (link.href && link.origin !== location.origin)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  link.dataset.pressed = '';
  requestAnimationFrame(() => setTimeout(() => {
    delete link.dataset.pressed;
    link.click();
  }));
}, true);

// What can be seen of all this: buttons, marks, the list.
function refresh() {
  const memory = kept();
  root.toggleAttribute('data-mine', !!memory);
  root.toggleAttribute('data-terminal', terminal());
  const saved = new Set(memory ? memory.saved.map((offer) => offer.number) : []);
  const seen = new Set(memory ? memory.seen : []);
  for (const card of all('.card')) {
    const number = numberOf(one('h3 a', card));
    if (!number || card.closest('#kept')) continue;
    if (!one('[data-phone]', card)) card.append(copy('phone-save'));
    const mark = one('.seen', card);
    if (seen.has(number) !== !!mark) mark ? mark.remove() : one('h3', card).append(copy('phone-seen'));
  }
  for (const button of all('[data-phone=save]')) button.setAttribute('aria-pressed', saved.has(offerOf(button).number));
  const list = one('#kept');
  if (list) show(list, memory);
  fit().catch(() => {});
}

const copy = (id) => one(`#${id}`).content.firstElementChild.cloneNode(true);

// The page of saved offers. What was stored goes into the page as text.
function show(list, memory) {
  const offers = memory ? memory.saved : [];
  const state = offers.length ? 'some' : memory ? 'empty' : 'nothing';
  for (const part of list.parentElement.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== state;
  const days = new Intl.DateTimeFormat(root.lang, { day: 'numeric', month: 'long' });
  list.replaceChildren(...offers.map((offer) => {
    const card = copy('phone-kept');
    const link = one('a', card);
    link.textContent = offer.title;
    if (/^\/[a-z]/.test(offer.href)) link.href = offer.href;
    const [line, day] = card.querySelectorAll('p');
    line.textContent = offer.line;
    day.append(days.format(offer.day));
    const button = copy('phone-save');
    button.setAttribute('aria-pressed', true);
    card.append(button);
    return card;
  }));
}

// Who said what she can do reads on every offer how much of it she knows already: computed on this phone, by
// the files of the self-assessment. Asked for once, and only by who said something.
const SAID = 'passerelle.profile';
let fits;
async function fit() {
  const said = (terminal() ? null : local.getItem(SAID)) || session.getItem(SAID);
  if (!said) {
    for (const own of all('.fit')) own.remove();
    for (const place of all('[data-fitted]')) delete place.dataset.fitted;
    fits = undefined;
    return;
  }
  if (one('#guide')) return;
  const places = [...all('.card'), ...all('[data-fit]')].filter((place) => !place.dataset.fitted && !place.closest('#kept'));
  const numbers = places.map((place) => place.dataset.fit || numberOf(one('h3 a', place)) || '-');
  if (!places.length) return;
  for (const place of places) place.dataset.fitted = 'asked';
  fits = fits || (async () => {
    const page = await (await fetch(root.lang === 'fr' ? '/competences' : `/${root.lang}/competences`)).text();
    const guide = new DOMParser().parseFromString(page, 'text/html');
    const script = one('script[src*="/pkg/guide."]', guide).getAttribute('src');
    return (await import(script)).fits(one('#guide', guide).dataset, said);
  })();
  const sentences = (await fits)(numbers);
  places.forEach((place, at) => {
    if (!sentences[at]) return;
    const own = document.createElement('div');
    own.className = 'fit';
    // Markup of our own, its words escaped where it was made.
    own.innerHTML = sentences[at];
    for (const picture of own.querySelectorAll('svg')) picture.remove();
    place.append(own);
    place.hidden = false;
  });
}

// A page or a list came.
let here;
function arrived() {
  if (here !== location.pathname) {
    here = location.pathname;
    const number = (OFFER.exec(here) || [])[1];
    const memory = kept();
    if (number && memory && memory.seen[0] !== number) {
      memory.seen = [number, ...memory.seen.filter((other) => other !== number)];
      return keep(memory);
    }
  }
  refresh();
}

// Somebody else comes: nothing of the one before stays, neither on the screen nor behind "back".
const home = () => (terminal() ? '/?borne=1' : '/');
async function leave() {
  await erase();
  session.setItem(LEAVING, '');
  const entries = self.navigation ? navigation.entries() : [];
  if (entries.length && navigation.currentEntry.key !== entries[0].key) {
    await navigation.traverseTo(entries[0].key).finished.catch(() => {});
  }
  location.replace(home());
}

// After the first page of the tab was reached: it becomes the home page, and what lay ahead goes.
function finishLeaving() {
  if (session.getItem(LEAVING) === null) return false;
  if (location.pathname + location.search !== home()) {
    location.replace(home());
    return true;
  }
  session.removeItem(LEAVING);
  history.pushState(null, '', home());
  return false;
}

// The public terminal: after a while without a touch it asks, then clears.
function watch() {
  let last = Date.now();
  let touched = location.pathname + location.search !== home();
  const touch = (event) => {
    if (event.isTrusted === false) return;
    last = Date.now();
    touched = true;
    if (dialog.open && !one('[data-step=idle]', dialog).hidden) dialog.close();
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input']) addEventListener(kind, touch, { passive: true });
  setInterval(() => {
    const left = Math.ceil(IDLE + COUNTDOWN - (Date.now() - last) / 1000);
    if (!touched || left > COUNTDOWN) return;
    if (left <= 0) {
      touched = false;
      leave();
      return;
    }
    if (one('[data-step=idle]', dialog).hidden || !dialog.open) step('idle');
    one('[data-left]', dialog).textContent = left;
  }, 1000);
}

if (dialog) {
  if (new URLSearchParams(location.search).get('borne') === '1') session.setItem(TERMINAL, '');
  if (!finishLeaving()) {
    if (terminal()) watch();
    let soon;
    const later = () => (soon = soon || requestAnimationFrame(() => { soon = 0; arrived(); }));
    new MutationObserver((changes) => changes.some(({ target }) => !target.closest('#phone, #kept')) && later())
      .observe(document.body, { childList: true, subtree: true });
    // Another tab saved or erased.
    addEventListener('storage', refresh);
    // A page that comes back from the browser's memory may be older than an erasure.
    addEventListener('pageshow', () => finishLeaving() || refresh());
    arrived();
    serve();
    root.setAttribute('data-phone', '');
  }
}
