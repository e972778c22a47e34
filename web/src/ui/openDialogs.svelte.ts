/** How many modal sheets lie over each other; only what is in the topmost one can be used. */
class Sheets {
  open = $state(0);
}

export const sheets = new Sheets();
