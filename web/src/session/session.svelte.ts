import { withQuery } from '../api/link';
import { Problem } from '../api/problem';
import { setCurrentUser, whenSignedOut } from '../api/request';
import type { Account } from '../api/types';
import { t } from '../locale';
import { router } from '../router/router.svelte';
import { placeInside } from '../router/routes';
import { toasts } from '../ui/toasts.svelte';
import { editAccount, getSessionAccount, logIn, logOut, signUp, whoAmI, type Credentials } from './account';
import { keepLastUser, lastUser } from './lastUser';

const START_AGAIN = 5_000;

type State = 'unknown' | 'unreachable' | 'signed-out' | 'signed-in';

/** The signed-in person. Everything but log-in and sign-up waits until this is known. */
class Session {
  state = $state<State>('unknown');
  account = $state.raw<Account | null>(null);
  /** The id of the person who is probably signed in, until the server says who is. */
  expected: number | null = null;
  #signInListeners = new Set<() => void>();
  #signOutListeners = new Set<() => void>();
  #checking: Promise<void> | undefined;

  /** Registers an action for each log-in. */
  onSignIn(begin: () => void): void {
    this.#signInListeners.add(begin);
  }

  /** Registers the removal of one person's data before the next person uses this browser; returns how to unregister. */
  onSignOut(forget: () => void): () => void {
    this.#signOutListeners.add(forget);
    return () => this.#signOutListeners.delete(forget);
  }

  async start(): Promise<void> {
    whenSignedOut(() => void this.check());
    try {
      const { account } = await this.#ask();
      if (this.expected && this.expected !== account?.id) this.#forget();
      if (account) this.#welcome(account);
      else this.#askToLogIn();
    } catch {
      this.state = 'unreachable';
      setTimeout(() => this.state === 'unreachable' && this.start(), START_AGAIN);
    }
  }

  /** The question is nobody's; requests after it are those of the person whom this browser had last. */
  #ask(): ReturnType<typeof getSessionAccount> {
    setCurrentUser(null);
    const answer = getSessionAccount();
    this.expected = lastUser();
    setCurrentUser(this.expected);
    return answer;
  }

  /** Checks the session after a sign that it has ended; if it has, the person is signed out. */
  check(): Promise<void> {
    return (this.#checking ??= this.#look().finally(() => (this.#checking = undefined)));
  }

  async logIn(credentials: Credentials): Promise<void> {
    this.#enter(await logIn(credentials));
  }

  /** @param name under which they were known as a guest */
  async signUp(credentials: Credentials, name = ''): Promise<void> {
    this.#enter(await signUp(credentials));
    // New people show photos to friends by default.
    await editAccount({ default_audience: 'friends', ...(name && { name }) }).then(
      this.update.bind(this),
      () => {},
    );
  }

  async logOut(): Promise<void> {
    await toasts.flush();
    await logOut().catch((error) => {
      if (!isOver(error)) throw error;
    });
    this.leave();
  }

  /** Called after a change of one's own account. */
  update(account: Account): void {
    this.account = account;
  }

  /** Called after the account or this session was deleted. */
  leave(): void {
    this.#forget();
    router.go('/login');
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
      toasts.show(farewell(error));
    }
  }

  #enter(account: Account): void {
    const next = placeInside(router.query.get('next'));
    this.#welcome(account);
    router.replace(next);
  }

  #welcome(account: Account): void {
    this.account = account;
    this.state = 'signed-in';
    Object.values(t.session).forEach((farewell) => toasts.retract(farewell));
    setCurrentUser(account.id);
    keepLastUser(account.id);
    this.#signInListeners.forEach((begin) => begin());
  }

  /** Sends visitors who come to a page that needs an account to the log-in. */
  guard(): void {
    if (this.state !== 'signed-out') return;
    if (['login', 'signup', 'join', 'photo', 'album', 'shared'].includes(router.route.name)) return;
    const next = router.entry.href;
    router.replace(withQuery('/login', { next: next === '/' ? undefined : next }));
  }

  #askToLogIn(): void {
    this.#forget();
    this.guard();
  }

  #forget(): void {
    toasts.undoAll();
    this.#signOutListeners.forEach((forget) => forget());
    this.account = null;
    this.state = 'signed-out';
    setCurrentUser(null);
    keepLastUser(null);
  }
}

const isOver = (error: unknown): error is Problem => error instanceof Problem && error.status === 401;

const farewell = (error: Problem) =>
  error.code === 'other_account' ? t.session.otherAccount : t.session.ended;

export const session = new Session();
