/** One tick a minute for every "3 minutes ago" on the page. */
class Clock {
  now = $state(Date.now());

  constructor() {
    setInterval(() => (this.now = Date.now()), 60_000);
  }
}

export const clock = new Clock();
