import { useRef, useState } from 'react';
import { withoutScripts } from '../../parts/without-scripts.js';

interface PaperProps {
  readonly title: string;
  readonly html: string;
  /** Width in CSS pixels at which the page is laid out; it is scaled down to fit. */
  readonly width: number;
}

/**
 * A rendition in a frame of its own: no scripts, no forms, no navigation.
 * `allow-same-origin` lets its pictures carry the session's cookie; without scripts it gives nothing else away.
 */
export const Paper = ({ title, html, width }: PaperProps) => {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ height: 200, scale: 1 });
  const measure = (frame: HTMLIFrameElement): void => {
    const height = frame.contentDocument?.documentElement.scrollHeight ?? 200;
    setSize({
      height: Math.min(height, 12_000),
      scale: Math.min(1, (box.current?.clientWidth ?? width) / width),
    });
  };
  return (
    <div ref={box} className="paper white-paper" style={{ height: size.height * size.scale }}>
      <iframe
        title={title}
        sandbox="allow-same-origin"
        srcDoc={withoutScripts(html)}
        onLoad={(event) => measure(event.currentTarget)}
        style={{ width, height: size.height, transform: `scale(${size.scale})` }}
      />
    </div>
  );
};
