import { describe, expect, it } from 'vitest';
import {
  publishingObstacle,
  type Signature,
  type SignedState,
  signingObstacle,
} from '#core/publication/signing.ts';

const [KAJ, EVA] = ['kaj', 'eva'];
const POLICE: Signature = { role: 'municipal-police', by: KAJ, at: 1 };
const CHIEF: Signature = { role: 'chief', by: EVA, at: 2 };
const kaj = { id: KAJ, role: 'municipal-police' } as const;
const eva = { id: EVA, role: 'chief' } as const;

const state = (more: Partial<SignedState> = {}): SignedState => ({
  publishedAt: null,
  textedBy: KAJ,
  signatures: [],
  report: { to: '2026-08-31', countedTo: '2026-08-31' },
  ...more,
});
const SIGNED = state({ signatures: [POLICE, CHIEF] });
const AFTER = '2026-09-01';

describe('a signature', () => {
  it('is taken from kommunpolis, then from the chief', () => {
    expect(signingObstacle(state(), kaj, AFTER)).toBeNull();
    expect(signingObstacle(state({ signatures: [POLICE] }), eva, AFTER)).toBeNull();
  });

  it('of the chief waits for that of kommunpolis', () => {
    expect(signingObstacle(state(), eva, AFTER)).toBe('police-sign-first');
  });

  it('of one person in two roles counts once', () => {
    const moved = { id: KAJ, role: 'chief' } as const;
    expect(signingObstacle(state({ signatures: [POLICE] }), moved, AFTER)).toBe('same-person');
  });

  it('of the chief is not that of whoever wrote the text', () => {
    const written = state({ textedBy: EVA, signatures: [POLICE] });
    expect(signingObstacle(written, eva, AFTER)).toBe('same-person');
  });

  it('waits until the tertial is over, its figures are whole and there is a text', () => {
    expect(signingObstacle(state(), kaj, '2026-08-31')).toBe('tertial-goes-on');
    const half = state({ report: { to: '2026-08-31', countedTo: '2026-08-12' } });
    expect(signingObstacle(half, kaj, AFTER)).toBe('figures-not-whole');
    expect(signingObstacle(state({ textedBy: null }), kaj, AFTER)).toBe('no-text');
  });

  it('is given once', () => {
    expect(signingObstacle(SIGNED, kaj, AFTER)).toBe('signed-already');
    expect(signingObstacle({ ...SIGNED, publishedAt: 3 }, kaj, AFTER)).toBe('is-published');
  });
});

describe('publication', () => {
  it('wants both signatures', () => {
    expect(publishingObstacle(state({ signatures: [POLICE] }), '2026-10-01', 14)).toBe(
      'not-signed',
    );
  });

  it('waits until the last night is 14 days old', () => {
    expect(publishingObstacle(SIGNED, '2026-09-14', 14)).toBe('too-early');
    expect(publishingObstacle(SIGNED, '2026-09-15', 14)).toBeNull();
  });

  it('happens once', () => {
    expect(publishingObstacle({ ...SIGNED, publishedAt: 3 }, '2026-10-01', 14)).toBe(
      'is-published',
    );
  });
});
