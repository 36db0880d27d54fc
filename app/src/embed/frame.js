// Tells the page around how high this one is, and nothing else. WordPress has its own words for the same, behind a
// secret in the fragment; there a link that leaves the frame is asked of it, since its frames may not leave by themselves.
(() => {
  const up = parent, root = document.documentElement, secret = (/secret=(\w+)/.exec(location.hash) || [])[1];
  if (up === window) return;
  const say = (message) => up.postMessage(message, '*');
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    say({ type: 'passerelle:height', v: 1, height });
    if (secret) say({ message: 'height', value: height, secret });
  };
  // A frame that is out of sight observes nothing: it says its height once by itself.
  addEventListener('load', tell);
  new ResizeObserver(tell).observe(root);
  // A page whose own script came later asks again.
  addEventListener('message', ({ source, data }) => { if (source === up && data && data.message === 'ready') tell(); });
  if (secret) addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (!link || link.target === '_self') return;
    event.preventDefault();
    say({ message: 'link', value: link.href, secret });
  });
})();
