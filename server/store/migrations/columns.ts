/** A terse way to write columns in migrations: `table(db, 'plan', { id: key, number: integer, … })`. */
import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from 'kysely';
import { strict } from '../sqlite.ts';

interface Column {
  readonly type: 'text' | 'integer' | 'real' | 'blob';
  readonly build: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}

const column = (type: Column['type'], build: Column['build']): Column => ({ type, build });

export const key = column('text', (it) => it.primaryKey());
export const text = column('text', (it) => it.notNull());
export const integer = column('integer', (it) => it.notNull());
export const real = column('real', (it) => it.notNull());
export const blob = column('blob', (it) => it.notNull());
export const optionalText = column('text', (it) => it);
export const optionalInteger = column('integer', (it) => it);
export const optionalReal = column('real', (it) => it);
export const reference = (to: string) => column('text', (it) => it.notNull().references(to));
export const optionalReference = (to: string) => column('text', (it) => it.references(to));
/** Goes when its owner goes. */
export const part = (of: string) =>
  column('text', (it) => it.notNull().references(of).onDelete('cascade'));

/** A CREATE TABLE with the columns in order, of which more can be asked before `createTable` runs it. */
export function table(
  db: Kysely<unknown>,
  name: string,
  columns: Readonly<Record<string, Column>>,
) {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [columnName, { type, build }] of Object.entries(columns)) {
    builder = builder.addColumn(columnName, type, build);
  }
  return strict(builder);
}

export async function index(db: Kysely<unknown>, on: string, columns: readonly string[]) {
  const name = `${on}_by_${columns.join('_')}`;
  await db.schema
    .createIndex(name)
    .on(on)
    .columns([...columns])
    .execute();
}
