import { dayKey, dayName } from '../locale/time';
import type { ShownMessage } from './outbox.svelte';

export interface Day {
  label: string;
  messages: ShownMessage[];
}

/** Whether somebody's words of one minute end with this message: the next is of another person, or later. */
export function endsGroup(message: ShownMessage, next: ShownMessage | undefined): boolean {
  const minute = (one: ShownMessage) => Math.floor(one.timestamp / 60_000);
  return !next || next.from_user_id !== message.from_user_id || minute(next) !== minute(message);
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
