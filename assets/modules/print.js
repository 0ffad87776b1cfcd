// Printing, where the studio is a program of its own. The page's own sheet is of the story's
// opening, in the page's language. Any other is made by the studio, which must be here before the
// browser's dialog is.

/**
 * Listens for the keys that print.
 *
 * @param {HTMLElement} app what programs render into
 * @param {() => boolean} isApp whether the app is what is here
 * @param {() => void} openStudio
 */
export function printing(app, isApp, openStudio) {
  const keys = app.dataset.sheetKeys.split(' ');
  /** Whether the sheet of the page is that of what is shown. */
  const isOpening = () => {
    const link = new URLSearchParams(location.hash.slice(1));
    return document.documentElement.lang === app.dataset.prerendered && !keys.some((key) => link.has(key));
  };
  let asked = false;
  addEventListener('keydown', (event) => {
    const prints = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyP';
    if (!prints || !isApp() || isOpening()) return;
    event.preventDefault();
    asked = true;
    openStudio();
  });
  app.addEventListener('ready', () => {
    if (!asked) return;
    asked = false;
    // A script that asks for the dialog waits in it: the sheet must be there before, and the studio
    // listens only once it has said that it is ready.
    setTimeout(() => {
      dispatchEvent(new Event('beforeprint'));
      setTimeout(print);
    });
  });
}
