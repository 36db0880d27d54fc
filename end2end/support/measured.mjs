// The pathway search in the browser's WebAssembly, on made-up problems (app/measured).
import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../../target/measured/', import.meta.url);
const PAGE = '<!doctype html><title>measured</title><link rel="icon" href="data:,"><script src="measured.js"></script>';

/** Puts `wasm_bindgen` with the calls of app/measured into a page. */
export async function measured(page) {
  await page.route('**/measured/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop();
    if (!name) return route.fulfill({ contentType: 'text/html', body: PAGE });
    const contentType = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    // The glue declares its name in its own scope only.
    const after = name.endsWith('.js') ? ';window.measured = wasm_bindgen;' : '';
    return route.fulfill({ contentType, body: Buffer.concat([await readFile(new URL(name, FOLDER)), Buffer.from(after)]) });
  });
  await page.goto('/measured/');
  await page.evaluate(() => window.measured({ module_or_path: '/measured/measured_bg.wasm' }));
}
