import type { Selection } from '../ui/selection.svelte';

/** Near an edge of the window, dragging scrolls. */
const EDGE_PX = 80;
const SCROLL_PX = 14;

const idAt = ({ clientX, clientY }: MouseEvent) =>
  document
    .elementsFromPoint(clientX, clientY)
    .map((element) => element.closest<HTMLElement>('[data-photo]')?.dataset['photo'])
    .find((id) => id !== undefined);

/** An attachment: a mouse that goes down on a photo's circle and is dragged selects all photos on its way. */
export function dragSelect(selection: Selection) {
  return (wall: HTMLElement) => {
    const drag = new Drag(selection);
    wall.addEventListener('pointerdown', drag);
    wall.addEventListener('dragstart', drag);
    addEventListener('pointermove', drag);
    addEventListener('pointerup', drag);
    return () => {
      drag.end();
      removeEventListener('pointermove', drag);
      removeEventListener('pointerup', drag);
    };
  };
}

class Drag implements EventListenerObject {
  #from?: string;
  #before: string[] = [];
  #last?: PointerEvent;
  #frame = 0;

  constructor(readonly selection: Selection) {}

  handleEvent(event: Event): void {
    if (event.type === 'pointerdown') this.#begin(event as PointerEvent);
    else if (!this.#from) return;
    else if (event.type === 'dragstart') event.preventDefault();
    else if (event.type === 'pointermove') this.#move(event as PointerEvent);
    else this.end();
  }

  end(): void {
    this.#from = undefined;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #begin(event: PointerEvent): void {
    const onCircle = (event.target as Element).matches('input[type=checkbox]');
    if (event.pointerType !== 'mouse' || event.button !== 0 || !onCircle) return;
    this.#from = idAt(event);
    this.#before = this.selection.chosen;
  }

  /** A click selects by itself: dragging begins at another photo. */
  #move(event: PointerEvent): void {
    this.#last = event;
    const id = idAt(event);
    const begun = this.#frame !== 0;
    if (!id || (id === this.#from && !begun)) return;
    this.selection.replace([...this.#before, ...this.selection.between(this.#from!, id)]);
    if (!begun) this.#scroll();
  }

  #scroll = (): void => {
    this.#frame = requestAnimationFrame(this.#scroll);
    const { clientY } = this.#last!;
    const direction = clientY < EDGE_PX ? -1 : clientY > innerHeight - EDGE_PX ? 1 : 0;
    if (!direction) return;
    scrollBy(0, direction * SCROLL_PX);
    this.#move(this.#last!);
  };
}
