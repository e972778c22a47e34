import {
  editAccount,
  logIn,
  logOut,
  signUp,
  whoAmI,
  type Account,
  type Credentials,
} from '../account/account';
import { withQuery } from '../api/link';
import { Problem } from '../api/problem';
import { speakFor, whenSignedOut } from '../api/request';
import { address } from '../router/router.svelte';
import { placeInside } from '../router/routes';
import { toasts } from '../ui/toasts.svelte';

const START_AGAIN = 5_000;

type State = 'unknown' | 'unreachable' | 'signed-out' | 'signed-in';

/** Who is looking. Everything but log-in and sign-up waits until this is known. */
class Session {
  state = $state<State>('unknown');
  account = $state.raw<Account | null>(null);
  #entering: (() => void)[] = [];
  #leaving: (() => void)[] = [];
  #checking: Promise<void> | undefined;

  /** Things that begin when somebody is signed in. */
  onEnter(begin: () => void): void {
    this.#entering.push(begin);
  }

  /** Things of one person that the next one on this browser must not see. */
  onLeave(forget: () => void): void {
    this.#leaving.push(forget);
  }

  async start(): Promise<void> {
    whenSignedOut(() => void this.check());
    try {
      this.#welcome(await whoAmI());
    } catch (error) {
      if (isOver(error)) return this.#askToLogIn();
      this.state = 'unreachable';
      setTimeout(() => this.state === 'unreachable' && this.start(), START_AGAIN);
    }
  }

  /** Looks whether this browser is still mine, after a sign that it is not; who is not known any more leaves. */
  check(): Promise<void> {
    return (this.#checking ??= this.#look().finally(() => (this.#checking = undefined)));
  }

  async logIn(credentials: Credentials): Promise<void> {
    this.#enter(await logIn(credentials));
  }

  async signUp(credentials: Credentials): Promise<void> {
    this.#enter(await signUp(credentials));
    // Who begins here shows photos to friends, until they say otherwise.
    await editAccount({ default_audience: 'friends' }).then(this.update.bind(this), () => {});
  }

  async logOut(): Promise<void> {
    await toasts.settle();
    await logOut().catch((error) => {
      if (!isOver(error)) throw error;
    });
    this.leave();
  }

  /** After a change of one's own account. */
  update(account: Account): void {
    this.account = account;
  }

  /** After the account, or this session of it, is gone. */
  leave(): void {
    this.#forget();
    address.go('/login');
  }

  isMe(userId: number): boolean {
    return this.account?.id === userId;
  }

  async #look(): Promise<void> {
    try {
      this.account = await whoAmI();
    } catch (error) {
      if (!isOver(error) || !this.account) return;
      this.#askToLogIn();
      toasts.say(`${farewell(error)} Log in to go on: what you typed is kept.`);
    }
  }

  #enter(account: Account): void {
    const next = placeInside(address.query.get('next'));
    this.#welcome(account);
    address.replace(next);
  }

  #welcome(account: Account): void {
    this.account = account;
    this.state = 'signed-in';
    speakFor(account.id);
    this.#entering.forEach((begin) => begin());
  }

  #askToLogIn(): void {
    this.#forget();
    // Whoever has the address of one may see it.
    if (['login', 'signup', 'join', 'photo'].includes(address.route.name)) return;
    const next = address.entry.href;
    address.replace(withQuery('/login', { next: next === '/' ? undefined : next }));
  }

  #forget(): void {
    toasts.forget();
    this.#leaving.forEach((forget) => forget());
    this.account = null;
    this.state = 'signed-out';
    speakFor(null);
  }
}

const isOver = (error: unknown): error is Problem => error instanceof Problem && error.status === 401;

const farewell = (error: Problem) =>
  error.code === 'other_account' ? 'Somebody else has logged in here.' : 'Your session has ended.';

export const session = new Session();
