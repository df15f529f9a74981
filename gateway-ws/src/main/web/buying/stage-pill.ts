import type { TemplateResult } from 'lit';
import { pill, type Tone } from '../look/pills';
import { buyingWords } from '../words/buying';
import type { Stage } from './stage';

const TONES: Record<Stage, Tone> = {
  'to-pay': 'bad',
  paid: 'good',
  offered: 'brass',
  'offered-elsewhere': 'quiet',
  defaulted: 'bad',
  gone: 'quiet',
  unsold: 'quiet',
  cancelled: 'quiet',
};

export function stagePill(stage: Stage): TemplateResult {
  return pill(TONES[stage], buyingWords().saleStages[stage]);
}
