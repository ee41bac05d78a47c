/** A picture drawn by Observable Plot, with its title, what its signs mean, and the same figures as a table. */
import type { PlotOptions } from '@observablehq/plot';
import { plot } from '@observablehq/plot';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { coverageText } from '../../text/coverage.ts';

interface PlotFigureProps {
  readonly id: string;
  readonly title: string;
  /** What the signs mean. */
  readonly about: string;
  /** What the picture shows, to who cannot see it. */
  readonly spoken: string;
  /** Called again when the room changes. */
  readonly draw: (widthPx: number) => PlotOptions;
  /** The table twin. */
  readonly children: ComponentChildren;
}

/** On the screen a picture is drawn for the room it has. */
const NARROWEST_PX = 280;
/** On paper, for an A4 with margins: drawn wider and shrunk, its text could not be read. */
const PAPER_PX = 660;

export function PlotFigure({ id, title, about, spoken, draw, children }: PlotFigureProps) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return undefined;
    let drawnFor = 0;
    const drawFor = (widthPx: number) => {
      if (widthPx === drawnFor) return;
      drawnFor = widthPx;
      element.replaceChildren(drawn(draw(widthPx), spoken));
    };
    const fit = () => drawFor(Math.max(NARROWEST_PX, Math.floor(element.clientWidth)));
    const toPaper = () => drawFor(PAPER_PX);
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', fit);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', fit);
    };
  }, [draw, spoken]);
  return (
    <figure class="box picture" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        <p class="muted">{about}</p>
      </figcaption>
      <div class="plot" ref={room} />
      <details class="no-print">
        <summary>{coverageText.value.pictures.asTable}</summary>
        <div class="table-scroll" tabIndex={0} role="region" aria-label={title}>
          {children}
        </div>
      </details>
    </figure>
  );
}

/**
 * The page allows no inline style sheet, so Plot's own is taken out before it reaches the document; pictures.css has
 * the same rules.
 */
function drawn(options: PlotOptions, spoken: string): SVGSVGElement | HTMLElement {
  const svg = plot({ style: { background: 'none' }, ...options });
  for (const sheet of svg.querySelectorAll('style')) sheet.remove();
  // One picture with one name: what Plot calls its parts ("bar", "tick") says nothing, and no g may have a name.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', spoken);
  return svg;
}
