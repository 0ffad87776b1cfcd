// Before anything is drawn: the page in the reader's language, and the link's colours. It stands
// in each page itself, before all that a reader sees, so that no reader sees the other language
// first and a page that leads to it stops coming at once. It also keeps what is pressed before the
// app is there, and says what is wrong when another script does not come: one that is missing can
// do neither.
{
  const script = document.currentScript;
  const root = document.documentElement;
  const fragment = new URLSearchParams(location.hash.slice(1));
  const theme = fragment.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // The link decides; where it is silent, the address of a page does, and at the site's top
  // the browser's languages.
  const asked = [fragment.get('lang'), ...(root.lang === script.dataset.top ? navigator.languages : [])];
  const tags = asked.map((tag) => tag?.split('-')[0].toLowerCase());
  const known = tags.find((tag) => script.hasAttribute(`data-to-${tag}`));
  const turns = known && known !== root.lang;
  const page = turns && script.getAttribute(`data-to-${known}`);

  /**
   * Keeps what follows the picture out of the first paint, until its look has come: less is laid
   * out before a reader sees the picture. Over when all of the page is seen.
   */
  const paintPictureFirst = async () => {
    root.classList.add('picture-first');
    const come = new Promise((resolve) => {
      // A window hears of no element's "load", its document does.
      const note = ({ target }) => target.id === 'look' && resolve();
      document.addEventListener('load', note, true);
      document.addEventListener('error', note, true);
      // Or the end of the page: its look may be missing.
      addEventListener('load', resolve);
    });
    const painted = new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      // Where nothing is painted, as in a tab behind others.
      setTimeout(resolve, 1_000);
    });
    await Promise.all([come, painted]);
    root.classList.remove('picture-first');
  };
  /** What has all of the page seen. */
  let looked;
  if (page) {
    // And this one comes no farther.
    stop();
    location.replace(page + location.search + location.hash);
  } else {
    // One page for all languages, as `serve` shows: its app turns it, language and direction at once.
    if (turns) root.dataset.preferred = known;
    if ('pictureFirst' in script.dataset) looked = paintPictureFirst();
  }

  /** What a reader pressed that nothing answered yet, in order. */
  const pressed = [];
  /**
   * Keeps a press for the app, which boot.js repeats there. From the first moment: a link of the
   * picture would lead away from it, to the record, while its answer is on the way.
   */
  const keep = (event) => {
    // In a frame names lead to another page, until the app is there to tell of them.
    const element = event.target.closest('#app :is(a[href^="#"], a[href*="/#focus="], #language, button, .entry)');
    // Not a click for a new tab or window.
    if (!element || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    pressed.push(element);
    document.getElementById('app').setAttribute('aria-busy', 'true');
  };
  /** Ends the wait, whichever way. */
  const settle = () => {
    removeEventListener('click', keep, true);
    document.getElementById('app')?.removeAttribute('aria-busy');
  };

  /** How long a reader waits before being told why, in milliseconds. */
  const PATIENCE = 15_000;
  let settled = false;

  /** Says below what can be read what did not come, in the page's language. */
  const tell = (why, retry) => {
    // All that has come, whatever it looks like.
    root.classList.remove('picture-first');
    const notice = document.getElementById('notice');
    if (!notice) return;
    notice.firstElementChild.textContent = notice.dataset[why];
    notice.lastElementChild.onclick = () => {
      notice.hidden = true;
      retry();
    };
    notice.hidden = false;
    document.body.append(notice);
  };
  /** Says why the picture stands still. */
  const tellStill = (why) => {
    if (settled) return;
    if (why !== 'slow') {
      settled = true;
      // No control that does nothing, and links that lead where they say.
      root.classList.add('still');
      settle();
      // Not by their property, which is an object on a link of the picture.
      const address = pressed.map((element) => element.getAttribute('href')).findLast(Boolean);
      // A frame stays with what it shows.
      if (address && !document.getElementById('full')) location.href = address;
    }
    // The address, and with it what the link says, stays.
    tell(why, () => location.reload());
  };

  // Scripts run: the controls will answer.
  root.classList.remove('still');
  addEventListener('click', keep, true);
  // It may have failed in a way that no event tells. Firefox waits neither for it to come nor for it
  // to run.
  addEventListener('load', () => setTimeout(() => {
    const hasCome = performance.getEntriesByType('resource').some(({ name }) => name.endsWith('boot.js'));
    if (hasCome && !document.querySelector('#app[data-booted]')) tellStill('program');
  }, 1_000));
  addEventListener('booting', ({ detail }) => {
    detail.pressed = pressed;
    detail.shown = looked;
  });
  const patience = setTimeout(tellStill, PATIENCE, 'slow');
  // A script that did not come, or broke. What only makes the page faster, or prettier, may.
  addEventListener('error', ({ target }) => target.localName !== 'link' && tellStill('program'), true);
  addEventListener('story-failed', () => tellStill('story'), true);
  addEventListener('unsupported', () => tellStill('unsupported'), true);
  addEventListener('starting', () => {
    clearTimeout(patience);
    settle();
    document.getElementById('notice')?.setAttribute('hidden', '');
  }, true);
  addEventListener('ready', () => {
    settled = true;
    root.classList.remove('still');
    document.getElementById('notice')?.setAttribute('hidden', '');
  }, true);
  // The page goes on without its tools.
  addEventListener('tools-failed', ({ target }) => {
    tell('tools', () => (target.dataset.studio === undefined ? location.reload() : target.click()));
  }, true);
}
