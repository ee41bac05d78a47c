/** Answers what Node's own parser refuses before any route sees it, in the form of every other refusal. */
import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_STATUS } from '#contract/problem.ts';
import { Problem } from '../problem.ts';
import { problemDocumentOf } from './problem-reply.ts';

export function answerUnread(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
    socket.end(replyOf(new Problem(isTooLong ? 'headers-too-large' : 'bad-request')));
  });
}

function replyOf(problem: Problem): string {
  const status = PROBLEM_STATUS[problem.code];
  const body = JSON.stringify(problemDocumentOf(problem));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
