const LONG_MS = 450;
/** A finger that moves further than this scrolls. */
const STEADY_PX = 10;

const EVENTS = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'contextmenu',
  'dragstart',
  'click',
];

/** An attachment that calls the action when a finger rests on the element; no click follows. */
export function longPress(action: () => void) {
  return (element: HTMLElement) => {
    const press = new LongPress(action);
    for (const type of EVENTS) element.addEventListener(type, press, true);
    return () => {
      press.cancel();
      for (const type of EVENTS) element.removeEventListener(type, press, true);
    };
  };
}

class LongPress implements EventListenerObject {
  #timer?: ReturnType<typeof setTimeout>;
  #start?: PointerEvent;
  #done = false;

  constructor(readonly action: () => void) {}

  handleEvent(event: Event): void {
    if (event.type === 'pointerdown') this.#begin(event as PointerEvent);
    else if (event.type === 'pointermove') this.#move(event as PointerEvent);
    else if (event.type === 'click') this.#click(event);
    else if (event.type.startsWith('pointer')) this.cancel();
    // A long touch would open the browser's menu, or drag the element.
    else if (this.#start?.pointerType === 'touch') event.preventDefault();
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  #begin(event: PointerEvent): void {
    this.cancel();
    this.#start = event;
    this.#done = false;
    if (event.pointerType === 'touch') this.#timer = setTimeout(() => this.#act(), LONG_MS);
  }

  #act(): void {
    this.#done = true;
    this.action();
  }

  #move({ clientX, clientY }: PointerEvent): void {
    const { clientX: x, clientY: y } = this.#start ?? { clientX, clientY };
    if (Math.hypot(clientX - x, clientY - y) > STEADY_PX) this.cancel();
  }

  #click(event: Event): void {
    if (!this.#done) return;
    this.#done = false;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
