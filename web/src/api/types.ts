import type { components } from './schema';

/** What the server takes and answers, as docs/openapi.json describes it. */
export type Schemas = components['schemas'];

/** A request some of whose fields are filled in. */
export type Filled<Request, Field extends keyof Request> = Request & {
  [Name in Field]-?: NonNullable<Request[Name]>;
};

export type Account = Schemas['Me'];
export type Audience = Photo['audience'];
export type Comment = Schemas['Comment'];
export type Message = Schemas['Message'];
export type Person = Schemas['Person'];
export type Photo = Schemas['Photo'];
/** Somebody's page, as I may see it. */
export type Profile = Schemas['Profile'];
/** What whoever comes is told of this Lumina. */
export type ServerInfo = Schemas['Place'];
