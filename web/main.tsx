import { render } from 'preact';
import { App } from './app.tsx';
import './style/index.css';
import { startServiceWorker } from './pwa/app-version.ts';
import { startTheme } from './state/theme.ts';

startTheme();
const root = document.getElementById('app');
if (root) render(<App />, root);
// The first screen has the network to itself; the app's files are kept after that.
addEventListener('load', () => void startServiceWorker());
