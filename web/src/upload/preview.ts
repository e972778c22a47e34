/** Decoding takes much memory for a moment, so few at once. */
const AT_ONCE = 2;
const WIDTH = 320;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

/** Draws a small picture of a file; false if this browser cannot decode it, or nobody looks any more. */
export async function drawPreview(
  canvas: HTMLCanvasElement,
  file: () => Promise<File>,
  signal: AbortSignal,
): Promise<boolean> {
  if (free) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    if (signal.aborted) return false;
    const bitmap = await createImageBitmap(await file(), { resizeWidth: WIDTH, resizeQuality: 'medium' });
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    // Not by `transferFromImageBitmap`: in Chromium that shows the pixels as they lie in the file, not turned upright.
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
    bitmap.close();
    return true;
  } catch {
    return false;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}
