// THE list: which pages there are, in which states, languages, themes and widths they are looked at.
// A new page is one line of `pages`; its checks, its screenshots and its Lighthouse row follow.
import { offerPath, trainingPath } from './fixtures.mjs';

/**
 * `path`: French address; other languages put their prefix before it.
 * `via`: how the client gets there without a page load: a page and a link on it, or a form to send.
 *        With it the page is also looked at while loading, after a failure and offline.
 * `form`: the page answers this form. `plain`: without a client. `only`: the one language that it has.
 * `server`: 'bare' is the server without an index. `status`: when it is not 200.
 * `lighthouse`: a public page with a row in `make bench` (Lighthouse refuses what answers 404 or 410). `main`: part of the smaller `make test`.
 */
export const pages = [
  { name: 'home', path: '/', lighthouse: true, main: true },
  { name: 'results', path: '/offres?q=agent', via: { from: '/', fill: 'agent' }, lighthouse: true, main: true },
  { name: 'results-filtered', path: '/offres?where=Roubaix&radius_km=30&sort=date&contract=cdi&contract=cdd' },
  { name: 'results-zero', path: '/offres?q=cariste&commune=06088&radius_km=5&contract=cui-pec', main: true },
  { name: 'results-nothing', path: '/offres?q=zzzzqqqq' },
  { name: 'results-misspelt', path: '/offres?q=boulangre' },
  // What is said in words: filters that not all say, a word that is left out, a guess, a wider circle.
  { name: 'results-spoken', path: '/offres?q=cariste&contract=cdi&schedule=nuit' },
  { name: 'results-left-out', path: '/offres?q=cariste%20chocolat' },
  { name: 'results-guessed-place', path: '/offres?q=agent%20roubais' },
  { name: 'results-widened', path: '/offres?q=cariste%20menton' },
  { name: 'results-unknown-place', path: '/offres?q=agent&where=Trifouillis-les-Oies' },
  { name: 'results-several-places', path: '/offres?q=agent&where=Saint-Denis' },
  { name: 'results-last-page', path: '/offres?page=20' },
  { name: 'results-no-index', path: '/offres', server: 'bare' },
  {
    name: 'offer', path: offerPath.ordinary, lighthouse: true, main: true,
    via: { from: '/offres?q=essais', click: `.card a[href$="${offerPath.ordinary.slice(-12)}"]` },
  },
  { name: 'offer-apply', path: `${offerPath.ordinary}?postuler=1` },
  { name: 'offer-long', path: `${offerPath.long}?postuler=1`, main: true },
  { name: 'offer-closed', path: offerPath.closed, status: 410 },
  { name: 'map', path: '/carte?q=agent', lighthouse: true, main: true },
  { name: 'help', path: '/aide?where=Nice', plain: true, lighthouse: true },
  { name: 'how', path: '/comment-ca-marche', plain: true, lighthouse: true },
  { name: 'glossary', path: '/glossaire', plain: true, lighthouse: true },
  { name: 'legal', path: '/mentions-legales', plain: true, lighthouse: true },
  { name: 'privacy', path: '/vie-privee', plain: true, lighthouse: true },
  { name: 'accessibility', path: '/accessibilite', plain: true, lighthouse: true },
  { name: 'kept', path: '/mes-offres', plain: true },
  { name: 'skills', path: '/competences', plain: true, lighthouse: true },
  { name: 'skills-families', path: '/competences', form: 'step=start&who=alone', plain: true },
  { name: 'skills-jobs', path: '/competences', form: 'step=families&family=k&family=n&unpaid=home&unpaid=abroad&go=next', plain: true },
  { name: 'skills-jobs-found', path: '/competences', form: 'step=jobs&family=k&unpaid=care&job=K2204~Agent%20de%20nettoyage&q=cariste&go=find', plain: true },
  { name: 'skills-jobs-nothing', path: '/competences', form: 'step=jobs&family=k&q=zzzzqq&go=find', plain: true },
  { name: 'skills-past', path: '/competences', form: 'step=jobs&job=K2204~Agent%20de%20nettoyage&job=N1101~Cariste&go=next', plain: true },
  { name: 'skills-cards', path: '/competences', form: 'step=families&go=skip', plain: true },
  { name: 'skills-results', path: '/competences', form: 'step=past&job=K2204~Agent%20de%20nettoyage&job=N1101~Cariste&gate=2&year-22=2021&gate=22&lacks=50&avoid=nuit&km=30&from=59512&go=next', plain: true },
  { name: 'skills-sheet', path: '/competences', form: 'step=results&job=K2204~Agent%20de%20nettoyage&activity=enfants&gate=22&year-22=2024&go=sheet', plain: true },
  { name: 'skills-show', path: '/competences', form: 'step=sheet&job=K2204~Agent%20de%20nettoyage&gate=22&go=show', plain: true },
  { name: 'paths', path: '/parcours', plain: true },
  { name: 'paths-trade', path: '/parcours?vers=K1406', plain: true },
  { name: 'paths-chain', path: '/parcours?vers=H2909', plain: true },
  { name: 'paths-limits', path: '/parcours', form: 'step=paths&free=1&km=10&from=59512&week=24&gate=2&go=next', plain: true },
  { name: 'paths-none', path: '/parcours', form: 'step=paths&to=G1501&free=1&before=2020-01&go=next', plain: true },
  { name: 'paths-compared', path: '/parcours', form: 'step=paths&go=compare', plain: true },
  { name: 'trainings', path: '/formations', plain: true, lighthouse: true },
  { name: 'trainings-filtered', path: '/formations?q=caces&where=Lens&radius_km=50&free=1&kind=caces&before=2099-01', plain: true },
  { name: 'trainings-nothing', path: '/formations?q=cuisine&kind=permis&remote=1&page=x', plain: true },
  { name: 'training', path: trainingPath('secretaire-de-mairie-trois-mois-pour-prendre-un-poste', 'SM-1'), plain: true, lighthouse: true },
  { name: 'training-gone', path: '/formations/x-000000000000', plain: true, status: 404 },
  { name: 'trades', path: '/metiers', plain: true, lighthouse: true },
  { name: 'trades-family', path: '/metiers?famille=k', plain: true },
  { name: 'trades-found', path: '/metiers?q=zzzzqqqq', plain: true },
  { name: 'trade', path: '/metiers/cariste-N1101', plain: true, lighthouse: true },
  { name: 'trade-promised', path: '/metiers/secretaire-de-mairie-K1406', plain: true },
  { name: 'trade-missing', path: '/metiers/rien-A0000', plain: true, status: 404 },
  { name: 'shown', path: '/montrer', plain: true },
  { name: 'skills-group', path: '/competences', form: 'step=past&who=group&job=N1101~Cariste&go=next', plain: true },
  { name: 'skills-on-paper', path: '/competences/cartes', plain: true },
  { name: 'skills-results-nothing', path: '/competences', form: 'step=start&go=results', plain: true },
  { name: 'frame', path: '/e/hote', plain: true, only: 'fr', main: true },
  { name: 'frame-nothing', path: '/e/hote?q=zzzzqqqq&where=Trifouillis', plain: true, only: 'fr' },
  { name: 'frame-short', path: '/e/hote?short=1', plain: true, only: 'fr' },
  { name: 'frame-offer', path: `/e/hote${offerPath.long}`, plain: true, only: 'fr' },
  { name: 'frame-compact', path: '/e/la-fosse-aux-projets', plain: true, only: 'fr' },
  { name: 'frame-dark', path: '/e/amities-de-l-oise?lang=en', plain: true, only: 'fr' },
  { name: 'partner', path: '/p/hote', plain: true, only: 'fr', lighthouse: true },
  { name: 'partner-offer', path: `/p/hote${offerPath.ordinary}?postuler=1`, plain: true, only: 'fr' },
  { name: 'poster', path: '/p/hote/affiche', plain: true, only: 'fr' },
  { name: 'poster-a3', path: '/p/la-fosse-aux-projets/affiche?format=a3', plain: true, only: 'fr' },
  { name: 'counts', path: '/p/hote/suivi', plain: true, only: 'fr' },
  { name: 'configure', path: '/partenaires/integrer', plain: true, lighthouse: true },
  { name: 'configure-known', path: '/partenaires/integrer?partner=hote&site=https://ailleurs.example', plain: true },
  { name: 'configure-refused', path: '/partenaires/integrer?for=&accent=%23ffcc00&mode=light&where=Lens&name=Le+Relais', plain: true },
  { name: 'style', path: '/style', plain: true, only: 'fr' },
  { name: 'not-found', path: '/nulle-part', status: 404, main: true },
];

/** `ordinary`: awake. `loading`, `error`, `offline`: the client asks and waits, is refused, is cut off. */
export const states = ['ordinary', 'nojs', 'blocked', 'loading', 'error', 'offline'];

/** `long` and `rtl` are not languages that anybody can choose: see pseudo.mjs. */
export const languages = ['fr', 'en', 'long', 'rtl'];
export const themes = ['light', 'dark'];
export const widths = [320, 360, 768, 1280];

const reachable = (page, state) => (page.via || !['loading', 'error', 'offline'].includes(state)) && !(page.plain && state === 'blocked');
// The pseudo-languages rewrite the page that the server made, or what the client shows instead.
const sensible = (state, lang) => ['fr', 'en'].includes(lang) || state !== 'blocked';

/** Every page × state × language; themes and widths are walked within each. */
export const cells = pages.flatMap((page) => states.filter((state) => reachable(page, state)).flatMap((state) => languages
  .filter((lang) => sensible(state, lang) && (page.only ?? lang) === lang).map((lang) => ({ page, state, lang, name: `${page.name}, ${state}, ${lang}` }))));

/** What `make test` looks at: every page in French as it is, the main ones in every state or language. */
export function inSubset({ page, state, lang }) {
  if (lang === 'fr') return state === 'ordinary' || (!!page.via && page.main);
  return !!page.main && state === 'ordinary';
}

/** Address of a page in a language. */
export function pathIn(page, lang) {
  const path = page.path;
  return lang === 'en' ? `/en${path === '/' ? '' : path}` : path;
}
