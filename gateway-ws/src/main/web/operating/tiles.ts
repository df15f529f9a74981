import { operatingWords } from '../words/operating';
import { locale } from '../words/language';
import { SERVICES, type Readings } from './readings';
import { LIMITS, databaseVerdict, serviceVerdict, unhurried, within, worstOf, type Verdict } from './verdicts';

/** One figure at a glance. */
export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly verdict: Verdict;
  /** What its line is drawn from; undefined where there is none. */
  readonly drawn: number | undefined;
}

/** What is shown, from what was read. */
export function tilesOf(readings: Readings): readonly Tile[] {
  const text = operatingWords().health;
  const gateway = readings.newest.get('gateway');
  const bidding = readings.newest.get('bidding');
  const settlement = readings.newest.get('settlement');
  const bids = readings.rate('bidding', 'bids');
  const decided = readings.percentile('bidding', 'decided', 99);
  const answered = readings.percentile('gateway', 'answered', 99);
  const closed = readings.percentile('settlement', 'closed', 99);
  const lags = SERVICES.map((service) => readings.worst(service, 'lag')).filter((lag) => lag !== undefined);
  const lag = lags.length > 0 ? Math.max(...lags) : undefined;
  const mail = readings.gauge('settlement', 'mailWaiting');
  const hooks = readings.gauge('settlement', 'webhooksWaiting');
  const waiting = mail === undefined ? undefined : mail + (hooks ?? 0);
  const database = worstOf([databaseVerdict(bidding), databaseVerdict(settlement)]);
  return [
    { id: 'bids', label: text.bids, value: number(bids, 1), note: text.decisions(number(readings.rate('bidding', 'decisions'), 1)), verdict: bids === undefined ? serviceVerdict(bidding) : 'ok', drawn: bids },
    { id: 'decided', label: text.decided, value: spread(readings, 'bidding', 'decided'), note: text.decidedIs, verdict: unhurried(decided, LIMITS.decided, !!bidding?.histograms), drawn: decided },
    { id: 'answered', label: text.answered, value: spread(readings, 'gateway', 'answered'), note: text.answeredIs, verdict: unhurried(answered, LIMITS.answered, !!gateway?.histograms), drawn: answered },
    { id: 'lag', label: text.lag, value: number(lag, 0), note: text.lagIs, verdict: within(lag, LIMITS.lag), drawn: lag },
    { id: 'connections', label: text.connections, value: number(readings.gauge('gateway', 'connections'), 0), note: text.watches(number(readings.gauge('gateway', 'watches'), 0)), verdict: serviceVerdict(gateway), drawn: readings.gauge('gateway', 'connections') },
    { id: 'gateways', label: text.gateways, value: number(readings.processes('gateway'), 0), note: text.gatewaysAre, verdict: serviceVerdict(gateway), drawn: undefined },
    { id: 'database', label: text.database, value: text.verdicts[database], note: text.pool(number(readings.gauge('bidding', 'poolUsed'), 0), number(readings.gauge('settlement', 'poolUsed'), 0)), verdict: database, drawn: sumOf(readings.gauge('bidding', 'poolUsed'), readings.gauge('settlement', 'poolUsed')) },
    { id: 'closed', label: text.closed, value: spread(readings, 'settlement', 'closed'), note: text.closedIs, verdict: unhurried(closed, LIMITS.closed, !!settlement?.histograms), drawn: closed },
    { id: 'waiting', label: text.waiting, value: number(waiting, 0), note: text.waitingAre(number(mail, 0), number(hooks, 0)), verdict: within(waiting, LIMITS.waiting), drawn: waiting },
  ];
}

/** `4 ms / 12 ms`: half, and 99 of 100. */
function spread(readings: Readings, service: 'gateway' | 'bidding' | 'settlement', name: string): string {
  const [half, most] = [50, 99].map((percent) => readings.percentile(service, name, percent));
  if (half === undefined || most === undefined) return operatingWords().health.none;
  return `${time(half)} / ${time(most)}`;
}

/** Seconds, as they are read best; a bound, so rounded up. */
export function time(seconds: number): string {
  if (!Number.isFinite(seconds)) return operatingWords().health.beyond;
  if (seconds < 1) return `${number(Math.ceil(seconds * 1000), 0)} ms`;
  return `${number(Math.ceil(seconds * 10) / 10, 1)} s`;
}

function number(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

function sumOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined && other === undefined ? undefined : (one ?? 0) + (other ?? 0);
}
