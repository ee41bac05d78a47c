import { render } from 'preact';
import { App } from './app.tsx';
import './style/index.css';
import { startTheme } from './state/theme.ts';

startTheme();
const root = document.getElementById('app');
if (root) render(<App />, root);
