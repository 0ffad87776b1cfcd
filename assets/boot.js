// Starts the app. It is a file of its own so that the page needs no inline script.

const PROBLEM = [
  ['ar', 'rtl', 'تعذّر تشغيل الصفحة التفاعلية.', 'إعادة المحاولة'],
  ['en', 'ltr', 'The interactive page could not start.', 'Try again'],
];

/** Says in both languages that the app did not start, below whatever can be read. */
function report() {
  const notice = document.createElement('div');
  notice.id = 'boot-problem';
  notice.setAttribute('role', 'alert');
  for (const [lang, dir, sentence, retry] of PROBLEM) {
    const line = document.createElement('p');
    line.lang = lang;
    line.dir = dir;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = retry;
    button.addEventListener('click', () => location.reload());
    line.append(sentence, ' ', button);
    notice.append(line);
  }
  document.body.append(notice);
}

try {
  // Not a static import: that would fail before anything here could say so.
  const { default: start } = await import('./app.js');
  await start({ module_or_path: new URL('./app_bg.wasm', import.meta.url) });
} catch (error) {
  report();
  throw error;
}
