/** Whether the person wants to pay for little data. Only some browsers know. */
export const savesData = () =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
