/** What comes of the file's rows: new, known, doubles, refused with line and reason. */
import { clock, dateOf, decimal } from '../text/format.ts';
import { incidentsText } from '../text/incidents.ts';
import { count } from './figures.ts';
import { categoryNames } from './harm-state.ts';
import type { Preview } from './import-state.ts';

type Reading = NonNullable<Preview['reading']>;

/** Where more than so many are at midnight, the hour was not known. */
const MIDNIGHTS = 0.1;

export function PreviewView({ preview: { reading } }: { preview: Preview }) {
  if (!reading) return null;
  const words = incidentsText.value.preview;
  const { kept, known, doubles, refused, from, to, spans, atMidnight } = reading;
  const all = kept + known;
  return (
    <div class="incident-preview">
      <h3>{words.heading}</h3>
      <ul class="incident-counts" role="status">
        <Count value={kept} name={words.kept} />
        <Count value={known} name={words.known} />
        <Count value={doubles} name={words.doubles} />
        <Count value={refused} name={words.refused} isBad={refused > 0} />
      </ul>
      {from && to && (
        <p class="muted">
          {words.span(dateOf(from), dateOf(to))} {spans > 0 && words.spans(count(spans))}
        </p>
      )}
      {atMidnight > all * MIDNIGHTS && <p class="notice">{words.midnight(count(atMidnight))}</p>}
      {refused > 0 && <Refusals reading={reading} />}
      {all > 0 && <Sample reading={reading} />}
      {reading.kinds.some(({ text }) => text !== '') && <Kinds reading={reading} />}
    </div>
  );
}

function Count({ value, name, isBad = false }: { value: number; name: string; isBad?: boolean }) {
  return (
    <li class={isBad ? 'bad' : ''}>
      <b>{count(value)}</b> {name}
    </li>
  );
}

function Refusals({ reading: { refusals, refused, byFault } }: { reading: Reading }) {
  const { preview: words, faults } = incidentsText.value;
  return (
    <details open={refused <= 20}>
      <summary>{words.refusals(count(refused))}</summary>
      <p>{byFault.map((one) => `${faults[one.fault]}: ${count(one.count)}`).join(' · ')}</p>
      <div class="incident-scroll" tabIndex={0} role="region" aria-label={words.refused}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.value}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ line, fault, value }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td>{faults[fault]}</td>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {refused > refusals.length && <p class="muted">{words.first(String(refusals.length))}</p>}
    </details>
  );
}

function Sample({ reading: { sample } }: { reading: Reading }) {
  const words = incidentsText.value.preview;
  const names = categoryNames.value;
  return (
    <details>
      <summary>{words.sample}</summary>
      <div class="incident-scroll" tabIndex={0} role="region" aria-label={words.sample}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.category}</th>
            </tr>
          </thead>
          <tbody>
            {sample.map(({ line, from, to, lonLat: [lon, lat], category }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td>
                  {dateOf(from)} {clock(from)}
                  {to && ` – ${dateOf(to)} ${clock(to)}`}
                </td>
                <td>
                  {decimal(lat, 5)}, {decimal(lon, 5)}
                </td>
                <td>{names.get(category) ?? category}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Kinds({ reading: { kinds } }: { reading: Reading }) {
  const words = incidentsText.value.preview;
  const names = categoryNames.value;
  return (
    <details>
      <summary>{words.kinds}</summary>
      <div class="incident-scroll" tabIndex={0} role="region" aria-label={words.kinds}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.text}</th>
              <th scope="col" class="num">
                {words.count}
              </th>
              <th scope="col">{words.category}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.text}>
                <th scope="row">{kind.text || '–'}</th>
                <td class="num">{count(kind.count)}</td>
                <td>{names.get(kind.category) ?? kind.category}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
