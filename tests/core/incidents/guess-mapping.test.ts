import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { guessMapping } from '#core/incidents/guess-mapping.ts';
import { readCsv } from '../../../server/formats/incidents/read-csv.ts';

/** Twenty rows made of the one that is given, `#` standing for the row's number from 10 on. */
function guess(heading: string, row: string) {
  const rows = Array.from({ length: 20 }, (_, index) => row.replaceAll('#', String(index + 10)));
  const file = readCsv([heading, ...rows].join('\n'), 100);
  const { mapping, orderUnknown } = guessMapping(SWEDISH_RULES, file);
  const named = (column: number | null) => (column === null ? null : file.columns[column]);
  return (
    mapping && {
      from: named(mapping.from),
      fromTime: named(mapping.fromTime),
      to: named(mapping.to),
      x: named(mapping.x),
      y: named(mapping.y),
      category: named(mapping.category),
      grid: mapping.grid,
      dateOrder: mapping.dateOrder,
      orderUnknown,
    }
  );
}

describe('the columns are guessed', () => {
  it('of a Swedish extract in SWEREF 99 TM, where X is north', () => {
    const found = guess(
      'Brottskategori;Brottsdatum från;Brottsdatum till;Anmäld;X;Y',
      'Inbrott;2026-10-# 21:05;2026-10-# 23:30;2026-11-01 08:00;65475#,5;5911#,2',
    );
    expect(found).toMatchObject({
      from: 'Brottsdatum från',
      to: 'Brottsdatum till',
      category: 'Brottskategori',
    });
    const metres = guess('Datum;N;E', '2026-10-# 21:05;65475#;5911#');
    expect(metres).toMatchObject({ x: 'E', y: 'N', grid: 'sweref99tm' });
    const swapped = guess('Datum;X;Y', '2026-10-# 21:05;65475#;5911#');
    expect(swapped).toMatchObject({ x: 'Y', y: 'X', grid: 'sweref99tm' });
  });

  it('of an American open data set, with the day of the report left alone', () => {
    const found = guess(
      'DR_NO,Date Rptd,DATE OCC,TIME OCC,AREA,Crm Cd Desc,LAT,LON',
      '19#,01/#/2020 12:00:00 AM,01/08/2020 12:00:00 AM,22#,1,BATTERY - SIMPLE ASSAULT,34.01#,-118.29#',
    );
    expect(found).toMatchObject({
      from: 'DATE OCC',
      fromTime: 'TIME OCC',
      x: 'LON',
      y: 'LAT',
      category: 'Crm Cd Desc',
      grid: 'wgs84',
    });
  });

  it('of one with a start and an end', () => {
    const found = guess(
      'uid,date_single,date_start,date_end,longitude,latitude,location_type',
      '#,2014-01-01 01:15,2013-12-31 10:00,2014-01-01 16:30,-73.86#,40.74#,street',
    );
    expect(found).toMatchObject({ from: 'date_start', to: 'date_end', category: null });
  });

  it('with a word of warning where day and month could be exchanged', () => {
    const row = '1/2/2026 10:#,16.58#,59.05#';
    expect(guess('when_date,lon,lat', row)).toMatchObject({ dateOrder: 'dmy', orderUnknown: true });
    expect(guess('cdatetime,lon,lat', '1/#/06 0:00,16.58#,59.05#')).toMatchObject({
      dateOrder: 'mdy',
      orderUnknown: false,
    });
  });

  it('not at all where there is no time or no place', () => {
    expect(guess('a,b', '#,text')).toBeNull();
  });
});
