/** Photos of the places that walks have raised points about. */
import { LIMITS } from '#contract/paths.ts';
import { BadPhoto, type BoundedPhoto, boundedPhoto } from '../../formats/walks/bounded-photo.ts';
import { fieldProblem } from '../../problem.ts';
import { addPhoto, readPhoto, removePhoto } from '../../usecases/walks/point-photos.ts';
import { Turns } from '../../workers/turns.ts';
import { answer, circumstances, type Handler } from '../call.ts';

/** Unfolded, a large picture takes some hundred megabytes: two at once are what a small server has room for. */
const turns = new Turns(2);

const addWalkPhoto: Handler<'addWalkPhoto', BoundedPhoto> = {
  prepare: ({ body, signal }) =>
    turns.do(async () => {
      signal.throwIfAborted();
      return bounded(body);
    }),
  run: async (tx, call, photo) => {
    const { id: pointId, photoId: id } = call.params;
    const sent = { id, pointId, ...photo };
    const done = await addPhoto(tx, sent, LIMITS.photosPerPoint, circumstances(call));
    const { width, height } = done.result;
    const status = Array.isArray(done.audit) ? 200 : 201;
    return { reply: { id, width, height }, audit: done.audit, status };
  },
};

async function bounded(bytes: Uint8Array): Promise<BoundedPhoto> {
  try {
    return await boundedPhoto(bytes);
  } catch (error) {
    if (error instanceof BadPhoto) throw fieldProblem('invalid-photo', '', error.said);
    throw error;
  }
}

const getWalkPhoto: Handler<'getWalkPhoto'> = {
  run: async (tx, call) => {
    const { result, audit } = await readPhoto(tx, call.params.id, circumstances(call));
    return { reply: result.jpeg, audit };
  },
};

const deleteWalkPhoto: Handler<'deleteWalkPhoto'> = {
  run: async (tx, call) => answer(await removePhoto(tx, call.params.id, circumstances(call))),
};

export const walkPhotoHandlers = { addWalkPhoto, getWalkPhoto, deleteWalkPhoto };
