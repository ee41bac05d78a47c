/** A refusal or failure in the reader's language. */
import { ApiProblem } from '../api.ts';
import { language } from './language.ts';
import { shellText } from './shell.ts';

export function problemText(error: unknown): string {
  if (error instanceof ApiProblem) return error.document.messages[language.value];
  return shellText.value.failed;
}
