import { address } from '../address/address.svelte';
import { placeInside } from '../address/routes';
import { withQuery } from '../api/link';
import { Problem } from '../api/problem';
import { whenSignedOut } from '../api/request';
import { logIn, logOut, signUp, whoAmI, type Account, type Credentials } from './account';

type State = 'unknown' | 'unreachable' | 'signed-out' | 'signed-in';

/** Who is looking. Everything but log-in and sign-up waits until this is known. */
class Session {
  state = $state<State>('unknown');
  account = $state.raw<Account | null>(null);
  #entering: (() => void)[] = [];
  #leaving: (() => void)[] = [];

  /** Things that begin when somebody is signed in. */
  onEnter(begin: () => void): void {
    this.#entering.push(begin);
  }

  /** Things of one person that the next one on this browser must not see. */
  onLeave(forget: () => void): void {
    this.#leaving.push(forget);
  }

  async start(): Promise<void> {
    whenSignedOut(() => this.#askToLogIn());
    try {
      this.#welcome(await whoAmI());
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.#askToLogIn();
      else this.state = 'unreachable';
    }
  }

  async logIn(credentials: Credentials): Promise<void> {
    this.#enter(await logIn(credentials));
  }

  async signUp(credentials: Credentials): Promise<void> {
    this.#enter(await signUp(credentials));
  }

  async logOut(): Promise<void> {
    await logOut();
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

  #enter(account: Account): void {
    const next = placeInside(address.query.get('next'));
    this.#welcome(account);
    address.replace(next);
  }

  #welcome(account: Account): void {
    this.account = account;
    this.state = 'signed-in';
    this.#entering.forEach((begin) => begin());
  }

  #askToLogIn(): void {
    this.#forget();
    if (address.route.name === 'login' || address.route.name === 'signup') return;
    const next = address.entry.href;
    address.replace(withQuery('/login', { next: next === '/' ? undefined : next }));
  }

  #forget(): void {
    this.account = null;
    this.state = 'signed-out';
    this.#leaving.forEach((forget) => forget());
  }
}

export const session = new Session();
