// What a reader did before a program took over is done again in it: what was pressed, what had the
// keyboard, how far the page was scrolled, and the part of the network that was seen.

/**
 * Listens for programs that take over.
 *
 * @param {HTMLElement} app what programs render into
 */
export function handover(app) {
  /** What a reader pressed that nothing answered yet, in order, and when all of the page is shown. */
  const waiting = { pressed: [], shown: null };
  /** Has opening.js say it, which may come later or not at all. */
  const ask = () => dispatchEvent(new CustomEvent('booting', { detail: waiting }));
  ask();
  /** What had the keyboard when a program took over. */
  let focused = null;
  /** What a reader looks at, where on the page it stood, and how far the reader had scrolled to it. */
  let seen = app;
  let stood = 0;
  let scrolled = 0;

  /** What an element is called, by which its twin in the program is found. */
  const name = (element) => element.getAttribute('aria-label') ?? element.textContent;

  /** How far an element is from the top of the page. */
  const placeOf = (element) => element.getBoundingClientRect().top + scrollY;

  /** The element of the program that does what one of the page before would have done. */
  function twin(element) {
    const all = [...app.querySelectorAll('a, button, input, [role="button"]')];
    const id = element.id || element.dataset.id;
    return all.find((it) => it.id && it.id === id) ?? all.find((it) => name(it) === name(element));
  }

  /**
   * Has the program start with what a reader has chosen, or it would draw the page once more for
   * it. As with a press in the app, "back" returns from it. What was pressed after something else
   * waits for that.
   */
  function choose() {
    let choice;
    while (/#focus=/.test(waiting.pressed[0]?.getAttribute('href'))) {
      [, choice] = waiting.pressed.shift().getAttribute('href').split('#');
    }
    if (choice) history.pushState(null, '', `${location.hash || '#'}&${choice}`);
    return choice;
  }

  app.addEventListener('starting', () => {
    ask();
    focused = app.contains(document.activeElement) ? document.activeElement : null;
    // In the record it is what stands in the middle: what is above it may yet get its height.
    seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#record [id]') ?? app;
    stood = placeOf(seen);
    // Where nobody has scrolled, the program may, to show what the link chooses; and what was pressed.
    scrolled = choose() ? 0 : scrollY;
    const drawn = document.getElementById('network')?.getAttribute('viewBox');
    if (drawn) app.dataset.viewBox = drawn.split(' ').map(Math.round).join(' ');
  });
  app.addEventListener('ready', () => {
    // Again, for opening.js may be what is missing.
    document.documentElement.classList.remove('still');
    if (focused) twin(focused)?.focus({ preventScroll: true });
    if (scrolled) scrollTo(scrollX, scrolled + placeOf(seen) - stood);
    for (const element of waiting.pressed.splice(0)) {
      twin(element)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  });

  return {
    /** Settles when all of the page is shown, what opening.js keeps out of the first paint too. */
    pageShown: () => waiting.shown,
    /** Keeps a press for the program that will answer it; opening.js may have kept it already. */
    keepPress(button) {
      if (waiting.pressed.at(-1) !== button) waiting.pressed.push(button);
    },
    forgetPresses() {
      waiting.pressed.length = 0;
    },
  };
}
