import { expect, it } from 'vitest';
import { configSchemaText } from '../../bot/cli/config.js';

it('prints a JSON Schema with the defaults and a description of each key', () => {
  const schema: unknown = JSON.parse(configSchemaText());
  expect(schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
    properties: {
      database: {
        type: 'string',
        default: 'data/qunshao.db',
        description: expect.stringMatching(/SQLite/u) as string,
      },
      groups: {
        items: {
          additionalProperties: false,
          properties: {
            mode: { enum: ['observe', 'enforce'], default: 'enforce' },
            strikes: { properties: { remove: { type: 'integer', minimum: 1, maximum: 100, default: 3 } } },
          },
        },
      },
    },
  });
});
