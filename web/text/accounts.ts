import { accountsEn } from './en/accounts.ts';
import { words } from './language.ts';
import { accountsSv } from './sv/accounts.ts';

export const accountsText = words(accountsSv, accountsEn);
