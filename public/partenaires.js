// The configurator of /partenaires/integrer: copies what is to be pasted, and shows a change at once. Without it
// everything works by the form.
const form = document.querySelector('#choice');

const dress = () => {
  for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false;
};

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Without https there is no clipboard: what is selected is copied the old way.
    document.execCommand('copy');
  }
  button.parentElement.querySelector('[role=status]').textContent = button.dataset.done;
});

let turn = 0;
form.addEventListener('change', async ({ target }) => {
  // Another key is another form: that is what the button is for.
  if (target.name === 'partner') return;
  const mine = ++turn;
  const address = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address).catch(() => null);
  if (!answer || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine !== turn) return;
  for (const id of ['why', 'result']) document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
  history.replaceState(null, '', address);
  dress();
});

dress();
