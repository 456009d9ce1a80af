import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface ScrollAreaProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** What may be wider than the page. It is a stop for the keyboard only while there is something to scroll. */
export function ScrollArea({ label, children }: ScrollAreaProps): VNode {
  const element = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const area = element.current;
    if (!area) return undefined;
    const look = (): void => {
      setScrolls(area.scrollWidth > area.clientWidth || area.scrollHeight > area.clientHeight);
    };
    const observer = new ResizeObserver(look);
    observer.observe(area);
    if (area.firstElementChild) observer.observe(area.firstElementChild);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div
      ref={element}
      class="scroll-area"
      {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': label })}
    >
      {children}
    </div>
  );
}
