import { shellEn } from './en/shell.ts';
import { words } from './language.ts';
import { shellSv } from './sv/shell.ts';

export const shellText = words(shellSv, shellEn);
