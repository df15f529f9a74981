import './look/tokens.css';
import './page.css';
import { renewAsBefore } from './account/grant';
import { readAnswer } from './account/returned';
import { GavelClient } from './client/gavel-client';
import { showTheme } from './look/theme';
import './shell/gavel-app';
import type { GavelApp } from './shell/gavel-app';
import { language } from './words/language';

readAnswer();
showTheme();
document.documentElement.lang = language();
const app = document.createElement('gavel-app') as GavelApp;
app.client = new GavelClient({ url: location.origin, store: sessionStorage });
renewAsBefore(app.client);
document.body.replaceChildren(app);
