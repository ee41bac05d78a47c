/** What the web app must know first, the map under everything, and the API's own description. */
import { openApiDocument } from '#contract/openapi.ts';
import { fact, municipalities, theArea } from '../../store/areas.ts';
import type { Handler } from '../call.ts';

const getSettings: Handler<'getSettings'> = {
  run: async (db, { services }) => {
    const { config, calendar, map } = services;
    const area = await theArea(db);
    const base = await fact(db, 'base');
    return {
      reply: {
        area,
        municipalities: await municipalities(db),
        timeZone: calendar.zone,
        dayStart: calendar.dayStart,
        base: base
          ? { name: base.name, lonLat: base.lonLat }
          : { name: area.name, lonLat: area.center },
        tilesUrl: config.tilesUrl,
        sampleData: (await fact(db, 'sampleData')) ?? false,
        walking: map.network ? 'network' : 'straight',
      },
    };
  },
};

const getBaseMap: Handler<'getBaseMap'> = {
  run: async (_db, { services }) => ({ reply: services.map.baseMap }),
};

const getWalkNetwork: Handler<'getWalkNetwork'> = {
  run: async (_db, { services }) => ({
    reply: { ...(services.map.network ?? { nodes: [], edges: [] }) },
  }),
};

const getOpenApi: Handler<'getOpenApi'> = {
  run: async () => ({ reply: openApiDocument() }),
};

export const settingsHandlers = { getSettings, getBaseMap, getWalkNetwork, getOpenApi };
