import { expect, test } from 'vitest';
import { openApiDocument } from '#contract/openapi.ts';
import { paths, ROUTE_NAMES } from '#contract/paths.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, unknown>;
}

const document = openApiDocument() as {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: {
    readonly schemas: Record<string, { properties: Record<string, unknown> }>;
  };
};

test('the description has every route of the contract, under its own method', () => {
  expect(document.openapi).toBe('3.1.0');
  for (const name of ROUTE_NAMES) {
    const path = paths[name].path.replaceAll(/:(\w+)/g, '{$1}');
    expect(document.paths[path]?.[paths[name].method.toLowerCase()]?.operationId).toBe(name);
  }
});

test('instants are told as text, as they cross the wire', () => {
  expect(document.components.schemas.Visit?.properties.startedAt).toMatchObject({
    type: 'string',
    format: 'date-time',
  });
});

test('every route says what a refusal looks like', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  for (const { responses } of operations)
    expect(JSON.stringify(responses.default)).toContain('application/problem+json');
});
