import type { Refusal } from '../photos/sending';

/** Taking the photos of a lot. */
export const photos = {
  title: 'Photos',
  choose: 'Choose photos',
  how: (most: number) => `Or drop them here, or paste them. Up to ${most}; the first is the cover.`,
  full: (most: number) => `These are ${most} photos; a lot has no more. Remove one to add another.`,
  cover: 'Cover',
  nth: (place: number, name: string) => (name ? `photo ${place}, ${name}` : `photo ${place}`),
  sending: (name: string) => `Sending ${name}`,
  earlier: (photo: string) => `Move forward: ${photo}`,
  later: (photo: string) => `Move back: ${photo}`,
  remove: (photo: string) => `Remove ${photo}`,
  forget: (name: string) => `Dismiss the message about ${name}`,
  isCover: (name: string) => `${name || 'The photo'} is the cover now.`,
  isNth: (name: string, place: number, all: number) => `${name || 'The photo'} is number ${place} of ${all} now.`,
  removed: (photo: string) => `Removed: ${photo}.`,
  allSent: (count: number) => (count === 1 ? '1 photo is there.' : `${count} photos are there.`),
  refused: {
    'too-many': 'is one too many: a lot has up to 12 photos.',
    'too-large': 'is too large, and could not be made smaller here. Please use one of at most 5 MiB.',
    'no-photo': 'is not a photo this house can read. Please use JPEG, PNG, WebP or GIF.',
    damaged: 'is damaged, or has too many pixels. Please try another copy of it.',
    'too-many-unlisted': 'was not taken: too many of your photos are in no lot yet. List some lots first.',
    'not-allowed': 'was not taken. Please sign in again as a seller.',
    'not-sent': 'could not be sent. Please try again.',
  } satisfies Record<Refusal, string> as Record<Refusal, string>,
};
