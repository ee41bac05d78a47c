/** Whatever the bytes, a file of incidents is a table or one clear sentence. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { BadIncidentFile } from '../../../server/formats/incidents/bad-incident-file.ts';
import { readIncidentFile } from '../../../server/formats/incidents/read-incident-file.ts';
import { zipBomb, zipOf } from '../../support/zip.ts';

type Cells = Parameters<typeof writeXlsxFile>[0];

const workbook = async (rows: unknown[][]): Promise<Buffer> =>
  writeXlsxFile(rows as unknown as Cells).toBuffer();

const ROWS = [
  ['Vad', 'När', 'N', 'E'],
  [
    'Stöld',
    { value: new Date('2026-10-01T21:05:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
    6547571.9,
    591127.4,
  ],
  ['Klotter', '2026-10-02 08:00', 6547580, 591130],
];

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readIncidentFile(bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BadIncidentFile);
  return (error as BadIncidentFile).said.sv;
}

describe('an Excel workbook', () => {
  it('is a table, its dates as they stand on the wall', async () => {
    const { format, columns, rows } = await readIncidentFile(await workbook(ROWS));
    expect(format).toBe('xlsx');
    expect(columns).toEqual(['Vad', 'När', 'N', 'E']);
    expect(rows[0]).toEqual({
      line: 2,
      cells: ['Stöld', '2026-10-01 21:05', '6547571.9', '591127.4'],
    });
  });

  it('tells a day without a clock as a day, and a clock without a day as a clock', async () => {
    const dated = (value: string, format: string) => ({
      value: new Date(value),
      type: Date,
      format,
    });
    const day = (date: number) => dated(`2026-10-0${date}T00:00:00Z`, 'yyyy-mm-dd');
    const clock = (time: string) => dated(`1899-12-30T${time}:00Z`, 'hh:mm');
    const { rows } = await readIncidentFile(
      await workbook([
        ['Datum', 'Kl', 'Båda'],
        [day(1), clock('21:05'), dated('2026-10-01T00:00:00Z', 'yyyy-mm-dd hh:mm')],
        [day(2), clock('00:00'), dated('2026-10-02T23:59:00Z', 'yyyy-mm-dd hh:mm')],
      ]),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2026-10-01', '21:05', '2026-10-01 00:00'],
      ['2026-10-02', '00:00', '2026-10-02 23:59'],
    ]);
  });

  it('with formulas is refused with the cure', async () => {
    const formula = [
      ['Vad', 'N'],
      ['x', { type: 'Formula', value: '=1+1' }],
    ];
    expect(await refusal(await workbook(formula))).toContain('formler');
  });

  it('that is cut off, or has a byte changed, is read or refused', async () => {
    const whole = await workbook(ROWS);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.boolean(),
        async (at, byte, isCut) => {
          const bytes = isCut ? whole.subarray(0, at) : Buffer.from(whole);
          if (!isCut) bytes[at] = byte;
          const read: unknown = await readIncidentFile(bytes).catch((error: unknown) => error);
          if (read instanceof Error) expect(read).toBeInstanceOf(BadIncidentFile);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that unpacks to far more than it says is refused before anything unpacks it whole', async () => {
    const bomb = zipBomb();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toContain('packas upp');
  }, 60_000);

  it('that is another kind of zip is refused', async () => {
    expect(await refusal(zipOf({ 'a.txt': Buffer.from('hej') }))).toContain('ingen Excelbok');
  });
});

describe('a text', () => {
  it('of Windows-1252, as Excel saves CSV in Sweden, keeps its letters', async () => {
    const bytes = Buffer.from('Brottstyp;När\r\nSkadegörelse;2026-10-01\r\n', 'latin1');
    const { columns, rows } = await readIncidentFile(bytes);
    expect(columns).toEqual(['Brottstyp', 'När']);
    expect(rows[0]?.cells[0]).toBe('Skadegörelse');
  });

  it('that says its delimiter first, as Excel has it, is read by it; rows of nothing are none', async () => {
    const { columns, rows } = await readIncidentFile(
      Buffer.from('sep=;\r\nVad, var;När\r\nx;2026-10-01\r\n;\r\n;\r\n'),
    );
    expect(columns).toEqual(['Vad, var', 'När']);
    expect(rows).toEqual([{ line: 3, cells: ['x', '2026-10-01'] }]);
  });

  it('with line breaks in quotes tells the line where its row ends', async () => {
    const { rows } = await readIncidentFile(Buffer.from('a,b\n"1\n2",x\n3,y\n'));
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
  });

  it.each([
    ['one endless line', Buffer.from(`a;b\n${'x'.repeat(200_000)}`)],
    ['a row of too many fields', Buffer.from(`a;b\n${';'.repeat(400)}`)],
    ['GeoJSON of nothing', Buffer.from('{"type":"FeatureCollection","features":[]}')],
    ['another JSON', Buffer.from('[1,2,3]')],
    ['nothing', Buffer.alloc(0)],
    ['spaces', Buffer.from('   \n  ')],
  ])('that is %s is refused with a sentence', async (_case, bytes) => {
    expect(await refusal(bytes)).toMatch(/^[A-ZÅÄÖ].*[.?]$/);
  });

  it('of GeoJSON is a table of properties and points', async () => {
    const feature = (geometry: object | null) => ({
      type: 'Feature',
      properties: { when: '2026-10-01', who: { name: 'x' } },
      geometry,
    });
    const point = { type: 'Point', coordinates: [16.58, 59.05] };
    const document = { type: 'FeatureCollection', features: [feature(point), feature(null)] };
    const { columns, rows } = await readIncidentFile(Buffer.from(JSON.stringify(document)));
    expect(columns).toEqual(['when', 'who', 'point x', 'point y']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2026-10-01', '', '16.58', '59.05'],
      ['2026-10-01', '', '', ''],
    ]);
  });

  it('or any bytes at all, is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string().map((text) => Buffer.from(text)),
        ),
        async (bytes) => {
          const read: unknown = await readIncidentFile(bytes).catch((error: unknown) => error);
          if (read instanceof Error) expect(read).toBeInstanceOf(BadIncidentFile);
        },
      ),
      { numRuns: 300 },
    );
  });
});
