// What is injected into a page before its own scripts: it notes when a reader sees the network,
// when a press on a node is answered, and what blocked or moved the page meanwhile.

/**
 * Runs in the page; what it finds is in `window.speed`, in milliseconds since the navigation.
 *
 * @param {object} options
 * @param {number} options.count how many nodes the whole network has
 * @param {string} options.target the selector of the node that is pressed
 * @param {string} options.answer the selector of the heading that answers
 * @param {string} options.name what the heading then says
 * @param {number | null} options.every how often the node is pressed, in milliseconds; null to
 *   leave the page alone
 */
export function probe({ count, target, answer, name, every }) {
  const speed = { visible: null, interactive: null, tasks: [], shifts: [] };
  window.speed = speed;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => speed.tasks.push({ startTime, duration }));
  observe('layout-shift', ({ startTime, value, hadRecentInput, sources }) => {
    const moved = sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
    if (!hadRecentInput) speed.shifts.push({ startTime, value, moved });
  });

  const hasArea = (element) => {
    const { width, height } = element?.getBoundingClientRect() ?? {};
    return width > 0 && height > 0;
  };
  const isInWindow = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const nodesOf = (network) => [...network.querySelectorAll('[id^="node-"], [data-id^="node-"]')];
  // A page before its scripts has a picture for each shape of window, and shows one.
  const networks = () => [...document.querySelectorAll('#network, .network')];
  const isThere = () => networks().some((network) => nodesOf(network).length >= count);
  const stands = () => {
    const network = networks().find(hasArea);
    const nodes = network ? nodesOf(network) : [];
    return (
      nodes.length >= count &&
      nodes.every((node) => hasArea(node) && hasArea(node.querySelector('text'))) &&
      nodes.every((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) &&
      nodes.some(isInWindow)
    );
  };
  const answers = () => document.querySelector(answer)?.textContent.includes(name) ?? false;

  /**
   * When the frame was shown in which a moment lies. Of one that took long the browser says it
   * (Long Animation Frames and Paint Timing, W3C), soon after; of a short one it says nothing.
   */
  const frames = [];
  const shownAt = (moment) =>
    frames.find(({ startTime, duration }) => startTime <= moment && moment <= startTime + duration)?.presentationTime;
  /** A moment within the frame that showed what was awaited. */
  const moments = { visible: null, interactive: null };
  observe('long-animation-frame', (entry) => {
    frames.push(entry);
    for (const key in moments) {
      if (moments[key] !== null) speed[key] = shownAt(moments[key]) ?? speed[key];
    }
  });

  /**
   * Notes when the frame that is being made is shown, if what is awaited then holds; where the
   * browser does not say, when it has been made. Whether it holds is found out after that: a look
   * at the layout costs time, and in the frame itself would put off what is measured.
   */
  const noteWhenPainted = (key, holds) => {
    const moment = performance.now();
    const look = () => {
      const painted = performance.now();
      if (speed[key] !== null || !holds()) return;
      moments[key] = moment;
      speed[key] = shownAt(moment) ?? painted;
    };
    // Before all that waits behind the frame, which may change what stands.
    scheduler.postTask(look, { priority: 'user-blocking' });
  };
  const frame = () => {
    if (speed.visible === null && isThere()) noteWhenPainted('visible', stands);
    if (speed.interactive === null && answers()) noteWhenPainted('interactive', answers);
    if (speed.visible === null || (every !== null && speed.interactive === null)) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  if (every === null) return;
  const pressing = setInterval(() => {
    if (answers()) {
      clearInterval(pressing);
      return;
    }
    // Nobody presses what has not been painted.
    if (speed.visible === null) return;
    const press = new MouseEvent('click', { bubbles: true, cancelable: true });
    document.querySelector(target)?.dispatchEvent(press);
  }, every);
}
