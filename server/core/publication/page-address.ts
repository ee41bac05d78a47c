/** Where a published tertial stands: `flen/2026-t2`, each version beside it. */
import type { Municipality } from '../model.ts';
import type { PublishedReport } from './tertial-report.ts';

/** The root of all that is published, for whoever is not signed in. */
export const PUBLIC_ROOT = '/publicerat';

/** `Vingåker` → `vingaker`: what can be said over the telephone and typed on any keyboard. */
export function municipalitySlug({ name }: Pick<Municipality, 'name'>): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

export type Addressed = Pick<PublishedReport, 'municipality' | 'tertial' | 'version'>;

/** The folder of a tertial's newest version, within the municipality's. */
export const tertialFolder = ({ tertial }: Pick<Addressed, 'tertial'>): string =>
  tertial.toLowerCase();

/** The folder of one version, which is never changed. */
export const versionFolder = ({ tertial, version }: Omit<Addressed, 'municipality'>): string =>
  `${tertial.toLowerCase()}-version-${version}`;

/** `/publicerat/flen/2026-t2/` */
export const tertialAddress = ({ municipality, tertial }: Omit<Addressed, 'version'>): string =>
  `${PUBLIC_ROOT}/${municipalitySlug(municipality)}/${tertialFolder({ tertial })}/`;

/** `/publicerat/flen/2026-t2-version-1/` */
export const versionAddress = ({ municipality, ...which }: Addressed): string =>
  `${PUBLIC_ROOT}/${municipalitySlug(municipality)}/${versionFolder(which)}/`;
