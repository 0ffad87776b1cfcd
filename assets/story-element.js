// For the page of somebody else: <tahaluf-story src title height width> shows the story in
// a frame. What is written in the element stays until the frame has said how tall it is, and
// for good where it never does: scripts or frames are blocked, the network is slow, or the
// address is wrong. A classic script without globals; styles are set from here, so that a
// page whose policy allows none in markup can have it as well.
customElements.get('tahaluf-story') ||
  customElements.define(
    'tahaluf-story',
    class extends HTMLElement {
      static observedAttributes = ['src', 'title', 'height', 'width'];

      #box;
      #frame;

      connectedCallback() {
        this.#box ??= this.attachShadow({ mode: 'open' });
        addEventListener('message', this);
        this.#show();
      }

      disconnectedCallback() {
        removeEventListener('message', this);
        this.#box.replaceChildren();
        this.#frame = null;
      }

      attributeChangedCallback(name, before, now) {
        if (this.#box && this.isConnected && before !== now) this.#show();
      }

      /**
       * The frame at its address, over what is written in the element and not yet seen. It is
       * clear and not hidden: browsers let what is hidden measure nothing.
       */
      #show() {
        const box = this.#box;
        const attribute = (name) => this.getAttribute(name);
        const size = (name) => (attribute(name) >= 1 ? `${attribute(name)}px` : '');
        const make = (name, given) => Object.assign(document.createElement(name), given);
        let address = '';
        try {
          address = attribute('src') && new URL(attribute('src'), document.baseURI).href;
        } catch {}
        // Nothing that would run here.
        const framed = /^https?:/.test(address);
        const holder = make('div');
        Object.assign(holder.style, { position: 'relative', maxWidth: '100%', width: size('width'), minHeight: framed ? size('height') : '' });
        holder.append(make('slot'));
        this.style.display = 'block';
        this.#frame = null;
        if (framed) {
          const frame = make('iframe', { loading: 'lazy', title: attribute('title') ?? '' });
          frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads');
          frame.setAttribute('allow', 'fullscreen; clipboard-write');
          Object.assign(frame.style, { position: 'absolute', inset: 0, border: 0, width: '100%', height: '100%', opacity: 0, pointerEvents: 'none' });
          frame.inert = true;
          frame.addEventListener('load', () => frame.contentWindow?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*'));
          frame.src = address;
          holder.append(frame);
          this.#frame = frame;
        }
        box.replaceChildren(holder);
      }

      /** A message to this window: heard only from this frame, and only its height. */
      handleEvent({ source, data }) {
        const frame = this.#frame;
        const { sentinel, type, height } = data ?? {};
        if (!frame || source !== frame.contentWindow || sentinel !== 'amp' || type !== 'embed-size') return;
        if (typeof height !== 'number' || !(height >= 1 && height <= 20000)) return;
        Object.assign(frame.style, { display: 'block', position: 'static', opacity: 1, pointerEvents: '', height: `${Math.ceil(height)}px` });
        frame.inert = false;
        frame.previousSibling.style.display = 'none';
        frame.parentNode.style.minHeight = '';
      }
    },
  );
