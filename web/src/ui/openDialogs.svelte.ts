/** How many modal dialogs lie over each other; only what is in the topmost one can be used. */
class OpenDialogs {
  count = $state(0);
}

export const openDialogs = new OpenDialogs();
