/** Makes the phone ready for a night without a network: what may be asked for is fetched, and the browser told to keep it. */
import { useEffect } from 'preact/hooks';
import { keepForOffline } from './keep-for-offline.ts';
import { askToPersist, measureStorage } from './storage.ts';

/**
 * @param isOnline the server has just answered
 * @param hasJoined a patrol has been chosen, so that visits will be logged here
 */
export function useReadiness(isOnline: boolean, hasJoined: boolean): void {
  useEffect(() => {
    if (isOnline) void keepForOffline();
  }, [isOnline]);
  useEffect(() => {
    if (!hasJoined) return;
    void askToPersist();
    void measureStorage();
  }, [hasJoined]);
}
