// The page in its own fonts.

/** The weights that the page's text has. */
const WEIGHTS = [400, 600];
/** They have a file of their own. */
const DIGITS = '0123456789';
/** A letter of each script. */
const SCRIPTS = 'aا';

/**
 * Has the page set in its own fonts, once a program has started: until then they would share the
 * line with it. Those of the page's language are fetched first and shown at once, for each that
 * comes has everything laid out anew.
 *
 * @param {HTMLElement} app what programs render into
 */
export function typesetting(app) {
  const root = document.documentElement;
  const typeset = async () => {
    // The program's first frame goes before.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const style = getComputedStyle(root);
    const load = (families, text) =>
      WEIGHTS.map((weight) => document.fonts.load(`${weight} 1em ${style.getPropertyValue(families)}`, text));
    const fetching = [
      ...load('--font-language', document.title + DIGITS),
      // They are local. Without them the other language, once it is chosen, is first set too wide.
      ...load('--font-stand-in', SCRIPTS),
    ];
    // One that did not come has a stand-in.
    await Promise.allSettled(fetching);
    root.classList.add('typeset');
  };
  app.addEventListener('ready', typeset, { once: true });
}
