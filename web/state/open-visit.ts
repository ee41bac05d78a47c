/** Whether a visit is open in this tab: nothing may come in between then. Mitt pass says so. */
import { signal } from '@preact/signals';

export const visitIsOpen = signal(false);
