import { dayKey, dayName } from '../locale/time';
import type { ShownMessage } from './outbox.svelte';

export interface Day {
  label: string;
  messages: ShownMessage[];
}

/** Groups messages by the day on which they were written. */
export function days(messages: ShownMessage[], now: number): Day[] {
  const found: (Day & { key: string })[] = [];
  for (const message of messages) {
    const key = dayKey(message.timestamp);
    if (found.at(-1)?.key !== key) found.push({ key, label: dayName(message.timestamp, now), messages: [] });
    found.at(-1)!.messages.push(message);
  }
  return found;
}
