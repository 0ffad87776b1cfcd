// What a reader chooses, and the panel that tells of it.

/** Shows a heading, a line below it and a text. */
export function show(heading, line, text) {
  const panel = document.querySelector('#panel');
  const elements = [
    ['h2', '', heading],
    ['p', 'kind', line],
    ['p', '', text],
  ].map(([tag, className, content]) => Object.assign(document.createElement(tag), { className, textContent: content }));
  panel.replaceChildren(...elements);
}

/** Makes marks answer to a press, by hand or by keyboard. */
export function pressable(marks, choose) {
  marks
    .attr('role', 'button')
    .attr('tabindex', 0)
    .on('click', (_, datum) => choose(datum))
    .on('keydown', (event, datum) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose(datum);
    });
}
