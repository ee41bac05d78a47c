/** What the base map says of each of its features. */
import type { Feature } from 'geojson';

export interface BaseProperties {
  readonly kind: string;
  readonly name?: string;
  readonly class?: string;
}

export function propertiesOf(feature: Feature): BaseProperties {
  return feature.properties as BaseProperties;
}
