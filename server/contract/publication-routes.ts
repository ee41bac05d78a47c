/** The schemas of the routes for tertial pages: a part of `api.ts`. */
import { idParam, nothing } from './schemas/common.ts';
import {
  createTertialPageBody,
  pageText,
  tertialPage,
  tertialPageList,
  tertialPageQuery,
  writeTertialTextsBody,
} from './schemas/publications.ts';

export const publicationRoutes = {
  listTertialPages: {
    summary: 'Tertial pages: drafts and what has been published',
    query: tertialPageQuery,
    reply: tertialPageList,
  },
  createTertialPage: {
    summary: 'Count a tertial and make a draft of its page; after a publication: a correction',
    body: createTertialPageBody,
    reply: tertialPage,
    status: 201,
  },
  getTertialPage: {
    summary: 'A tertial page: its texts, what is hidden, what has changed, who has signed',
    params: idParam,
    reply: tertialPage,
  },
  getTertialPageHtml: {
    summary: 'The page as everybody will read it',
    params: idParam,
    reply: pageText,
    mediaType: 'text/html',
  },
  writeTertialTexts: {
    summary: 'Write the texts of a draft; signatures are void after it',
    params: idParam,
    body: writeTertialTextsBody,
    reply: tertialPage,
    ifMatch: true,
  },
  recountTertialPage: {
    summary: 'Count the figures of a draft anew; signatures are void after it',
    params: idParam,
    reply: tertialPage,
    ifMatch: true,
  },
  signTertialPage: {
    summary: 'Sign a draft: kommunpolis first, then the chief, who must be somebody else',
    params: idParam,
    reply: tertialPage,
    ifMatch: true,
  },
  publishTertialPage: {
    summary: 'Publish what both have signed; it cannot be undone',
    params: idParam,
    reply: tertialPage,
    ifMatch: true,
  },
  discardTertialPage: {
    summary: 'Throw a draft away',
    params: idParam,
    reply: nothing,
    status: 204,
    ifMatch: true,
  },
} as const;
