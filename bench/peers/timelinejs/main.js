import '@knight-lab/timelinejs/dist/css/timeline.css';
import '../common/page.css';
import './timeline.css';
import { Timeline } from '@knight-lab/timelinejs';
import { drawNetwork } from '../common/network.js';
import { ends, written } from '../common/words.js';

const story = await (await fetch('story.json')).json();
drawNetwork(story);

/** A date as TimelineJS writes it. */
function fields(date) {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const events = story.events.map(({ id, when, title, text }) => {
  const [from, to] = ends(when);
  return {
    unique_id: id,
    start_date: fields(from),
    ...(from < to && { end_date: fields(to) }),
    display_date: written(when),
    text: { headline: title.ar, text: `<p>${text.ar}</p>` },
  };
});
const opening = story.events.findIndex(({ lane }) => lane === 'alliance');

new Timeline(
  'timeline',
  { events },
  {
    language: 'ar',
    // The package's own font styles ask another origin for fonts, none of which has Arabic.
    font: null,
    script_path: new URL('.', location.href).href,
    start_at_slide: opening,
  },
);
