/** What yearly surveys say. */
import { computedInterval } from '#core/promises/survey-interval.ts';
import type { StoredSurveyFigure } from '../../store/survey-figures.ts';
import { surveyFigures } from '../../store/survey-figures.ts';
import { municipalityShown } from '../../usecases/promises/own-municipality.ts';
import {
  addSurveyFigure,
  restoreSurveyFigure,
  strikeSurveyFigure,
} from '../../usecases/promises/survey-figures.ts';
import { actorOf, circumstances, type Handler } from '../call.ts';

const figureReply = ({
  recordedBy: _by,
  recordedAt: _at,
  strike,
  ...said
}: StoredSurveyFigure) => ({
  ...said,
  computed: said.low === null ? computedInterval(said) : null,
  strike: strike && { at: strike.at, reason: strike.reason },
});

const listSurveyFigures: Handler<'listSurveyFigures'> = {
  run: async (db, call) => {
    const shown = municipalityShown(actorOf(call), call.query.municipality);
    return { reply: { figures: (await surveyFigures(db, shown)).map(figureReply) } };
  },
};

const add: Handler<'addSurveyFigure'> = {
  run: async (tx, call) => {
    const { result, audit } = await addSurveyFigure(tx, call.body, circumstances(call));
    return { reply: figureReply(result), audit, status: Array.isArray(audit) ? 200 : 201 };
  },
};

const strike: Handler<'strikeSurveyFigure'> = {
  run: async (tx, call) => {
    const done = await strikeSurveyFigure(tx, call.params.id, call.body, circumstances(call));
    return { reply: figureReply(done.result), audit: done.audit };
  },
};

const restore: Handler<'restoreSurveyFigure'> = {
  run: async (tx, call) => {
    const done = await restoreSurveyFigure(tx, call.params.id);
    return { reply: figureReply(done.result), audit: done.audit };
  },
};

export const surveyHandlers = {
  listSurveyFigures,
  addSurveyFigure: add,
  strikeSurveyFigure: strike,
  restoreSurveyFigure: restore,
};
