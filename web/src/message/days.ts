import type { ShownMessage } from './outbox.svelte';

export interface Day {
  label: string;
  messages: ShownMessage[];
}

const named = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const dayOf = (time: number) => new Date(time).toDateString();

export const timeOfDay = (time: number) => clock.format(time);

/** Messages under the day on which they were written. */
export function days(messages: ShownMessage[], now: number): Day[] {
  const found: (Day & { key: string })[] = [];
  for (const message of messages) {
    const key = dayOf(message.timestamp);
    if (found.at(-1)?.key !== key) found.push({ key, label: labelOf(message.timestamp, now), messages: [] });
    found.at(-1)!.messages.push(message);
  }
  return found;
}

function labelOf(time: number, now: number): string {
  if (dayOf(time) === dayOf(now)) return 'Today';
  if (dayOf(time) === dayOf(now - 86_400_000)) return 'Yesterday';
  return named.format(time);
}
