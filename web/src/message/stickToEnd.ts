/** Nearer than this, the last message is in sight, in pixels. */
const NEAR_END = 80;

export const isAtEnd = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;

export const goToEnd = (box: HTMLElement) => box.scrollTo(0, box.scrollHeight);

/** Keeps the end in sight when the room gets smaller or the last lines grow, unless somebody reads further up. */
export function stickToEnd(box: HTMLElement): () => void {
  let follows = true;
  const note = () => (follows = isAtEnd(box));
  const settle = () => follows && goToEnd(box);
  const room = new ResizeObserver(settle);
  const lines = new MutationObserver(settle);
  box.addEventListener('scroll', note);
  room.observe(box);
  lines.observe(box, { childList: true, characterData: true, subtree: true });
  return () => {
    box.removeEventListener('scroll', note);
    room.disconnect();
    lines.disconnect();
  };
}
