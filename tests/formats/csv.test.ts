import { describe, expect, it, test } from 'vitest';
import { csvDocument, csvLines } from '../../server/formats/csv.ts';

describe('a cell that a spreadsheet would run is shown as text', () => {
  test.each([
    ['=1+1', `'=1+1`],
    ['+46701234567', `'+46701234567`],
    ['-2+3', `'-2+3`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
    ['＝1+1', `'＝1+1`],
  ])('%j becomes %j', (given, written) => {
    expect(csvLines([[given]])).toBe(`${written}\r\n`);
  });

  test('a carriage return cannot begin a formula either', () => {
    expect(csvLines([['\r=1']])).toBe(`"'\r=1"\r\n`);
  });
});

describe('a CSV document', () => {
  it('keeps negative numbers numbers, with a decimal comma', () => {
    expect(csvLines([[-2.5, 0.815, 1234567, 3]])).toBe('-2,5;0,82;1234567;3\r\n');
  });

  it('quotes semicolons, quotes and line breaks', () => {
    expect(csvLines([['a;b', 'c"d', 'e\nf']])).toBe('"a;b";"c""d";"e\nf"\r\n');
  });

  it('leaves what is not known empty', () => {
    expect(csvLines([[null, '', 'x']])).toBe(';;x\r\n');
  });

  it('begins with the byte order mark, once', () => {
    expect(csvDocument([csvLines([['å']]), csvLines([['ö']])])).toBe('\uFEFFå\r\nö\r\n');
  });
});
