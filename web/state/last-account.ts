/** Whose this device is: the account that signed in last and has not signed out. Without a network it is all that says so. */

export const ACCOUNT = 'fotspar-account';
const SIGN_OUT_DUE = 'fotspar-sign-out-due';

let remembered = read(ACCOUNT);

/** The account's id; null: nobody. */
export const lastAccount = (): string | null => remembered;

export function rememberAccount(id: string | null): void {
  remembered = id;
  write(ACCOUNT, id);
}

/** Somebody signed out without a network: the server does not know yet. */
export const isSignOutDue = (): boolean => read(SIGN_OUT_DUE) !== null;
export const setSignOutDue = (isDue: boolean): void => write(SIGN_OUT_DUE, isDue ? 'yes' : null);

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Private windows refuse storage: the app then needs a network to start.
  }
}
