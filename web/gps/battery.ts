/** Whether the phone asks to be spared, where the browser tells (Battery Status API: Chromium only). */
import { signal } from '@preact/signals';

/** Below this and not charging, an officer needs the battery for other things. */
const LOW = 0.2;

interface BatteryManager extends EventTarget {
  readonly charging: boolean;
  readonly level: number;
}

export const isBatteryLow = signal(false);

export async function watchBattery(): Promise<void> {
  if (!('getBattery' in navigator)) return;
  const battery = await (navigator.getBattery as () => Promise<BatteryManager>)();
  const look = () => {
    isBatteryLow.value = !battery.charging && battery.level < LOW;
  };
  look();
  battery.addEventListener('levelchange', look);
  battery.addEventListener('chargingchange', look);
}
