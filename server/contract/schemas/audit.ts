/** The audit log: append-only, each row chained by hash to the one before. */
import { z } from 'zod';
import { instant, nextPage, pageQuery } from './common.ts';

export const auditRow = z
  .strictObject({
    seq: z.number().int(),
    at: instant,
    actor: z.string().nullable(),
    role: z.string().nullable(),
    action: z.string(),
    entity: z.string(),
    entityId: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'AuditRow' });

export const auditQuery = z.strictObject({ ...pageQuery });
export const auditPage = z.strictObject({ rows: z.array(auditRow), next: nextPage });
