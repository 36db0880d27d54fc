// The WordPress plugin as a zip file: node scripts/site/plugin.mjs <folder> <file.zip>
// The same files give the same bytes on every machine: sorted, one date, stored as they are (what a
// compressor makes of them differs between versions; they are 52 kB). Written only when it differs, so that
// cargo does not build the server again for nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { crc32 } from './crc32.mjs';

/** 1 January 2026, 00:00, as DOS writes it. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8 = 1 << 11;
/** Version 2.0 to extract; made on Unix, so that the mode counts: -rw-r--r--. */
const EXTRACT = 20;
const MADE_BY = (3 << 8) | EXTRACT;
const MODE = (0o100644 << 16) >>> 0;

const numbers = (...pairs) => Buffer.concat(pairs.map(([value, size]) => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
}));

/** What stands before a file's bytes and, again, in the list at the end. */
const header = (name, bytes) => numbers([EXTRACT, 2], [UTF8, 2], [0, 2], [0, 2], [DATE, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]);

/** A zip file of [path, bytes]. */
function zip(files) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path);
    const head = header(name, bytes);
    const local = [Buffer.from('PK\x03\x04'), head, name, bytes];
    list.push(Buffer.from('PK\x01\x02'), numbers([MADE_BY, 2]), head, numbers([0, 2], [0, 2], [0, 2], [MODE, 4], [at, 4]), name);
    parts.push(...local);
    at += local.reduce((sum, part) => sum + part.length, 0);
  }
  const index = Buffer.concat(list);
  return Buffer.concat([...parts, index, Buffer.from('PK\x05\x06'), numbers([0, 2], [0, 2], [files.length, 2], [files.length, 2], [index.length, 4], [at, 4], [0, 2])]);
}

function walk(folder) {
  // Not what editors and file managers leave behind.
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/^\.|~$/.test(name));
  return entries.flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));
}

const [folder, out] = process.argv.slice(2);
const inside = (path) => `${basename(folder)}/${relative(folder, path).split(sep).join('/')}`;
// By code point, whatever the machine's language.
const files = walk(folder).map((path) => [inside(path), readFileSync(path)]).sort(([a], [b]) => (a < b ? -1 : 1));
// WordPress shows one, browsers keep the editor's script under another: they move together.
const VERSION = /(?: \* Version:|^Stable tag:|"version":|'version'\s*=>)\s*['"]?(\d+\.\d+\.\d+)/gm;
const versions = new Set(files.flatMap(([, bytes]) => [...String(bytes).matchAll(VERSION)].map(([, version]) => version)));
if (versions.size !== 1) throw new Error(`the plugin has several versions: ${[...versions].join(', ')}`);
const bytes = zip(files);
if (!existsSync(out) || !readFileSync(out).equals(bytes)) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  console.log(`site: ${basename(out)} ${bytes.length} B, ${files.length} files`);
}
