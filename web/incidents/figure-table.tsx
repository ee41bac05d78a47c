/** A table of figures: a box that scrolls with its name told, headings, and cells that carry their heading on a phone. */
import type { ComponentChildren } from 'preact';

interface TableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly children: ComponentChildren;
}

export function FigureTable({ caption, headings, children }: TableProps) {
  return (
    <div class="box" tabIndex={0} role="region" aria-label={caption}>
      <table class="evaluation-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Figure({ name, children }: { name: string; children: ComponentChildren }) {
  return <td data-name={name}>{children}</td>;
}
