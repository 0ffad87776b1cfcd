// The timeline: one lane for each kind of event, an axis below, and time from right to left, as
// Arabic is read. It opens on the story's window; dragging and zooming show the other years.
import { axisBottom } from 'd3-axis';
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { pressable, show } from '../common/panel.js';
import { ends, LANES, LOCALE, written } from '../common/words.js';

const MARGIN = 20;
const AXIS_HEIGHT = 36;
const LANE_HEAD = 20;
const ROW_HEIGHT = 20;
const DOT = 4;
const LETTER_WIDTH = 6;
const MONTH_MS = 31 * 86_400_000;
const TICK_WIDTH = 80;

const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', timeZone: 'UTC' });
const year = new Intl.DateTimeFormat(LOCALE, { year: 'numeric', timeZone: 'UTC' });
const tick = (date) => (date.getUTCMonth() ? month : year).format(date);

/**
 * Gives each event the first row of its lane that is free there. Where a lane has as many rows
 * as it may have, the rest shares its last one without words.
 */
function pack(events, x, most = {}) {
  const lanes = Object.fromEntries(Object.keys(LANES).map((lane) => [lane, []]));
  for (const event of events) {
    const edges = lanes[event.lane];
    event.x = x(event.from);
    const free = edges.findIndex((edge) => event.x + 2 * DOT < edge);
    const full = free < 0 && edges.length >= most[event.lane];
    event.row = full ? edges.length - 1 : free < 0 ? edges.length : free;
    event.spoken = event.label !== undefined && !full;
    const length = event.spoken ? 2 * DOT + event.label.ar.length * LETTER_WIDTH : 0;
    edges[event.row] = Math.min(edges[event.row] ?? Infinity, event.x - DOT - length);
  }
  return lanes;
}

/** Draws the events of a story into the element `#d3-timeline`. */
export function drawTimeline(story) {
  const frame = document.querySelector('#d3-timeline');
  const width = frame.clientWidth;
  const events = story.events
    .map((event) => ({ ...event, from: ends(event.when)[0] }))
    .sort((a, b) => a.from - b.from);
  const [first, lastMonth] = ends(story.window);
  const last = new Date(+lastMonth + MONTH_MS);
  const x = scaleUtc([events[0].from, last], [width - MARGIN, MARGIN]);

  const scale = (width - 2 * MARGIN) / (x(first) - x(last));
  const opening = zoomIdentity.translate(MARGIN, 0).scale(scale).translate(-x(last), 0);

  // Each lane is as high as its events need it in the story's window.
  const rows = {};
  const top = {};
  let height = 0;
  for (const [lane, edges] of Object.entries(pack(events, opening.rescaleX(x)))) {
    rows[lane] = edges.length;
    top[lane] = height;
    height += LANE_HEAD + (edges.length + 0.5) * ROW_HEIGHT;
  }

  const svg = select(frame).append('svg').attr('viewBox', [0, 0, width, height + AXIS_HEIGHT]);
  const lanes = svg
    .selectAll('.lane')
    .data(Object.entries(LANES))
    .join('g')
    .attr('class', 'lane')
    .attr('transform', ([lane]) => `translate(0,${top[lane]})`);
  lanes.append('line').attr('x2', width);
  lanes.append('text').attr('x', width - MARGIN).attr('y', LANE_HEAD - 5).text(([, name]) => name);
  const axis = svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${height})`);
  const marks = svg
    .selectAll('.event')
    .data(events)
    .join('g')
    .attr('class', ({ scheduled }) => (scheduled ? 'event announced' : 'event'));
  pressable(marks, ({ title, when, text }) => show(title.ar, written(when), text.ar));
  marks.append('circle').attr('r', DOT);
  marks.append('text').attr('x', -2 * DOT);
  marks.append('title').text(({ title, when }) => `${written(when)}: ${title.ar}`);

  const draw = (scale) => {
    pack(events, scale, rows);
    axis.call(axisBottom(scale).ticks(width / TICK_WIDTH).tickFormat(tick));
    marks
      .attr('transform', (event) => {
        const y = top[event.lane] + LANE_HEAD + (event.row + 0.5) * ROW_HEIGHT;
        return `translate(${event.x},${y})`;
      })
      .select('text')
      .text(({ spoken, label }) => (spoken ? label.ar : ''));
  };
  const closer = zoom()
    .scaleExtent([1, 40])
    .translateExtent([
      [0, 0],
      [width, height],
    ])
    .filter((event) => !event.button && (event.type !== 'wheel' || event.ctrlKey))
    .on('zoom', ({ transform }) => draw(transform.rescaleX(x)));
  svg.call(closer).call(closer.transform, opening);
}
