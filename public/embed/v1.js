// <passerelle-offres partner="KEY"><a href="…/p/KEY">…</a></passerelle-offres>
//
// Shows a partner's offers in a frame of our own site, sandboxed: it cannot touch the page around it, nor the page it.
// Without this script, or where the frame is refused, the links inside the element stay.
// Version 1: names of attributes, parameters and messages never change.
(() => {
  const NAME = 'passerelle-offres';
  const HUB = new URL(document.currentScript.src).origin;
  // Attributes that are parameters of the board; what is said here replaces what the partner set.
  const ASKED = ['q', 'where', 'commune', 'radius_km', 'rome', 'contract', 'hours', 'experience', 'diploma', 'schedule', 'sector',
    'since', 'pay', 'no_car', 'insertion', 'reserved', 'employer', 'sort', 'lang', 'theme'];
  const MIN = 120, MAX = 20000, PATIENCE = 8000;

  class Offers extends HTMLElement {
    static observedAttributes = ['partner', ...ASKED];

    connectedCallback() {
      if (this.frame) return;
      const root = this.shadowRoot || this.attachShadow({ mode: 'open' });
      const frame = (this.frame = document.createElement('iframe'));
      frame.loading = 'lazy';
      frame.title = this.title || this.textContent.trim() || NAME;
      frame.referrerPolicy = 'strict-origin';
      frame.allow = '';
      frame.sandbox = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';
      // One by one: a page may forbid style attributes, never these.
      this.style.display ||= 'block';
      Object.assign(frame.style, { display: 'block', width: '100%', border: '0' });
      this.grow(+this.getAttribute('height') || 640);
      frame.onload = () => this.loaded();
      root.replaceChildren(frame);
      // Nothing is fetched before it comes near.
      this.near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.show(), { rootMargin: '300px' });
      this.near.observe(frame);
      addEventListener('message', this);
    }

    disconnectedCallback() {
      removeEventListener('message', this);
      clearTimeout(this.late);
      if (this.near) this.near.disconnect();
      this.frame = this.near = this.known = this.pages = null;
    }

    attributeChangedCallback() {
      if (this.pages != null) this.show();
    }

    show() {
      this.near.disconnect();
      this.pages = 0;
      const asked = new URLSearchParams();
      for (const name of ASKED) {
        const value = this.getAttribute(name);
        if (value !== null) asked.append(name, value);
      }
      this.frame.src = `${HUB}/e/${encodeURIComponent(this.getAttribute('partner'))}?${asked}`;
    }

    loaded() {
      if (this.pages == null) return;
      // A page after the first one begins where the frame does.
      if (this.pages++ && this.getBoundingClientRect().top < 0) this.scrollIntoView();
      // What says nothing of itself was refused: the links come back.
      clearTimeout(this.late);
      this.late = setTimeout(() => this.known || this.shadowRoot.replaceChildren(document.createElement('slot')), PATIENCE);
    }

    // Only from our own frame, only this.
    handleEvent({ source, data }) {
      if (!source || source !== this.frame.contentWindow || !data || data.type !== 'passerelle:height' || data.v !== 1) return;
      if (!Number.isInteger(data.height) || data.height < 1) return;
      this.known = true;
      this.grow(data.height);
    }

    grow(height) {
      this.frame.style.height = `${Math.min(Math.max(height, MIN), MAX)}px`;
    }
  }

  customElements.get(NAME) || customElements.define(NAME, Offers);
})();
