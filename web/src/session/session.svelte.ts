import { withQuery } from '../api/link';
import { Problem } from '../api/problem';
import { setCurrentUser, whenSignedOut } from '../api/request';
import type { Account } from '../api/types';
import { t } from '../locale';
import { router } from '../router/router.svelte';
import { placeInside } from '../router/routes';
import { toasts } from '../ui/toasts.svelte';
import { editAccount, getSessionAccount, logIn, logOut, signUp, whoAmI, type Credentials } from './account';

const START_AGAIN = 5_000;

type State = 'unknown' | 'unreachable' | 'signed-out' | 'signed-in';

/** Who is looking. Everything but log-in and sign-up waits until this is known. */
class Session {
  state = $state<State>('unknown');
  account = $state.raw<Account | null>(null);
  #signInListeners = new Set<() => void>();
  #signOutListeners = new Set<() => void>();
  #checking: Promise<void> | undefined;

  /** Things that begin when somebody is signed in. */
  onSignIn(begin: () => void): void {
    this.#signInListeners.add(begin);
  }

  /** Things of one person that the next one on this browser must not see; returns how to stop. */
  onSignOut(forget: () => void): () => void {
    this.#signOutListeners.add(forget);
    return () => this.#signOutListeners.delete(forget);
  }

  async start(): Promise<void> {
    whenSignedOut(() => void this.check());
    try {
      const { account } = await getSessionAccount();
      if (account) this.#welcome(account);
      else this.#askToLogIn();
    } catch {
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
    await toasts.flush();
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
    setCurrentUser(account.id);
    this.#signInListeners.forEach((begin) => begin());
  }

  #askToLogIn(): void {
    this.#forget();
    // Whoever has the address of one may see it.
    if (['login', 'signup', 'join', 'photo'].includes(router.route.name)) return;
    const next = router.entry.href;
    router.replace(withQuery('/login', { next: next === '/' ? undefined : next }));
  }

  #forget(): void {
    toasts.undoAll();
    this.#signOutListeners.forEach((forget) => forget());
    this.account = null;
    this.state = 'signed-out';
    setCurrentUser(null);
  }
}

const isOver = (error: unknown): error is Problem => error instanceof Problem && error.status === 401;

const farewell = (error: Problem) =>
  error.code === 'other_account' ? t.session.otherAccount : t.session.ended;

export const session = new Session();
