// The network: alliances, their members, and a force layout that is run to rest before it is
// drawn, as one does for a small graph.
import { drag } from 'd3-drag';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { scaleOrdinal } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom } from 'd3-zoom';
import { pressable, show } from './panel.js';
import { KINDS } from './words.js';

const COLORS = {
  alliance: '#0b63a5',
  'model-developer': '#c2490a',
  'chip-maker': '#3c7d3e',
  'ai-infrastructure': '#7a4fa3',
  'industry-body': '#8a6d0b',
};
const HUB_RADIUS = 22;
const RADIUS = 11;
/** How far from the edges a node stays, for its words: beside, above and below it. */
const MARGIN = { x: 48, top: 24, bottom: 40 };

/** Who is in the picture, and the lines between them. */
function graph({ alliances, organizations, memberships }) {
  const members = new Set(memberships.map(({ organization }) => organization));
  const nodes = [
    ...alliances.map(({ id, name, short, aim }) => ({
      id,
      kind: 'alliance',
      label: short.ar,
      name: name.ar,
      text: aim.ar,
    })),
    ...organizations
      .filter(({ id }) => members.has(id))
      .map(({ id, kind, name, description }) => ({
        id,
        kind,
        label: name.ar,
        name: name.ar,
        text: description.ar,
      })),
  ];
  const links = memberships.map(({ organization, alliance }) => ({ source: organization, target: alliance }));
  return { nodes, links };
}

const radius = ({ kind }) => (kind === 'alliance' ? HUB_RADIUS : RADIUS);
const within = (value, low, high) => Math.max(low, Math.min(high, value));

/** Draws the network of a story into the element `#network`, and what its colours mean. */
export function drawNetwork(story) {
  const frame = document.querySelector('#network');
  const { clientWidth: width, clientHeight: height } = frame;
  const { nodes, links } = graph(story);
  const color = scaleOrdinal(Object.keys(COLORS), Object.values(COLORS));

  // The alliances lie along the longer side: side by side on a desk, one below the other on a phone.
  const wide = width > height;
  const spread = Math.max(width, height) / 5;
  const along = ({ index, kind }) => (kind === 'alliance' ? (index === 0 ? 1 : -1) * spread : 0);
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(links).id(({ id }) => id).distance(Math.min(width, height) * 0.28))
    .force('charge', forceManyBody().strength(wide ? -1000 : -600))
    .force('collide', forceCollide((node) => radius(node) + 28))
    .force('x', forceX((node) => (wide ? along(node) : 0)).strength(wide ? 0.1 : 0.15))
    .force('y', forceY((node) => (wide ? 0 : along(node))).strength(wide ? 0.15 : 0.1))
    .force('inside', () => {
      for (const node of nodes) {
        node.x = within(node.x, MARGIN.x - width / 2, width / 2 - MARGIN.x);
        node.y = within(node.y, MARGIN.top - height / 2, height / 2 - MARGIN.bottom);
      }
    })
    .stop()
    .tick(300);

  const svg = select(frame)
    .append('svg')
    .attr('viewBox', [-width / 2, -height / 2, width, height]);
  const picture = svg.append('g');
  const lines = picture.append('g').selectAll('line').data(links).join('line').attr('class', 'link');
  const marks = picture
    .append('g')
    .selectAll('g')
    .data(nodes)
    .join('g')
    .attr('id', ({ id }) => `node-${id}`)
    .attr('class', ({ kind }) => (kind === 'alliance' ? 'node hub' : 'node'));
  marks.append('circle').attr('r', radius).attr('fill', ({ kind }) => color(kind));
  marks
    .append('text')
    .attr('dy', (node) => radius(node) + 16)
    .text(({ label }) => label);
  marks.append('title').text(({ name }) => name);

  const place = () => {
    lines
      .attr('x1', ({ source }) => source.x)
      .attr('y1', ({ source }) => source.y)
      .attr('x2', ({ target }) => target.x)
      .attr('y2', ({ target }) => target.y);
    marks.attr('transform', ({ x, y }) => `translate(${x},${y})`);
  };
  place();
  simulation.on('tick', place);

  pressable(marks, (node) => {
    marks.classed('chosen', (other) => other === node);
    show(node.name, KINDS[node.kind], node.text);
  });
  marks.call(
    drag()
      .on('start', ({ active, subject }) => {
        if (!active) simulation.alphaTarget(0.2).restart();
        Object.assign(subject, { fx: subject.x, fy: subject.y });
      })
      .on('drag', ({ subject, x, y }) => Object.assign(subject, { fx: x, fy: y }))
      .on('end', ({ active, subject }) => {
        if (!active) simulation.alphaTarget(0);
        Object.assign(subject, { fx: null, fy: null });
      }),
  );
  svg.call(
    zoom()
      .extent([
        [-width / 2, -height / 2],
        [width / 2, height / 2],
      ])
      .scaleExtent([1, 4])
      .translateExtent([
        [-width / 2, -height / 2],
        [width / 2, height / 2],
      ])
      // The wheel scrolls the page unless a reader means to zoom.
      .filter((event) => !event.button && (event.type !== 'wheel' || event.ctrlKey))
      .on('zoom', ({ transform }) => picture.attr('transform', transform)),
  );

  const entries = select('.legend').selectAll('li').data(Object.keys(COLORS)).join('li');
  entries.append('i').style('background', color);
  entries.append('span').text((kind) => KINDS[kind]);
}
