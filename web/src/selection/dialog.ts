import type { Photo } from '../api/types';
import type { Change } from './batch';

/** What the dialogs have in common that ask for a change of the selected photos. */
export interface DialogProps {
  photos: Photo[];
  onapply: (change: Change) => void;
  onclose: () => void;
}
