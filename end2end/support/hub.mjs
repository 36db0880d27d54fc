// The hub that a partner's site shows: on port 8080, one of the three that WordPress asks without being told to.
import { createServer } from 'node:net';
import { place, run, serve } from './server.mjs';

const USUAL = 8080;
/** The partner whose offers are shown. */
export const PARTNER = process.env.HOSTS_PARTNER ?? 'essais-wordpress';

/** Whether nobody listens there. */
function free(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false)).once('listening', () => server.close(() => resolve(true)));
    server.listen(port, '127.0.0.1');
  });
}

/**
 * Passerelle with a partner whose list of sites holds `origin`; on `otherwise` where 8080 is taken.
 * HOSTS_HUB and HOSTS_PARTNER name a hub that runs already, for work on the hosts alone.
 */
export async function hub(origin, otherwise) {
  if (process.env.HOSTS_HUB) return { base: process.env.HOSTS_HUB, stop: async () => {} };
  const at = place(await free(USUAL) ? USUAL : otherwise);
  at.env.PUBLIC_URL = at.base;
  run(at, ['demo']);
  run(at, ['partner', 'add', PARTNER, '--name', 'Association fictive des Essais', '--origin', origin]);
  return serve(at);
}
