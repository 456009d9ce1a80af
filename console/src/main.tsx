import './styles/index.ts';

import { render } from 'preact';

import { App } from './app/app.tsx';
import { startTheme } from './components/theme.ts';
import { startLanguage } from './i18n/index.ts';
import { startSession } from './session/index.ts';

startTheme();
await startLanguage();
render(<App />, document.getElementById('app') as HTMLElement);
await startSession();
