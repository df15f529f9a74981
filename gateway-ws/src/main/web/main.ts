import './page.css';
import { GavelClient } from './client/gavel-client';
import './shell/gavel-app';
import type { GavelApp } from './shell/gavel-app';

const app = document.createElement('gavel-app') as GavelApp;
app.client = new GavelClient({ url: location.origin, store: sessionStorage });
document.body.replaceChildren(app);
