import { keep, kept } from '../look/kept';

const KEY = 'gavel.tell-outside';

/** Whether this device can tell something outside the page, and whether the reader wants it. */
export type Outside = 'impossible' | 'denied' | 'off' | 'on';

export function outside(): Outside {
  if (!('Notification' in globalThis)) return 'impossible';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && kept(KEY) === 'on' ? 'on' : 'off';
}

/** Asks the browser, which asks the reader; only ever called because he pressed something. */
export async function tellOutside(wanted: boolean): Promise<Outside> {
  if (wanted && outside() === 'off' && Notification.permission !== 'granted') await Notification.requestPermission();
  keep(KEY, wanted ? 'on' : 'off');
  return outside();
}

/** Tells it outside if that is wanted and nobody looks at the page; pressing it leads to `link`. */
export function sayOutside(text: string, link: string): void {
  if (outside() !== 'on' || !document.hidden) return;
  try {
    const said = new Notification('Gavel', { body: text, tag: link });
    said.onclick = () => {
      window.focus();
      location.hash = link;
      said.close();
    };
  } catch {
    // Some phones only allow this to a service worker; the page itself tells it all the same.
  }
}
