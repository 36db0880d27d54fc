// Offers that the demo does not have: one with long texts, one that was closed. Fictional.
import { createHash } from 'node:crypto';

const SOURCE = 'essais';
const HEADER = [
  'reference', 'titre', 'employeur', 'employeur_texte', 'lieu', 'code_postal', 'contrat', 'heures_semaine', 'salaire_min',
  'salaire_periode', 'salaire_texte', 'horaires', 'permis', 'langues', 'competences', 'savoir_etre', 'conditions', 'publie',
  'texte', 'postuler_email', 'postuler_url', 'postuler_adresse', 'agence', 'code_rome',
];

/** A line of a CSV file; everything is quoted. */
export function csvLine(cells) {
  return `${cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';')}\n`;
}

/** The public number of an offer, as `domain::number` makes it. */
export function numberOf(source, id) {
  const hash = createHash('sha256').update(source).update(Buffer.from([0x1f])).update(id).digest();
  const bits = hash.readBigUInt64BE(0) >> 4n;
  return [...Array(12).keys()].map((i) => '0123456789abcdefghjkmnpqrstvwxyz'[Number((bits >> BigInt((11 - i) * 5)) & 31n)]).join('');
}

const many = (n, words) => [...Array(n).keys()].map((i) => `${words} ${i + 1}`).join('|');
const paragraph = 'Vous accueillez les clients, vous rangez les rayons et vous tenez la caisse, seul ou à deux, selon les jours. ';
const long = {
  reference: 'LONG',
  titre: 'Agent·e polyvalent·e d’accueil, de restauration, d’entretien et de petite maintenance en établissement médico-social',
  employeur: 'Association intercommunale pour l’insertion, la formation et l’accompagnement vers l’emploi du Canal et de la Métropole',
  employeur_texte: paragraph.repeat(12),
  lieu: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson', contrat: 'cdi', heures_semaine: '17h30',
  salaire_min: '12,31', salaire_periode: 'heure', salaire_texte: paragraph.repeat(2),
  horaires: 'Travail posté en matinée ou après-midi, les samedis, dimanches et jours fériés compris, avec astreintes',
  permis: 'B - Véhicule léger|BE - Véhicule léger avec remorque (souhaité)', langues: 'Français : B1|Langue des signes française : A2',
  competences: many(14, 'Contrôler la conformité des équipements et des installations, étape'),
  savoir_etre: many(6, 'Faire preuve de rigueur et de précision en toutes circonstances,'),
  conditions: many(6, 'Station debout prolongée et déplacements fréquents sur plusieurs sites, niveau'),
  texte: `${paragraph.repeat(20)}\n\nhttps://exemple.fr/${'un-tres-long-chemin/'.repeat(12)}\n\n${(`${paragraph}\n\n`).repeat(20)}${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(4)}`,
  postuler_email: `${'service.du.recrutement.et.de.la.mobilite'.repeat(2).slice(0, 60)}@association-intercommunale-d-insertion.exemple.fr`,
  postuler_url: 'https://exemple.fr/postuler', postuler_adresse: '12 bis, rue de la Très Longue Allée des Tilleuls Argentés, bâtiment C, escalier 4, 59100 Roubaix',
  agence: 'Agence de placement spécialisé pour les publics éloignés de l’emploi',
};
const plain = { lieu: 'Roubaix', code_postal: '59100', contrat: 'cdd', texte: paragraph, employeur: 'Association fictive des Essais' };
const open = { ...plain, reference: 'OUVERTE', titre: 'Agent d’entretien des essais', postuler_email: 'essais@exemple.fr' };
const closed = { ...plain, reference: 'FERMEE', titre: 'Cuisinier de collectivité', code_rome: 'G1602' };

const file = (offers) => csvLine(HEADER) + offers.map((offer) => csvLine(HEADER.map((column) => offer[column]))).join('');

/** What to import, in this order: the second file closes what is no longer in it. */
export const imports = { source: SOURCE, files: [file([long, open, closed]), file([long, open])] };

/** Addresses, as the server writes them: another slug would be sent on, without what follows the `?`. */
export const offerPath = {
  long: `/offres/agent-e-polyvalent-e-d-accueil-de-restauration-d-entretien-et-${numberOf(SOURCE, 'LONG')}`,
  ordinary: `/offres/agent-d-entretien-des-essais-h-f-${numberOf(SOURCE, 'OUVERTE')}`,
  closed: `/offres/cuisinier-de-collectivite-h-f-${numberOf(SOURCE, 'FERMEE')}`,
};

/** The page of a training of the demo. */
export const trainingPath = (slug, id) => `/formations/${slug}-${numberOf('formation', `demo\u001f${id}`)}`;
