// What an embedded page does because it stands in a frame: it says how tall it is, and opens
// links where the frame lets it. It works before the app is there and where it never comes, and
// does nothing on a page that is not framed.
import { READY, amp, asked, listeners, memory, messages, own, pym, repeats, wholePixels } from './modules/height.js';

const root = document.documentElement;

/** Five letters or digits. */
const token = () => Math.random().toString(36).slice(2, 7).padEnd(5, '0');

/** Says the height to the page around, now and whenever it changes. */
function sayHeight(to) {
  const post = (message) => parent.postMessage(message, '*');
  const measure = () => wholePixels(root.getBoundingClientRect().height);
  const from = () => ({ src: own(location.href), id: token() });
  const told = memory();
  const sayAll = (height) => messages(height, to, from()).forEach(post);
  const say = () => {
    // Half of a page has no height yet; its last line is the credit.
    if (document.readyState === 'loading' && !document.querySelector('.credit')) return;
    const height = measure();
    if (told.isNews(height, innerWidth)) sayAll(height);
  };

  if (document.readyState === 'complete') say();
  if (to.amp) post(READY);
  // Before the first paint, as soon as there are styles.
  new ResizeObserver(say).observe(root);
  // A frame that is out of sight draws nothing, and would not come to it by that alone.
  for (const event of ['DOMContentLoaded', 'load', 'resize']) addEventListener(event, say);
  document.fonts.addEventListener('loadingdone', say);
  addEventListener('load', () => document.fonts.ready.then(say));
  addEventListener('ready', say, true);
  for (const event of ['pointerdown', 'keydown', 'hashchange']) {
    addEventListener(event, told.forget, { capture: true, passive: true });
  }
  // A page around may listen late; one that made the frame as tall as it should be has heard.
  for (const delay of repeats(messages(0, to, from()).length)) {
    setTimeout(() => {
      const height = measure();
      if (height !== null && height !== innerHeight) sayAll(height);
    }, delay);
  }

  // Of all that may come from outside, two messages mean something, and only from the page around.
  const answers = new Set();
  addEventListener('message', ({ source, data }) => {
    const kind = source === parent ? asked(data, to) : null;
    if (!kind || answers.has(kind)) return;
    // However often it is asked meanwhile, it is answered once.
    answers.add(kind);
    setTimeout(() => {
      answers.delete(kind);
      const height = measure();
      if (height !== null) post(kind === 'amp' ? amp(height) : pym(height, to.pym));
    });
  });
}

/**
 * Opens links that ask for a new tab, where the frame's sandbox may forbid it. Nothing tells so
 * beforehand; where none opens, the address is shown, ready to be copied.
 */
function openLinks(to) {
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[target="_blank"]');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    if (to.wordpress && link.matches('#full, #all-facts')) {
      // WordPress gives a frame no new tab, and follows such a link itself.
      event.preventDefault();
      parent.postMessage({ message: 'link', value: link.href, secret: to.wordpress }, '*');
    } else if (self.origin === 'null') {
      event.preventDefault();
      if (!opens(link.href)) showAddress(link.href);
    }
  });
}

/** Opens a new tab that knows nothing of this one; whether it did. */
function opens(address) {
  try {
    const tab = open(address, '_blank');
    if (tab) tab.opener = null;
    return tab !== null;
  } catch {
    // Firefox throws where others return nothing.
    return false;
  }
}

/** The address of a link that could not be opened, marked as a reader would mark it to copy it. */
function showAddress(address) {
  let notice = document.getElementById('refused');
  if (!notice) {
    notice = document.createElement('p');
    notice.id = 'refused';
    notice.className = 'notice';
    notice.setAttribute('role', 'status');
    const field = document.createElement('input');
    field.readOnly = true;
    field.dir = 'ltr';
    notice.append(document.createElement('label'));
    notice.firstChild.append(document.createElement('span'), field);
    document.body.append(notice);
  }
  const [words, field] = notice.firstChild.children;
  words.textContent = document.getElementById('app').getAttribute(`data-no-new-tab-${root.lang}`);
  field.value = address;
  field.select();
  field.focus();
}

if (parent !== window) {
  const to = listeners(location);
  sayHeight(to);
  openLinks(to);
}
