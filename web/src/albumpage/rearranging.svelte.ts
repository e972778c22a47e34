import { dropPlace, type Mark } from './dropPlace';

const LONG_MS = 450;
/** A pointer that moves less has not begun to drag. */
const STEADY_PX = 8;
/** A pointer so close to the edge of the window scrolls. */
const EDGE_PX = 88;
const SCROLL_PX = 14;

interface Wall {
  order: () => string[];
  /** The photos that move with this one; none if it may not be moved. */
  together: (id: string) => string[];
  /** Places photos before another one; null for the end. */
  onmove: (ids: string[], before: string | null) => void;
}

/** Dragging photos to another place: at once with a mouse, after a long press with a finger. */
export class Rearranging {
  /** What is dragged, and where the pointer is. */
  drag = $state.raw<{ ids: string[]; x: number; y: number } | null>(null);
  /** Where it would be dropped. */
  mark = $state.raw<Mark | null>(null);
  #element: HTMLElement | undefined;
  #pressed: { id: string; event: PointerEvent } | null = null;
  #mayDrag = false;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(readonly wall: Wall) {}

  /** An attachment for the element with the photos. */
  attach = (element: HTMLElement) => {
    this.#element = element;
    const handlers: Record<string, (event: never) => void> = {
      pointerdown: (event: PointerEvent) => this.#press(event),
      pointermove: (event: PointerEvent) => this.#move(event),
      pointerup: () => this.#drop(),
      pointercancel: () => this.cancel(),
      dragstart: (event: Event) => this.#pressed && event.preventDefault(),
      touchmove: (event: TouchEvent) => this.#mayDrag && event.cancelable && event.preventDefault(),
    };
    const all = Object.entries(handlers) as unknown as [string, EventListener][];
    for (const [type, handle] of all) element.addEventListener(type, handle, { passive: false });
    return () => {
      this.cancel();
      for (const [type, handle] of all) element.removeEventListener(type, handle);
    };
  };

  cancel(): void {
    clearTimeout(this.#timer);
    [this.drag, this.mark, this.#pressed, this.#mayDrag] = [null, null, null, false];
  }

  #press(event: PointerEvent): void {
    this.cancel();
    const id = (event.target as Element).closest<HTMLElement>('[data-photo]')?.dataset.photo;
    if (!id || event.button !== 0 || !this.wall.together(id).length) return;
    this.#pressed = { id, event };
    this.#mayDrag = event.pointerType !== 'touch';
    if (!this.#mayDrag) this.#timer = setTimeout(() => (this.#mayDrag = true), LONG_MS);
  }

  #move(event: PointerEvent): void {
    if (!this.#pressed) return;
    const { id, event: start } = this.#pressed;
    const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > STEADY_PX;
    if (!this.drag && !far) return;
    if (!this.#mayDrag) return this.cancel(); // it scrolls
    if (!this.drag) this.#begin(event);
    this.drag = { ids: this.drag?.ids ?? this.wall.together(id), x: event.clientX, y: event.clientY };
    this.#aim();
  }

  #begin(event: PointerEvent): void {
    this.#element!.setPointerCapture(event.pointerId);
    requestAnimationFrame(() => this.#scroll());
  }

  #aim(): void {
    const { x, y, ids } = this.drag!;
    this.mark = dropPlace(this.#element!, x, y, this.wall.order(), ids);
  }

  #scroll(): void {
    if (!this.drag) return;
    const { y } = this.drag;
    const step = y < EDGE_PX ? -SCROLL_PX : y > innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (step) {
      scrollBy(0, step);
      this.#aim();
    }
    requestAnimationFrame(() => this.#scroll());
  }

  #drop(): void {
    const { drag, mark } = this;
    this.cancel();
    if (!drag) return;
    this.#swallowClick();
    if (mark) this.wall.onmove(drag.ids, mark.before);
  }

  /** The click that follows the release must neither open nor select the photo below. */
  #swallowClick(): void {
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
  }
}
