import type { Schemas } from '../api/types';
import { t } from '../locale';

type Camera = Schemas['Camera'];
type Place = Schemas['Place'];

/** "Canon EOS R6": makers often repeat their name in the model. */
export function cameraName({ make = '', model = '' }: Camera): string {
  const repeated = model.toLowerCase().startsWith(make.split(' ')[0]!.toLowerCase());
  return [repeated ? '' : make, model].filter(Boolean).join(' ');
}

/** "1/250 s · f/2.8 · ISO 400 · 50 mm" */
export function exposure(camera: Camera): string {
  const { exposure_time, f_number, iso, focal_length } = camera;
  return [
    exposure_time && t.viewer.seconds(shutter(exposure_time)),
    f_number && `f/${rounded(f_number)}`,
    iso && `ISO ${iso}`,
    focal_length && `${rounded(focal_length)} mm`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const shutter = (seconds: number) => (seconds < 0.3 ? `1/${Math.round(1 / seconds)}` : rounded(seconds));

const rounded = (number: number) => String(Math.round(number * 10) / 10);

/** "52.5163° N, 13.3777° E" */
export const coordinates = ({ latitude, longitude }: Place): string =>
  `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`;

const degrees = (angle: number, ahead: string, behind: string) =>
  `${Math.abs(angle).toFixed(4)}° ${angle < 0 ? behind : ahead}`;

/** The value of a `datetime-local` field; empty if only the time of the upload is known. */
export const takenField = (takenAt: number, from: string): string =>
  from === 'upload' ? '' : new Date(takenAt).toISOString().slice(0, 16);

/** What an edit sends: null goes back to what the file says. */
export const takenFrom = (field: string): number | null => (field ? Date.parse(`${field}Z`) : null);
