import { tick } from 'svelte';
import { calm } from '../ui/calm';

const TIMING: KeyframeAnimationOptions = { duration: 180, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** The picture of a photo on the page, if it is in sight. */
function tileOf(id: string): HTMLElement | null {
  const tile = document.querySelector<HTMLElement>(`main a[href$="/${encodeURIComponent(id)}"]:has(> img)`);
  const { top, bottom } = tile?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return bottom > 0 && top < innerHeight ? tile : null;
}

/** The keyframe in which a box of one shape covers another, cut to its shape. */
export function covering(tile: DOMRect, box: DOMRect): Keyframe {
  const scale = Math.max(tile.width / box.width, tile.height / box.height);
  const x = tile.left + tile.width / 2 - box.left - box.width / 2;
  const y = tile.top + tile.height / 2 - box.top - box.height / 2;
  const across = (box.width - tile.width / scale) / 2;
  const down = (box.height - tile.height / scale) / 2;
  return {
    transform: `translate(${x}px, ${y}px) scale(${scale})`,
    clipPath: `inset(${down}px ${across}px)`,
  };
}

const whole: Keyframe = { transform: 'none', clipPath: 'inset(0)' };

/** The tile of a photo grows into its picture, while what is around it appears. */
export function growFromTile(id: string, picture: HTMLElement, around: HTMLElement[]): void {
  if (calm()) return;
  for (const one of around) one.animate({ opacity: [0, 1] }, TIMING);
  const tile = tileOf(id);
  if (tile)
    picture.animate([covering(tile.getBoundingClientRect(), picture.getBoundingClientRect()), whole], TIMING);
}

/** A copy of the picture shrinks into the tile of its photo; the page can be used meanwhile. */
export async function shrinkIntoTile(id: string, picture: HTMLElement): Promise<void> {
  if (calm()) return;
  const box = picture.getBoundingClientRect();
  const copy = picture.cloneNode(true) as HTMLElement;
  const { left, top, width, height } = box;
  Object.assign(copy.style, {
    ...{ position: 'fixed', zIndex: '30', pointerEvents: 'none', animation: 'none' },
    ...{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` },
  });
  document.body.append(copy);
  await tick();
  await new Promise(requestAnimationFrame); // the page may scroll to the tile of another photo
  const tile = tileOf(id);
  if (tile) await copy.animate([whole, covering(tile.getBoundingClientRect(), box)], TIMING).finished;
  copy.remove();
}
