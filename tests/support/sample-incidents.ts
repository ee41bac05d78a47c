/** Incidents as a police register might give them out: a file of the town of Flen, made from a seed. */
import { localDateOf, localTimeOf, SWEDISH_RULES } from '#core/calendar/local-time.ts';
import type { Incident } from '#core/evaluation/incident.ts';
import type { LonLat } from '#core/model.ts';
import { seededRandom } from '#core/planner/random.ts';

const HOUR = 3_600_000;
const CENTRE: LonLat = [16.5895, 59.0575];
const KINDS = ['theft', 'violence', 'damage', 'other'];

/** @param around where half of the incidents lie close by */
export function randomIncidents(
  seed: number,
  count: number,
  span: { readonly from: number; readonly to: number },
  around: LonLat = CENTRE,
): Incident[] {
  const random = seededRandom(seed).share;
  return Array.from({ length: count }, () => {
    const isNear = random() < 0.5;
    const reach = isNear ? 0.002 : 0.02;
    const from = Math.floor((span.from + random() * (span.to - span.from)) / 60_000) * 60_000;
    const hasSpan = random() < 0.3;
    const [lon, lat] = isNear ? around : CENTRE;
    return {
      category: KINDS[Math.floor(random() * KINDS.length)] ?? 'other',
      from,
      to: hasSpan ? from + Math.ceil(random() * 20) * HOUR : null,
      lonLat: [
        Number((lon + (random() - 0.5) * reach * 2).toFixed(6)),
        Number((lat + (random() - 0.5) * reach).toFixed(6)),
      ],
      count: random() < 0.05 ? 2 : 1,
    };
  });
}

const WORDS: Readonly<Record<string, string>> = {
  theft: 'Stöld',
  violence: 'Misshandel',
  damage: 'Skadegörelse',
  other: 'Annat',
};

const wall = (at: number) => `${localDateOf(SWEDISH_RULES, at)} ${localTimeOf(SWEDISH_RULES, at)}`;

/** As a Swedish spreadsheet saves it, with columns that must not be kept. */
export function csvOfIncidents(incidents: readonly Incident[]): string {
  const lines = incidents.map(({ category, from, to, lonLat: [lon, lat], count }, index) =>
    [
      `5000-K${index}-26`,
      WORDS[category],
      wall(from),
      to === null ? '' : wall(to),
      String(lat).replace('.', ','),
      String(lon).replace('.', ','),
      count,
      `Storgatan ${index}`,
    ].join(';'),
  );
  const heading = 'Diarienr;Brottstyp;Från;Till;Latitud;Longitud;Antal;Adress';
  return `\uFEFF${[heading, ...lines].join('\r\n')}\r\n`;
}
