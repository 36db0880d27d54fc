// What cargo's own report of a build (`--timings`) sums up to: time passed, units compiled, the five longest.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const found = /UNIT_DATA = (\[[\s\S]*?\]);/.exec(readFileSync(file, 'utf8'));
if (!found) throw new Error(`${file}: no units in cargo's report; has its form changed?`);
// What was there already is listed too, without a duration.
const units = JSON.parse(found[1]).filter((unit) => unit.duration > 0);
const passed = Math.max(...units.map((unit) => unit.start + unit.duration));
const sum = units.reduce((all, unit) => all + unit.duration, 0);
const longest = units.sort((a, b) => b.duration - a.duration).slice(0, 5);
const names = longest.map((unit) => `${unit.name} ${unit.duration.toFixed(0)} s`).join(', ');
console.log(`${passed.toFixed(0)} s, ${units.length} units of ${sum.toFixed(0)} s together: ${names}`);
