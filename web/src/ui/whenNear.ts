/** An attachment that calls the action when its element comes near the visible part of the page. */
export function whenNear(action: () => void, margin = 1_200) {
  return (element: Element) => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && action(),
      { rootMargin: `${margin}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  };
}
