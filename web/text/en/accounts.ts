import type { AccountsWords } from '../sv/accounts.ts';

export const accountsEn: AccountsWords = {
  title: 'Accounts',
  make: 'New account',
  username: 'User name',
  displayName: 'Name shown',
  role: 'Role',
  municipality: 'Municipality',
  none: 'None',
  password: 'Password (at least 12 characters)',
  trial: 'trial account',
  disabled: 'shut',
  disable: 'Shut',
  enable: 'Open again',
  revoke: 'Sign out everywhere',
  revoked: (count) => `${count} sessions ended`,
  state: 'State',
  actions: 'Actions',
  saved: 'Saved',
};
