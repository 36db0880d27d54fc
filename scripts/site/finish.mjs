// Names the client's files by their content and compresses them once, as well as brotli can.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { minify } from 'terser';

const [work, out] = process.argv.slice(2);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const write = (name, bytes) => {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const small = brotliCompressSync(bytes, options);
  writeFileSync(`${out}/${name}`, bytes);
  writeFileSync(`${out}/${name}.br`, small);
  console.log(`site: ${name} ${bytes.length} B, ${small.length} B brotli`);
};

const wasm = readFileSync(`${work}/small.wasm`);
const glue = await minify(readFileSync(`${work}/client.js`, 'utf8'), { module: true, compress: { passes: 2 } });
const js = Buffer.from(glue.code);
// Both names carry the hash of both files: the glue and the WebAssembly only work as a pair.
const name = `client.${hash(Buffer.concat([js, wasm]))}`;
write(`${name}.js`, js);
write(`${name}.wasm`, wasm);
// Modules of our own joined with the glue of their WebAssembly; both names carry the hash of both files.
async function joined(name, glueFile, wasmFile, own) {
  const wasm = readFileSync(`${work}/${wasmFile}`);
  const bound = readFileSync(`${work}/${glueFile}`, 'utf8').replace(/^export \{[^}]*\};?$/gm, '').replace(/^export /gm, '');
  const source = readFileSync(new URL(`../../app/${own}`, import.meta.url), 'utf8');
  const { code } = await minify(`${bound}\n${source}`, { module: true, toplevel: true, compress: { passes: 2 } });
  const pair = `${name}.${hash(Buffer.concat([Buffer.from(code), wasm]))}`;
  write(`${pair}.js`, Buffer.from(code));
  write(`${pair}.wasm`, wasm);
}
// The pages that a phone answers by itself, without the app.
await joined('guide', 'offline.js', 'answers.wasm', 'offline/guide.js');
// What a person shows an adviser.
await joined('handover', 'handover_web.js', 'sealed.wasm', 'handover/web/handover.js');
// Stands by itself: it works where the client does not arrive.
const source = new URL('../../app/src/phone/phone.js', import.meta.url);
const phone = await minify(readFileSync(source, 'utf8'), { module: true, toplevel: true, compress: { passes: 2 } });
write(`phone.${hash(phone.code)}.js`, Buffer.from(phone.code));
