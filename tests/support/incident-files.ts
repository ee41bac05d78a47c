/** Sends files of incidents to a test server as the web app does: previewed first, then taken in by the columns it guessed. */
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import { API_ROOT } from '#contract/paths.ts';
import type { Client, TestServer } from './server.ts';

export interface IncidentPreview {
  readonly mapping: Record<string, number | string | null> | null;
  readonly reading: {
    readonly kept: number;
    readonly known: number;
    readonly doubles: number;
    readonly refused: number;
    readonly refusals: { line: number; fault: string; value: string }[];
    readonly kinds: { text: string; count: number; category: string }[];
  };
}

export interface Imported {
  readonly id: string;
  readonly counts: { rows: number; kept: number; doubles: number; refused: number };
}

const columnsOf = ({ mapping }: IncidentPreview): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapping ?? {}).flatMap(([key, value]) =>
      value === null ? [] : [[key, String(value)]],
    ),
  );

/** Flen is the municipality where no other is said. */
export function incidentFiles({ url }: TestServer, by: Client) {
  async function send(
    path: string,
    query: Record<string, string>,
    body: BodyInit,
    client: Client = by,
  ) {
    const search = new URLSearchParams({ municipality: '0482', ...query });
    const response = await fetch(`${url}${API_ROOT}/incidents/${path}?${search}`, {
      method: 'POST',
      headers: { cookie: client.cookie, 'content-type': 'application/octet-stream' },
      body,
    });
    return { status: response.status, body: (await response.json()) as never };
  }

  async function preview(body: BodyInit): Promise<IncidentPreview> {
    const reply = await send('preview', {}, body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    return reply.body;
  }

  async function take(body: BodyInit, more: Record<string, string> = {}) {
    const columns = columnsOf(await preview(body));
    const said = { id: uuid(), fileName: 'h.csv', source: 'Eget uttag' };
    return send('imports', { ...said, ...columns, ...more }, body);
  }

  return { send, preview, take };
}
