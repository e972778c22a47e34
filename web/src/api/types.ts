import type { components } from './schema';

/** The types of requests and responses, from docs/openapi.json. */
export type Schemas = components['schemas'];

/** A request in which these fields are set. */
export type Filled<Request, Field extends keyof Request> = Request & {
  [Name in Field]-?: NonNullable<Request[Name]>;
};

export type Account = Schemas['Me'];
export type Audience = Photo['audience'];
export type Comment = Schemas['Comment'];
export type Message = Schemas['Message'];
export type Person = Schemas['Person'];
/** `purge_at` is known of photos in the trash alone, `visible_without_link` of those of links. */
export type Photo = Schemas['Photo'] &
  Partial<Pick<Schemas['TrashedPhoto'], 'purge_at'> & Pick<Schemas['SharedPhoto'], 'visible_without_link'>>;
/** A person's profile, as I may see it. */
export type Profile = Schemas['Profile'];
/** Information about this Lumina that everyone may see. */
export type ServerInfo = Schemas['ServerInfo'];
