// The pages that this phone answers by itself: takes the form before it is sent, asks the WebAssembly for
// the next page, shows it. Nothing is sent; what was said is kept for this visit, and longer only on a
// phone of which somebody said that it is hers (phone.js). Joined with the WebAssembly's glue by the build.
//
// Until the files are there, and where something fails, the form goes to the server as without scripts.

const KEPT = 'passerelle.profile';
const MINE = 'passerelle';
const here = document.querySelector('#guide');
const KINDS = {
  odt: 'application/vnd.oasis.opendocument.text',
  json: 'application/json',
  ics: 'text/calendar',
};
const NOTHING = { getItem: () => null, setItem() {}, removeItem() {} };
const storage = (name) => {
  try {
    return window[name] || NOTHING;
  } catch {
    return NOTHING;
  }
};

const fetched = (url, kind) => fetch(url).then((r) => (r.ok ? r[kind]() : Promise.reject(new Error(url))));
const bytes = async (url) => new Uint8Array(await fetched(url, 'arrayBuffer'));

// What was said: on the phone for ever where it is hers, else for this visit.
const memory = {
  get: () => storage('localStorage').getItem(KEPT) || storage('sessionStorage').getItem(KEPT),
  set(said) {
    const mine = storage('localStorage').getItem(MINE) !== null && storage('sessionStorage').getItem('borne') === null;
    try {
      storage(mine ? 'localStorage' : 'sessionStorage').setItem(KEPT, said);
    } catch {
      // Full or forbidden: the page itself still holds it.
    }
  },
};

const idle = (then) => (self.requestIdleCallback || setTimeout)(then);

// Code of a basin: its offers, its steps.
let packs = new Map();
let basin;
// Whether steps are asked for.
let ways = false;

// The WebAssembly, the words and all of ROME; false when they are not of one build.
async function open(dataset, action) {
  packs = new Map(JSON.parse(dataset.packs).map(([code, ...files]) => [code, files]));
  ways = dataset.ask !== undefined;
  const [, texts, rome] = await Promise.all([
    __wbg_init({ module_or_path: fetch(dataset.wasm) }),
    fetched(dataset.texts, 'text'),
    bytes(dataset.rome),
  ]);
  // A page that was kept may be of another day than the phone.
  const now = new Date();
  const today = Math.max(+dataset.today, Math.floor((now - now.getTimezoneOffset() * 60_000) / 86_400_000));
  return begin(document.documentElement.lang, texts, rome, today, dataset.basins, action, dataset.origin);
}

// Whose offers a form asks for: a basin's, or invented ones where a group practises.
const whose = (said) => {
  const form = new URLSearchParams(said);
  return form.get('who') === 'group' ? 'EXERCICE' : form.get('basin');
};

// The offers that a form asks for.
async function market(said) {
  const code = whose(said);
  const wanted = packs.has(code) ? code : packs.keys().next().value;
  if (wanted === basin || !wanted) return;
  const [offers, courses] = packs.get(wanted);
  const [own, steps_] = await Promise.all([bytes(offers), ways ? bytes(courses) : undefined]);
  if (local(own) && (!steps_ || steps(steps_))) basin = wanted;
}

// For the board (phone.js): what each offer says to who filled a form.
async function fits(dataset, said) {
  if (!(await open(dataset, ''))) throw new Error('another build');
  await market(said);
  return (numbers) => sentences(said, numbers.join(' '));
}

if (here) {
  const { dataset } = here;
  let ready = false;
  // The page as it was before the first answer.
  let begun;

  const said = (form, pressed) => {
    const data = new FormData(form);
    if (pressed && pressed.name) data.append(pressed.name, pressed.value);
    return new URLSearchParams(data).toString();
  };

  // A limit that changed is already as she left it: what follows from it is drawn around it. Menus are the
  // costliest part of that page, and the focus need not be put back. False where there is nothing to keep.
  function keeps(html) {
    const limits = here.querySelector('#limits');
    const page = document.createRange().createContextualFragment(html);
    const twin = page.querySelector('#limits');
    const choices = (part) => [...part.querySelectorAll('option')].map((option) => option.value).join();
    if (!limits || !twin || choices(limits) !== choices(twin)) return false;
    const parts = [...twin.parentNode.childNodes];
    const at = parts.indexOf(twin);
    for (const old of [...limits.parentNode.childNodes]) if (old !== limits) old.remove();
    limits.before(...parts.slice(0, at));
    limits.after(...parts.slice(at + 1));
    return true;
  }

  function show(html, focus, stays) {
    if (!stays || !keeps(html)) here.innerHTML = html;
    const title = here.querySelector('h1');
    if (title && focus) {
      title.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    voice();
    // What only a phone that answers by itself can do.
    for (const part of here.querySelectorAll('[data-guide=print], [data-guide=import], [data-guide=show]')) part.hidden = !ready;
    for (const part of here.querySelectorAll('[data-guide=needs]')) part.hidden = ready;
  }

  function voice() {
    const speech = window.speechSynthesis;
    const lang = document.documentElement.lang;
    const button = here.querySelector('[data-guide=listen]');
    if (button) button.hidden = !(speech && speech.getVoices().some((one) => one.lang.startsWith(lang)));
  }

  function aloud() {
    const speech = window.speechSynthesis;
    if (speech.speaking) return speech.cancel();
    const parts = here.querySelectorAll('h1, .lead, legend:not(.sr), .words, .strengths .words');
    const text = new SpeechSynthesisUtterance([...parts].map((part) => part.textContent.trim()).join('. '));
    text.lang = document.documentElement.lang;
    speech.speak(text);
  }

  // Keeps what the new page holds, as its own form says it.
  function keep() {
    const form = here.querySelector('form');
    if (!form || new FormData(form).get('who') === 'group') return;
    memory.set(said(form));
  }

  // A file goes from the page to the phone's own folder.
  function download(body, kind) {
    const type = KINDS[kind];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([take(body, kind)], { type }));
    link.download = `${kind === 'ics' ? 'parcours' : 'competences'}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // To an adviser: another module, fetched only by who shows something.
  async function seal() {
    const place = here.querySelector('[data-guide=show]');
    try {
      const { give } = await import(dataset.handover);
      await give(place, shown(said(here.querySelector('form'))), dataset.handoverWasm, dataset.shown);
    } catch {
      place.querySelector('[role=status]').textContent = place.dataset.failed;
    }
  }

  here.addEventListener('submit', (event) => {
    const form = event.target;
    const body = said(form, event.submitter);
    const pressed = event.submitter && event.submitter.value;
    // To another page of ours: what was said goes through the phone's memory, never over the network.
    if (ready && event.submitter && event.submitter.hasAttribute('formaction')) {
      event.preventDefault();
      keep();
      location.assign(event.submitter.formAction);
      return;
    }
    if (ready && pressed in KINDS) {
      event.preventDefault();
      download(body, pressed);
      return;
    }
    if (here.ariaBusy) return event.preventDefault();
    // The control that a change of it alone sent: it keeps the focus, and the page its place.
    const stays = event.submitter ? undefined : changed;
    const code = whose(body);
    if (!ready || (packs.has(code) && code !== basin)) {
      if (!ready) return;
      event.preventDefault();
      market(body).then(() => turn(body, stays), () => form.submit());
      return;
    }
    event.preventDefault();
    // A box says by itself that it was ticked: the paths follow in the same picture.
    if (stays) return turn(body, stays);
    // A slow phone shows first that the button was pressed.
    here.ariaBusy = 'true';
    requestAnimationFrame(() => setTimeout(turn, 0, body));
  });

  let changed;

  function turn(body, stays) {
    here.ariaBusy = null;
    show(answer(body), !stays, stays);
    const same = stays && document.getElementById(stays);
    if (same && same !== document.activeElement) {
      const around = same.closest('details');
      if (around) around.open = true;
      same.focus({ preventScroll: true });
    }
    // What was said, not the page that it makes: that is drawn again, and a tap need not wait for its copy.
    if (stays) history.replaceState({ said: body }, '');
    else history.pushState({ said: body }, '');
    keep();
  }

  addEventListener('popstate', ({ state }) => {
    if (!ready) return;
    if (state && state.said) show(answer(state.said), true);
    else if (begun) show(begun, true);
  });
  here.addEventListener('click', (event) => {
    if (event.target.closest('[data-guide=listen]')) aloud();
    if (event.target.closest('[data-guide=print]')) print();
    if (event.target.closest('[data-guide=seal]')) seal();
  });
  here.addEventListener('change', async (event) => {
    if (ready && event.target.id && event.target.closest('[data-guide=auto]')) {
      changed = event.target.id;
      event.target.form.requestSubmit();
      changed = undefined;
      return;
    }
    if (event.target.id !== 'import' || !ready) return;
    const before = read(await event.target.files[0].text());
    const place = event.target.closest('[data-guide=import]');
    if (!before) {
      place.querySelector('[role=status]').textContent = place.dataset.bad;
      return;
    }
    await market(before).catch(() => {});
    show(restore(before), true);
    keep();
  });
  here.addEventListener('input', (event) => {
    const found = here.querySelector('#found');
    if (!ready || event.target.id !== 'q' || !found) return;
    // What was ticked stays.
    const ticked = [...found.querySelectorAll('input:checked')].map((input) => input.closest('label'));
    found.innerHTML = find(event.target.value);
    const list = found.querySelector('.picks');
    for (const label of ticked) {
      const twin = [...list.querySelectorAll('input')].find((input) => input.value === label.firstElementChild.value);
      if (twin) twin.checked = true;
      else list.prepend(label);
    }
  });

  if (window.speechSynthesis) speechSynthesis.addEventListener('voiceschanged', voice);
  voice();

  const start = async () => {
    if (!(await open(dataset, here.querySelector('form').getAttribute('action')))) return;
    const before = memory.get() || '';
    const { ask, fresh } = here.dataset;
    // What the address asks for comes before what was asked last time; a basin that a form chose stays.
    const form = here.querySelector('form');
    let now = fresh === undefined || !before ? said(form) : [ask, before].filter(Boolean).join('&');
    // Who never chose a basin sees the one in which the server found what the address asks for.
    const drawn = new FormData(form).get('basin');
    if (drawn && !whose(now)) now += `&basin=${drawn}`;
    await market(now);
    // Who was here before goes on where she was.
    if (fresh === undefined || !before) begun = here.innerHTML;
    else begun = ask ? answer(now) : restore(before);
    // Where no way leads to what the address asks for, the basin in which the server found one is shown.
    if (ways && /(^|&)to=/.test(ask) && drawn !== whose(now) && here.querySelector('.path') && !begun.includes('"card path')) {
      now = `basin=${drawn}&${now}`;
      await market(now);
      begun = answer(now);
    }
    ready = true;
    show(begun, false);
    document.documentElement.dataset.guide = 'ready';
    warm();
    // On a phone that keeps pages, the ways to a job are there without a network too.
    const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
    if (worker && !ways && packs.has(basin)) idle(() => fetch(packs.get(basin)[1]).catch(() => {}));
  };
  // A browser compiles a function when it is first called: not while somebody waits for the answer.
  const SKILLS = ['step=start&who=alone', 'step=families&family=transport', 'step=families&go=skip', 'step=jobs&job=N1101~x', 'go=results&job=N1101~x', 'go=sheet&job=N1101~x'];
  const PATHS = ['step=paths', 'step=paths&free=1&week=24&nocar=1&km=10', 'step=paths&free=1&before=2020-01'];
  const warm = (asks = ways ? PATHS : SKILLS) => {
    const [ask, ...rest] = asks;
    if (ask) idle(() => (answer(ask), warm(rest)));
  };
  // Cards on paper: nothing to answer.
  if (!dataset.wasm) for (const part of here.querySelectorAll('[data-guide=print]')) part.hidden = false;
  // What is read comes first; what comes in the background waits until it is drawn.
  const soon = () => dataset.wasm && idle(() => start().catch(() => {}));
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}

// `answer` and `order` for the test that compares them with the server's.
export { answer, fits, order };
