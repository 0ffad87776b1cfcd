import '../common/page.css';
import './timeline.css';
import { drawNetwork } from '../common/network.js';
import { drawTimeline } from './timeline.js';

const story = await (await fetch('story.json')).json();
drawNetwork(story);
drawTimeline(story);
