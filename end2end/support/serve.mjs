// What the browser tests look at: the demo and a few offers of ours; the same without an index on the
// next port, and a partner's site on the fourth. Run by itself it serves on PORT until it is ended.
import { pathToFileURL } from 'node:url';
import { imports } from './fixtures.mjs';
import { KEY, host } from './host.mjs';
import { copyOf, importOffers, place, run, serve, withoutIndex } from './server.mjs';

/** Both servers. */
export async function demoServers(port) {
  const at = place(port);
  run(at, ['demo']);
  for (const csv of imports.files) importOffers(at, imports.source, csv);
  const site = `http://localhost:${port + 3}`;
  run(at, ['partner', 'add', KEY, '--name', 'Association fictive', '--site', `${site}/plain`, '--origin', site, '--query', 'commune=59512&radius_km=30']);
  const bare = copyOf(at, port + 1);
  const served = await serve(at);
  const servers = [served, await serve(bare, withoutIndex(bare, served)), await host(port + 3, served.base)];
  return { base: served.base, stop: () => Promise.all(servers.map((server) => server.stop())) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const servers = await demoServers(Number(process.env.PORT));
  const stop = () => servers.stop().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
