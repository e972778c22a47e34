/** The number of open modal dialogs; only the topmost is active. */
class OpenDialogs {
  count = $state(0);
}

export const openDialogs = new OpenDialogs();
