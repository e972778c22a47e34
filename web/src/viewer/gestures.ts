import type { Point } from './zoom';

/** What can be done to a photo with fingers, a mouse or a pen. Points are from the middle of the element. */
export interface Gestures {
  /** Whether the mouse can drag: fingers always can. */
  mouseDrags: () => boolean;
  /** @param moved since the pointer went down; `step`: since the last call */
  drag: (moved: Point, step: Point) => void;
  /** @param speed in pixels per millisecond */
  release: (moved: Point, speed: Point) => void;
  pinch: (factor: number, at: Point, step: Point) => void;
  tap: (event: PointerEvent) => void;
  doubleTap: (at: Point) => void;
}

/** A finger that moves less than this taps. */
const STEADY_PX = 8;
const DOUBLE_MS = 300;
const DOUBLE_PX = 40;
/** Mice that count lines or pages report few of them. */
const WHEEL_PX = [1, 16, 400];
const WHEEL_FACTOR = 0.002;
/** Two fingers on a trackpad, which browsers report as a wheel with the Control key. */
const TRACKPAD_FACTOR = 0.01;

const EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'wheel', 'dragstart'];

/** Browsers show the controls of a video in so many pixels at its lower edge. */
const CONTROLS_PX = 80;

const isOnControls = ({ target, clientY }: PointerEvent) =>
  target instanceof HTMLVideoElement && clientY > target.getBoundingClientRect().bottom - CONTROLS_PX;

/** An attachment that recognises taps, drags, pinches and the wheel; the element must have `touch-action: none`. */
export function gestures(to: Gestures) {
  return (element: HTMLElement) => {
    const recogniser = new Recogniser(element, to);
    for (const type of EVENTS) element.addEventListener(type, recogniser, { passive: false });
    return () => {
      for (const type of EVENTS) element.removeEventListener(type, recogniser);
    };
  };
}

class Recogniser implements EventListenerObject {
  #down = new Map<number, Point>();
  #start: Point = { x: 0, y: 0 };
  #startedAt = 0;
  #dragging = false;
  #pinched = false;
  #lastTap = { at: { x: 0, y: 0 }, time: -DOUBLE_MS };

  constructor(
    readonly element: HTMLElement,
    readonly to: Gestures,
  ) {}

  handleEvent(event: Event): void {
    if (event.type === 'wheel') this.#wheel(event as WheelEvent);
    else if (event.type === 'dragstart') event.preventDefault();
    else if (event.type === 'pointerdown') this.#press(event as PointerEvent);
    else if (!this.#down.has((event as PointerEvent).pointerId)) return;
    else if (event.type === 'pointermove') this.#move(event as PointerEvent);
    else this.#lift(event as PointerEvent);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as Element).closest('a, button')) return;
    if (isOnControls(event)) return;
    this.element.setPointerCapture(event.pointerId);
    this.#end(event);
    this.#down.set(event.pointerId, this.#at(event));
    this.#pinched = this.#down.size > 1;
    this.#begin(event);
  }

  #begin(event: PointerEvent): void {
    this.#start = this.#middle();
    this.#startedAt = event.timeStamp;
    this.#dragging = false;
  }

  #move(event: PointerEvent): void {
    const [before, wide] = [this.#middle(), this.#spread()];
    this.#down.set(event.pointerId, this.#at(event));
    const now = this.#middle();
    if (this.#down.size > 1) return this.to.pinch(this.#spread() / wide, now, minus(now, before));
    if (event.pointerType === 'mouse' && !this.to.mouseDrags()) return;
    const moved = minus(now, this.#start);
    this.#dragging ||= Math.hypot(moved.x, moved.y) > STEADY_PX;
    if (this.#dragging) this.to.drag(moved, minus(now, before));
  }

  #lift(event: PointerEvent): void {
    const steady = !this.#dragging && !this.#pinched && event.type === 'pointerup';
    this.#end(event);
    this.#down.delete(event.pointerId);
    if (steady) this.#tap(event);
    if (this.#down.size > 0) this.#begin(event);
  }

  #end({ timeStamp }: PointerEvent): void {
    if (!this.#dragging) return;
    this.#dragging = false;
    const moved = minus(this.#middle(), this.#start);
    const time = Math.max(1, timeStamp - this.#startedAt);
    this.to.release(moved, { x: moved.x / time, y: moved.y / time });
  }

  #tap(event: PointerEvent): void {
    const [at, last] = [this.#at(event), this.#lastTap];
    const near = Math.hypot(at.x - last.at.x, at.y - last.at.y) < DOUBLE_PX;
    const twice = near && event.timeStamp - last.time < DOUBLE_MS;
    this.#lastTap = { at, time: twice ? -DOUBLE_MS : event.timeStamp };
    this.to.tap(event);
    if (twice) this.to.doubleTap(at);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const turned = event.deltaY * WHEEL_PX[event.deltaMode]!;
    const factor = Math.exp(-turned * (event.ctrlKey ? TRACKPAD_FACTOR : WHEEL_FACTOR));
    this.to.pinch(factor, this.#at(event), { x: 0, y: 0 });
  }

  #at({ clientX, clientY }: MouseEvent): Point {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  #middle(): Point {
    const points = [...this.#down.values()];
    const sum = points.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }));
    return { x: sum.x / points.length, y: sum.y / points.length };
  }

  #spread(): number {
    const [one, other] = [...this.#down.values()];
    return one && other ? Math.hypot(one.x - other.x, one.y - other.y) || 1 : 1;
  }
}

const minus = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y });
