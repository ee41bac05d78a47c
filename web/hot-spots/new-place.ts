/** What a hot spot is made of before anyone has written more than its code and name. */

import { v7 as uuid } from 'uuid';
import type { WireInput } from '#contract/api.ts';
import type { HotSpotGeometry } from '#core/model.ts';
import { settings } from '../state/settings.ts';

/** Flen's municipality code (SCB): where this pilot's places are. */
const FLEN = '0482';

function homeMunicipality(): string {
  const codes = settings.value?.municipalities.map(({ code }) => code) ?? [];
  return codes.find((code) => code === FLEN) ?? codes[0] ?? '';
}

interface NewPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly geometry: HotSpotGeometry;
}

export function newPlaceBody({
  id,
  code,
  name,
  geometry,
}: NewPlace): WireInput<'createHotSpot'>['body'] {
  return {
    id,
    versionId: uuid(),
    municipality: homeMunicipality(),
    code: code.toUpperCase(),
    name,
    geometry: { ...geometry },
  };
}
