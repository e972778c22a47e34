import { FITTED, maxScale, panBy, zoomAt, type Limits, type Point, type View } from './zoom';

const STEP = 1.5;
const PAN_STEP = 80;
/** A double tap shows the pixels of the original one by one, within these limits. */
const DOUBLE_TAP = { least: 2, most: 4 };
const CENTRE: Point = { x: 0, y: 0 };

/** The zoom of the open photo, for keys, wheels and fingers. */
export class Lens {
  view = $state.raw<View>(FITTED);
  #stage?: HTMLElement;
  #picture?: HTMLElement;
  #pixels = 0;

  get zoomed(): boolean {
    return this.view.scale > 1;
  }

  /** How many pixels of the screen the picture takes across. */
  get pixelsAcross(): number {
    return (this.#picture?.offsetWidth ?? 0) * this.view.scale * devicePixelRatio;
  }

  /** Another photo, which fits again. */
  show(stage: HTMLElement, picture: HTMLElement, pixels: number): void {
    [this.#stage, this.#picture, this.#pixels] = [stage, picture, pixels];
    this.view = FITTED;
  }

  fit(): void {
    this.view = FITTED;
  }

  zoomBy(factor: number, at = CENTRE): void {
    const limits = this.#limits();
    if (limits) this.view = zoomAt(this.view, factor, at, limits);
  }

  panBy(step: Point): void {
    const limits = this.#limits();
    if (limits) this.view = panBy(this.view, step, limits);
  }

  /** In to the pixels of the original, or out again. */
  toggle(at: Point): void {
    if (this.zoomed) return this.fit();
    const whole = this.#pixels / (this.#picture?.offsetWidth || 1);
    this.zoomBy(Math.min(DOUBLE_TAP.most, Math.max(DOUBLE_TAP.least, whole)), at);
  }

  /** Whether the key was for the lens. */
  key({ key, shiftKey }: KeyboardEvent): boolean {
    const pan = shiftKey && this.zoomed && PANS[key];
    if (pan) this.panBy(pan);
    else if (key === '+' || key === '=') this.zoomBy(STEP);
    else if (key === '-') this.zoomBy(1 / STEP);
    else if (key === '0') this.fit();
    else return false;
    return true;
  }

  #limits(): Limits | null {
    if (!this.#stage || !this.#picture) return null;
    const { clientWidth, clientHeight } = this.#stage;
    const { offsetWidth, offsetHeight } = this.#picture;
    return {
      stage: { width: clientWidth, height: clientHeight },
      picture: { width: offsetWidth, height: offsetHeight },
      max: maxScale(this.#pixels, offsetWidth || 1, devicePixelRatio),
    };
  }
}

const PANS: Record<string, Point> = {
  ArrowLeft: { x: PAN_STEP, y: 0 },
  ArrowRight: { x: -PAN_STEP, y: 0 },
  ArrowUp: { x: 0, y: PAN_STEP },
  ArrowDown: { x: 0, y: -PAN_STEP },
};
