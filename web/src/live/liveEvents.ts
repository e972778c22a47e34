import type { Schemas } from '../api/types';

type LiveEvent = Schemas['LiveEvent'];

/** The data of the events that the server sends, by type. */
export type LiveEvents = { [Type in LiveEvent['type']]: Extract<LiveEvent, { type: Type }>['data'] };
