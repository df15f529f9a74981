import { parseMoney } from '../money';
import { operatingWords } from '../words/operating';

/** One thing a dialog asks for. */
export interface Question {
  readonly name: string;
  readonly label: string;
  /** What it begins with. */
  readonly value: string;
  readonly help?: string;
  /** A sentence; whole minutes; or an amount of this currency. */
  readonly kind: 'text' | 'minutes' | { readonly currency: string };
  /** Of a text; 500 by default. */
  readonly most?: number;
}

/** What was answered, by name: texts trimmed, minutes as digits, amounts in minor units. */
export type Answers = Readonly<Record<string, string>>;
/** What is wrong, by name. */
export type Wrong = Readonly<Record<string, string>>;

const MOST_LETTERS = 500;
/** Thirty days, as the core has it. */
const MOST_MINUTES = 43_200;

/** Reads the answers, or says what is wrong with them. */
export function answersTo(questions: readonly Question[], given: (name: string) => string): { readonly answers: Answers } | { readonly wrong: Wrong } {
  const answers: Record<string, string> = {};
  const wrong: Record<string, string> = {};
  for (const question of questions) {
    const read = readOne(question, given(question.name).trim());
    if ('problem' in read) wrong[question.name] = read.problem;
    else answers[question.name] = read.answer;
  }
  return Object.keys(wrong).length > 0 ? { wrong } : { answers };
}

function readOne({ kind, most = MOST_LETTERS }: Question, text: string): { readonly answer: string } | { readonly problem: string } {
  const say = operatingWords().ask;
  if (kind === 'text') {
    if (text === '') return { problem: say.missing };
    return text.length > most ? { problem: say.tooLong(most) } : { answer: text };
  }
  if (kind === 'minutes') {
    const minutes = Number(text);
    return /^\d+$/.test(text) && minutes >= 1 && minutes <= MOST_MINUTES ? { answer: text } : { problem: say.minutes(MOST_MINUTES) };
  }
  const money = parseMoney(text, kind.currency);
  return 'problem' in money ? money : { answer: String(money.amount) };
}
