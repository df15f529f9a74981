import type { GavelClient } from '../client/gavel-client';
import type { LotEvent, LotRules } from '../client/protocol';
import { isSealed } from '../lots/formats';
import { money } from '../money';
import { operatingWords } from '../words/operating';
import { effect, type Act } from './acts';
import type { Asking } from './ask-dialog';
import type { Question } from './questions';
import { act, type Result, type Said } from './rostrum';

/** A lot that something is to be done to, as it is now. */
export interface Subject {
  readonly rules: LotRules;
  readonly event: LotEvent;
}

/** Asks why lots are paused, extended and so on, and does it; tried again, only what is left. `minutes` is what the question begins with. */
export function askingAct(client: GavelClient, what: Act, subjects: readonly Subject[], minutes = 5): Asking {
  const text = operatingWords();
  const { title, yes, usual } = text.acts[what];
  const [first] = subjects;
  let left = subjects;
  return {
    title,
    on: subjects.length === 1 && first ? first.rules.title : text.lots(subjects.length),
    means: subjects.length === 1 && first ? means(what, first) : text.acts[what].means,
    questions: questions(what, usual, minutes),
    yes: subjects.length === 1 ? yes : text.yesAll(yes, subjects.length),
    send: async (answers) => {
      const said: Said = { reason: answers['reason'] ?? '', ...(what === 'extend' ? { minutes: Number(answers['minutes']) } : {}) };
      const results = await Promise.all(left.map(async (subject) => ({ subject, result: await act(client, subject.rules.id, what, said) })));
      const failures = results.filter(({ result }) => result.kind !== 'done');
      left = failures.map(({ subject }) => subject);
      if (failures.length === 0) return undefined;
      return failures.map(({ subject, result }) => (subjects.length === 1 ? whyNot(result) : text.of(subject.rules.title, whyNot(result)))).join(' ');
    },
  };
}

/** What an act would do to a lot as it is now, in words. */
export function means(what: Act, { rules, event }: Subject): string {
  const text = operatingWords();
  const would = effect(what, event, isSealed(rules));
  const amount = money(event.price, rules.currency);
  switch (would) {
    case 'sells':
      return text.hammer.sells(event.leader ?? 0, amount);
    case 'sells-hidden':
      return text.hammer.sellsHidden;
    case 'passes':
      return text.hammer.passes;
    case 'below-reserve':
      return text.hammer.belowReserve(amount);
    default:
      return text.acts[would].means;
  }
}

/** Why an act was not done, in words. */
export function whyNot(result: Result): string {
  const text = operatingWords().refused;
  switch (result.kind) {
    case 'done':
      return '';
    case 'refused':
      return text.reasons[result.reason] ?? text.other(result.detail ?? result.reason);
    case 'failed':
      return text.failed(result.why);
    case 'unknown':
      return text.unknown;
  }
}

function questions(what: Act, usual: string, minutes: number): readonly Question[] {
  const text = operatingWords().ask;
  const reason: Question = { name: 'reason', label: text.reason, help: text.reasonHelp, value: usual, kind: 'text' };
  return what === 'extend' ? [reason, { name: 'minutes', label: text.byMinutes, value: String(minutes), kind: 'minutes' }] : [reason];
}
