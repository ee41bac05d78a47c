/** Replies that are files. */
import { z } from 'zod';

export const csvText = z.string();

/** The bytes of a file. */
export const fileBytes = z.instanceof(Uint8Array).meta({
  override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) =>
    Object.assign(jsonSchema, { type: 'string', format: 'binary' }),
});
