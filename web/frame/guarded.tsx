/** Shows a screen to whom the policy lets call its main route, and a plain refusal to others. */
import type { ComponentType } from 'preact';
import type { RouteName } from '#contract/paths.ts';
import { may } from '../state/session.ts';
import { NoAccess } from './states.tsx';

export function guarded(needs: RouteName, Screen: ComponentType): ComponentType {
  return function Guarded() {
    if (!may(needs)) return <NoAccess />;
    return <Screen />;
  };
}
