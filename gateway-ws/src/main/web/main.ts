import './page.css';
import { GavelClient } from './client/gavel-client';
import './shell/gavel-app';
import type { GavelApp } from './shell/gavel-app';

const url = new URL('/ws', location.href);
url.protocol = url.protocol.replace('http', 'ws');

const app = document.createElement('gavel-app') as GavelApp;
app.client = new GavelClient(url.href);
document.body.replaceChildren(app);
