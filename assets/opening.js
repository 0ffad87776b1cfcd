// Before anything is drawn: the page in the reader's language, and the link's colours.
// A classic script in the head, so that no reader sees the other language first. It also
// says what is wrong when another script does not come: one that is missing cannot.
{
  const script = document.currentScript;
  const root = document.documentElement;
  const said = new URLSearchParams(location.hash.slice(1));
  const theme = said.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // The link decides; where it is silent, the address of a page does, and at the site's top
  // the browser's languages.
  const asked = [said.get('lang'), ...(root.lang === script.dataset.top ? navigator.languages : [])];
  const tags = asked.map((tag) => tag?.split('-')[0].toLowerCase());
  const known = tags.find((tag) => script.hasAttribute(`data-to-${tag}`));
  if (known && known !== root.lang) {
    const page = script.getAttribute(`data-to-${known}`);
    if (page) location.replace(page + location.search + location.hash);
    else root.lang = known;
  }

  /** How long a reader waits before being told why, in milliseconds. */
  const PATIENCE = 15_000;
  let settled = false;

  /** Says below what can be read why the picture stands still, in the page's language. */
  const tell = (why) => {
    if (settled) return;
    if (why !== 'slow') {
      settled = true;
      // No control that does nothing, and links that lead where they say.
      root.classList.add('still');
      dispatchEvent(new Event('still'));
    }
    const notice = document.getElementById('notice');
    if (!notice) return;
    notice.firstElementChild.textContent = notice.dataset[why];
    // The address, and with it what the link says, stays.
    notice.lastElementChild.onclick = () => location.reload();
    notice.hidden = false;
    document.body.append(notice);
  };

  // Scripts run: the controls will answer.
  root.classList.remove('still');
  const patience = setTimeout(tell, PATIENCE, 'slow');
  // A script that did not come, or broke. What only makes the page faster, or prettier, may.
  addEventListener('error', ({ target }) => target.localName !== 'link' && tell('program'), true);
  addEventListener('failed', () => tell('story'), true);
  addEventListener('starting', () => {
    clearTimeout(patience);
    document.getElementById('notice')?.setAttribute('hidden', '');
  }, true);
  addEventListener('ready', () => {
    settled = true;
    root.classList.remove('still');
    document.getElementById('notice')?.remove();
  }, true);
}
