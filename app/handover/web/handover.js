// What a person shows an adviser. On her phone: makes a code, seals what she shows under it, says where it is
// read (`give`, called by guide.js). On the adviser's screen (#handover): takes the code, opens what it names.
// The code never leaves either of them. Joined with the WebAssembly's glue by the build.

// Her phone remembers the name of what is open, so that erasing closes it as well (phone.js).
const OPEN = 'passerelle.handover';
const lang = document.documentElement.lang;
let ready;
const load = (wasm) => (ready = ready || __wbg_init({ module_or_path: fetch(wasm) }));
const post = (what, body) =>
  fetch(`/handover/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
// The derivation holds the page for a moment: what it says of that is drawn before.
const drawn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
const hour = (seconds) => new Date(seconds * 1000).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });

// Seals a text and shows its code in `place`; `address`: where it is read.
async function give(place, text, wasm, address) {
  const one = (selector) => place.querySelector(selector);
  const status = one('[role=status]');
  const { wait, many, failed, until, where, closed } = place.dataset;
  one('[data-guide=seal]').disabled = true;
  status.textContent = wait;
  try {
    await drawn();
    await load(wasm);
    const random = crypto.getRandomValues(new Uint8Array(34));
    const code = make(random.slice(0, 10));
    const id = prepare(code);
    const answer = await post('keep', { id, body: seal(random.slice(10), text) });
    if (!answer.ok) throw answer.status;
    const kept = await answer.json();
    sessionStorage.setItem(OPEN, id);
    const [side, path] = square(`${address}#${code}`).split(/ (.*)/s);
    one('.where').textContent = where.replace('{address}', address.replace(/^https?:\/\//, ''));
    one('.code').textContent = code;
    one('svg').setAttribute('viewBox', `-2 -2 ${+side + 4} ${+side + 4}`);
    one('path').setAttribute('d', path);
    one('.until').textContent = until.replace('{hour}', hour(kept.until));
    one('.given').hidden = false;
    one('[data-guide=seal]').hidden = true;
    status.textContent = '';
    one('[data-guide=unseal]').onclick = async () => {
      const done = await post('close', { id }).catch(() => ({}));
      status.textContent = done.ok ? closed : failed;
      if (!done.ok) return;
      sessionStorage.removeItem(OPEN);
      one('.given').hidden = true;
    };
  } catch (reason) {
    one('[data-guide=seal]').disabled = false;
    status.textContent = reason === 429 ? many : failed;
  }
}

const here = document.querySelector('#handover');
if (here) {
  const one = (selector) => here.querySelector(selector);
  const [form, status, sheet, end] = ['form', '[role=status]', '.sheet', '[data-handover=close]'].map(one);
  const say = (words) => { status.textContent = words; };
  let id;

  function hide() {
    sheet.replaceChildren();
    sheet.hidden = end.hidden = true;
    form.hidden = false;
  }

  // Words only: nothing that somebody sealed becomes markup, and links lead to offers of this site.
  function show(sections) {
    for (const { title, lines } of sections) {
      const list = document.createElement('ul');
      for (const { text, href } of lines) {
        const line = list.appendChild(document.createElement('li'));
        const words = /^\/([a-z]{2}\/)?offres\/[0-9a-z]{12}$/.test(href) ? line.appendChild(document.createElement('a')) : line;
        if (words !== line) words.href = href;
        words.textContent = text;
      }
      sheet.appendChild(document.createElement('h2')).textContent = title;
      sheet.append(list);
    }
    sheet.hidden = end.hidden = false;
    form.hidden = true;
  }

  async function look(code) {
    const { wait, bad, none, many, failed, until } = here.dataset;
    say(wait);
    try {
      await drawn();
      await load(here.dataset.wasm);
      id = prepare(code);
      if (!id) return say(bad);
      const answer = await post('read', { id });
      if (!answer.ok) return say({ 404: none, 429: many }[answer.status] || failed);
      const kept = await answer.json();
      const text = open(kept.body);
      if (text === undefined) return say(none);
      show(JSON.parse(text));
      say(until.replace('{hour}', hour(kept.until)));
      setTimeout(() => { hide(); say(none); }, Math.max(0, kept.until * 1000 - Date.now()));
    } catch {
      say(failed);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look(one('#code').value);
  });
  end.addEventListener('click', async () => {
    const { failed, closed } = here.dataset;
    const done = await post('close', { id }).catch(() => ({}));
    if (done.ok) hide();
    say(done.ok ? closed : failed);
  });
  // From a QR code: the code is taken out of the address before anything else.
  const scanned = () => {
    const code = decodeURIComponent(location.hash.slice(1));
    if (!code || code === 'main') return;
    history.replaceState(null, '', location.pathname);
    one('#code').value = code;
    look(code);
  };
  addEventListener('hashchange', scanned);
  scanned();
  document.documentElement.dataset.handover = 'ready';
}

export { give };
