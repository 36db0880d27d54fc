// A partner's site, as small as can be: its pages paste what we give. It answers to two names, `localhost` (which the
// partner allows) and `127.0.0.1` (which it does not): two origins.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The partner whose board the pages show. */
export const KEY = 'hote';

const loader = readFileSync(new URL('../../public/embed/v1.js', import.meta.url));
const pinned = `v1.${createHash('sha256').update(loader).digest('hex').slice(0, 16)}.js`;
const integrity = `sha384-${createHash('sha384').update(loader).digest('base64')}`;

const board = (hub, attributes = '') => `<passerelle-offres partner="${KEY}"${attributes}><a href="${hub}/p/${KEY}">Voir les offres</a></passerelle-offres>`;
const script = (hub) => `<script async src="${hub}/embed/v1.js"></script>`;
const filler = '<p>Une association de quartier, ses ateliers, ses horaires.</p>'.repeat(120);

/** Name of a page → its body, and its policy where it has one. */
const pages = {
  plain: (hub) => ({ body: `${board(hub)}${script(hub)}<p id="after">Après les offres</p>` }),
  strict: (hub) => ({ body: `${board(hub)}${script(hub)}`, policy: `default-src 'none'; script-src ${hub}/embed/; frame-src ${hub}; require-trusted-types-for 'script'` }),
  pinned: (hub) => ({ body: `${board(hub)}<script async src="${hub}/embed/${pinned}" integrity="${integrity}" crossorigin="anonymous"></script>`, policy: `default-src 'none'; script-src '${integrity}'; frame-src ${hub}` }),
  two: (hub) => ({ body: `${board(hub, ' q="agent" theme="light"')}${board(hub, ' q="serveur" commune="06088" radius_km="30" theme="dark" lang="en"')}${script(hub)}${script(hub)}` }),
  below: (hub) => ({ body: `${filler}${board(hub)}${script(hub)}${filler}` }),
  unknown: (hub) => ({ body: `${board(hub).replace(KEY, 'personne')}${script(hub)}` }),
  fuzz: (hub, other) => ({ body: `${board(hub)}${script(hub)}<iframe id="enemy" src="${other}/enemy"></iframe>` }),
  enemy: () => ({ body: `<script>
    const shapes = (n) => [
      { type: 'passerelle:height', v: 1, height: n % 20000 }, { type: 'passerelle:height', v: 1, height: 1e9 }, { type: 'passerelle:height', v: 1, height: '12' },
      { type: 'passerelle:height', height: 5 }, { message: 'height', value: 5, secret: 'x' }, { message: 'link', value: 'https://evil.example' }, { height: n }, n, 'x'.repeat(n % 99), null, [n],
      { type: { toString() { return 'passerelle:height'; } }.type, location: 'javascript:alert(1)' }, new Map([[n, n]]), { __proto__: { type: 'passerelle:height', v: 1, height: 7 } },
    ];
    addEventListener('message', ({ data }) => {
      if (data !== 'go') return;
      let sent = 0;
      while (sent < 10000) for (const one of shapes(sent)) { parent.postMessage(one, '*'); for (let i = 0; i < parent.length; i++) if (parent[i] !== window) parent[i].postMessage(one, '*'); sent++; }
      parent.postMessage({ done: sent }, '*');
    });
  </script>` }),
  frames: () => ({ body: '<div id="here"></div>' }),
};

/** Serves until `stop()`. */
export function host(port, hub) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    const page = pages[url.pathname.slice(1)]?.(hub, `http://127.0.0.1:${port}`);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (!page) return response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
    if (page.policy) response.setHeader('content-security-policy', page.policy);
    const frame = '<style>iframe{inline-size:40px;border:9px solid red}a{color:red}</style>';
    response.end(`<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Association fictive</title>${page.policy ? '' : frame}</head><body><main><h1>Association fictive</h1>${page.body}</main></body></html>`);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) })));
}
