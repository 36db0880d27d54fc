// A server with all of ROME and thousands of real offers, where they lie beside the checkout (they are in no
// repository); `PASSERELLE_SHARED_DATA` names another folder.
import { existsSync } from 'node:fs';
import { place, run, serve } from './server.mjs';

const data = process.env.PASSERELLE_SHARED_DATA ?? new URL('../../../shared/data', import.meta.url).pathname;

/** Whether they are there. */
export const hasRealData = existsSync(`${data}/rome/rome_v460_utf8.zip`);

/** The server; its files for phones are made. */
export async function realServer(port) {
  const at = place(port);
  run(at, ['import', 'places', ...['communes_cog', 'laposte_hexasmal', 'clpe'].map((name) => `${data}/places/${name}.csv.gz`)]);
  run(at, ['import', 'rome', `${data}/rome/rome_v460_utf8.zip`]);
  run(at, ['import', 'offers', '--source', 'france-travail', '--format', 'france-travail', `${data}/offers/france_travail_offers.jsonl.gz`]);
  const served = await serve(at);
  while (!(await (await fetch(`${served.base}/competences`)).text()).includes('data-rome')) await new Promise((resolve) => setTimeout(resolve, 200));
  return served;
}
