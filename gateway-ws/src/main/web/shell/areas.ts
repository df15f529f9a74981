import type { TemplateResult } from 'lit';
import type { GavelClient } from '../client/gavel-client';

/** The pages of one kind of people: `path` is what the address says behind the area's name; undefined where there is no such page. */
export interface Area {
  page(client: GavelClient, path: readonly string[]): TemplateResult | undefined;
}

/** Parts that are only fetched when somebody goes there, by the first word of their address. */
const AREAS = {
  my: (): Promise<Area> => import('../buying/area'),
  sell: (): Promise<Area> => import('../selling/area'),
  operate: (): Promise<Area> => import('../operating/area'),
};
export type AreaName = keyof typeof AREAS;

export function isArea(name: string): name is AreaName {
  return Object.hasOwn(AREAS, name);
}

export function fetchArea(name: AreaName): Promise<Area> {
  return AREAS[name]();
}
